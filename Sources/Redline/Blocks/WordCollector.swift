import Formats
import Markdown

/// Collects the words of a piece for its bag.
struct WordCollector {
    private(set) var words: [UInt32] = []
    /// Of each word the bytes that are marked at the least where it is: 0 for what may go unmarked, which is what could be
    /// a label, what is put together from several inlines, and characters of a script without blanks.
    private(set) var leastWeights: [UInt8] = []
    private(set) var weight = 0
    private var hash: UInt32 = Self.basis
    /// Of the word that is being read: its bytes at the least, whether all of them could be those of a number, and whether
    /// it stands in one inline.
    private var length = 0
    private var isNumeral = true
    private var isWhole = true
    private var isInWord = false
    /// The last character of a script without blanks, if no sign or blank came behind it, and whether it is the first.
    private var before: UInt32?
    private var isAlone: Bool?

    private static let basis: UInt32 = 2_166_136_261

    mutating func add(_ content: Piece.Content) {
        switch content {
        case .block(let block): add(block)
        case .item(let item): item.blocks.forEach { add($0) }
        case .row(let cells): add(cells)
        }
    }

    private mutating func add(_ block: Block) {
        switch block {
        case .paragraph(let words), .heading(_, let words): add(words)
        case .list(let list): list.items.forEach { $0.blocks.forEach { add($0) } }
        case .quote(let blocks): blocks.forEach { add($0) }
        case .code(_, let text): add(text)
        case .table(let table):
            add(table.header)
            table.rows.forEach { add($0) }
        case .thematicBreak, .html, .seam: break
        }
        endWord()
    }

    private mutating func add(_ row: [Block.Table.Cell]) {
        for cell in row {
            add(cell)
            endWord()
        }
    }

    private mutating func add(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline {
            case .text(let text), .code(let text): add(text)
            case .softBreak, .hardBreak: endWord()
            case .emphasis(let children), .strong(let children), .strikethrough(let children),
                .link(_, _, let children), .image(_, _, let children):
                add(children)
            case .html, .footnote, .seam: break
            }
        }
    }

    private mutating func add(_ text: String) {
        if isInWord { isWhole = false }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39: add(scalar.value)
            case 0x41...0x5A: add(scalar.value | 0x20)
            case ..<0x80: endWord()
            case 0xAD, 0x200B, 0x2060, 0xFEFF: break
            case 0xFF10...0xFF19, 0xFF41...0xFF5A: add(scalar.value - 0xFEE0)
            case 0xFF21...0xFF3A: add((scalar.value - 0xFEE0) | 0x20)
            case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0x2000...0x206F, 0xFF01...0xFF65: endWord()
            default:
                if scalar.isUnspaced {
                    addCharacter(scalar.value)
                } else if (0x3000...0x303F).contains(scalar.value) {
                    endWord()
                } else {
                    add(scalar.value)
                }
            }
        }
    }

    private mutating func add(_ value: UInt32) {
        if before != nil { endWord() }
        isInWord = true
        weight += 1
        length += 1
        isNumeral = isNumeral && Self.numerals[Int(min(value, 127))]
        hash = (hash ^ value) &* 16_777_619
    }

    /// Digits, and the letters of roman numbers.
    private static let numerals: [Bool] = (0..<128).map { "0123456789ivxlc".utf8.contains(UInt8($0)) }

    /// A character together with the one before it.
    private mutating func addCharacter(_ value: UInt32) {
        if isInWord { endWord() }
        if let before { append(Self.hash(before, value), 0) }
        before = value
        isAlone = isAlone == nil
        weight += 3
    }

    private static func hash(_ one: UInt32, _ other: UInt32) -> UInt32 {
        ((basis ^ one) &* 16_777_619 ^ other) &* 16_777_619
    }

    mutating func endWord() {
        if let before, isAlone == true { append(Self.hash(0, before), 0) }
        (before, isAlone) = (nil, nil)
        guard isInWord else { return }
        // No label has more than five letters or digits, nor more than two that are no number (`Substring.isLabel`).
        let mayBeLabel = length <= 2 || isNumeral && length <= 5
        append(hash, isWhole && !mayBeLabel ? UInt8(min(length, 255)) : 0)
        (hash, length, isNumeral, isWhole) = (Self.basis, 0, true, true)
        isInWord = false
    }

    private mutating func append(_ word: UInt32, _ leastWeight: UInt8) {
        words.append(word)
        leastWeights.append(leastWeight)
    }
}
