/// A text cut into what a reader takes as a whole: words (with their apostrophes and hyphens), numbers (`1,000.50`),
/// amounts (`€20`, `5%`), dates (`23 November 2026`, `2026-11-23`), addresses (`https://…`, `a@b.example`), signs, and
/// the blanks between them. Nothing is lost: the parts joined are the text.
struct Words: Sequence, IteratorProtocol {
    private let scalars: [Unicode.Scalar]
    private var start = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func next() -> (text: String, kind: Token.Kind)? {
        guard start < scalars.count else { return nil }
        let first = scalars[start]
        var end = start + 1
        var kind = Token.Kind.sign
        if first.isBlank {
            kind = .space
            while end < scalars.count, scalars[end].isBlank { end += 1 }
        } else if let date = endOfDate(at: start) {
            kind = .word
            end = date
        } else if first.isWordPart || (first.isCurrency && isDigit(end)) || (first == "§" && isDigit(end)) {
            kind = .word
            end = endOfWord(at: start)
        } else if first == "." || first == "!" || first == "?" {
            kind = .stop
        }
        defer { start = end }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[start..<end])
        return (text, kind)
    }

    private func isDigit(_ place: Int) -> Bool { place < scalars.count && scalars[place].isDigit }
    private func isWordPart(_ place: Int) -> Bool { place < scalars.count && scalars[place].isWordPart }

    private func endOfWord(at start: Int) -> Int {
        var end = start + 1
        if let address = endOfAddress(at: start) { return address }
        while end < scalars.count {
            let scalar = scalars[end]
            if scalar.isWordPart {
                end += 1
            } else if isWordPart(end + 1), joins(scalar, at: end) {
                end += 2
            } else {
                break
            }
        }
        if end < scalars.count, scalars[end] == "%" || scalars[end] == "‰" || scalars[end].isCurrency,
            scalars[end - 1].isDigit
        {
            end += 1
        }
        return end
    }

    /// Whether a sign between two parts of a word belongs to it.
    private func joins(_ sign: Unicode.Scalar, at place: Int) -> Bool {
        switch sign {
        case "'", "’", "-", "‑", "_", "@", "&": true
        // `3.1` and `a.example` are one, `1.Definitions` is a number and a word.
        case ".": scalars[place - 1].isDigit == isDigit(place + 1)
        case ",", ":", "/": scalars[place - 1].isDigit && isDigit(place + 1)
        default: false
        }
    }

    /// The end of `scheme://…` up to the next blank, less the signs that end a sentence.
    private func endOfAddress(at start: Int) -> Int? {
        var colon = start
        while colon < scalars.count, colon - start < 8, scalars[colon].isASCIILetter { colon += 1 }
        guard colon + 2 < scalars.count, scalars[colon] == ":", scalars[colon + 1] == "/", scalars[colon + 2] == "/"
        else { return nil }
        var end = colon + 3
        while end < scalars.count, !scalars[end].isBlank { end += 1 }
        while end > colon + 3, ".,;:!?)]\"'”’".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
        return end
    }
}

// MARK: Dates

extension Words {
    /// The end of a date written in English: `23 November 2026`, `November 23, 2026`, `23rd of Nov. 2026`, `May 2026`.
    private func endOfDate(at start: Int) -> Int? {
        guard start == 0 || !scalars[start - 1].isWordPart else { return nil }
        if let day = endOfDay(at: start), let gap = endOfGap(at: day, allowing: "of"),
            let month = endOfMonth(at: gap), let year = endOfYear(at: month)
        {
            return year
        }
        guard let month = endOfMonth(at: start) else { return nil }
        if let gap = endOfGap(at: month), let day = endOfDay(at: gap), let year = endOfYear(at: day) { return year }
        return endOfYear(at: month)
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

    private static let months: Set<String> = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension Unicode.Scalar {
    /// White space as HTML folds it.
    fileprivate var isBlank: Bool { self == " " || self == "\n" || self == "\t" || self == "\r" || self == "\u{C}" }

    fileprivate var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

    fileprivate var isWordPart: Bool {
        if isASCII { return isASCIILetter || isDigit }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .format, .otherSymbol,
            .modifierSymbol:
            return true
        default: return false
        }
    }

    fileprivate var isCurrency: Bool { isASCII ? self == "$" : properties.generalCategory == .currencySymbol }
}
