import Markdown

/// The words of a piece as numbers, whatever their order: a measure of how like two pieces are.
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
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: add(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): add(byte | 0x20)
            default: endWord()
            }
        }
    }

    private mutating func add(_ byte: UInt8) {
        isInWord = true
        weight += 1
        hash = (hash ^ UInt32(byte)) &* 16_777_619
    }

    mutating func endWord() {
        guard isInWord else { return }
        words.append(hash)
        hash = Self.basis
        isInWord = false
    }
}
