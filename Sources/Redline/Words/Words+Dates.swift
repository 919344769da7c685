import Model

extension Words {
    /// The end of a date written in English (`23 November 2026`, `November 23, 2026`, `23rd of Nov. 2026`, `May 2026`)
    /// or in Chinese and Japanese (`2026年11月23日`).
    func endOfDate(at start: Int) -> Int? {
        guard isDigit(start) || ("A"..."S").contains(scalars[start]), start == 0 || !scalars[start - 1].isWordPart
        else {
            return nil
        }
        if isDigit(start) {
            if let day = endOfDay(at: start), let gap = endOfGap(at: day, orOf: true),
                let month = endOfMonth(at: gap), let year = endOfYear(at: month)
            {
                return year
            }
            return endOfEasternDate(at: start)
        }
        guard let month = endOfMonth(at: start) else { return nil }
        if let gap = endOfGap(at: month), let day = endOfDay(at: gap), let year = endOfYear(at: day) { return year }
        return endOfYear(at: month)
    }

    private func endOfEasternDate(at start: Int) -> Int? {
        var place = start
        for (index, sign) in Self.easternSigns.enumerated() {
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
        if !isWordPart(end) { return end }
        return word(at: end).map { word in Self.dayEndings.contains(where: word.elementsEqual) } == true ? end + 2 : nil
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
            Self.months.contains(where: { $0[0] == scalars[start] && name.elementsEqual($0) })
        else { return nil }
        let end = start + name.count
        return name.count == 3 && end < scalars.count && scalars[end] == "." ? end + 1 : end
    }

    /// The end of the blanks.
    ///
    /// - Parameter mayHoldOf: whether there may be an `of` between them.
    private func endOfGap(at start: Int, orOf mayHoldOf: Bool = false) -> Int? {
        var end = start
        while end < scalars.count, scalars[end].isBlank { end += 1 }
        guard end > start else { return nil }
        if mayHoldOf, let word = word(at: end), word.elementsEqual("of".unicodeScalars) {
            return endOfGap(at: end + word.count)
        }
        return end
    }

    /// Letters of ASCII, ten at most, that are a word.
    private func word(at start: Int) -> ArraySlice<Unicode.Scalar>? {
        var end = start
        while end < scalars.count, end - start < 10, scalars[end].isASCIILetter { end += 1 }
        guard end > start, !isWordPart(end) else { return nil }
        return scalars[start..<end]
    }

    private static let easternSigns: [Unicode.Scalar] = ["年", "月", "日"]
    private static let dayEndings = ["st", "nd", "rd", "th"].map { Array($0.unicodeScalars) }
    private static let months = (MonthNames.english + MonthNames.shortEnglish).map { Array($0.unicodeScalars) }
}
