import Language

/// A fact of a change as a clause of an Arabic sentence, for each tense. The verb leads; what becomes of the company stands
/// behind it.
struct ArabicPhrase: DatedPhrase {
    var future: ArabicPredicate
    var present: ArabicPredicate
    var past: ArabicPredicate
    /// What the list should have said.
    var corrected: ArabicPredicate
    /// Behind the words of an act, else before them.
    var day = PhraseDay.from
    /// What stands at the end: ` (الغرض: «الاستضافة»)`.
    var purpose = ""

    init(
        _ future: ArabicPredicate, _ present: ArabicPredicate, _ past: ArabicPredicate,
        corrected: ArabicPredicate? = nil
    ) {
        (self.future, self.present, self.past) = (future, present, past)
        self.corrected = corrected ?? present
    }

    /// Of one verb in its tenses, with the same words behind it in each.
    ///
    /// - Parameter corrected: nil for the present.
    init(
        _ future: ArabicVerbForm, _ present: ArabicVerbForm, _ past: ArabicVerbForm, _ link: ArabicLink,
        _ rest: ArabicWords, corrected: ArabicVerbForm? = nil
    ) {
        func predicate(_ verb: ArabicVerbForm) -> ArabicPredicate { ArabicPredicate(verb, link, rest) }
        self.init(
            predicate(future), predicate(present), predicate(past), corrected: corrected.map { predicate($0) })
    }

    func predicate(_ tense: Tense) -> ArabicPredicate { tense.of(future, present, past) }
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
        [verb.one, link.named(companies), rest.of(companies.count)].joinedWords
    }

    /// Where the companies were just named: by the form of the verb, or a pronoun.
    func words(ofSame companies: ArabicCompanies) -> String {
        let isTwo = link == .subject && companies.count == .two
        return [isTwo ? verb.two : verb.one, link.pronoun(companies.count), rest.of(companies.count)].joinedWords
    }
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
        case .of: Self.of(company)
        case .to: "إلى \(company)"
        case .on: "على \(company)"
        case .about: "عن \(company)"
        case .name: "اسم \(company)"
        }
    }

    /// `لشركة Acme`; an article is written to it, be it one of a name: `للشركتين`, `للهيئة العامة`.
    private static func of(_ company: String) -> String {
        let name = company.drop { $0 == AuthorsSigns.start }
        guard name.hasPrefix("ال") else { return "ل" + company }
        return "لل" + company.prefix(company.count - name.count) + name.dropFirst(2)
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
/// which no name has for sure. Where a name says that it is no company, they are bodies (`الجهتان`).
struct ArabicCompanies {
    var count: ArabicCount
    private var names: String
    /// With which the names begin, without their articles.
    private var nouns: [Substring]

    /// - Parameter names: the author's words in them marked.
    init(_ names: [String]) {
        count = ArabicCount(names.count)
        self.names = Arabic.list(names)
        nouns = names.map { name in
            let noun = name.unmarked.prefix { !$0.isWhitespace }
            return noun.hasPrefix("ال") ? noun.dropFirst(2) : noun
        }
    }

    var nominative: String { words(two: "الشركتان", bodies: "الجهتان") }
    var genitive: String { words(two: "الشركتين", bodies: "الجهتين") }

    private func words(two: String, bodies: String) -> String {
        if count == .one, nouns.contains(where: { $0 == Self.company || Self.feminine.contains($0) }) { return names }
        let areBodies = nouns.contains { Self.feminine.contains($0) || Self.masculine.contains($0) }
        let noun = areBodies ? count.of("الجهة", bodies, "الجهات") : count.of(Self.company, two, "الشركات")
        return "\(noun) \(names)"
    }

    private static let company = "شركة"

    /// Nouns with which names of others than companies begin, in the feminine as verbs ask for.
    private static let feminine: Set<Substring> = [
        "مؤسسة", "مجموعة", "وكالة", "هيئة", "جمعية", "جامعة", "وزارة", "منظمة", "منصة", "شبكة", "دار",
    ]

    /// The same in the masculine, before which one in the feminine stands: `الجهة مركز البحوث`.
    private static let masculine: Set<Substring> = [
        "مركز", "معهد", "صندوق", "بنك", "مصرف", "مكتب", "مجلس", "اتحاد",
    ]
}
