import Language

/// A fact of a change as a clause of an Arabic sentence, for each tense. The verb leads; what becomes of the company stands
/// behind it.
struct ArabicPhrase: NoticePhrase {
    var future: ArabicPredicate
    var present: ArabicPredicate
    var past: ArabicPredicate
    /// What the list should have said.
    var corrected: ArabicPredicate
    var day = Day.from
    /// What stands at the end: ` (الغرض: «الاستضافة»)`.
    var purpose = ""

    /// Where the day stands: behind the words of an act, else before them, as the day on which it is or from which it holds.
    enum Day { case within, on, from }

    init(
        _ future: ArabicPredicate, _ present: ArabicPredicate, _ past: ArabicPredicate,
        corrected: ArabicPredicate? = nil
    ) {
        (self.future, self.present, self.past) = (future, present, past)
        self.corrected = corrected ?? present
    }

    var withoutPurpose: Self {
        var phrase = self
        phrase.purpose = ""
        return phrase
    }

    func predicate(_ tense: Tense) -> ArabicPredicate {
        switch tense {
        case .future: future
        case .present: present
        case .past: past
        }
    }
}

/// A verb and what follows it, with a place for the company between them.
struct ArabicPredicate: Hashable {
    private var verb: ArabicVerbForm
    private var link: ArabicLink
    private var rest: ArabicWords

    init(_ verb: ArabicVerbForm, _ link: ArabicLink = .subject, _ rest: ArabicWords = "") {
        (self.verb, self.link, self.rest) = (verb, link, rest)
    }

    /// With the companies named: a verb before them has the form of one.
    func words(of companies: ArabicCompanies) -> String {
        Self.joined([verb.one, link.named(companies), rest.of(companies.count)])
    }

    /// Where the companies were just named: by the form of the verb, or a pronoun.
    func words(ofSame companies: ArabicCompanies) -> String {
        let isTwo = link == .subject && companies.count == .two
        return Self.joined([isTwo ? verb.two : verb.one, link.pronoun(companies.count), rest.of(companies.count)])
    }

    private static func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ") }
}

/// A verb in the feminine, as companies are: of one, and of two behind them. Of many it has the form of one.
struct ArabicVerbForm: Hashable, ExpressibleByStringLiteral {
    var one: String
    var two: String

    init(_ one: String, _ two: String) { (self.one, self.two) = (one, two) }

    /// One whose subject is not the company.
    init(stringLiteral words: String) { self.init(words, words) }
}

/// Words that differ with the number of companies.
struct ArabicWords: Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    private var one: String
    private var two: String
    private var many: String

    init(_ one: String, two: String, many: String) { (self.one, self.two, self.many) = (one, two, many) }

    init(stringLiteral words: String) { self.init(words, two: words, many: words) }

    func of(_ count: ArabicCount) -> String { count.of(one, two, many) }
}

/// How the company follows a verb.
enum ArabicLink: Hashable {
    case subject
    /// By a preposition or a noun, behind words between it and the verb.
    case behind(String, Joint)

    enum Joint { case by, to, of, on, about, name }

    static func by(_ words: String = "") -> Self { .behind(words, .by) }

    func named(_ companies: ArabicCompanies) -> String {
        guard case .behind(let words, let joint) = self else { return companies.nominative }
        return Self.words(words, joint.named(companies.genitive))
    }

    func pronoun(_ count: ArabicCount) -> String {
        guard case .behind(let words, let joint) = self else { return "" }
        return Self.words(words, joint.stem + (count == .two ? "هما" : "ها"))
    }

    private static func words(_ words: String, _ company: String) -> String {
        words.isEmpty ? company : "\(words) \(company)"
    }
}

extension ArabicLink.Joint {
    fileprivate func named(_ company: String) -> String {
        switch self {
        case .by: "ب" + company
        case .of: company.hasPrefix("ال") ? "لل" + company.dropFirst(2) : "ل" + company
        case .to: "إلى \(company)"
        case .on: "على \(company)"
        case .about: "عن \(company)"
        case .name: "اسم \(company)"
        }
    }

    /// To which a pronoun is written.
    fileprivate var stem: String {
        switch self {
        case .by: "ب"
        case .of: "ل"
        case .to: "إلي"
        case .on: "علي"
        case .about: "عن"
        case .name: "اسم"
        }
    }
}

/// Companies as a sentence names them: `شركة Acme`, `الشركتان Acme و Brill`. The noun has the gender and number that verbs ask for,
/// which no name has for sure.
struct ArabicCompanies {
    var count: ArabicCount
    private var names: String

    /// - Parameter names: the author's words in them marked.
    init(_ names: [String]) {
        count = ArabicCount(names.count)
        self.names = Arabic.list(names)
    }

    var nominative: String { words(two: "الشركتان") }
    var genitive: String { words(two: "الشركتين") }

    private func words(two: String) -> String {
        if count == .one, Self.nouns.contains(where: { names.unmarked.hasPrefix($0 + " ") }) { return names }
        return "\(count.of("شركة", two, "الشركات")) \(names)"
    }

    /// Nouns in the feminine with which names of companies begin themselves.
    private static let nouns = ["شركة", "مؤسسة", "مجموعة", "وكالة", "هيئة", "جمعية", "جامعة"]
}
