/// The words of the program in Arabic, by their English.
enum ArabicWords {
    static let all = [both, documents, redline, lists, notices, site, script].merged
    static let told = [both, entries].merged

    /// What it says with numbers, in the forms that numbers ask for.
    static let plurals: [String: [PluralForm: String]] = [
        "%1 days since %2": [
            .one: "يوم واحد منذ %2",
            .two: "يومان منذ %2",
            .few: "%1 أيام منذ %2",
            .many: "%1 يومًا منذ %2",
            .other: "%1 يوم منذ %2",
        ],
        "%1 changes are coming": [
            .one: "تغيير واحد قادم",
            .two: "تغييران قادمان",
            .few: "%1 تغييرات قادمة",
            .many: "%1 تغييرًا قادمًا",
            .other: "%1 تغيير قادم",
        ],
        "No word changed, only typography in %1 places.": [
            .one: "لم تتغيّر أي كلمة، بل الطباعة فقط في موضع واحد.",
            .two: "لم تتغيّر أي كلمة، بل الطباعة فقط في موضعين.",
            .few: "لم تتغيّر أي كلمة، بل الطباعة فقط في %1 مواضع.",
            .other: "لم تتغيّر أي كلمة، بل الطباعة فقط في %1 موضعًا.",
        ],
        "Besides, typography alone changed in %1 places.": [
            .one: "وتغيّرت الطباعة وحدها أيضًا في موضع واحد.",
            .two: "وتغيّرت الطباعة وحدها أيضًا في موضعين.",
            .few: "وتغيّرت الطباعة وحدها أيضًا في %1 مواضع.",
            .other: "وتغيّرت الطباعة وحدها أيضًا في %1 موضعًا.",
        ],
        "No word changed, only the form, and typography in %1 places.": [
            .one: "لم تتغيّر أي كلمة، بل الشكل فقط، والطباعة في موضع واحد.",
            .two: "لم تتغيّر أي كلمة، بل الشكل فقط، والطباعة في موضعين.",
            .few: "لم تتغيّر أي كلمة، بل الشكل فقط، والطباعة في %1 مواضع.",
            .other: "لم تتغيّر أي كلمة، بل الشكل فقط، والطباعة في %1 موضعًا.",
        ],
        "%1 changes": [
            .zero: "لا تغييرات",
            .one: "تغيير واحد",
            .two: "تغييران",
            .few: "%1 تغييرات",
            .many: "%1 تغييرًا",
            .other: "%1 تغيير",
        ],
        "%1 places": [
            .zero: "لا مواضع",
            .one: "موضع واحد",
            .two: "موضعان",
            .few: "%1 مواضع",
            .many: "%1 موضعًا",
            .other: "%1 موضع",
        ],
        "All %1 companies": [
            .one: "شركة واحدة",
            .two: "شركتان",
            .few: "جميع الشركات: %1",
            .other: "جميع الشركات: %1",
        ],
        "%1 of %2 companies": [
            .one: "الشركات: %1 من %2",
            .two: "الشركات: %1 من %2",
            .few: "الشركات: %1 من %2",
            .other: "الشركات: %1 من %2",
        ],
        "All %1 notices": [
            .one: "إشعار واحد",
            .two: "إشعاران",
            .few: "جميع الإشعارات: %1",
            .other: "جميع الإشعارات: %1",
        ],
        "%1 of %2 notices": [
            .one: "الإشعارات: %1 من %2",
            .two: "الإشعارات: %1 من %2",
            .few: "الإشعارات: %1 من %2",
            .other: "الإشعارات: %1 من %2",
        ],
        "%1 sections are touched.": [
            .one: "تأثّر قسم واحد.",
            .two: "تأثّر قسمان.",
            .few: "تأثّرت %1 أقسام.",
            .many: "تأثّر %1 قسمًا.",
            .other: "تأثّر %1 قسم.",
        ],
    ]
}
