extension ArabicWords {
    /// What pages say, and what stands around the sentences of notices says alike.
    static let both: [String: String] = [
        "%1: from %2, and only for those who become customers from that day.":
            "%1: من %2، وفقط لمن يصبحون عملاء من ذلك اليوم.",
        "%1: from %2.": "%1: من %2.",
        "Terms of notice": "شروط الإشعار",
        "Names and contacts": "الأسماء وجهات الاتصال",
        "Added": "مضاف",
        "Removed": "محذوف",
        "Changed": "مغيَّر",
        "Moved": "منقول",
        "Renumbered": "أُعيد ترقيمه",
        "Form alone": "الشكل فقط",
        "Typography alone": "الطباعة فقط",
    ]

    /// What stands around the sentences of notices: in feeds, mails and calendars.
    static let entries: [String: String] = [
        // Entries of feeds, and mails.
        "The notice with all its details": "الإشعار بجميع تفاصيله",
        "Write to %1, with “Objection to %2” as the subject.":
            "للاعتراض، اكتب إلى %1 مع كتابة «اعتراض على %2» في خانة الموضوع.",
        "Objection to %1": "اعتراض على %1",
        "%1, edition of %2": "%1، إصدار %2",
        "Every change, marked up": "جميع التغييرات، معلَّمة في النص",
        "Why customers are told late:": "لماذا أُبلغ العملاء متأخرًا:",
        "Why the notice is short:": "لماذا المهلة قصيرة:",
        "A part of this was erased on %1.": "حُذف جزء من هذا في %1.",
        "not given": "غير مذكور",
        "no longer given": "لم يعد مذكورًا",
        "Before: %1": "قبل: %1",
        "After: %1": "بعد: %1",
        "Announced already:": "أُعلن من قبل:",
        "What stays as it is:": "ما يبقى على حاله:",
        "all products": "جميع المنتجات",
        "%1 announced on %2:": "أُعلن باسم %1 في %2 ما يأتي:",
        "What %1 announced on %2 is in effect:": "سرى ما أُعلن باسم %1 في %2:",
        "%1 postponed on %2 what it announced on %3:": "أُجّل في %2 ما أُعلن باسم %1 في %3:",
        "%1 withdrew on %2 what it announced on %3:": "سُحب في %2 ما أُعلن باسم %1 في %3:",
        "%1: as they stand on %2": "%1: الوضع في %2",
        "all changes": "جميع التغييرات",
        "subprocessors of %1": "المعالجون الفرعيون للمنتج %1",

        // What became of a text's sections.
        "the beginning of the text": "بداية النص",
        "%1 (was %2)": "%1 (كان %2)",

        // Calendars.
        "withdrawn": "سُحب",
        "%1 as they stand on %2": "%1، الوضع في %2",
        "%1, withdrawn: there is nothing left to object to in %2": "%1، سُحب: لم يبقَ ما يُعترض عليه في %2",
        "%1: last day to object to changes of %2 (%3)": "%1: آخر يوم للاعتراض على تغييرات %2 (%3)",
    ]

    /// What speaks of a number, of two at least.
    static let entriesOfNumbers: [String: [PluralForm: String]] = [
        "%1: %2 changes announced on %3": [
            .two: "%1: تغييران أُعلنا في %3",
            .few: "%1: %2 تغييرات أُعلنت في %3",
            .many: "%1: %2 تغييرًا أُعلنت في %3",
            .other: "%1: %2 تغيير أُعلنت في %3",
        ],
        "%1: %2 changes take effect on %3": [
            .two: "%1: تغييران يسريان في %3",
            .few: "%1: %2 تغييرات تسري في %3",
            .many: "%1: %2 تغييرًا تسري في %3",
            .other: "%1: %2 تغيير تسري في %3",
        ],
        "%1: %2 changes postponed on %3": [
            .two: "%1: تغييران أُجّلا في %3",
            .few: "%1: %2 تغييرات أُجّلت في %3",
            .many: "%1: %2 تغييرًا أُجّلت في %3",
            .other: "%1: %2 تغيير أُجّلت في %3",
        ],
        "%1: %2 changes withdrawn on %3": [
            .two: "%1: تغييران سُحبا في %3",
            .few: "%1: %2 تغييرات سُحبت في %3",
            .many: "%1: %2 تغييرًا سُحبت في %3",
            .other: "%1: %2 تغيير سُحبت في %3",
        ],
        "%1 changes of %2 take effect": [
            .two: "يسري تغييران في %2",
            .few: "تسري %1 تغييرات في %2",
            .many: "يسري %1 تغييرًا في %2",
            .other: "يسري %1 تغيير في %2",
        ],
        "%1 companies": [
            .few: "%1 شركات",
            .many: "%1 شركة",
            .other: "%1 شركة",
        ],
    ]
}
