import Diagnostics
import Model

/// Whether the company stays that a change is to replace, at the moment at which that is told.
extension History {
    /// Whether it stays on the list beside the change's company: no removal of it was announced before the change takes effect,
    /// or it was withdrawn or postponed past that. One that was announced for a later day from the start is told with that day.
    func stays(_ id: String, beside change: Change, toldAt told: Moment) -> Bool {
        guard let (row, day, known) = replaced(id, by: change, toldAt: told),
            row.provider.isListed(on: day, knownAt: known)
        else { return false }
        return !row.removals(knownAt: known).contains { announcement in
            announcement.effective(knownAt: known).map { min($0, announcement.effective.value) > day } ?? false
        }
    }

    /// Whether it stays although it was to leave by then: its removal was announced, and withdrawn or postponed past that. That
    /// it is replaced is then said no more.
    package func staysAfterAll(_ id: String, beside change: Change, toldAt told: Moment) -> Bool {
        guard stays(id, beside: change, toldAt: told), let (row, day, known) = replaced(id, by: change, toldAt: told)
        else {
            return false
        }
        return row.removals(knownAt: known).contains { announcement in
            announcement.effective.value <= day && announcement.effective(knownAt: known).map { $0 > day } ?? true
        }
    }

    /// The row, the day on which the change takes effect, and up to when what was announced counts: on the day itself something
    /// may still be announced, when the effect has been told already.
    private func replaced(
        _ id: String, by change: Change, toldAt told: Moment
    ) -> (row: ProviderHistory, day: CalendarDate, known: Moment)? {
        let effect = Moment(change.announcement.effective(knownAt: told) ?? change.announcement.currentEffective)
        return document(change.register)?.register?.provider(id).map { row in
            (row, effect.day, min(told, max(change.moment, effect.eve)))
        }
    }
}

extension ProviderHistory {
    /// What was announced by a moment and takes it off the list, be it withdrawn since.
    fileprivate func removals(knownAt known: Moment) -> [Announcement] {
        changes.filter { $0.written.removed?.value == true && $0.moment <= known }.map(\.announcement)
    }
}
