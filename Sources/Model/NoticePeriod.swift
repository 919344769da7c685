/// Counting days as Regulation (EEC, Euratom) 1182/71 article 3 does: the day of the announcement is not counted,
/// days are calendar days, and holidays count.
package enum NoticePeriod {
    /// The earliest day of effect after `days` full days of notice: with 30 days and an announcement on 23 November
    /// the thirty days end with 23 December, so that 24 December is the earliest. Without a period it is the day of
    /// the announcement itself.
    package static func earliestEffective(announced: CalendarDate, days: Int) -> CalendarDate {
        days == 0 ? announced : announced.adding(days: days + 1)
    }

    /// The latest announcement for a day of effect; the inverse of `earliestEffective`.
    package static func latestAnnounced(effective: CalendarDate, days: Int) -> CalendarDate {
        days == 0 ? effective : effective.adding(days: -days - 1)
    }

    /// The last day, to its end, on which customers may object.
    package static func objectionDeadline(announced: CalendarDate, objectionDays: Int) -> CalendarDate {
        announced.adding(days: objectionDays)
    }
}
