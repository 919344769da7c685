import Diagnostics

/// A heading and the place it can be linked to by. One object, as it is handed on far more often than it is made.
package final class Heading: Sendable {
    package let level: Int
    /// Its words, number included.
    package let text: String
    /// The `id` of its element, unique in its text.
    package let anchor: String
    /// The anchor that GitHub gives its words.
    package let slug: String
    /// Of a clause its number, as links and labels name it: `10.2` of "## 10.2 Third-party AI", `4` of "§ 4 Retention",
    /// `annex-a/2` of "### 2. Duration" below "## Annex A".
    package let number: String?
    /// Of a clause what its words say of that: `10.2`, `4`, `2`.
    package let label: String?
    /// The text of the heading in the source, without its `#` signs.
    package let span: SourceSpan

    /// - Parameter clause: its number and what its words say of that.
    init(
        _ heading: TreeReader.Tree.Heading, anchor: String, clause: (number: String, label: String)?,
        at span: SourceSpan
    ) {
        (level, text, slug) = (heading.level, heading.text, heading.slug)
        (self.anchor, self.span) = (anchor, span)
        (number, label) = (clause?.number, clause?.label)
    }
}

/// The number at the start of a heading's words, in ASCII digits, or nil.
///
///     clauseNumber("10.2 Third-party AI") // "10.2"
///     clauseNumber("1. Fees")             // "1"
///     clauseNumber("§ 4a Retention")      // "4a"
///     clauseNumber("٣ نطاق")              // "3"
///     clauseNumber("24/7 support")        // nil
package func clauseNumber(_ heading: some StringProtocol) -> String? { writtenClauseNumber(heading)?.number }

/// The same, with how its author wrote it: `٣` of the number `3`. Both have as many characters.
package func writtenClauseNumber(_ heading: some StringProtocol) -> (number: String, written: String)? {
    clauseNumberParts(heading).map { ($0.number, $0.written) }
}

/// The same, with what stands behind it.
package func clauseNumberParts(
    _ heading: some StringProtocol
) -> (number: String, written: String, behind: Substring)? {
    let heading = Substring(heading)
    var rest = heading.unicodeScalars[...]
    rest = rest.trimmingBlanks()
    if rest.first == "§" { rest = rest.dropFirst().trimmingBlanks() }
    let start = rest.startIndex
    while true {
        let digits = rest.prefix { $0.digit != nil }
        guard !digits.isEmpty else { return nil }
        rest = rest[digits.endIndex...]
        if let letter = rest.first, ("a"..."z").contains(letter), rest.dropFirst().first.map(\.endsNumber) ?? true {
            rest = rest.dropFirst()
        }
        guard rest.first == ".", rest.dropFirst().first?.digit != nil else { break }
        rest = rest.dropFirst()
    }
    let written = String(heading[start..<rest.startIndex])
    let number = written.withASCIIDigits
    guard number.utf8.count <= 32 else { return nil }
    switch rest.first {
    case nil: break
    case let end? where end.isBlank || end == ")" || end == ":": break
    // "1. Fees", and "1.Fees" too, but no "2.x".
    case ".": if rest.dropFirst().first?.properties.isLowercase == true { return nil }
    default: return nil
    }
    return (number, written, heading[rest.startIndex...])
}

extension StringProtocol {
    /// With the digits of Arabic texts, `٣` and `۳`, as `3`: a number is one and the same in either.
    package var withASCIIDigits: String {
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return String(self) }
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars { text.append(scalar.digit.map { Unicode.Scalar(UInt8(0x30 + $0)) } ?? scalar) }
        return String(text)
    }
}

extension Unicode.Scalar {
    /// Of an ASCII digit, or one of those of Arabic texts, its value.
    fileprivate var digit: UInt32? {
        switch value {
        case 0x30...0x39: value - 0x30
        case 0x660...0x669: value - 0x660
        case 0x6F0...0x6F9: value - 0x6F0
        default: nil
        }
    }
}

extension Character {
    /// Whether a clause's number may hold it as a digit.
    package var isClauseDigit: Bool { unicodeScalars.count == 1 && unicodeScalars.first?.digit != nil }
}

/// The anchor that GitHub gives a heading: its letters, digits, hyphens and underscores in lower case, with a hyphen
/// for each space. Never empty.
package func slug(_ heading: some StringProtocol) -> String {
    var anchor = String.UnicodeScalarView()
    for scalar in heading.lowercased().unicodeScalars {
        switch scalar {
        case "a"..."z", "0"..."9", "_": anchor.append(scalar)
        case "-", " ": anchor.append("-")
        default: if !scalar.isASCII, scalar.isOfSlug { anchor.append(scalar) }
        }
    }
    return anchor.isEmpty ? "section" : String(anchor)
}

/// Hands out anchors so that each is given once: the first wish is granted, later ones get `-1`, `-2` … behind it.
struct AnchorMaker {
    private var uses: [String: Int] = [:]

    /// - Parameter count: of how many it will be asked about.
    init(for count: Int) { uses.reserveCapacity(count) }

    mutating func anchor(for wish: String) -> String {
        guard var count = uses.updateValue(0, forKey: wish) else { return wish }
        var anchor: String
        repeat {
            count += 1
            anchor = wish + "-" + String(count)
        } while !take(anchor)
        uses[wish] = count
        return anchor
    }

    /// Whether an anchor is still free; then it is given.
    mutating func take(_ wish: String) -> Bool {
        guard let count = uses.updateValue(0, forKey: wish) else { return true }
        uses[wish] = count
        return false
    }
}

extension Unicode.Scalar {
    fileprivate var isOfSlug: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
            true
        default: false
        }
    }
}

extension Substring.UnicodeScalarView {
    fileprivate func trimmingBlanks() -> Self { self[(firstIndex { !$0.isBlank } ?? endIndex)...] }
}

extension Unicode.Scalar {
    /// Whether it is white space; of ASCII without a look into a table.
    fileprivate var isBlank: Bool { isASCII ? self == " " || ("\t"..."\r").contains(self) : properties.isWhitespace }

    fileprivate var endsNumber: Bool { isBlank || self == "." || self == ")" || self == ":" }
}
