import Model

extension Words {
    /// The end of a date written in English (`23 November 2026`, `November 23, 2026`, `23rd of Nov. 2026`, `May 2026`)
    /// or in Chinese and Japanese (`2026年11月23日`).
    func endOfDate(at start: Int) -> Int? {
        guard isDigit(start) || ("A"..."S").contains(scalars[start]), start == 0 || !scalars[start - 1].isWordPart
        else {
            return nil
        }
        if let day = endOfDay(at: start), let gap = endOfGap(at: day, allowing: "of"),
            let month = endOfMonth(at: gap), let year = endOfYear(at: month)
        {
            return year
        }
        if let date = endOfEasternDate(at: start) { return date }
        guard let month = endOfMonth(at: start) else { return nil }
        if let gap = endOfGap(at: month), let day = endOfDay(at: gap), let year = endOfYear(at: day) { return year }
        return endOfYear(at: month)
    }

    private func endOfEasternDate(at start: Int) -> Int? {
        var place = start
        for (index, sign) in ["年", "月", "日"].enumerated() as EnumeratedSequence<[Unicode.Scalar]> {
            var end = place
            while isDigit(end), end - place < 5 { end += 1 }
            guard end > place, end < scalars.count, scalars[end] == sign else { return index > 1 ? place : nil }
            place = end + 1
        }
        return place
    }

    private func endOfDay(at start: Int) -> Int? {
        var end = start
        while isDigit(end), end - start < 3 { end += 1 }
        guard end > start, end - start <= 2 else { return nil }
        for ending in ["st", "nd", "rd", "th"] where word(at: end) == ending { return end + 2 }
        return isWordPart(end) ? nil : end
    }

    private func endOfYear(at start: Int) -> Int? {
        var start = start
        if start < scalars.count, scalars[start] == "," { start += 1 }
        guard let year = endOfGap(at: start), isDigit(year), isDigit(year + 1), isDigit(year + 2), isDigit(year + 3),
            !isWordPart(year + 4)
        else { return nil }
        return year + 4
    }

    private func endOfMonth(at start: Int) -> Int? {
        guard start < scalars.count, ("A"..."S").contains(scalars[start]), let name = word(at: start),
            Self.months.contains(name)
        else { return nil }
        let end = start + name.unicodeScalars.count
        return name.count == 3 && end < scalars.count && scalars[end] == "." ? end + 1 : end
    }

    /// The end of the blanks, with a word between them where one is allowed.
    private func endOfGap(at start: Int, allowing word: String? = nil) -> Int? {
        var end = start
        while end < scalars.count, scalars[end].isBlank { end += 1 }
        guard end > start else { return nil }
        if let word, self.word(at: end) == word { return endOfGap(at: end + word.unicodeScalars.count) }
        return end
    }

    private func word(at start: Int) -> String? {
        var end = start
        while end < scalars.count, end - start < 10, scalars[end].isASCIILetter { end += 1 }
        guard end > start, !isWordPart(end) else { return nil }
        var word = ""
        word.unicodeScalars.append(contentsOf: scalars[start..<end])
        return word
    }

    private static let months = Set(MonthNames.english + MonthNames.shortEnglish)
}
