import Formats

/// A text as it is handed to cmark: mostly the text itself, in which a few bytes are replaced or put in.
///
/// What is put in begins with `mark`, a character that no text can hold: the text's own is replaced like every other
/// that HTML and XML forbid. Where the mark comes out of the tree again, `restored` undoes it, in code as well as in
/// words; so it does no harm where it was put in without need.
///
/// - A definition's destination is marked with the definition's number. A link whose destination bears a number was
///   made with that definition, which cmark's tree would not tell; a definition whose number comes out nowhere was
///   used by nothing.
/// - A `<br>` is marked behind its bracket, so that cmark takes it for words: `LineBreak` makes a line break of it.
/// - In a bare address `*`, `_`, `~` and `&` are replaced, which could be emphasis or a character reference to cmark
///   before `BareAddress` sees them.
/// - A `[^` that cannot begin a footnote is parted, and so are a bracket and a character reference behind it. With
///   these cmark 0.29.0.gfm.6 drops words, or reads beyond its memory.
struct PreparedText {
    let text: [UInt8]
    let definitions: [BlockScan.Definition]
    /// Whether the text may have footnotes.
    let hasFootnotes: Bool
    /// Whether a `<br>` is marked in it.
    let hasLineBreaks: Bool
    private let source: [UInt8]
    /// Whether anything was put in that must be undone.
    private let isMarked: Bool
    /// Whether character references may bring forbidden characters into the tree.
    private let hasNumericReferences: Bool
    /// Whether a bare address may stand in its words.
    let mayHoldAddress: Bool

    /// The noncharacter U+10FFFF.
    static let mark: Unicode.Scalar = "\u{10FFFF}"
    static let markBytes = Array(String(mark).utf8)

    /// - Parameter signs: the bytes of the source: most texts have few of those that something is done about.
    init(_ source: [UInt8], _ signs: ByteSet, _ scan: BlockScan) {
        var edits = Edits()
        if signs.mayBeForbidden { edits.replaceForbidden(in: source) }
        let replaced = edits.count
        edits.markDestinations(of: scan.definitions)
        if signs.holdsAny(of: "^&") { edits.partFootnotes(in: source) }
        let unbroken = edits.count
        if signs.contains("<") { edits.markLineBreaks(in: source) }
        hasLineBreaks = edits.count > unbroken
        // A reference may bring any sign into the words.
        mayHoldAddress =
            signs.holdsAny(of: "@&") || signs.contains(":") && signs.contains("/")
            || signs.contains("w") && source.containsPair("w", "w")
        if mayHoldAddress, signs.holdsAny(of: "*_~&") { edits.replaceMarkupInAddresses(of: source) }
        isMarked = edits.count > replaced
        self.source = source
        definitions = scan.definitions
        text = edits.applied(to: source)
        hasFootnotes = signs.contains("^") && text.containsPair("[", "^")
        hasNumericReferences = signs.contains("&") && source.containsPair("&", "#")
    }

    /// Undoes in a piece of the tree what preparing did to the text.
    ///
    /// - Parameter seen: is told each definition's number that comes out.
    func restored(_ string: String, seen: (Int) -> Void) -> String {
        guard isMarked || hasNumericReferences,
            string.unicodeScalars.contains(where: { $0 == Self.mark || $0.isForbidden })
        else { return string }
        var restored = String.UnicodeScalarView()
        var rest = string.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar != Self.mark {
                restored.append(scalar.isForbidden ? "\u{FFFD}" : scalar)
            } else if rest.first == LineBreak.letter {
                rest.removeFirst()
            } else if let replaced = rest.first.flatMap(Edits.replaced) {
                restored.append(replaced)
                rest.removeFirst()
            } else if let (number, behind) = Self.number(at: rest) {
                seen(number)
                rest = behind
            }
        }
        return String(restored)
    }

    /// The index of the definition that gave a link its destination, if one did.
    func definition(ofDestination destination: UnsafePointer<CChar>) -> Int? {
        guard isMarked else { return nil }
        var number = 0
        var index = 0
        for byte in Self.markBytes {
            guard UInt8(bitPattern: destination[index]) == byte else { return nil }
            index += 1
        }
        while UInt8(bitPattern: destination[index]).isASCIIDigit, number < definitions.count {
            number = number * 10 + Int(destination[index]) - Int(UInt8(ascii: "0"))
            index += 1
        }
        guard UInt8(bitPattern: destination[index]) == Self.markBytes[0] else { return nil }
        return definitions.indices.contains(number) ? number : nil
    }

    /// The label of a definition, as `normalizedLabel` gives it.
    func label(ofDefinition index: Int) -> [UInt8] { normalizedLabel(source[definitions[index].label]) }

    /// Digits and another mark.
    private static func number(at scalars: Substring.UnicodeScalarView) -> (Int, Substring.UnicodeScalarView)? {
        let digits = scalars.prefix { ("0"..."9").contains($0) }
        let behind = scalars.dropFirst(digits.count)
        guard behind.first == mark, let number = Int(String(digits)) else { return nil }
        return (number, behind.dropFirst())
    }
}

extension Unicode.Scalar {
    /// Whether HTML forbids it in a text: a control character but tab and line feed, or a noncharacter.
    var isForbidden: Bool {
        switch value {
        case 0x09, 0x0A: false
        case ..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}

extension ByteSet {
    /// Whether a byte is there that one of the forbidden characters has, or a byte order mark.
    fileprivate var mayBeForbidden: Bool { hasControls || contains(0xC2) || holdsAny(of: 0xEF...0xFF) }
}

extension [UInt8] {
    /// Whether two ASCII characters stand beside one another in it.
    func containsPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        let pair = (UInt8(ascii: first), UInt8(ascii: second))
        var last: UInt8 = 0
        for byte in self {
            if last == pair.0, byte == pair.1 { return true }
            last = byte
        }
        return false
    }
}
