import Language

/// A document as German sentences speak of it, in the cases that they need. A title whose noun is known bears its article, as
/// long as that noun stands first and nothing before it would have to be declined: `die Datenschutzerklärung`. Any other is
/// quoted behind a noun of the program's, which is right whatever the title is: `das Dokument „Privacy Policy“`.
struct GermanTitle {
    var nominative: String
    var genitive: String
    var dative: String
    var accusative: String
    var isPlural = false
    /// Before the dative, of what stands in the document: `auf` of a list, `in` of anything else.
    private var preposition = "in"

    /// Where something in it stands: `auf der Liste …`, `im Verzeichnis …`, `in der Anlage …`.
    var place: String {
        let words = "\(preposition) \(dative)"
        return words.hasPrefix("in dem ") ? "im " + words.dropFirst(7) : words
    }

    /// A noun of the program's and words that are not declined.
    private init(_ noun: Noun, _ words: String) {
        nominative = "\(noun.article) \(noun.nominative) \(words)"
        genitive = "\(noun.genitiveArticle) \(noun.genitive) \(words)"
        dative = "\(noun.dativeArticle) \(noun.nominative) \(words)"
        accusative = nominative
        preposition = noun.preposition
    }

    init(quoting title: String, isRegister: Bool) { self.init(isRegister ? .list : .document, "„\(title.authored)“") }

    init(newDocument id: String) { self.init(.newDocument, "„\(id)“") }

    static let newDocuments = GermanTitle(
        nominative: "neue Dokumente", genitive: "neuer Dokumente", dative: "neuen Dokumenten",
        accusative: "neue Dokumente", isPlural: true)

    private init(nominative: String, genitive: String, dative: String, accusative: String, isPlural: Bool) {
        (self.nominative, self.genitive, self.dative, self.accusative) = (nominative, genitive, dative, accusative)
        self.isPlural = isPlural
    }

    private struct Noun {
        var article: String
        var genitiveArticle: String
        var dativeArticle: String
        var nominative: String
        var genitive: String
        var preposition = "in"

        static let document = Noun(
            article: "das", genitiveArticle: "des", dativeArticle: "dem", nominative: "Dokument", genitive: "Dokuments")
        static let newDocument = Noun(
            article: "das", genitiveArticle: "des", dativeArticle: "dem", nominative: "neue Dokument",
            genitive: "neuen Dokuments")
        static let list = Noun(
            article: "die", genitiveArticle: "der", dativeArticle: "der", nominative: "Liste", genitive: "Liste",
            preposition: "auf")
    }

    init(_ title: String, isRegister: Bool) {
        self.init(quoting: title, isRegister: isRegister)
        guard let gender = Self.gender(of: title) else { return }
        let words = title.authored
        switch gender {
        case .feminine:
            (nominative, accusative) = ("die \(words)", "die \(words)")
            (genitive, dative) = ("der \(words)", "der \(words)")
            preposition = Self.isList(title) ? "auf" : "in"
        case .plural:
            // The dative may have an ending of its own, and stays with the noun of ours.
            (nominative, accusative, genitive) = ("die \(words)", "die \(words)", "der \(words)")
            isPlural = true
        case .masculine(let ending):
            (nominative, accusative, dative) = ("der \(words)", "den \(words)", "dem \(words)")
            genitive = "des \(Self.declined(title, ending))"
            preposition = "in"
        case .neuter(let ending):
            (nominative, accusative, dative) = ("das \(words)", "das \(words)", "dem \(words)")
            genitive = "des \(Self.declined(title, ending))"
            preposition = "in"
        }
    }

    private static func isList(_ title: String) -> Bool { title.prefix { $0 != " " }.lowercased().hasSuffix("liste") }

    /// With the ending of the genitive, where it has one.
    private enum Gender { case feminine, plural, masculine(String), neuter(String) }

    /// A title whose first word has an ending: `Vertrags über die Auftragsverarbeitung`.
    private static func declined(_ title: String, _ ending: String) -> String {
        let noun = title.prefix { $0 != " " }
        return (noun + ending + title.dropFirst(noun.count)).authored
    }

    /// The gender of a title's noun; nil where it is not known or does not stand first.
    private static func gender(of title: String) -> Gender? {
        let words = title.split(separator: " ").map(String.init)
        guard let noun = words.first?.lowercased(), let gender = endings.first(where: { noun.hasSuffix($0.0) })?.1
        else { return nil }
        if words.count == 1 || followers.contains(words[1]) { return gender }
        // Several nouns are in the plural, as the first of them is.
        if case .plural = gender, words[1] == "und" { return gender }
        return nil
    }

    /// Words behind a noun that are not part of its declension.
    private static let followers: Set<String> = ["der", "des", "für", "zu", "zum", "zur", "über", "von"]

    private static let endings: [(String, Gender)] = [
        ("erklärung", .feminine), ("richtlinie", .feminine), ("vereinbarung", .feminine), ("ordnung", .feminine),
        ("liste", .feminine), ("anlage", .feminine), ("satzung", .feminine), ("übersicht", .feminine),
        ("beschreibung", .feminine), ("bedingungen", .plural), ("bestimmungen", .plural), ("hinweise", .plural),
        ("richtlinien", .plural), ("leitlinien", .plural), ("grundsätze", .plural), ("maßnahmen", .plural),
        ("informationen", .plural), ("angaben", .plural), ("namen", .plural), ("fristen", .plural),
        ("vertrag", .masculine("s")), ("anhang", .masculine("s")),
        ("nachtrag", .masculine("s")),
        ("verzeichnis", .neuter("ses")), ("impressum", .neuter("s")), ("konzept", .neuter("s")),
    ]
}

extension DocumentFact {
    var german: GermanTitle {
        switch self {
        case .titled(let title, let isRegister): GermanTitle(English.folded(title), isRegister: isRegister)
        case .id(let id): GermanTitle(newDocument: id)
        case .new: .newDocuments
        }
    }
}
