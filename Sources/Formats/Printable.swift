/// How a text is made fit for a terminal.
package enum PrintForm: Sendable {
    /// What could act is replaced by U+FFFD. Signs of direction that reach no further than their line are let through.
    case text
    /// What could act is written as an escape of JSON, signs of direction too, so that the value stays what it is.
    case json
    /// What shows nothing is written as a reference, which HTML and Markdown read as the character; controls are replaced.
    case markup
    /// As text, but the program's own colours are let through: their text was made fit before.
    case styled
}

/// A text without what could act on a terminal, or show other words than it holds: control characters, directions of
/// writing, and other ends of lines than a line feed. Line feeds and tabs stay, and a carriage return before a line feed.
/// Names in Latin letters keep their place in words that run from right to left: isolates (U+2068, U+2069) stay where one begins
/// and ends on a line, and a mark (U+200F) where it begins one.
///
///     printable("Privacy\u{1B}]0;x\u{7}") // "Privacy\u{FFFD}]0;x\u{FFFD}"
package func printable(_ text: some StringProtocol, as form: PrintForm = .text) -> String {
    guard mayAct(text.utf8) else { return String(text) }
    let scalars = text.unicodeScalars
    let harmless = form == .json ? [] : directionsOfLines(scalars)
    var output = String.UnicodeScalarView()
    var index = scalars.startIndex
    while index < scalars.endIndex {
        let scalar = scalars[index]
        let next = scalars.index(after: index)
        let endsLine = scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
        if !scalar.isActing || endsLine || harmless.contains(index) {
            output.append(scalar)
        } else if form == .styled, scalar == "\u{1B}", let end = endOfStyle(scalars, from: next) {
            output.append(contentsOf: scalars[index..<end])
            index = end
            continue
        } else if form == .markup, scalar.value > 0xFF {
            output.append(contentsOf: "&#x\(String(scalar.value, radix: 16, uppercase: true));".unicodeScalars)
        } else if form == .json {
            output.append(contentsOf: "\\u\(padded(scalar.value, to: 4, radix: 16))".unicodeScalars)
        } else {
            output.append("\u{FFFD}")
        }
        index = next
    }
    return String(output)
}

/// Whether some bytes of UTF-8 may hold a character that acts (`isActing`): false in nearly every text, told in one pass.
private func mayAct(_ bytes: some Collection<UInt8>) -> Bool {
    func isIn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in bytes.indices {
            let byte = bytes[index]
            if byte >= 0x20, byte < 0x7F { continue }
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            switch byte {
            case 0x09, 0x0A: continue
            case 0..<0x20, 0x7F: return true
            case 0xC2 where next < 0xA0, 0xD8 where next == 0x9C, 0xEF where next == 0xBF: return true
            case 0xE2 where next == 0x80 || next == 0x81:
                let last = index + 2 < bytes.count ? bytes[index + 2] : 0
                if next == 0x81 || last == 0x8E || last == 0x8F || last >= 0xA8 { return true }
            default: continue
            }
        }
        return false
    }
    return bytes.withContiguousStorageIfAvailable(isIn) ?? Array(bytes).withUnsafeBufferPointer(isIn)
}

/// Where signs of direction stand that reach no further than their line: isolates that begin and end on one, and marks that
/// begin one, be it behind blanks.
private func directionsOfLines<Scalars: Collection<Unicode.Scalar>>(_ scalars: Scalars) -> Set<Scalars.Index>
where Scalars.Index: Hashable {
    var found: Set<Scalars.Index> = []
    var open: [Scalars.Index] = []
    var isAtStart = true
    for index in scalars.indices {
        let scalar = scalars[index]
        switch scalar.value {
        case 0x0A: open = []
        case 0x2066...0x2068: open.append(index)
        case 0x2069:
            // One that forces a direction upon what it holds is none of ours.
            if let start = open.popLast(), scalars[start].value == 0x2068 { found.formUnion([start, index]) }
        case 0x200F where isAtStart: found.insert(index)
        default: break
        }
        isAtStart = scalar == "\n" || isAtStart && scalar == " "
    }
    return found
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
