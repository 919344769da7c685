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
    var names: [String] {
        var seen: Set<String> = []
        return rows.map(\.name).filter { seen.insert($0).inserted }
    }

    var number: GrammaticalNumber { names.count == 1 ? .one : .many }

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

    /// Whether the purposes differ from row to row.
    var tellsPurposes: Bool { phrases.contains { !$0.purpose.isEmpty } && Set(rows.map(\.purpose)).count > 1 }

    /// Whether another clause says the same of its rows, but for their purposes where several rows are added.
    func isAlike(_ other: Clause) -> Bool {
        guard isTold(as: other), phrases.count == 1 || phrases == other.phrases else { return false }
        return phrases.map(\.withoutPurpose) == other.phrases.map(\.withoutPurpose)
    }
}

struct ClauseRow: Hashable {
    /// The row's permanent id.
    var id: String
    var name: String
    var purpose: String
}
