import Markdown

extension ClauseNumber {
    /// A number as it stands at the start of some words.
    struct Form {
        var number: ClauseNumber
        /// What stands before it, in small letters: `§` or `article`.
        var name: String?
        /// Itself, in small letters.
        var shown: String
    }

    /// What a heading starts with: `2. Fees`, `2 Fees`, `§ 4a Fees`, `Article 5`, `B. Fees`.
    static func form(ofHeading words: String) -> Form? {
        leading(words, isHeading: true) ?? named(words) ?? label(words)
    }

    /// What a paragraph or an item starts with: a bold number (`**1.1 Purpose.**`), `(a)`, `(ii)`, `(3)`, `b.`
    static func form(ofParagraph inlines: [Inline]) -> Form? {
        if case .strong(let bold)? = inlines.first, clauseNumber(bold.plainText) != nil {
            return leading(inlines.plainText, isHeading: false)
        }
        return label(inlines.plainText)
    }

    /// Nil where what follows is no word: `1.5 %` is an amount.
    private static func leading(_ words: String, isHeading: Bool) -> Form? {
        let text = words.drop(while: \.isWhitespace)
        guard let (digits, shown) = writtenClauseNumber(text) else { return nil }
        let sign = text.first == "§" ? "§" : nil
        let behind = text.drop { $0 == "§" || $0.isWhitespace }.dropFirst(shown.count)
        let isPointed = sign != nil || behind.first.map { ".):".contains($0) } ?? false
        let rest = behind.drop { ".):".contains($0) || $0.isWhitespace }
        guard rest.first.map({ $0.isLetter || "\"“„«'‘([".contains($0) }) ?? true,
            let number = Self(numbers: digits, isPointed: isPointed), isHeading || number.series != .bare
        else { return nil }
        return Form(number: number, name: sign, shown: shown)
    }

    private static func named(_ words: String) -> Form? {
        let text = words.lowercased().split(separator: " ", maxSplits: 2)
        guard text.count > 1, text[0] == "§" || ClauseWord(inHeading: text[0]) != nil else {
            return nil
        }
        let shown = text[1].prefix { $0.isClauseDigit || $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
            .reversed().drop { $0 == "." }.reversed()
        let written = String(shown)
        // Of the sign with a number `leading` has said what it is.
        guard text[0] != "§" || written.first?.isLetter == true else { return nil }
        let digits = written.withASCIIDigits
        guard text[1].dropFirst(written.count).allSatisfy({ ".):–—-".contains($0) }),
            var number = Self(roman: written) ?? Self(letter: written) ?? Self(numbers: digits, isPointed: true)
        else { return nil }
        number.series = .named(String(text[0]), number.series)
        return Form(number: number, name: String(text[0]), shown: written)
    }

    private static func label(_ words: String) -> Form? {
        let text = words.lowercased().drop(while: \.isWhitespace)
        let isBracketed = text.first == "("
        let shown = text.dropFirst(isBracketed ? 1 : 0).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let behind = text.dropFirst((isBracketed ? 1 : 0) + shown.count)
        guard (1...5).contains(shown.count), let end = behind.first, isBracketed ? end == ")" : ".)".contains(end),
            behind.dropFirst().first?.isWhitespace ?? true,
            let number = Self(roman: shown) ?? Self(letter: shown) ?? Self(digits: shown)
        else { return nil }
        return Form(number: number, shown: String(shown))
    }
}

// MARK: Kinds of numbers

extension ClauseNumber {
    init?(letter: some StringProtocol) {
        guard letter.utf8.count == 1, let code = letter.utf8.first, (0x61...0x7A).contains(code) else { return nil }
        self.init(series: .letters, parts: [Part(number: Int(code) - 0x60)], isPointed: false)
    }

    private init?(digits: some StringProtocol) {
        guard let number = Int(digits), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        self.init(series: .digits, parts: [Part(number: number)], isPointed: false)
    }

    private init?(roman: some StringProtocol) {
        guard let number = ClauseLabel.roman(roman) else { return nil }
        self.init(series: .romans, parts: [Part(number: number)], isPointed: false)
    }

    /// `4`, `10.2`, `4a`.
    private init?(numbers: String, isPointed: Bool) {
        let written = numbers.split(separator: ".", omittingEmptySubsequences: false)
        let parts = written.compactMap(Part.init)
        guard parts.count == written.count else { return nil }
        self.init(series: parts.count == 1 && !isPointed ? .bare : .pointed, parts: parts, isPointed: isPointed)
    }
}

extension ClauseNumber.Part {
    /// `4`, `4a`.
    fileprivate init?(_ text: Substring) {
        let digits = text.prefix(while: \.isNumber)
        let letter = text.dropFirst(digits.count)
        guard digits.utf8.count <= 6, let number = Int(digits), letter.utf8.count <= 1 else { return nil }
        self.number = number
        self.letter = letter.utf8.first.map { Int($0) - 0x60 } ?? 0
        guard (0...26).contains(self.letter) else { return nil }
    }
}
