import Diagnostics

/// What the changes of a provider that were recorded at one moment make of days that were past by then.
///
/// *Older history* adds the row to days before `since` on which it was not listed, and alters nothing else. All else
/// that takes effect before the day on which it was recorded is *late*.
struct Recording {
    var moment: Moment
    /// The changes that take effect before the day of the moment, by their index.
    var changes: Set<Int>
    var isOlderHistory: Bool
    /// The days whose list it alters.
    var alterations: [Alteration]
}

/// Some days on end, past when something was recorded, of which it altered what the list says of a provider.
package struct Alteration: Sendable, Hashable {
    package var recorded: Moment
    package var days: Range<CalendarDate>
    /// Whether the list had shown the provider on these days.
    package var wasListed: Bool
    package var isOlderHistory: Bool
}

extension Fold {
    /// Everything that was recorded for earlier days, by moment.
    ///
    /// - Parameter since: the last day of the starting state.
    func recordings(since: CalendarDate) -> [Recording] {
        let recorded = provider.changes.indices.filter { index in
            let announcement = provider.changes[index].announcement
            return announcement.recorded != nil && announcement.effective.value < announcement.moment.day
        }
        let groups = Dictionary(grouping: recorded) { provider.changes[$0].announcement.moment }
        return groups.sorted { $0.key < $1.key }.map { moment, indices in
            let changes = Set(indices)
            let differences = Self.differences(
                passages(knownAt: moment, leavingOut: changes), passages(knownAt: moment))
            let isOlder =
                !differences.isEmpty && differences.allSatisfy { $0.days.upperBound <= since && !$0.wasListed }
            let alterations = differences.filter { $0.days.lowerBound < moment.day }.map { difference in
                Alteration(
                    recorded: moment,
                    days: difference.days.lowerBound..<min(difference.days.upperBound, moment.day),
                    wasListed: difference.wasListed, isOlderHistory: isOlder)
            }
            return Recording(moment: moment, changes: changes, isOlderHistory: isOlder, alterations: alterations)
        }
    }

    /// The days on which two folds say other things of the list, where the first listed the provider and where not.
    private static func differences(
        _ one: [Passage], _ other: [Passage]
    ) -> [(days: Range<CalendarDate>, wasListed: Bool)] {
        let days = Set((one + other).map(\.effective)).sorted()
        var (first, second) = (one[...], other[...])
        var (was, becomes) = (ProviderState(), ProviderState())
        var differences: [(days: Range<CalendarDate>, wasListed: Bool)] = []
        for (index, day) in days.enumerated() {
            while let passage = first.first, passage.effective <= day {
                was = passage.after
                first.removeFirst()
            }
            while let passage = second.first, passage.effective <= day {
                becomes = passage.after
                second.removeFirst()
            }
            guard !was.looks(as: becomes) else { continue }
            let end = index + 1 < days.count ? days[index + 1] : .distantFuture
            if let last = differences.last, last.days.upperBound == day, last.wasListed == was.isListed {
                differences[differences.count - 1].days = last.days.lowerBound..<end
            } else {
                differences.append((day..<end, was.isListed))
            }
        }
        return differences
    }
}

extension ProviderState {
    /// Whether the list shows the same for ever; of a provider that is not listed it shows nothing.
    fileprivate func looks(as other: ProviderState) -> Bool {
        isListed == other.isListed && (!isListed || fields == other.fields)
    }
}
