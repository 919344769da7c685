import Diagnostics
import Formats

/// A change that says since when a list was wrong and was not withdrawn.
struct Correction: Sendable {
    var change: Change
    /// The days whose lists it corrects: from the day of the list that stood when it came to be wrong, by what was known
    /// when it was corrected. So a list that points to it does so for ever.
    var days: Range<CalendarDate>

    /// Mostly none; in the order of the record.
    static func all(of providers: [ProviderHistory]) -> [Correction] {
        let changes =
            providers
            .flatMap { $0.changes.filter { $0.written.trueSince != nil && !$0.announcement.isWithdrawn } }
            .sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
        if changes.isEmpty { return [] }
        let lists = lists(of: providers)
        return changes.compactMap { change in
            guard let trueSince = change.written.trueSince?.value else { return nil }
            let earlier = lists.prefix(lists.firstPlace { $0.day > trueSince })
            let first = earlier.last { $0.known <= change.moment }?.day ?? trueSince
            let end = change.announcement.currentEffective
            return Correction(change: change, days: first..<max(first, end))
        }
    }

    /// The days on which the list changed, earliest first, each with when that was known first.
    private static func lists(of providers: [ProviderHistory]) -> [(day: CalendarDate, known: Moment)] {
        var known: [CalendarDate: Moment] = [:]
        for provider in providers {
            let days = Set(provider.daysOfEffect)
            for change in provider.changes where !change.announcement.isWithdrawn {
                let day = change.announcement.currentEffective
                if days.contains(day) { known[day] = min(known[day] ?? change.moment, change.moment) }
            }
        }
        return known.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
