/// How a text is made fit for a terminal.
package enum PrintForm: Sendable {
    /// What could act is replaced by U+FFFD.
    case text
    /// What could act is written as an escape of JSON, so that the value stays what it is.
    case json
    /// What shows nothing is written as a reference, which HTML and Markdown read as the character; controls are replaced.
    case markup
    /// As text, but the program's own colours are let through: their text was made fit before.
    case styled
}

/// A text without what could act on a terminal, or show other words than it holds: control characters, directions of
/// writing, and other ends of lines than a line feed. Line feeds and tabs stay, and a carriage return before a line feed.
///
///     printable("Privacy\u{1B}]0;x\u{7}") // "Privacy\u{FFFD}]0;x\u{FFFD}"
package func printable(_ text: some StringProtocol, as form: PrintForm = .text) -> String {
    let scalars = text.unicodeScalars
    guard scalars.contains(where: \.isActing) else { return String(text) }
    var output = String.UnicodeScalarView()
    var index = scalars.startIndex
    while index < scalars.endIndex {
        let scalar = scalars[index]
        let next = scalars.index(after: index)
        if !scalar.isActing || scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n" {
            output.append(scalar)
        } else if form == .styled, scalar == "\u{1B}", let end = endOfStyle(scalars, from: next) {
            output.append(contentsOf: scalars[index..<end])
            index = end
            continue
        } else if form == .markup, scalar.value > 0xFF {
            output.append(contentsOf: "&#x\(String(scalar.value, radix: 16, uppercase: true));".unicodeScalars)
        } else if form == .json {
            let digits = String(scalar.value, radix: 16)
            output.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
        } else {
            output.append("\u{FFFD}")
        }
        index = next
    }
    return String(output)
}

/// Behind `[31m`: digits and semicolons between the bracket and the `m`, which is all that a colour needs.
private func endOfStyle<Scalars: Collection<Unicode.Scalar>>(_ scalars: Scalars, from start: Scalars.Index)
    -> Scalars.Index?
{
    guard start < scalars.endIndex, scalars[start] == "[" else { return nil }
    let rest = scalars[start...].dropFirst()
    guard let end = rest.firstIndex(where: { !("0"..."9").contains($0) && $0 != ";" }), scalars[end] == "m" else {
        return nil
    }
    return scalars.index(after: end)
}

extension Unicode.Scalar {
    /// Whether a terminal may do something else with it than show it. All of these have four hexadecimal digits at most.
    fileprivate var isActing: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0: true
        // Directions of writing, ends of lines and paragraphs, annotations.
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB: true
        default: false
        }
    }
}
