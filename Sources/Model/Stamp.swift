import Formats

/// A second at the site's `utc_offset`: when an event is said to have happened.
///
/// Services that read feeds drop an entry whose stamp is no later than the one before it. So no two events share one,
/// and each is later than all events before it.
package struct Stamp: Sendable, Hashable, Comparable {
    package let day: CalendarDate
    /// Since midnight, 0 to 86,399.
    package let second: Int

    private init(_ day: CalendarDate, second: Int) {
        self.day = day
        self.second = second
    }

    /// That of a moment alone; a bare day is its first second.
    package init(_ moment: Moment) {
        self.init(moment.day, second: (moment.minute ?? 0) * 60)
    }

    /// A second later.
    package var next: Stamp {
        second < 86_399 ? Stamp(day, second: second + 1) : Stamp(day.adding(days: 1), second: 0)
    }

    /// The time of day: `15:00:00`.
    package var time: String {
        [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }.joined(separator: ":")
    }

    package static func < (one: Self, other: Self) -> Bool { (one.day, one.second) < (other.day, other.second) }

    /// The stamp of each event of a list in its order: its moment, or a second after the event before it where that is
    /// later. What is added at the end of the list alters none that is there.
    static func following(_ events: [Event]) -> [Event: Stamp] {
        var stamps: [Event: Stamp] = [:]
        var last: Stamp?
        for event in events {
            let stamp = max(Stamp(event.moment), last?.next ?? Stamp(event.moment))
            stamps[event] = stamp
            last = stamp
        }
        return stamps
    }
}
