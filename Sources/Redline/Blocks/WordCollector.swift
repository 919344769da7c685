import Formats
import Markdown

/// Collects the words of a piece: by their hashes, with what each weighs at the least where it is marked.
struct WordCollector {
    /// The word, then 255 without its weight at the least: so sorted, the heavier ones of a word come first. Nothing is
    /// weighed that may go unmarked: what could be a label, what is put together from several inlines, and characters of a
    /// script without blanks.
    private(set) var words: [UInt64] = []
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

    /// FNV-1a, which is the same in every run.
    private static let basis: UInt32 = 2_166_136_261
    private static let prime: UInt32 = 16_777_619

    init(_ content: Piece.Content) {
        switch content {
        case .block(let block): add(block)
        case .item(let item): item.blocks.forEach { add($0) }
        case .row(let cells): add(cells)
        }
        endWord()
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
        var text = text
        text.withUTF8 { bytes in
            var place = 0
            while place < bytes.count {
                if bytes[place].isASCIIAlphanumeric {
                    place = addLetters(bytes, from: place)
                } else if bytes[place] < 0x80 {
                    if isInWord { endWord(mayEndLabel: bytes.mayEndLabel(at: place)) } else { endWord() }
                    place += 1
                } else {
                    add(bytes.scalar(at: place), at: &place)
                }
            }
        }
    }

    /// The letters and digits of ASCII from a place on, as they are most of what is read.
    ///
    /// - Returns: where they end.
    private mutating func addLetters(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        if before != nil { endWord() }
        var (place, hash, isNumeral) = (start, hash, isNumeral)
        repeat {
            let letter = bytes[place].isASCIIDigit ? bytes[place] : bytes[place] | 0x20
            hash = (hash ^ UInt32(letter)) &* Self.prime
            isNumeral = isNumeral && letter.isOfNumeral
            place += 1
        } while place < bytes.count && bytes[place].isASCIIAlphanumeric
        (self.hash, self.isNumeral, isInWord) = (hash, isNumeral, true)
        weight += place - start
        length += place - start
        return place
    }

    private mutating func add(_ scalar: Unicode.Scalar, at place: inout Int) {
        place += UTF8.width(scalar)
        switch scalar.value {
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

    private mutating func add(_ value: UInt32) {
        if before != nil { endWord() }
        isInWord = true
        weight += 1
        length += 1
        isNumeral = isNumeral && UInt8(exactly: value)?.isOfNumeral == true
        hash = (hash ^ value) &* Self.prime
    }

    /// A character together with the one before it.
    private mutating func addCharacter(_ value: UInt32) {
        if isInWord { endWord() }
        if let before { append(Self.hash(before, value), 0) }
        before = value
        isAlone = isAlone == nil
        weight += 3
    }

    private static func hash(_ one: UInt32, _ other: UInt32) -> UInt32 { ((basis ^ one) &* prime ^ other) &* prime }

    /// - Parameter mayEndLabel: whether the word could be a label with what stands behind it.
    private mutating func endWord(mayEndLabel: Bool = true) {
        if let before, isAlone == true { append(Self.hash(0, before), 0) }
        (before, isAlone) = (nil, nil)
        guard isInWord else { return }
        // No label has more than five letters or digits, nor more than two that are no number (`Substring.isLabel`).
        let mayBeLabel = mayEndLabel && (length <= 2 || isNumeral && length <= 5)
        append(hash, isWhole && !mayBeLabel ? min(length, 255) : 0)
        (hash, length, isNumeral, isWhole) = (Self.basis, 0, true, true)
        isInWord = false
    }

    private mutating func append(_ word: UInt32, _ leastWeight: Int) {
        words.append(UInt64(word) << 8 | UInt64(255 - leastWeight))
    }
}

extension UInt8 {
    /// A digit, or a letter of roman numbers.
    fileprivate var isOfNumeral: Bool {
        switch Unicode.Scalar(self) {
        case "0"..."9", "i", "v", "x", "l", "c": true
        default: false
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether what stands there, behind blanks, may be the end of a label, or is not known.
    fileprivate func mayEndLabel(at place: Int) -> Bool {
        var place = place
        while place < count, self[place] <= UInt8(ascii: " ") { place += 1 }
        guard place < count, self[place] < 0x80 else { return true }
        return self[place] == UInt8(ascii: ")") || self[place] == UInt8(ascii: ".")
    }

    /// The character that begins there, in a text that is sound.
    fileprivate func scalar(at place: Int) -> Unicode.Scalar {
        let (first, second) = (UInt32(self[place]), UInt32(self[place + 1] & 0x3F))
        if first < 0xE0 { return Unicode.Scalar((first & 0x1F) << 6 | second) ?? "\u{FFFD}" }
        let third = UInt32(self[place + 2] & 0x3F)
        if first < 0xF0 { return Unicode.Scalar((first & 0x0F) << 12 | second << 6 | third) ?? "\u{FFFD}" }
        let fourth = UInt32(self[place + 3] & 0x3F)
        return Unicode.Scalar((first & 0x07) << 18 | second << 12 | third << 6 | fourth) ?? "\u{FFFD}"
    }
}
