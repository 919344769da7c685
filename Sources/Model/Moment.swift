import Formats

/// When something was announced: a day, or a minute of a day, at the site's `utc_offset`.
///
/// Moments are ordered as they are written and never converted: `2026-11-23` comes before `2026-11-23T00:00`.
package struct Moment: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let day: CalendarDate
    /// Minutes since midnight, 0 to 1439; nil for a bare day.
    package let minute: Int?

    package init(_ day: CalendarDate, minute: Int? = nil) {
        self.day = day
        self.minute = minute
    }

    /// Reads `2026-11-23` or `2026-11-23T15:00`, and nothing else.
    package init?(_ text: some StringProtocol) {
        guard let day = CalendarDate(text.prefix(10)) else { return nil }
        let time = Array(text.dropFirst(10).utf8)
        if time.isEmpty {
            self.init(day)
            return
        }
        let digits = [1, 2, 4, 5].compactMap { index -> Int? in
            guard index < time.count, (48...57).contains(time[index]) else { return nil }
            return Int(time[index]) - 48
        }
        guard time.count == 6, time[0] == UInt8(ascii: "T"), time[3] == UInt8(ascii: ":"), digits.count == 4,
            digits[0] * 10 + digits[1] < 24, digits[2] < 6
        else { return nil }
        self.init(day, minute: (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3])
    }

    package static func < (one: Self, other: Self) -> Bool {
        (one.day, one.minute ?? -1) < (other.day, other.minute ?? -1)
    }

    /// `15:00`; nil for a bare day.
    package var time: String? {
        minute.map { "\(padded($0 / 60, to: 2)):\(padded($0 % 60, to: 2))" }
    }

    /// As it is written in a source.
    package var description: String { time.map { "\(day)T\($0)" } ?? "\(day)" }

    /// The end of the day before: what is announced on the day itself is later.
    package var eve: Moment { Moment(day.adding(days: -1), minute: 24 * 60 - 1) }
}

/// What a build speaks for: everything announced by then, and the states of that day. A bare day is the whole day.
package struct AsOf: Sendable, Hashable, CustomStringConvertible {
    package let moment: Moment

    package init(_ moment: Moment) { self.moment = moment }

    package var day: CalendarDate { moment.day }

    /// Whether something announced at a moment is public: `2026-11-23` covers all of that day, and with a time of day
    /// it covers what is announced up to that minute.
    package func covers(_ other: Moment) -> Bool {
        if other.day != day { return other.day < day }
        guard let minute = moment.minute else { return true }
        return other.minute ?? -1 <= minute
    }

    package var description: String { moment.description }
}

extension AsOf {
    /// What a new announcement can say: today, with a time of day where something was announced today already, whose
    /// notice is closed.
    ///
    /// - Parameter last: the moment of the last one that is published; nil where none is.
    package func nextMoment(after last: Moment?) -> Moment {
        guard let last, last.day >= day else { return Moment(day) }
        guard let minute = last.minute else { return Moment(last.day, minute: moment.minute ?? 12 * 60) }
        let next = max(minute + 1, moment.minute ?? 0)
        return next < 24 * 60 ? Moment(last.day, minute: next) : Moment(last.day.adding(days: 1))
    }
}
