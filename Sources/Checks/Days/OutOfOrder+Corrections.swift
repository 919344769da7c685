import Diagnostics
import Model

/// Findings about corrections that are to take effect later: what was wrong is put right at once, and a day to come would
/// make a use that is there already look announced.
func correctionsToCome(_ provider: Provider) -> [Diagnostic] {
    provider.changes.compactMap { change in
        let announcement = change.announcement
        let effective = announcement.effective
        let day = max(announcement.announced.value, announcement.moment).day
        guard change.trueSince != nil, effective.value > day else { return nil }
        return Diagnostic(
            .outOfOrder, at: effective.span,
            "a correction of the list is in effect at once, and this one takes effect on \(effective.value)",
            help: "take the line out; what is to be so from \(effective.value) on only is a change without true_since:")
    }
}

/// Findings about corrections that call the list wrong on days on which it did not have the row. Of a list that lacked it
/// nothing is corrected but by listing it again (`removed: false`), and before its first day nothing at all: what was
/// used then and not told is no slip of the list.
func correctionsOfNoRow(_ provider: Provider) -> [Diagnostic] {
    provider.changes.compactMap { change in
        let announcement = change.announcement
        guard let trueSince = change.trueSince, !announcement.isWithdrawn,
            trueSince.value <= announcement.announced.value.day
        else { return nil }
        let listings = provider.listings(knownAt: announcement.moment, but: change)
        let last = listings.last { $0.day <= trueSince.value }
        let isListedAgain = change.removed?.value == false && last != nil
        // Of a row that is not on the list to this day `empty-change` tells.
        guard last?.isListed != true, !isListedAgain,
            let next = listings.first(where: { $0.isListed && $0.day > trueSince.value })?.day,
            next <= announcement.effective.value
        else { return nil }
        return Diagnostic(
            .outOfOrder, at: trueSince.span,
            "the list is said to be wrong since \(trueSince.value), when \(provider.id) was not on it",
            help: "write \(next), since when it is on the list, or later; what was so before can be told in note:")
    }
}

extension Provider {
    /// When the provider came on the list and went off it, by what was known at a moment and what was corrected by then,
    /// in the order of days.
    fileprivate func listings(knownAt moment: Moment, but left: ProviderChange) -> [(day: CalendarDate, isListed: Bool)]
    {
        changes.compactMap { change -> (day: CalendarDate, moment: Moment, isListed: Bool)? in
            let announcement = change.announcement
            guard change.span.range != left.span.range, change.isFirstState || change.removed != nil,
                announcement.moment <= moment, let effective = announcement.effective(knownAt: moment)
            else { return nil }
            return (change.trueSince?.value ?? effective, announcement.moment, change.removed?.value != true)
        }
        .sorted { ($0.day, $0.moment) < ($1.day, $1.moment) }
        .map { ($0.day, $0.isListed) }
    }
}
