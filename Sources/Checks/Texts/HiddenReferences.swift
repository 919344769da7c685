import Formats
import Markdown

/// The character references in a text that stand for characters which no reader sees: `&#8203;`, `&#x200B;`, `&shy;`.
func hiddenReferences(in bytes: [UInt8]) -> [HiddenRun] {
    var found: [HiddenRun] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "&")) {
        index = start + 1
        guard let end = bytes[index...].prefix(32).firstIndex(of: UInt8(ascii: ";")) else { continue }
        let name = bytes[index..<end]
        guard let scalar = referredScalar(name), scalar.isMaybeHidden else { continue }
        found.append(HiddenRun(range: start..<end + 1, characters: [scalar]))
        index = end + 1
    }
    return found
}

/// What a reference without its `&` and `;` stands for, if by number or by one of the names of hidden characters.
private func referredScalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let text = String(decoding: name, as: UTF8.self)
    if text.hasPrefix("#") {
        let isHexadecimal = text.dropFirst().first.map { $0 == "x" || $0 == "X" } ?? false
        let digits = text.dropFirst(isHexadecimal ? 2 : 1)
        guard digits.utf8.count <= 7 else { return nil }
        return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
    }
    return hiddenNames[text].flatMap(Unicode.Scalar.init)
}

/// The names that HTML gives to hidden characters.
private let hiddenNames: [String: UInt32] = [
    "shy": 0xAD, "ZeroWidthSpace": 0x200B, "NegativeVeryThinSpace": 0x200B, "NegativeThinSpace": 0x200B,
    "NegativeMediumSpace": 0x200B, "NegativeThickSpace": 0x200B, "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E,
    "rlm": 0x200F, "NoBreak": 0x2060, "af": 0x2061, "ApplyFunction": 0x2061, "it": 0x2062, "InvisibleTimes": 0x2062,
    "ic": 0x2063, "InvisibleComma": 0x2063,
]

extension MarkdownText {
    /// The characters that may be hidden in what the text says, addresses included; in code a reference to one is
    /// shown as it is written.
    var hiddenCharacters: Set<Unicode.Scalar> {
        var found: Set<Unicode.Scalar> = []
        var pending = blocks + footnotes.flatMap(\.blocks)
        while let block = pending.popLast() {
            switch block {
            case .paragraph(let words), .heading(_, let words): words.addHiddenCharacters(to: &found)
            case .list(let list): pending += list.items.flatMap(\.blocks)
            case .quote(let blocks): pending += blocks
            case .table(let table):
                for cell in table.header + table.rows.joined() { cell.addHiddenCharacters(to: &found) }
            case .code, .thematicBreak, .html, .seam: break
            }
        }
        return found
    }
}

extension [Inline] {
    fileprivate func addHiddenCharacters(to found: inout Set<Unicode.Scalar>) {
        var pending = self
        while let inline = pending.popLast() {
            switch inline {
            case .text(let text): found.formUnion(hiddenRuns(in: text.utf8Bytes).flatMap(\.characters))
            case .emphasis(let children), .strong(let children), .strikethrough(let children): pending += children
            case .link(let destination, let title, let children), .image(let destination, let title, let children):
                found.formUnion(hiddenRuns(in: destination.utf8Bytes).flatMap(\.characters))
                found.formUnion(hiddenRuns(in: title.utf8Bytes).flatMap(\.characters))
                pending += children
            case .code, .softBreak, .hardBreak, .html, .footnote, .seam: break
            }
        }
    }
}
