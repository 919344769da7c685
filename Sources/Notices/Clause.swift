import Formats
import Language
import Model

/// What one or more rows of the list have in common: what becomes of them, and when.
struct Clause<Phrase: NoticePhrase> {
    /// One for each row; those of one company may share a name.
    var rows: [ClauseRow]
    var phrases: [Phrase]
    var tense: Tense
    var timing: Timing
    /// Of a correction, since when the list was wrong.
    var trueSince: CalendarDate?
    /// Of what was recorded after it took effect, the day on which it was.
    var late: CalendarDate?
    /// Whether something was to end, and goes on as that is postponed or withdrawn.
    var goesOn = false

    /// The names, each once.
    var names: [String] { rows.map(\.name).uniqued }

    var number: GrammaticalNumber { names.count == 1 ? .one : .many }

    /// Of which day it is told, and in which way.
    struct Telling: Hashable {
        var tense: Tense
        var timing: Timing
        var trueSince: CalendarDate?
        var late: CalendarDate?
        var goesOn: Bool
    }

    var telling: Telling { Telling(tense: tense, timing: timing, trueSince: trueSince, late: late, goesOn: goesOn) }

    /// Whether another clause is told of the same day in the same way.
    func isTold(as other: Clause) -> Bool { telling == other.telling }

    /// What it says of its rows, purposes and all.
    struct Saying: Hashable {
        var telling: Telling
        var phrases: [Phrase]
    }

    var saying: Saying { Saying(telling: telling, phrases: phrases) }

    /// Whether the purposes differ from row to row.
    var tellsPurposes: Bool { phrases.contains { !$0.purpose.isEmpty } && Set(rows.map(\.purpose)).count > 1 }

    /// The names, each with what it is for where several are added for purposes of their own.
    ///
    /// - Parameter aside: what stands behind a name for some purposes.
    func subjects(_ aside: ([String]) -> String) -> [String] {
        guard number == .many, tellsPurposes else { return names.map(\.authored) }
        return names.map { name in name.authored + aside(rows.filter { $0.name == name }.map(\.purpose)) }
    }

    /// What stands behind all else that a phrase says; nothing where each name has its own.
    ///
    /// - Parameter joined: what stands there for the purposes of several rows.
    func purpose(of phrase: Phrase, _ joined: ([String]) -> String) -> String {
        guard tellsPurposes, !phrase.purpose.isEmpty else { return phrase.purpose }
        return number == .many ? "" : joined(rows.map(\.purpose))
    }

    /// Whether another clause says the same of its rows, but for their purposes where several rows are added.
    func isAlike(_ other: Clause) -> Bool {
        guard isTold(as: other), phrases.count == 1 || phrases == other.phrases else { return false }
        return phrases.map(\.withoutPurpose) == other.phrases.map(\.withoutPurpose)
    }
}

extension Clause where Phrase: DatedPhrase {
    /// Whether its words begin with the day.
    var leadsWithDay: Bool { phrases.count != 1 || phrases.first?.day != .within }

    /// Whether it says `on` its day rather than `from` its day on.
    var isOnDay: Bool { tense == .past || phrases.first?.day != .from }
}

struct ClauseRow: Hashable {
    /// The row's permanent id.
    var id: String
    var name: String
    var purpose: String
}

extension [String] {
    /// One behind the other, those that are empty left out.
    var joinedWords: String { filter { !$0.isEmpty }.joined(separator: " ") }
}
