import Language
import Model

extension Sentences {
    /// What a block of terms takes away, one sentence for each loss: `From 1 March 2027, the notice period for changes of
    /// the Privacy Policy will be 10 days instead of 30.`
    ///
    /// Documents are called by their titles when the block was announced.
    func sentences(for change: TermsChange, from viewpoint: Viewpoint) -> [String] {
        let timing = Timing(change.announcement, from: viewpoint)
        let tense = timing.isWithdrawn ? .future : viewpoint.tense(of: timing.effective)
        return change.losses.map { loss in
            let titles = loss.documents.map { title(of: $0, knownAt: change.announcement.moment) }
            let words = LossWords(loss, of: English.list(titles))
            let day = " \(words.begins && tense != .past ? "from" : "on") \(English.date(timing.effective))"
            let clause = "\(day.dropFirst()), \(words.subject) \(words.predicate(tense))\(words.rest)"
            return timing.isWithdrawn
                ? English.sentence("Withdrawn: the announcement that, \(clause)") : English.sentence(clause)
        }
    }

    /// What a document is called that terms concern: of one of which nothing is announced yet there is no title.
    private func title(of document: String, knownAt known: Moment) -> String {
        if document == TermsLoss.newDocuments { return "new documents" }
        let hasTitle = history.document(document)?.newest(knownAt: known) != nil
        return hasTitle
            ? English.named(history.title(of: document, knownAt: known)) : "the new document “\(document)”"
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

    func predicate(_ tense: Tense) -> String {
        switch tense {
        case .future: future
        case .present: present
        case .past: past
        }
    }

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
