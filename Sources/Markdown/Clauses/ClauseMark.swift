import Formats

/// What stands at the start of a heading or a paragraph in the form of a clause's number.
struct ClauseMark: Sendable {
    enum Form: Equatable {
        /// `10.2`, `3)`, `§ 4.2`
        case plain
        /// `§ 4a`, `§ IV`, `§ A`, which is counted apart: "§ 2" stands beside "2. Unterabschnitt".
        case sign
        /// `Article 5`, `Annex A`
        case named(ClauseWord)
        /// `B.`, `IV.`, `(a)`
        case label(ClauseLabel)
    }

    var form: Form
    /// As a reader writes it: `10.2`, `Article 5`, `B`, `(a)`.
    var words: String
    /// As addresses write it: `10.2`, `article-5`, `b`.
    var component: String
    /// Whether a text begins to count with it: `1`, `1.1`, `Article I`, `A.`
    var isFirst: Bool
    /// Whether it may be an amount as well: `**2.5 GB** of space`.
    var mayBeAmount = false
    /// Whether a heading's own place is called so: of a number in ASCII digits. Any other has the place of its words, as
    /// every heading without a number, and this one too.
    var isPlace = false
    /// Of `4a` and `Article 4` 4, of `4.2` 2, of `B.` 2.
    let value: Int?

    /// Of a heading's words.
    init?(heading: String) {
        // A single word without a digit, a sign or a point is none.
        guard !heading.utf8.allSatisfy(\.isASCIILetter) else { return nil }
        if let number = writtenClauseNumber(heading) {
            self.init(number: number, isSign: heading.first { !$0.isWhitespace } == "§")
        } else if let sign = Self(sign: heading) {
            self = sign
        } else if let named = Self(named: heading) {
            self = named
        } else if let label = ClauseLabel(heading) {
            let words = label.isSection ? label.shown : label.words
            self.init(
                form: .label(label), words: words, component: label.shown.lowercased(),
                isFirst: label.readings.contains { $0.value == 1 })
        } else {
            return nil
        }
    }

    /// Of a paragraph that starts with a bold number: `**1.1 Purpose.** …`, `**1.** …`. A number without a point of its own
    /// whose words begin small or with a sign is an amount: `**2.5 million**`, `**30 days**`.
    init?(bold: String, rest: String) {
        guard let (number, written, behind) = clauseNumberParts(bold) else { return nil }
        let isPointed = bold.first == "§" || behind.first.map { ".):".contains($0) } ?? false
        let words = (behind + rest).drop { ".):".contains($0) || $0.isWhitespace }
        let isWord = words.first.map { $0.isLetter && (isPointed || !$0.isLowercase) || "\"“„«([".contains($0) } ?? true
        guard isWord, isPointed || number.contains(".") else { return nil }
        self.init(number: (number, written), isSign: bold.first == "§")
        let unit = words.drop { $0 == "[" }.prefix(while: \.isLetter)
        mayBeAmount =
            !isPointed
            && ((2...3).contains(unit.count) && unit == unit.uppercased() || Self.amounts.contains(unit.lowercased()))
    }

    private static let amounts: Set<String> = [
        "million", "millions", "billion", "billions", "trillion", "thousand", "hundred", "millionen", "milliarden",
        "millones", "milliards", "milioni", "percent", "prozent",
    ]

    private init(form: Form, words: String, component: String, isFirst: Bool) {
        self.form = form
        self.words = words
        self.component = component
        self.isFirst = isFirst
        if case .label(let label) = form {
            value = label.readings.first?.value
        } else {
            let last = component.split { $0 == "." || $0 == "-" }.last ?? ""
            let digits = last.prefix { $0.isASCII && $0.isNumber }
            value = digits.isEmpty ? ClauseLabel.readings(of: String(last)).first?.value : Int(digits)
        }
    }

    private init(number: (number: String, written: String), isSign: Bool) {
        let (number, written) = number
        self.init(
            form: isSign && !number.contains(".") ? .sign : .plain,
            words: isSign ? "§ \(written)" : written, component: number,
            isFirst: number == "0" || number.split(separator: ".").allSatisfy { $0 == "1" || $0 == "1a" })
        isPlace = number == written
    }

    /// `§ IV`, `§ A`, `§ B.2`
    private init?(sign heading: String) {
        // Nearly no heading holds the last byte of the sign.
        guard heading.utf8.contains(0xA7) else { return nil }
        let text = heading.drop(while: \.isWhitespace)
        guard text.first == "§" else { return nil }
        let word = text.dropFirst().drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
        guard let number = ClauseWord.wholeNumber(word), number.first?.isLetter == true else { return nil }
        let component = number.lowercased()
        self.init(
            form: component.contains(".") ? .plain : .sign, words: "§ \(number)", component: component,
            isFirst: ClauseWord.isFirst(component))
    }

    /// Whether it is a number, with the sign § or without.
    var isPlain: Bool { form == .plain || form == .sign }

    /// Whether it is of one number or letter: `4`, not `4.2`.
    var isWhole: Bool { !component.utf8.contains(UInt8(ascii: ".")) }
}

// MARK: Named parts

extension ClauseMark {
    private init?(named heading: String) {
        // A single word is none.
        guard heading.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x80 }) else { return nil }
        let words = heading.split(maxSplits: 2, omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
        guard words.count > 1, let word = ClauseWord(inHeading: words[0].lowercased()) else { return nil }
        guard let number = ClauseWord.wholeNumber(words[1]) else { return nil }
        // "Part a discussion" is one.
        guard number != "a" || words.count == 2 || words[1] != "a" else { return nil }
        let name = words[0].hasSuffix(".") ? word.rawValue : words[0].lowercased()
        let shown = number.withASCIIDigits.lowercased()
        self.init(
            form: .named(word), words: "\(words[0]) \(number)", component: "\(name)-\(shown)",
            isFirst: ClauseWord.isFirst(shown))
    }
}
