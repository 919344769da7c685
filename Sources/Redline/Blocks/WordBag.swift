import Markdown

/// The words of a piece as numbers, whatever their order: a measure of how like two pieces are. Where a script has no
/// blanks between words, two characters in a row are one; how signs and blanks are typed is no matter.
struct WordBag: Sendable {
    /// FNV-1a hashes of the words, sorted. The hash is the same in every run.
    let words: [UInt32]
    /// The bytes of all words: what a piece weighs.
    let weight: Int

    init(_ content: Piece.Content) {
        var collector = WordCollector()
        collector.add(content)
        collector.endWord()
        words = collector.words.sorted()
        weight = collector.weight
    }

    private init(words: [UInt32], weight: Int) {
        self.words = words
        self.weight = weight
    }

    init(joining bags: [WordBag]) {
        words = bags.flatMap(\.words).sorted()
        weight = bags.reduce(0) { $0 + $1.weight }
    }

    /// How much of both is in both, from 0 to 1.
    func similarity(to other: WordBag) -> Double {
        let total = words.count + other.words.count
        guard total > 0 else { return 1 }
        return 2 * Double(common(with: other)) / Double(total)
    }

    /// The words that are more often in this one than in another.
    func without(_ other: WordBag) -> WordBag {
        var rest: [UInt32] = []
        var two = 0
        for word in words {
            while two < other.words.count, other.words[two] < word { two += 1 }
            if two < other.words.count, other.words[two] == word { two += 1 } else { rest.append(word) }
        }
        return WordBag(words: rest, weight: max(weight - other.weight, 0))
    }

    /// How many words are in both, each as often as it is in both.
    func common(with other: WordBag) -> Int {
        var common = 0
        var one = 0
        var two = 0
        while one < words.count, two < other.words.count {
            if words[one] == other.words[two] {
                common += 1
                one += 1
                two += 1
            } else if words[one] < other.words[two] {
                one += 1
            } else {
                two += 1
            }
        }
        return common
    }
}

private struct WordCollector {
    var words: [UInt32] = []
    var weight = 0
    private var hash: UInt32 = Self.basis
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
        case .thematicBreak, .html: break
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
            case .html, .footnote: break
            }
        }
    }

    private mutating func add(_ text: String) {
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
        hash = (hash ^ value) &* 16_777_619
    }

    /// A character together with the one before it.
    private mutating func addCharacter(_ value: UInt32) {
        if isInWord { endWord() }
        if let before { words.append(Self.hash(before, value)) }
        before = value
        isAlone = isAlone == nil
        weight += 3
    }

    private static func hash(_ one: UInt32, _ other: UInt32) -> UInt32 {
        ((basis ^ one) &* 16_777_619 ^ other) &* 16_777_619
    }

    mutating func endWord() {
        if let before, isAlone == true { words.append(Self.hash(0, before)) }
        (before, isAlone) = (nil, nil)
        guard isInWord else { return }
        words.append(hash)
        hash = Self.basis
        isInWord = false
    }
}
