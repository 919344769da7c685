/// Counting days as Regulation (EEC, Euratom) 1182/71 article 3 does: the day of the announcement is not counted, and
/// days are calendar days. On which days a period may end says `PeriodEnds`.
package enum NoticePeriod {
    /// The earliest day of effect after `days` full days of notice: with 30 days and an announcement on 23 November
    /// the thirty days end with 23 December, so that 24 December is the earliest. Without a period it is the day of
    /// the announcement itself.
    package static func earliestEffective(
        announced: CalendarDate, days: Int, ending ends: PeriodEnds
    ) -> CalendarDate {
        days == 0 ? announced : ends.end(ofPeriodTo: announced.adding(days: days)).adding(days: 1)
    }

    /// The latest announcement for a day of effect: of the days from which `earliestEffective` leads there or before,
    /// the last.
    package static func latestAnnounced(effective: CalendarDate, days: Int, ending ends: PeriodEnds) -> CalendarDate {
        days == 0 ? effective : ends.lastEnd(upTo: effective.adding(days: -1)).adding(days: -days)
    }

    /// The last day, to its end, on which customers may object.
    package static func objectionDeadline(
        announced: CalendarDate, objectionDays: Int, ending ends: PeriodEnds
    ) -> CalendarDate {
        objectionDays == 0 ? announced : ends.end(ofPeriodTo: announced.adding(days: objectionDays))
    }
}
