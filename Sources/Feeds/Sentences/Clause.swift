import Diagnostics
import Language
import Model

/// What one or more rows of the list have in common: what becomes of them, and when.
struct Clause {
    /// One for each row; those of one company may share a name.
    var rows: [Row]
    var phrases: [Phrase]
    var tense: Tense
    var timing: Timing
    /// Of a correction, since when the list was wrong.
    var trueSince: CalendarDate?
    /// Of what was recorded after it took effect, the day on which it was.
    var late: CalendarDate?
    /// Whether something was to end, and goes on as that is postponed or withdrawn.
    var goesOn = false

    struct Row: Hashable {
        /// The row's permanent id.
        var id: String
        var name: String
        var purpose: String
    }

    /// The names, each once.
    private var names: [String] {
        var seen: Set<String> = []
        return rows.map(\.name).filter { seen.insert($0).inserted }
    }

    private var number: Phrase.Number { names.count == 1 ? .one : .many }

    /// The names with what each is for, where several are added.
    private var subject: String {
        guard number == .many, tellsPurposes else { return English.list(names.map(\.authored)) }
        return English.list(
            names.map { name in
                let purposes = rows.filter { $0.name == name }.compactMap { Purpose.aside($0.purpose) }
                return purposes.isEmpty ? name.authored : "\(name.authored) (\(English.list(purposes)))"
            })
    }

    /// Whether what stands behind the day differs from row to row.
    private var tellsPurposes: Bool { phrases.contains { !$0.rest.isEmpty } && Set(rows.map(\.purpose)).count > 1 }

    /// What stands behind the day.
    private func rest(of phrase: Phrase) -> String {
        guard tellsPurposes, !phrase.rest.isEmpty else { return phrase.rest }
        return number == .many ? "" : Purpose.phrase(rows.map(\.purpose))
    }

    /// Whether its words begin with the day.
    var leadsWithDay: Bool { phrases.count != 1 || phrases.first?.day != .within }

    /// The clause as it goes into a sentence behind another: without the day where it is the one that goes for that
    /// one too, with a pronoun where its rows were just spoken of.
    func words(isStart: Bool, after last: Clause? = nil) -> String {
        let isSame = rows.map(\.id) == last?.rows.map(\.id)
        let subject = isSame ? (number == .one ? "it" : "they") : subject
        if !leadsWithDay, let phrase = phrases.first {
            return "\(subject) \(phrase.words(tense, number))\(timing.phrase("on"))\(rest(of: phrase))"
        }
        let said = phrases.map { $0.words(tense, number) + rest(of: $0) }
        let words = "\(subject) \(English.predicates(said))"
        if let last, last.leadsWithDay, last.timing == timing, last.isOnDay == isOnDay { return words }
        let preposition = isOnDay ? "on" : "from"
        let day = timing.phrase(isStart ? preposition.prefix(1).uppercased() + preposition.dropFirst() : preposition)
        return "\(day.dropFirst()), \(words)"
    }

    /// Whether it says `on` its day rather than `from` its day on.
    private var isOnDay: Bool { tense == .past || phrases.first?.day != .from }

    /// `The list should have said since 1 March 2026 that Acme also receives code`.
    func correction(since day: CalendarDate) -> String {
        let said = phrases.map { $0.correctedWords(number) }
        return "the list should have said since \(English.date(day)) that \(subject) \(English.predicates(said))"
    }

    /// Of which day it is told, and in which way.
    struct Telling: Hashable {
        var tense: Tense
        var timing: Timing
        var trueSince: CalendarDate?
        var late: CalendarDate?
        var goesOn: Bool
    }

    var telling: Telling {
        Telling(tense: tense, timing: timing, trueSince: trueSince, late: late, goesOn: goesOn)
    }

    /// Whether another clause is told of the same day in the same way.
    func isTold(as other: Clause) -> Bool { telling == other.telling }

    /// What it says of its rows, purposes and all.
    struct Saying: Hashable {
        var telling: Telling
        var phrases: [Phrase]
    }

    var saying: Saying { Saying(telling: telling, phrases: phrases) }

    /// Whether another clause says the same of its rows, but for their purposes where several rows are added.
    func isAlike(_ other: Clause) -> Bool {
        guard isTold(as: other), phrases.count == 1 || phrases == other.phrases else { return false }
        return phrases.map(\.future) == other.phrases.map(\.future)
    }
}
