import Language
import Model

extension EnglishNotices {
    func sentence(_ fact: TermsFact) -> String {
        let words = LossWords(fact.loss, of: English.list(fact.documents.map(\.name)))
        let preposition = words.begins && fact.tense != .past ? "from" : "on"
        let clause =
            "\(preposition) \(English.date(fact.day)), \(words.subject) \(words.predicate(fact.tense))\(words.rest)"
        return English.sentence(fact.isWithdrawn ? "Withdrawn: the announcement that, \(clause)" : clause)
    }
}

/// A loss as the parts of a sentence: what it befalls, what becomes of it in each tense, and what follows.
private struct LossWords {
    var subject: String
    var future: String
    var present: String
    var past: String
    var rest = ""
    /// Whether it holds from its day on, rather than happens on it.
    var begins = true

    func predicate(_ tense: Tense) -> String { tense.of(future, present, past) }

    /// - Parameter titles: of the documents that lose it.
    init(_ loss: TermsLoss, of titles: String) {
        switch loss {
        case .fewer(.notice, _, let old, 0):
            self.init("the notice period of \(Self.days(old)) for changes of \(titles)", "will end", "ends", "ended")
            begins = false
        case .fewer(let period, _, let old, let new):
            let name = period == .notice ? "the notice period for" : "the time to object to"
            self.init("\(name) changes of \(titles)", "will be", "is", "became")
            rest = " \(Self.amounts(new, insteadOf: old))"
        case .objectionAfterEffect(_, let old, let new):
            self.init("this", "will hold", "holds", "came to hold")
            rest =
                " for an objection to a change of \(titles) that has taken effect: \(English.quoted(new))"
                + (old.map { " instead of \(English.quoted($0))" } ?? "")
        case .workingDays:
            self.init("periods for changes of \(titles)", noLonger: "be extended", "are extended")
            rest = " to the next working day where they end on a Saturday, a Sunday or a holiday"
        case .holidays(let days, _):
            let isOne = days.count == 1
            self.init(English.list(days.map(English.date)), noLonger: "count", isOne ? "counts" : "count")
            rest = " as \(isOne ? "a holiday" : "holidays") in periods for changes of \(titles)"
        case .fields(let fields, let kept, _):
            let names = "the " + English.list(fields.map(\.noun))
            switch kept {
            case .noLongerMaterial:
                self.init("changes of \(names) of companies on \(titles)", noLonger: "need", "need")
                rest = " notice"
            case .noLongerRequired:
                self.init("companies", "will no longer have to", "no longer have to", "ceased to have to")
                rest = " be listed on \(titles) with \(names)"
            case .unrecorded:
                self.init("changes of \(names) of companies on \(titles)", noLonger: "be announced", "are announced")
            case .hidden:
                self.init(
                    "\(names) of companies on \(titles)", noLonger: "be shown",
                    fields.count == 1 ? "is shown" : "are shown")
            }
        }
    }

    private init(_ subject: String, _ future: String, _ present: String, _ past: String) {
        (self.subject, self.future, self.present, self.past) = (subject, future, present, past)
    }

    /// - Parameters:
    ///   - infinitive: `be shown`.
    ///   - present: `is shown`, of which the first word stands before or behind `no longer`.
    private init(_ subject: String, noLonger infinitive: String, _ present: String) {
        let parts = present.split(separator: " ", maxSplits: 1)
        let negated = parts.count == 1 ? "no longer \(present)" : "\(parts[0]) no longer \(parts[1])"
        self.init(subject, "will no longer \(infinitive)", negated, "ceased to \(infinitive)")
    }

    private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

    /// `10 days instead of 30`; of no days the day of the announcement is left.
    private static func amounts(_ new: Int, insteadOf old: Int) -> String {
        if new == 0 { return "the day of the announcement instead of \(days(old))" }
        return "\(days(new)) instead of \(new == 1 || old == 1 ? days(old) : "\(old)")"
    }
}

extension ProviderField {
    /// What the field says of a company, as `the … of companies` names it.
    fileprivate var noun: String {
        switch self {
        case .data: "kinds of data"
        case .subjects: "data subjects"
        case .locations: "places of processing"
        case .transfer: "transfer mechanisms"
        case .enabled: "way of being enabled"
        case .via: "engaging company"
        case .replaces: "replaced company"
        default: Wording.field(self)
        }
    }
}
