import Diagnostics

/// A heading and the place it can be linked to by.
package struct Heading: Sendable {
    package var level: Int
    /// Its words, number included.
    package var text: String
    /// The `id` of its element, unique in its text.
    package var anchor: String
    /// The anchor that GitHub gives its words.
    package var slug: String
    /// Of a clause its number, as links and labels name it: `10.2` of "## 10.2 Third-party AI", `4` of "§ 4 Retention",
    /// `annex-a/2` of "### 2. Duration" below "## Annex A".
    package var number: String?
    /// Of a clause what its words say of that: `10.2`, `4`, `2`.
    package var label: String?
    /// The text of the heading in the source, without its `#` signs.
    package var span: SourceSpan
}

/// The number at the start of a heading's words, or nil.
///
///     clauseNumber("10.2 Third-party AI") // "10.2"
///     clauseNumber("1. Fees")             // "1"
///     clauseNumber("§ 4a Retention")      // "4a"
///     clauseNumber("24/7 support")        // nil
package func clauseNumber(_ heading: some StringProtocol) -> String? {
    var rest = Substring(heading).unicodeScalars[...]
    rest = rest.trimmingBlanks()
    if rest.first == "§" { rest = rest.dropFirst().trimmingBlanks() }
    var number = ""
    while true {
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty else { return nil }
        number += String(digits)
        rest = rest.dropFirst(digits.count)
        if let letter = rest.first, ("a"..."z").contains(letter), rest.dropFirst().first.map(\.endsNumber) ?? true {
            number.unicodeScalars.append(letter)
            rest = rest.dropFirst()
        }
        guard number.utf8.count <= 32 else { return nil }
        guard rest.first == ".", let next = rest.dropFirst().first, ("0"..."9").contains(next) else { break }
        number += "."
        rest = rest.dropFirst()
    }
    switch rest.first {
    case nil: return number
    case let end? where end.properties.isWhitespace || end == ")" || end == ":": return number
    // "1. Fees", and "1.Fees" too, but no "2.x".
    case ".": return rest.dropFirst().first?.properties.isLowercase == true ? nil : number
    default: return nil
    }
}

/// The anchor that GitHub gives a heading: its letters, digits, hyphens and underscores in lower case, with a hyphen
/// for each space. Never empty.
package func slug(_ heading: some StringProtocol) -> String {
    var anchor = ""
    for scalar in heading.lowercased().unicodeScalars {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
            anchor.unicodeScalars.append(scalar)
        case _ where scalar == "-" || scalar == " ":
            anchor += "-"
        default: break
        }
    }
    return anchor.isEmpty ? "section" : anchor
}

/// Hands out anchors so that each is given once: the first wish is granted, later ones get `-1`, `-2` … behind it.
struct AnchorMaker {
    private var uses: [String: Int] = [:]

    mutating func anchor(for wish: String) -> String {
        guard var count = uses[wish] else {
            uses[wish] = 0
            return wish
        }
        var anchor: String
        repeat {
            count += 1
            anchor = "\(wish)-\(count)"
        } while uses[anchor] != nil
        uses[wish] = count
        uses[anchor] = 0
        return anchor
    }

    /// Whether an anchor is still free; then it is given.
    mutating func take(_ wish: String) -> Bool {
        guard uses[wish] == nil else { return false }
        uses[wish] = 0
        return true
    }
}

extension Substring.UnicodeScalarView {
    fileprivate func trimmingBlanks() -> Self { self[(firstIndex { !$0.properties.isWhitespace } ?? endIndex)...] }
}

extension Unicode.Scalar {
    fileprivate var endsNumber: Bool { properties.isWhitespace || self == "." || self == ")" || self == ":" }
}
