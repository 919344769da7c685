import Model

/// A day as a text has it: `1 September 2026`, `September 1st, 2026`, `1.9.2026`, `2026-09-01`, `2026年9月1日`.
package struct WrittenDate: Sendable {
    enum Form {
        /// `1 September 2026`
        case dayFirst
        /// `September 1, 2026`
        case monthFirst
        /// In numbers, or in a language other than English.
        case other
    }

    /// What a text says of itself by it.
    package enum Statement {
        case effect
        case update
    }

    /// In bytes of the text.
    package var range: Range<Int>
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
    /// Of a day past the end of its month, whether it is meant as a day: `2027-02-30` is, and `2027-13-45` is a number.
    var isPastMonth: Bool
    /// Nil where it says nothing of the text itself.
    package var statement: Statement?
    /// What the words before the statement call the text: `this`, `policy`.
    var subject: [String] = []
    /// Whether the same words say a later day of an update: `Effective 6 November 2015, updated 28 July 2021`.
    var isUpdatedLater = false

    package var day: CalendarDate? { readings.first }

    /// A day in the form of this one, and in its language; as `2026-09-01` where it does not say which that is.
    func written(_ day: CalendarDate) -> String {
        let month = MonthNames.english[day.month - 1]
        return switch form {
        case .dayFirst where !isBehindPoint && isCapital: "\(day.day) \(month) \(day.year)"
        case .monthFirst: "\(month) \(day.day), \(day.year)"
        case .dayFirst, .other: (isSpelled ? spelled(day) : inNumbers(day)) ?? "\(day)"
        }
    }
}

extension WrittenDate {
    /// The runs of letters, of digits and of what stands between them.
    private var runs: [Substring] {
        words.reduce(into: []) { runs, character in
            let end = words.index(runs.last?.endIndex ?? words.startIndex, offsetBy: 1)
            if let last = runs.last?.last, last.isLetter == character.isLetter, last.isNumber == character.isNumber {
                runs[runs.count - 1] = words[runs[runs.count - 1].startIndex..<end]
            } else {
                runs.append(words[(runs.last?.endIndex ?? words.startIndex)..<end])
            }
        }
    }

    /// The name of its month as it is written.
    private var month: Substring? { runs.first { MonthNames.month($0.lowercased()) != nil } }

    private var isCapital: Bool { month?.first?.isUppercase ?? false }

    /// `1. März`
    private var isBehindPoint: Bool { runs.dropFirst().first?.first == "." }

    /// With the name of the month: `15. Juni 2026`, `15 de junio de 2026`.
    private func spelled(_ day: CalendarDate) -> String? {
        guard let month else { return nil }
        var languages = MonthNames.others(with: month.lowercased())
        // German has capitals, and where it has, a point too.
        if !isCapital { languages.removeAll { $0 == MonthNames.german } }
        if isBehindPoint, isCapital { languages.removeAll { $0 != MonthNames.german } }
        let isJoined = words.contains(" de ")
        languages.removeAll { MonthNames.iberian.contains($0) != isJoined }
        let names = Set(languages.map { $0[day.month - 1] })
        guard let name = names.first, names.count == 1 else { return nil }
        let written = isCapital ? name.prefix(1).uppercased() + name.dropFirst() : name
        var output = ""
        var isSuffix = false
        for run in runs {
            // `1er mars`, and `15 mars`.
            if isSuffix, run.first?.isLetter == true {
                if day.day == 1 { output += run }
                continue
            }
            isSuffix = run.count < 3 && run.first?.isNumber == true
            output +=
                isSuffix
                ? "\(day.day)" : run.first?.isNumber == true ? "\(day.year)" : run == month ? written : "\(run)"
        }
        return output
    }

    /// `15.06.2026`, `2026年6月15日`; nil for `3/4/2026`, which is two days.
    private func inNumbers(_ day: CalendarDate) -> String? {
        let runs = runs
        let numbers = runs.filter { $0.first?.isNumber == true }
        guard numbers.count == 3, !(words.contains("/") && numbers[0].count < 3) else { return nil }
        let isPadded =
            numbers.contains { $0.first == "0" } || numbers.allSatisfy { $0.count > 1 } && words.contains("-")
        func padded(_ number: Int) -> String { isPadded && number < 10 ? "0\(number)" : "\(number)" }
        let (short, year) = ([padded(day.month), padded(day.day)], "\(day.year)")
        var parts = (numbers[0].count > 2 ? [year] + short : short.reversed() + [year])[...]
        return runs.map { $0.first?.isNumber == true ? parts.popFirst() ?? "" : "\($0)" }.joined()
    }
}
