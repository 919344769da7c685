extension ArabicWords {
    /// The overview, certifications, the record, how to subscribe.
    static let site: [String: String] = [
        "How %1 protects data, who processes it, and every change to either.":
            "كيف تحمي %1 البيانات ومن يعالجها وكل ما يتغيّر في ذلك.",
        "Others": "أخرى",
        "Retired %1": "انتهى في %1",
        "Retires %1": "ينتهي في %1",
        "Applies from %1": "يُطبَّق من %1",
        "Not in force": "غير سارٍ",
        "Certifications": "الشهادات",
        "Contacts": "جهات الاتصال",
        "Report a vulnerability": "الإبلاغ عن ثغرة أمنية",
        "Questions about privacy": "أسئلة عن الخصوصية",
        "Legal questions": "أسئلة قانونية",
        "Record": "السجل",
        """
        Everything that was ever announced on this site is in one list that only grows. With it you can \
        prove that nothing published here was altered later.
        """:
            """
        كل ما أُعلن يومًا على هذا الموقع موجود في قائمة واحدة لا تنقص بل تزيد. بها يمكنك أن تثبت أن لا شيء \
        مما نُشر هنا غُيّر لاحقًا.
        """,
        "The list": "القائمة",
        "Names and other words behind its digests": "الأسماء والكلمات الأخرى التي وراء بصماتها",
        "Its checkpoint": "نقطة التحقق الخاصة بها",
        "The digests": "البصمات الرقمية",
        "The day for which this site was built": "اليوم الذي بُني الموقع لأجله",
        "What it proves": "ما الذي يثبته",
        """
        Each text, each change of a list and each file that a text links to is the one that was announced, \
        to the byte. And since the day on which you kept a checkpoint, no line of the list was altered, \
        dropped or put in between. What had to be erased is erased openly, and everything else still proves.
        """:
            """
        كل نص وكل تغيير في قائمة وكل ملف يشير إليه نص هو ذاته الذي أُعلن، بايتًا ببايت. ومنذ اليوم الذي \
        حفظتَ فيه نقطة تحقق لم يُغيَّر أي سطر في القائمة ولم يُحذف ولم يُدخَل بين السطور. ما وجب محوه مُحي \
        علنًا، وكل ما عداه يظل قابلًا للإثبات.
        """,
        """
        It does not prove that a text is true, nor when it was first shown to anybody before you kept a \
        checkpoint, unless a witness that you trust has signed one. Nor does it show by itself that \
        everybody sees the same list: compare your checkpoint with those of others, or with one that \
        witnesses signed.
        """:
            """
        لا يثبت أن نصًا ما صحيح، ولا متى عُرض أول مرة على أحد قبل أن تحفظ نقطة تحقق، ما لم يوقّع عليها شاهد \
        تثق به. ولا يُظهر وحده أن الجميع يرون القائمة نفسها: قارن نقطة التحقق لديك بما لدى الآخرين أو بنقطة \
        وقّعها شهود.
        """,
        """
        Not in it are pages without history, such as the overview, certifications, and what the list of \
        companies shows as it is today alone.
        """:
            """
        لا تشمل القائمة الصفحات التي لا تاريخ لها، كالنظرة العامة والشهادات وما تعرضه قائمة الشركات بحالته \
        اليوم فقط.
        """,
        "How to verify": "كيف تتحقق",
        "Make an empty folder, go into it, and download what the list holds digests of:":
            "أنشئ مجلدًا فارغًا وادخل إليه ونزّل ما تحتوي القائمة على بصماته:",
        "Every file must be what its digest says:": "يجب أن يطابق كل ملف بصمته:",
        "The list itself must be whole: its form, its order, its checkpoint, every text and no more.":
            "يجب أن تكون القائمة نفسها سليمة: شكلها وترتيبها ونقطة التحقق وكل نص ولا أكثر.",
        "Keep the checkpoint. It is a few lines, and the only thing that you need to keep:":
            "احفظ نقطة التحقق. هي بضعة أسطر، وهي كل ما تحتاج إلى حفظه:",
        "On any later day, download again and see whether the list goes on where your checkpoint ends:":
            "في أي يوم لاحق، نزّل مرة أخرى وانظر هل تكمل القائمة من حيث تنتهي نقطة التحقق لديك:",
        "The digests are signed with minisign:": "البصمات موقّعة بأداة minisign:",
        "The digests are signed with an SSH key:": "البصمات موقّعة بمفتاح SSH:",
        """
        This checkpoint is not signed, although a key for checkpoints is in use: these commands cannot tell who \
        made it.
        """:
            """
        نقطة التحقق هذه غير موقّعة مع أن مفتاحًا لنقاط التحقق قيد الاستعمال: لا تستطيع هذه الأوامر أن تبيّن من \
        أنشأها.
        """,
        "The format": "الصيغة",
        """
        Each line of the list is canonical JSON (RFC 8785) with ids, days and SHA-256 digests. The \
        checkpoint holds the origin, the number of lines and the root of the Merkle tree over them (RFC \
        6962; a leaf is a line without its line feed), as transparency logs have it (C2SP tlog-checkpoint \
        and signed-note).
        """:
            """
        كل سطر في القائمة هو JSON معياري (RFC 8785) فيه معرّفات وأيام وبصمات SHA-256. تحتوي نقطة التحقق على \
        المصدر وعدد السطور وجذر شجرة Merkle فوقها (RFC 6962؛ الورقة هي سطر دون محرف نهايته)، كما في سجلات \
        الشفافية (C2SP tlog-checkpoint و signed-note).
        """,
        "Nor are these files, which only pages of that kind name:":
            "ولا هذه الملفات التي لا تذكرها إلا صفحات من هذا النوع:",
        "Checkpoint": "نقطة التحقق",
        "Digests, minisign": "البصمات، minisign",
        "Digests, ssh-keygen": "البصمات، ssh-keygen",
        "Valid from %1, valid until %2": "صالح من %1 حتى %2",
        "Valid from %1": "صالح من %1",
        """
        The publisher signs with these keys. Compare them with a copy that you had another way. One that is \
        replaced still verifies what it signed.
        """:
            """
        يوقّع الناشر بهذه المفاتيح. قارنها بنسخة حصلت عليها بطريق آخر. والمفتاح الذي استُبدل يظل يتحقق مما \
        وقّعه.
        """,
        "Keys": "المفاتيح",
        "This page has no history: it may change on any day and without notice, and it is part of no policy.":
            "هذه الصفحة بلا تاريخ: قد تتغيّر في أي يوم ودون إشعار، وليست جزءًا من أي سياسة.",
        "The report on %1": "التقرير عن %1",
        "Ask for the report on %1": "اطلب التقرير عن %1",
        "Issued by": "صادر عن",
        "Period of the report": "فترة التقرير",
        "Valid from": "صالح من",
        "Valid until": "صالح حتى",
        "The confidentiality agreement, to sign and attach": "اتفاقية السرية، للتوقيع والإرفاق",
        "SHA-256 of the agreement": "بصمة الاتفاقية (SHA-256)",
        "The confidentiality agreement is attached, signed.": "اتفاقية السرية مرفقة وموقعة.",
        "SHA-256 of the file": "بصمة الملف (SHA-256)",
        "Please send us the report on %1 for %2 to %3.": "نرجو إرسال التقرير عن %1 للفترة من %2 إلى %3.",
        "Please send us the report on %1.": "نرجو إرسال التقرير عن %1.",
        "Company:": "الشركة:",
        "Name and position:": "الاسم والصفة:",
        "What we need it for:": "لماذا نحتاج إليه:",
        "We treat it as confidential.": "نتعامل معه بسرية.",
        "Report on %1": "التقرير عن %1",
        "Valid": "صالح",
        "Valid until %1": "صالح حتى %1",
        "Expired %1": "انتهى في %1",
        "Page not found": "الصفحة غير موجودة",
        "There is no page at this address.": "لا توجد صفحة في هذا العنوان.",
        "To the overview": "إلى النظرة العامة",
        "Every change is told as soon as it is announced. Follow them where you already read, and miss none.":
            "يُبلَّغ عن كل تغيير فور الإعلان عنه. تابع التغييرات حيث تقرأ عادةً ولا يفُتك شيء منها.",
        "Subscribe": "اشترك",
        "Only what concerns you": "ما يخصّك فقط",
        """
        Each document and each product has a feed and a calendar of its own. What is in them is also in \
        those of all changes.
        """:
            "لكل مستند ولكل منتج خلاصة وتقويم خاصان به. وما فيهما موجود أيضًا في خلاصة جميع التغييرات وتقويمها.",
        "One document": "مستند واحد",
        "The subprocessors of one product": "المعالجون الفرعيون لمنتج واحد",
        "Every feed at once": "جميع الخلاصات معًا",
        "Most feed readers import a list of feeds: %1": "تستورد معظم قارئات الخلاصات قائمة خلاصات: %1",
        """
        A notice has the same id in every feed and format. A feed holds the newest 50 entries and leads to \
        the older ones.
        """:
            "للإشعار المعرّف نفسه في كل خلاصة وصيغة. تحتوي الخلاصة على أحدث 50 مدخلًا وتقود إلى الأقدم.",
        "To get each notice by mail, write to %1": "لتلقّي كل إشعار بالبريد، اكتب إلى %1",
        "To get each notice by mail, enter your address at %1": "لتلقّي كل إشعار بالبريد، أدخل عنوانك في %1",
        "By mail": "بالبريد الإلكتروني",
        "Feed reader": "قارئ الخلاصات",
        "Add this address:": "أضف هذا العنوان:",
        "In the channel that is to get the notices, send:": "في القناة التي ستتلقى الإشعارات، أرسل:",
        """
        In the channel, make a workflow that starts when a feed item is published (RSS), and give it this \
        address:
        """:
            "في القناة، أنشئ سير عمل يبدأ عند نشر عنصر خلاصة (RSS) وأعطه هذا العنوان:",
        "To read the notices beside your mail, add an RSS feed to the folder RSS Subscriptions:":
            "لقراءة الإشعارات إلى جانب بريدك، أضف خلاصة RSS إلى مجلد اشتراكات RSS:",
        "To see the days in your calendar, choose Add calendar, then Subscribe from web:":
            "لرؤية الأيام في تقويمك، اختر «إضافة تقويم» ثم «الاشتراك من الويب»:",
        "Calendar app": "تطبيق التقويم",
        "%1 or subscribe to this address. It has the last day to object and the day of effect of every notice:":
            "%1 أو اشترك في هذا العنوان. فيه آخر يوم للاعتراض ويوم السريان لكل إشعار:",
        "Open it in your calendar": "افتحه في تقويمك",
        "Calendar": "التقويم",
    ]
}
