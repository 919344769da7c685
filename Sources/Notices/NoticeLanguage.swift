import Model

/// How a language tells what notices say. The facts, and what is told in one sentence, are the same in every language;
/// words and their order are the language's own.
protocol NoticeLanguage: Sendable {
    associatedtype Phrase: NoticePhrase

    func phrase(_ fact: ChangeFact) -> Phrase
    /// What changes of one company do, in one sentence.
    func sentence(
        of sentences: Sentences, for changes: [Change], from viewpoint: Viewpoint, isStartingState: Bool
    ) -> String
    /// What changes do, one sentence for each company; companies of which the same is said share one.
    func sentences(
        of sentences: Sentences, for changes: [Change], from viewpoint: Viewpoint, isStartingState: Bool
    ) -> [String]
    /// What becomes of rows of one company, as whole sentences.
    func sentence(_ statement: Statement<Phrase>) -> String
    func sentence(_ fact: EditionFact) -> String
    func sentence(_ fact: InterimFact) -> String
    func sentence(_ fact: TermsFact) -> String
    func sentence(_ fact: RenamingFact) -> String
    /// A document as it stands behind `changes of`.
    func possessor(_ document: DocumentFact) -> String
    /// - Parameter saysYear: whether the year is to be named.
    func objection(until deadline: CalendarDate, saysYear: Bool) -> String
}

/// One thing that a change does to a company, in a language's words. What is the same in words is told once.
protocol NoticePhrase: Hashable {
    /// What stands behind all else: ` to host pages`.
    var purpose: String { get set }
}

extension NoticePhrase {
    var withoutPurpose: Self {
        var phrase = self
        phrase.purpose = ""
        return phrase
    }
}

/// A phrase of a language whose clauses may begin with their day.
protocol DatedPhrase: NoticePhrase {
    var day: PhraseDay { get }
}

/// How a clause with nothing but one phrase names its day.
enum PhraseDay {
    /// It happens on its day: `Acme will be added on 24 December 2026 to host pages`.
    case within
    /// It is so on its day: `On 24 December 2026, Acme is on the list`.
    case on
    /// It holds from its day on: `From 24 December 2026, Acme will also receive code`.
    case from
}

/// What is said of one company in a sentence of its own.
enum Statement<Phrase: NoticePhrase> {
    /// What is announced, row by row and day by day.
    case plain([Clause<Phrase>])
    /// What was told after it took effect, on a day.
    case late(Clause<Phrase>, on: CalendarDate)
    /// What was to end and is postponed.
    case goesOn(Clause<Phrase>)
    /// What the list should have said since a day, and the day on which that was told, where that was late.
    case correction(Clause<Phrase>, since: CalendarDate, late: CalendarDate?)
    case withdrawn(Clause<Phrase>)

    /// Of one company, in the order in which they are told.
    static func all(_ clauses: [Clause<Phrase>]) -> [Statement] {
        let standing = clauses.filter { !$0.timing.isWithdrawn }
        let plain = standing.filter { $0.trueSince == nil && $0.late == nil && !$0.goesOn }
        return (plain.isEmpty ? [] : [.plain(plain)])
            + standing.filter { $0.trueSince == nil }.compactMap { clause in
                if let day = clause.late { return .late(clause, on: day) }
                return clause.goesOn ? .goesOn(clause) : nil
            }
            + standing.compactMap { clause in
                clause.trueSince.map { .correction(clause, since: $0, late: clause.late) }
            }
            + clauses.filter(\.timing.isWithdrawn).map { .withdrawn($0) }
    }
}

enum GrammaticalNumber { case one, many }

/// What an edition does to its document.
struct EditionFact {
    var kind: Kind
    /// What its readers call the document until then.
    var document: DocumentFact
    var tense: Tense
    var timing: Timing
    /// The day on which it was told, where that was late.
    var late: CalendarDate?

    enum Kind {
        case begins
        /// `newTitle`: nil where the document keeps its title.
        case changes(isMaterial: Bool, newTitle: String?)
        /// `until`: the day of the edition that follows.
        case interim(until: CalendarDate)
        case ends(successors: [DocumentFact])
        /// Another edition of its first day holds in its place.
        case hidden(announced: CalendarDate)
    }
}

/// How long an interim edition applies.
struct InterimFact: Hashable {
    var day: CalendarDate
    /// The day of the edition that follows; nil where none does.
    var until: CalendarDate?
}

/// How a sentence knows a document.
enum DocumentFact {
    /// By its title, in one line.
    case titled(String, isRegister: Bool)
    /// By its id, as nothing of it is announced yet.
    case id(String)
    /// All of which nothing is announced yet.
    case new
}

/// What a block of terms takes away.
struct TermsFact {
    var loss: TermsLoss
    var documents: [DocumentFact]
    var tense: Tense
    var day: CalendarDate
    var isWithdrawn: Bool
}

/// What is called otherwise from a day on.
struct RenamingFact {
    var part: Renaming.Part
    var old: Names
    var new: Names
    var tense: Tense
    var day: CalendarDate
}
