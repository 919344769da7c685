import Language
import Model

/// English tells notices.
struct EnglishNotices: NoticeLanguage {
    func sentence(_ statement: Statement<EnglishPhrase>) -> String {
        switch statement {
        case .plain(let clauses):
            let words = clauses.enumerated().map { index, clause in
                clause.words(isStart: index == 0, after: index == 0 ? nil : clauses[index - 1])
            }
            return English.sentence(words.joined(separator: "; "), false)
        case .late(let clause, let day): return told(late: clause.words(isStart: false), on: day)
        case .goesOn(let clause): return English.sentence("Use goes on: \(clause.words(isStart: false))")
        case .correction(let clause, let since, let late):
            let words = "Correction: " + clause.correction(since: since)
            return late.map { told(late: words, on: $0) } ?? English.sentence(words)
        case .withdrawn(let clause):
            let words = clause.words(isStart: false)
            let announcement = "the announcement that\(clause.leadsWithDay ? ", " : " ")\(words)"
            return English.sentence(
                clause.goesOn ? "Use goes on: \(announcement) is withdrawn" : "Withdrawn: \(announcement)")
        }
    }

    /// `Told late, on 2 June 2026: Acme was added on 5 February 2026.`
    func told(late words: String, on day: CalendarDate) -> String {
        English.sentence("Told late, on \(English.date(day)): \(words)")
    }

    func possessor(_ document: DocumentFact) -> String { document.name }

    func objection(until deadline: CalendarDate, saysYear: Bool) -> String {
        "Customers may object until \(saysYear ? English.date(deadline) : English.dayAndMonth(deadline))."
    }
}

extension Clause<EnglishPhrase> {
    private var subject: String { English.list(subjects(Purpose.aside)) }

    private func purpose(of phrase: EnglishPhrase) -> String { purpose(of: phrase, Purpose.phrase) }

    /// The clause as it goes into a sentence behind another: without the day where it is the one that goes for that
    /// one too, with a pronoun where its rows were just spoken of.
    fileprivate func words(isStart: Bool, after last: Self? = nil) -> String {
        let isSame = rows.map(\.id) == last?.rows.map(\.id)
        let subject = isSame ? (number == .one ? "it" : "they") : subject
        if !leadsWithDay, let phrase = phrases.first {
            return "\(subject) \(phrase.words(tense, number))\(timing.phrase("on"))\(purpose(of: phrase))"
        }
        let said = phrases.map { $0.words(tense, number) + purpose(of: $0) }
        let words = "\(subject) \(English.predicates(said))"
        if let last, last.leadsWithDay, last.timing == timing, last.isOnDay == isOnDay { return words }
        let preposition = isOnDay ? "on" : "from"
        let day = timing.phrase(isStart ? preposition.prefix(1).uppercased() + preposition.dropFirst() : preposition)
        return "\(day.dropFirst()), \(words)"
    }

    /// `The list should have said since 1 March 2026 that Acme also receives code`.
    fileprivate func correction(since day: CalendarDate) -> String {
        let said = phrases.map { $0.correctedWords(number) }
        return "the list should have said since \(English.date(day)) that \(subject) \(English.predicates(said))"
    }
}

extension Timing {
    /// ` on 24 December 2026`, with the day it replaces where there is one.
    func phrase(_ preposition: String) -> String {
        let instead = insteadOf.map { " instead of \(English.date($0))" } ?? ""
        return " \(preposition) \(English.date(effective))\(instead)"
    }
}
