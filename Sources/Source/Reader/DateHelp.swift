import Model

/// What to write instead of a date that is none: the day that was meant where it can be told, otherwise the form. Of a day
/// past the end of its month nobody but its author knows which is meant.
///
///     dateHelp("2026-09-31", allowsTime: false)       // write the day that is meant; the last one of its month is 2026-09-30
///     dateHelp("23.11.2026", allowsTime: false)       // write 2026-11-23
///     dateHelp("2026-11-23 15:00", allowsTime: true)  // write 2026-11-23T15:00
///     dateHelp("2026-11-23T15:00+02:00", allowsTime: true)
///                                              // write 2026-11-23T15:00, if that is the time at the site's utc_offset
package func dateHelp(_ text: String, allowsTime: Bool) -> String {
    let form = "write a day as YYYY-MM-DD" + (allowsTime ? ", or a minute as YYYY-MM-DDThh:mm" : "")
    guard text.utf8.count <= 40 else { return form }
    let written = DateParts(text)
    var parts = written
    let days = parts.takeDays()
    // Of several days none stands for all: `2026-12-24/2026-12-26`.
    guard let day = days.first, !parts.holdAnotherYear else { return form }
    guard written.names(day) else { return "write the day that is meant; the last one of its month is \(day)" }
    if days.count > 1 {
        return "write " + days.map { "\($0)" }.joined(separator: " or ")
    }
    guard allowsTime, let minute = parts.minute else { return "write \(day)" }
    let moment = minute == 24 * 60 ? Moment(day.adding(days: 1), minute: 0) : Moment(day, minute: minute)
    // A moment is never converted, and what the site's offset is another key says.
    return "write \(moment)" + (hasZone(text) ? ", if that is the time at the site's utc_offset" : "")
}

/// Whether a time says its zone: `15:00Z`, `15:00+02:00`, `15:00 CET`.
private func hasZone(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    let letters = text[colon...].filter(\.isLetter).lowercased()
    return text[colon...].contains { "+-−".contains($0) } || !["", "am", "pm", "uhr"].contains(letters)
}

/// The numbers and words of a text that was meant as a date.
private struct DateParts {
    private var numbers: [Substring] = []
    private var words: [String] = []
    /// Whether the day comes first: points stand between the numbers, which may be a month and a day in any order else.
    private let hasPoints: Bool

    private static let months = MonthNames.shortEnglish.map { $0.lowercased() }

    init(_ text: String) {
        var rest = text[...]
        while let first = rest.first {
            let isDigit = first.isASCII && first.isNumber
            let isLetter = first.isASCII && first.isLetter
            let run = rest.prefix { $0.isASCII && (isDigit && $0.isNumber || isLetter && $0.isLetter) }
            if isDigit { numbers.append(run) }
            if isLetter { words.append(run.lowercased()) }
            rest = rest.dropFirst(max(run.count, 1))
        }
        hasPoints = text.contains(".")
    }

    /// The days that may be meant, one or, where day and month may be either, two; what is left is the time.
    mutating func takeDays() -> [CalendarDate] {
        // `2026-W14-5` counts weeks.
        if words.contains("w") { return [] }
        if let first = numbers.first, first.count == 8 {
            numbers.removeFirst()
            return [day(first.prefix(4), first.dropFirst(4).prefix(2), first.suffix(2))].compactMap(\.self)
        }
        if let month = words.lazy.compactMap({ Self.months.firstIndex(of: String($0.prefix(3))) }).first {
            guard numbers.count >= 2 else { return [] }
            let (one, other) = (numbers[0], numbers[1])
            numbers.removeFirst(2)
            let (year, date) = one.count == 4 ? (one, other) : (other, one)
            return [day(year, "\(month + 1)", date)].compactMap(\.self)
        }
        guard numbers.count >= 3 else { return [] }
        let (one, two, three) = (numbers[0], numbers[1], numbers[2])
        numbers.removeFirst(3)
        if one.count == 4 { return [day(one, two, three) ?? day(one, three, two)].compactMap(\.self) }
        let dayFirst = day(three, two, one)
        guard !hasPoints else { return [dayFirst].compactMap(\.self) }
        let both = [dayFirst, day(three, one, two)].compactMap(\.self)
        let asWritten = both.filter { $0.day == Int(one) || $0.day == Int(two) }
        return asWritten.count == 2 && asWritten[0] == asWritten[1] ? [asWritten[0]] : asWritten
    }

    /// Whether another year is written behind the day that was taken.
    var holdAnotherYear: Bool { numbers.contains { $0.count == 4 && (1900...2199).contains(Int($0) ?? 0) } }

    /// Whether a day's number is written, which that of a month's end in the place of a day past it is not.
    func names(_ day: CalendarDate) -> Bool {
        numbers.prefix(numbers.first?.count == 8 ? 1 : 3).contains {
            Int($0) != day.year && Int($0.suffix(2)) == day.day
        }
    }

    /// A day past the end of its month is that end.
    private func day(_ year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol)
        -> CalendarDate?
    {
        guard year.count == 4, let year = Int(year), let month = Int(month), (1...12).contains(month),
            let day = Int(day), (1...31).contains(day)
        else { return nil }
        return CalendarDate(year: year, month: month, day: min(day, CalendarDate.days(inMonth: month, of: year)))
    }

    /// Minutes since midnight, up to 24:00; nil where there is no time.
    var minute: Int? {
        guard let first = numbers.first, var hour = Int(first), first.count <= 2 else { return nil }
        let minute = numbers.count > 1 ? Int(numbers[1]) ?? 0 : 0
        if words.contains("pm"), hour < 12 { hour += 12 }
        if words.contains("am"), hour == 12 { hour = 0 }
        guard minute < 60, hour < 24 || hour == 24 && minute == 0 else { return nil }
        return hour * 60 + minute
    }
}
