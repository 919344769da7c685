extension ArabicWords {
    /// Notices.
    static let notices: [String: String] = [
        "Postponed on %1 to %2.": "أُجّل في %1 إلى %2.",
        "Withdrawn on %1, before it took effect.": "سُحب في %1 قبل أن يسري.",
        "Withdrawn on %1, before it took effect for everyone.": "سُحب في %1 قبل أن يسري على الجميع.",
        "Told late: this holds since %1, and was told on %2.":
            "أُبلغ عنه متأخرًا: يسري هذا منذ %1 وأُبلغ عنه في %2.",
        "Older history, which entered this record on %1.": "تاريخ أقدم أُدرج في هذا السجل في %1.",
        "Why customers are told late": "لماذا أُبلغ العملاء متأخرًا",
        "Why the notice is short": "لماذا المهلة قصيرة",
        "More words were erased on %1.": "حُذفت كلمات أخرى في %1.",
        "The text of %1 was erased on %2: there is nothing to compare.": "حُذف نص %1 في %2: لا شيء للمقارنة.",
        "The text was erased on %1.": "حُذف النص في %1.",
        "Words of this were erased on %1.": "حُذفت كلمات من هذا في %1.",
        "In effect": "ساري المفعول",
        "Notice: %1, %2%3": "إشعار: %1، %2%3",
        "Notice %1": "الإشعار %1",
        "In short": "باختصار",
        "This notice is part of the state with which this record starts.":
            "هذا الإشعار جزء من الوضع الذي يبدأ به هذا السجل.",
        "Customers may object until %1, by mail to %2 with “%3” as the subject.":
            "يمكن للعملاء الاعتراض حتى %1 بالبريد الإلكتروني إلى %2 مع كتابة «%3» في خانة الموضوع.",
        "The time to object ended on %1.": "انتهت مهلة الاعتراض في %1.",
        "To object": "للاعتراض",
        "at %1 (%2)": "الساعة %1 (%2)",
        "Announced": "أُعلن في",
        "Object until the end of": "الاعتراض حتى نهاية يوم",
        "%1 to %2": "%1 إلى %2",
        "%1, the rest by %2": "%1، والباقي حتى %2",
        "Took effect on": "سرى في",
        "Takes effect on": "يسري في",
        "Days of this notice": "أيام هذا الإشعار",
        "Was to take effect on %1.": "كان سيسري في %1.",
        "Takes effect on %1.": "يسري في %1.",
        "Took effect on %1.": "سرى في %1.",
        "What stays as it is": "ما يبقى على حاله",
        "Objection ended %1": "انتهى الاعتراض في %1",
        "Object until %1": "الاعتراض حتى %1",
        "All changes": "جميع التغييرات",
        "Changes of %1": "تغييرات %1",
        "Every change to the documents and lists on this site is announced here.":
            "يُعلَن هنا كل تغيير في مستندات هذا الموقع وقوائمه.",
        "Notices": "الإشعارات",
        "Not in effect yet": "لم يسرِ بعد",
        "What is coming": "ما هو قادم",
        "No change is announced. Every change stands here before it applies.":
            "لا تغيير معلن. يظهر هنا كل تغيير قبل أن يُطبَّق.",
        "All notices": "جميع الإشعارات",
        "What took effect lately": "ما سرى مؤخرًا",
        "%1 more on %2": "%1 أخرى في %2",
        "%1 more, until %2": "%1 أخرى، حتى %2",
    ]
}
