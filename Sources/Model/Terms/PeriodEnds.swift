/// The days on which a period ends: any day of the calendar, or working days alone. A period whose last day is a public
/// holiday, a Sunday or a Saturday then ends with the next working day (Regulation 1182/71, article 3(4)).
package struct PeriodEnds: Sendable, Hashable {
    /// Whether they are working days: neither Saturdays, Sundays nor one of the holidays.
    package let areWorkingDays: Bool
    /// Without doubles, in their order; they count where ends are working days.
    package let holidays: [CalendarDate]
    /// By each holiday the working day after it and the one before it, so that no run of them is walked twice.
    private let after: [CalendarDate: CalendarDate]
    private let before: [CalendarDate: CalendarDate]

    package static let calendarDays = PeriodEnds(areWorkingDays: false)

    package init(areWorkingDays: Bool, holidays: some Sequence<CalendarDate> = []) {
        self.areWorkingDays = areWorkingDays
        self.holidays = Set(holidays).sorted()
        var after: [CalendarDate: CalendarDate] = [:]
        for holiday in self.holidays.reversed() {
            let next = holiday.adding(days: 1).orNextWeekday
            after[holiday] = after[next] ?? next
        }
        var before: [CalendarDate: CalendarDate] = [:]
        for holiday in self.holidays {
            let previous = holiday.adding(days: -1).orPreviousWeekday
            before[holiday] = before[previous] ?? previous
        }
        self.after = after
        self.before = before
    }

    /// The day with which a period ends whose last day is counted to be `day`: that day, or the next working day.
    package func end(ofPeriodTo day: CalendarDate) -> CalendarDate {
        guard areWorkingDays else { return day }
        let weekday = day.orNextWeekday
        return after[weekday] ?? weekday
    }

    /// The last day up to one with which a period may end.
    package func lastEnd(upTo day: CalendarDate) -> CalendarDate {
        guard areWorkingDays else { return day }
        let weekday = day.orPreviousWeekday
        return before[weekday] ?? weekday
    }
}

extension CalendarDate {
    /// The day itself, or the Monday after a Saturday or Sunday. Day 1 of the calendar is a Monday.
    fileprivate var orNextWeekday: CalendarDate {
        switch ordinal % 7 {
        case 6: adding(days: 2)
        case 0: adding(days: 1)
        default: self
        }
    }

    /// The day itself, or the Friday before a Saturday or Sunday.
    fileprivate var orPreviousWeekday: CalendarDate {
        switch ordinal % 7 {
        case 6: adding(days: -1)
        case 0: adding(days: -2)
        default: self
        }
    }
}
