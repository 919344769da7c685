import Model

/// A day as a text has it: `1 September 2026`, `September 1st, 2026`, `1.9.2026`, `2026-09-01`, `2026年9月1日`.
struct WrittenDate: Sendable {
    enum Form {
        /// `1 September 2026`
        case dayFirst
        /// `September 1, 2026`
        case monthFirst
        /// In numbers, or in a language other than English.
        case other
    }

    /// What a text says of itself by it.
    enum Statement {
        case effect
        case update
    }

    /// In bytes of the text.
    var range: Range<Int>
    /// As it is written.
    var words: String
    var form: Form
    /// Whether its month is a word.
    var isSpelled: Bool
    var year: Int
    /// The day, and of `3/4/2026` both days that it can be; empty where there is none of them.
    var readings: [CalendarDate]
    /// The last day of the month where the day is past it.
    var lastOfMonth: CalendarDate?
    /// Nil where it says nothing of the text itself.
    var statement: Statement?
    /// What the words before the statement call the text: `this`, `policy`.
    var subject: [String] = []
    /// Whether the same words say a later day of an update: `Effective 6 November 2015, updated 28 July 2021`.
    var isUpdatedLater = false

    var day: CalendarDate? { readings.first }

    /// A day in the form of this one.
    func written(_ day: CalendarDate) -> String {
        let month = MonthNames.english[day.month - 1]
        return switch form {
        case .dayFirst: "\(day.day) \(month) \(day.year)"
        case .monthFirst: "\(month) \(day.day), \(day.year)"
        case .other: "\(day)"
        }
    }
}
