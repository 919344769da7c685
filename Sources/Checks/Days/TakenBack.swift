import Diagnostics
import Model
import Record

extension ProviderHistory {
    /// `empty-change`: a change that takes back what another one of its own moment announces for the same day: customers
    /// would be told that something comes and goes, and no list would ever differ.
    ///
    /// - Returns: warnings of what is published already.
    func changesTakenBack(among changes: [Change]) -> [Finding] {
        var seen: [Occasion: [Change]] = [:]
        return changes.compactMap { change in
            let occasion = Occasion(change)
            defer { seen[occasion, default: []].append(change) }
            // The newest that says something of the same: of very many, one of the last.
            let earlier = seen[occasion, default: []].suffix(20).last { $0.names(anyOf: change) }
            guard let other = earlier, change.takesBack(other) else { return nil }
            let diagnostic = Diagnostic(
                .emptyChange, at: change.span,
                "this change takes back what is announced with it for the same day, \(occasion.day)",
                help: change.fieldsNamed == other.fieldsNamed
                    ? "take both out, or say in one change what is to hold from then on"
                    : "take this change out, and what it takes back out of the other"
            ).also(other.span, "the change that it takes back")
            return Finding(diagnostic, of: change.recordKey, isLenient: true)
        }
    }
}

/// When a change was announced, and for which day.
private struct Occasion: Hashable {
    /// Of older history, which is entered at one moment, the days differ.
    let announced: Moment
    let moment: Moment
    let day: CalendarDate

    init(_ change: Change) {
        announced = change.announcement.announced.value
        moment = change.moment
        day = change.announcement.effective.value
    }
}

extension Change {
    fileprivate var fieldsNamed: Set<ProviderField> { Set(before.fields.keys).union(after.fields.keys) }

    /// Whether both name a field, or say whether the company is listed.
    fileprivate func names(anyOf other: Change) -> Bool {
        !fieldsNamed.isDisjoint(with: other.fieldsNamed) || written.removed != nil && other.written.removed != nil
    }

    /// Whether all that it names is what it was before another change, which names it too.
    fileprivate func takesBack(_ other: Change) -> Bool {
        let (fields, others) = (fieldsNamed, other.fieldsNamed)
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
