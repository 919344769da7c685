/// A letter, a roman number or a number in brackets before a clause's words: `(a)`, `b.`, `IV.`, `(2)`.
package struct ClauseLabel: Hashable {
    /// Signs and case, which tell one sequence from another.
    package struct Style: Hashable, Sendable {
        var isOpened: Bool
        var isClosed: Bool
        var isCapital: Bool
    }

    package enum Kind: Hashable, Sendable {
        case letters, romans
        /// `aa`, `bb`
        case doubled
        case digits
        /// The number that a list gives its item.
        case item
    }

    /// What it may count: `i` is the ninth letter, and the first roman number.
    package struct Reading: Hashable, Sendable {
        package var kind: Kind
        package var value: Int
    }

    package var style: Style
    /// Without its signs: `a`, `IV`.
    var shown: String
    /// A roman number first, as "(i)" is a letter only after "(h)".
    package var readings: [Reading]

    /// `(a)`, and of `b.` `(b)`: as an address has it.
    var words: String { "(\(shown))" }

    /// `B.`, `IV.`: what counts sections rather than what stands in one.
    var isSection: Bool { style.isCapital && !style.isOpened && !style.isClosed }

    /// What the words start with; nil where it is no label.
    ///
    /// A point ends a label only before a blank, and after a letter or a roman number: `e.g.` and `3.` are none.
    package init?(_ words: some StringProtocol) {
        guard !Self.isRuledOut(by: words.utf8) else { return nil }
        let text = words.drop(while: \.isWhitespace)
        let isOpened = text.first == "("
        let shown = text.dropFirst(isOpened ? 1 : 0).prefix(6).prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let behind = text[shown.endIndex...]
        guard (1...5).contains(shown.count), let end = behind.first, end == ")" || end == "." && !isOpened,
            behind.dropFirst().first?.isWhitespace ?? true
        else { return nil }
        let readings = Self.readings(of: String(shown))
        let isDigits = readings.first?.kind == .digits
        let isCapital = shown.first?.isUppercase == true
        guard !readings.isEmpty, isDigits ? isOpened : shown.allSatisfy({ $0.isUppercase == isCapital }) else {
            return nil
        }
        self.shown = String(shown)
        self.readings = readings
        style = Style(isOpened: isOpened, isClosed: end == ")", isCapital: isCapital)
    }

    /// Whether the bytes that words begin with tell that they are no label, as those of nearly all words do: of the first
    /// seven that show one ends it.
    ///
    /// - Parameter isWhole: whether the words are no longer than that.
    static func isRuledOut(by start: some Collection<UInt8>, isWhole: Bool = true) -> Bool {
        let shown = start.drop { $0 <= 0x20 || $0 >= 0x80 }.prefix(7)
        return (isWhole || shown.count == 7)
            && !shown.contains { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ".") }
    }

    /// Of an item of a list that counts.
    init(item number: Int) {
        shown = "\(number)"
        readings = [Reading(kind: .item, value: number)]
        style = Style(isOpened: false, isClosed: false, isCapital: false)
    }

    static func readings(of shown: String) -> [Reading] {
        let text = shown.lowercased()
        if text.allSatisfy({ $0.isASCII && $0.isNumber }) {
            return Int(text).map { [Reading(kind: .digits, value: $0)] } ?? []
        }
        var readings: [Reading] = []
        if let value = roman(text) { readings.append(Reading(kind: .romans, value: value)) }
        if let code = text.utf8.first, (0x61...0x7A).contains(code), text.utf8.allSatisfy({ $0 == code }) {
            let value = Int(code) - 0x60
            if text.utf8.count == 1 { readings.append(Reading(kind: .letters, value: value)) }
            if text.utf8.count == 2 { readings.append(Reading(kind: .doubled, value: value)) }
        }
        return readings
    }

    /// `i` to `xxxix`: no text has more of them, and `c`, `d`, `l` and `m` are letters then.
    package static func roman(_ text: some StringProtocol) -> Int? {
        let tens = text.prefix { $0 == "x" }.count
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].firstIndex(
            of: String(text.dropFirst(tens)))
        guard let ones, tens <= 3, tens + ones > 0 else { return nil }
        return 10 * tens + ones
    }
}
