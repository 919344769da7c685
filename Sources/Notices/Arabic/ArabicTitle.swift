import Language

/// A document as Arabic sentences speak of it. A title that begins with a noun which is known stands as it is: `سياسة الخصوصية`. Any
/// other is quoted behind a noun of the program's, which has a gender and takes prepositions, whatever the title is: `المستند
/// «Service Levels»`.
struct ArabicTitle {
    var words: String
    var isFeminine: Bool

    private init(_ words: String, isFeminine: Bool) { (self.words, self.isFeminine) = (words, isFeminine) }

    init(_ title: String, isRegister: Bool) {
        let noun = title.prefix { !$0.isWhitespace }
        let bare = noun.hasPrefix("ال") ? noun.dropFirst(2) : noun
        if Self.feminine.contains(String(bare)) || Self.masculine.contains(String(bare)) {
            self.init(title.authored, isFeminine: Self.feminine.contains(String(bare)))
        } else {
            self.init("\(isRegister ? "القائمة" : "المستند") «\(title.authored)»", isFeminine: isRegister)
        }
    }

    static func newDocument(_ id: String) -> ArabicTitle {
        ArabicTitle("المستند الجديد «\(id.authored)»", isFeminine: false)
    }

    static let newDocuments = ArabicTitle("المستندات الجديدة", isFeminine: true)

    /// Of these, the plurals of things are feminine too.
    private static let feminine: Set<String> = [
        "سياسة", "سياسات", "شروط", "أحكام", "اتفاقية", "قائمة", "مدونة", "وثيقة", "مبادئ", "إجراءات", "تدابير",
        "معايير",
        "قواعد", "بنود", "ضوابط", "لائحة", "مذكرة", "خطة",
    ]
    private static let masculine: Set<String> = [
        "إشعار", "ملحق", "بيان", "ميثاق", "عقد", "سجل", "دليل", "إقرار", "نظام", "إخطار",
    ]
}

extension DocumentFact {
    var arabic: ArabicTitle {
        switch self {
        case .titled(let title, let isRegister): ArabicTitle(English.folded(title), isRegister: isRegister)
        case .id(let id): .newDocument(id)
        case .new: .newDocuments
        }
    }
}
