import Formats

/// A day of the proleptic Gregorian calendar, years 1 to 9999, without a time zone.
package struct CalendarDate: Sendable, Hashable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil where there is no such day, as for 31 September.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-11-23`, and nothing else.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.reduce(.some(0)) { total, byte in
            guard let total, byte.isASCIIDigit else { return nil }
            return total * 10 + Int(byte - UInt8(ascii: "0"))
        }
    }

    package static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (one: Self, other: Self) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    package static let distantPast = CalendarDate(ordinal: 1)
    package static let distantFuture = CalendarDate(ordinal: maximumOrdinal)
}

extension CalendarDate {
    private static let maximumOrdinal = 3_652_059

    /// The number of the day, 1 for 0001-01-01.
    package var ordinal: Int {
        let before = year - 1
        let daysBeforeYear = before * 365 + before / 4 - before / 100 + before / 400
        let daysBeforeMonth = (1..<month).reduce(0) { $0 + Self.days(inMonth: $1, of: year) }
        return daysBeforeYear + daysBeforeMonth + day
    }

    /// The day of a number, held to the calendar's first and last day.
    package init(ordinal: Int) {
        var rest = min(max(ordinal, 1), Self.maximumOrdinal) - 1
        var year = 1
        for (days, years) in [(146_097, 400), (36_524, 100), (1_461, 4), (365, 1)] {
            // The last day of a leap cycle belongs to its last year, not to one more.
            let cycles = min(rest / days, years == 100 || years == 1 ? 3 : .max)
            year += cycles * years
            rest -= cycles * days
        }
        var month = 1
        while rest >= Self.days(inMonth: month, of: year) {
            rest -= Self.days(inMonth: month, of: year)
            month += 1
        }
        self.year = year
        self.month = month
        self.day = rest + 1
    }

    /// The day so many days later, or earlier when negative; held to the years 1 to 9999.
    package func adding(days: Int) -> CalendarDate {
        CalendarDate(ordinal: ordinal.addingReportingOverflow(days).overflow ? .max : ordinal + days)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `2026-11-23`.
    package var description: String {
        func digit(_ number: Int) -> UInt8 { UInt8(ascii: "0") + UInt8(number % 10) }
        let hyphen = UInt8(ascii: "-")
        let letters = [
            digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), hyphen, digit(month / 10),
            digit(month), hyphen, digit(day / 10), digit(day),
        ]
        return String(decoding: letters, as: UTF8.self)
    }
}
