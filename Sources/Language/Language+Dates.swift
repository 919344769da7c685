import Model

/// Days in words, without a locale. Digits are the Western ones in every language: the same numbers stand in addresses,
/// clauses, versions and digests, and a reader must find them again. Most Arabic sites write them so.
extension Language {
    /// `24 December 2026`, `24. Dezember 2026`.
    package func date(_ day: CalendarDate) -> String { "\(dayAndMonth(day)) \(day.year)" }

    /// The same in HTML: `<time datetime="2026-12-24">24 December 2026</time>`.
    package func time(_ day: CalendarDate) -> String { "<time datetime=\"\(day)\">\(date(day))</time>" }

    /// A day of a year that was just named: `24 December`.
    package func dayAndMonth(_ day: CalendarDate) -> String {
        let month = months[day.month - 1]
        return self == .german ? "\(day.day). \(month)" : "\(day.day) \(month)"
    }

    private var months: [String] {
        switch self {
        case .english: MonthNames.english
        case .german: Self.germanMonths
        case .arabic: Self.arabicMonths
        }
    }

    private static let germanMonths = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ]

    /// As Egypt and the Gulf call them; they are understood elsewhere too.
    private static let arabicMonths = [
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ]
}
