import Language
import Model
import Site

extension Language {
    /// In which notices are told on a site whose language has a tag as BCP 47 has it: the site's own where the program has
    /// sentences in it, else English.
    package init(ofNoticesIn tag: String) {
        let own = Language(of: tag)
        self = Voice.told.contains(own) ? own : .english
    }

    var notices: any NoticeLanguage {
        switch self {
        case .german: GermanNotices()
        case .english: EnglishNotices()
        case .arabic: ArabicNotices()
        }
    }

    /// An author's items for a list in a sentence; in quotation marks where one has a comma or a conjunction of its own. One
    /// alone with a conjunction reads as what it is.
    func clear(_ items: [String]) -> [String] {
        let items = items.map(English.folded)
        let (signs, conjunctions) =
            switch self {
            case .english: ([",", ";"], [" and ", " or "])
            case .german: ([",", ";"], [" und ", " oder ", " sowie ", " and ", " or "])
            case .arabic: ([",", "،", ";", "؛"], [" و", " أو ", " and ", " or "])
            }
        let joins = signs + (items.count == 1 ? [] : conjunctions)
        let isClear = !items.contains { item in joins.contains { item.contains($0) } }
        return items.map(isClear ? \.authored : quoted)
    }

    /// A document by its title as it stands behind `changes of`, its author's words marked.
    package func possessor(_ title: String, isRegister: Bool) -> String {
        notices.possessor(.titled(title, isRegister: isRegister))
    }

    /// A field of a company as entries name it. English has the words of its sentences there.
    package func field(_ field: ProviderField) -> String {
        self == .english ? Wording.field(field) : label(of: field).withoutBreaks
    }

    /// A word that a field may have, out of a fixed set, as entries give it.
    package func told(_ word: String, of field: ProviderField) -> String {
        self == .english ? word : choice(word, of: field).withoutBreaks
    }

    /// Mechanisms as entries give them.
    package func told(_ transfer: Transfer) -> String { self.transfer(transfer).withoutBreaks }
}

extension String {
    /// Without the places at which a table may break its words: a mail or the title of a window shows them.
    package var withoutBreaks: String {
        guard utf8.contains(0xC2) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\u{AD}" }))
    }
}
