import Diagnostics
import Model
import Record

extension ProviderHistory {
    /// `empty-change`: a change that takes back what another one of its own moment announces for the same day: customers
    /// would be told that something comes and goes, and no list would ever differ.
    ///
    /// - Returns: warnings of what is published already.
    func changesTakenBack(among changes: [Change]) -> [Finding] {
        var last: [Occasion: Change] = [:]
        return changes.compactMap { change in
            let occasion = Occasion(moment: change.moment, day: change.announcement.effective.value)
            defer { last[occasion] = change }
            guard let other = last[occasion], change.takesBack(other) else { return nil }
            let diagnostic = Diagnostic(
                .emptyChange, at: change.span,
                "this change takes back what is announced with it for the same day, \(occasion.day)",
                help: "take both out, or say in one change what is to hold from then on"
            ).also(other.span, "the change that it takes back")
            return Finding(diagnostic, of: change.recordKey, isLenient: true)
        }
    }
}

/// When a change was announced, and for which day.
private struct Occasion: Hashable {
    var moment: Moment
    var day: CalendarDate
}

extension Change {
    /// Whether all that it names is what it was before another change, which names it too.
    fileprivate func takesBack(_ other: Change) -> Bool {
        let fields = Set(before.fields.keys).union(after.fields.keys)
        let others = Set(other.before.fields.keys).union(other.after.fields.keys)
        // What a correction added may go with the day on which it is told.
        guard other.written.trueSince == nil, !fields.isEmpty || written.removed != nil && other.written.removed != nil,
            fields.isSubset(of: others), after.isListed == other.before.isListed
        else { return false }
        return fields.allSatisfy { field in
            switch (after.fields[field], other.before.fields[field]) {
            case (nil, nil): true
            case (let now?, let was?): now.isSame(as: was)
            default: false
            }
        }
    }
}
