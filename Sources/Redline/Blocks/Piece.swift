import Formats
import Markdown
import Synchronization

/// One of a row of things that are aligned with another row: a text's blocks, a list's items, a table's rows.
///
/// It is shared by all rows that it is in, and keeps what was found out about it: texts that have it in common are
/// compared again and again.
package final class Piece: Sendable {
    /// What kind of thing it is: only alike ones are compared word by word. It stands beside the HTML, as of what redlines
    /// keep nothing else is looked at.
    let kind: UInt8
    private let keptHTML = KeptReference<HTMLFragment>()
    private let keptTightHTML = KeptReference<HTMLFragment>()
    let content: Content
    /// Nil where no text has it as it is compared.
    private let source: Source?
    /// One more than what it weighs; 0 until that is asked.
    private let keptWeight = Atomic<UInt32>(0)
    private let keptWords = Mutex<CountedWords?>(nil)
    private let keptTitle = KeptReference<Kept<String>>()
    private let keptTokens = Mutex<TokenRun?>(nil)
    private let keptParts = KeptReference<Kept<[Piece]>>()
    private let keptLines = KeptReference<Kept<[Piece]?>>()
    private let keptLeast = KeptReference<Kept<[UInt32]>>()
    private let keptGone = KeptReference<MarkedPart>()
    private let keptMovedAway = KeptReference<MarkedPart>()
    private let keptCame = KeptReference<MarkedPart>()

    enum Content: Sendable, Hashable {
        case block(Block)
        case item(Block.List.Item)
        case row([Block.Table.Cell])
    }

    /// A block of a text.
    struct Source: Sendable {
        var piece: TextPiece
        /// Among its blocks.
        var place: Int
    }

    /// - Parameter source: a block that is written as it is.
    init(_ content: Content, as source: Source? = nil) {
        self.content = content
        self.source = source
        kind = content.kind
    }

    /// Of most pieces nobody asks, as they are in both texts.
    private final class CountedWords: Sendable {
        let bag: WordBag
        let sure: SureWords

        init(_ content: Content) {
            let collector = WordCollector(content)
            sure = SureWords(collector)
            bag = WordBag(sure, weight: collector.weight)
        }
    }

    private var countedWords: CountedWords {
        if let known = keptWords.withLock({ $0 }) { return known }
        let made = CountedWords(content)
        keptWords.withLock { $0 = made }
        return made
    }

    /// The words in it, for similarity.
    var words: WordBag { countedWords.bag }

    /// What they weigh: asked of all pieces of a text, and told without them.
    var weight: Int {
        let known = keptWeight.load(ordering: .relaxed)
        guard known == 0 else { return Int(known - 1) }
        let weight = words.weight
        keptWeight.store(UInt32(weight + 1), ordering: .relaxed)
        return weight
    }

    /// The same for what is marked at the least.
    var sureWords: SureWords { countedWords.sure }

    /// How like two pieces must be to be one and the same: a list stays itself when most of its items go.
    var threshold: Double {
        switch content {
        case .block(.list), .block(.quote), .block(.table): 0.2
        case .block(.heading): 0.5
        case .row: 0.34
        default: 0.4
        }
    }

    var isHeading: Bool { kind == 1 }
    var isParagraph: Bool { kind == 0 }
    private var isItem: Bool { kind == 8 }
    /// Whether it is an element of its own: neither raw HTML or a seam nor a row.
    private var isElement: Bool { kind != 7 && kind != 9 }

    /// Of a paragraph, heading or row of words.
    var inlines: [Inline]? {
        switch content {
        case .block(.paragraph(let words)), .block(.heading(_, let words)): words
        default: nil
        }
    }

    /// Of a heading, the words that tell whether it is the same as another: without its number, in lower case.
    var title: String {
        (keptTitle.load() ?? keptTitle.storeIfNil(Kept((inlines ?? []).headingTitle.lowercased()))).value
    }

    /// Of a paragraph or a heading.
    ///
    /// - Parameter memory: the one that it is remembered in, as for its parts.
    func tokens(_ memory: RedlineMemory) -> TokenRun {
        if let known = keptTokens.withLock({ $0 }) { return known }
        let made = TokenRun(inlines ?? [], memory)
        keptTokens.withLock { $0 = made }
        memory.note(tokensOf: self)
        return made
    }

    /// They are found anew when they are asked for again.
    func forgetTokens() { keptTokens.withLock { $0 = nil } }

    /// Likewise.
    func forgetWords() { keptWords.withLock { $0 = nil } }

    /// Of an item or a block; nil where it is no element of its own.
    ///
    /// - Parameter isTight: whether it is in a tight list.
    func html(isTight: Bool) -> HTMLFragment? {
        // Whatever is written already is found without a look at what it says: all that redlines keep passes here.
        guard isElement, !(isTight && isParagraph) else { return nil }
        if let known = isTight && isItem ? keptTightHTML.load() : keptHTML.load() { return known }
        if let source { return keptHTML.storeIfNil(source.piece.fragments[source.place]) }
        switch content {
        case .block(let block): return keptHTML.storeIfNil(HTMLFragment(block))
        case .item(let item) where isTight: return keptTightHTML.storeIfNil(HTMLFragment(item, isTight: true))
        case .item(let item): return keptHTML.storeIfNil(HTMLFragment(item, isTight: false))
        case .row: return nil
        }
    }

    /// What became of a block that is in the old text alone; nil for what is no block.
    var gone: MarkedPart? {
        block.map { keptGone.load() ?? keptGone.storeIfNil(MarkedPart(.deleted($0, moved: false))) }
    }

    /// The same of a block that is elsewhere in the new text.
    var movedAway: MarkedPart? {
        block.map { keptMovedAway.load() ?? keptMovedAway.storeIfNil(MarkedPart(.deleted($0, moved: true))) }
    }

    /// The same of a block that is in the new text alone.
    var came: MarkedPart? { block.map { keptCame.load() ?? keptCame.storeIfNil(MarkedPart(.inserted($0))) } }

    /// A few of its words by which it is found among many.
    var leastWords: [UInt32] { (keptLeast.load() ?? keptLeast.storeIfNil(Kept(words.least))).value }

    /// The lines of a block's words, each as a paragraph; nil where there is code, which may or may not be words.
    func lines(_ memory: RedlineMemory) -> [Piece]? {
        if isParagraph, inlines?.contains(.hardBreak) == false { return [self] }
        if let known = keptLines.load() { return known.value }
        let words = BlockWords(blocks)
        let hasCode = words.solids.keys.contains(where: \.isCode)
        return keptLines.storeIfNil(Kept(hasCode ? nil : memory.pieces(of: words.paragraphs))).value
    }

    /// A list's items, a table's rows, the blocks of a quote or an item.
    func parts(_ memory: RedlineMemory) -> [Piece] {
        (keptParts.load() ?? keptParts.storeIfNil(Kept(memory.pieces(of: content.parts)))).value
    }
}

extension Piece.Content {
    fileprivate var kind: UInt8 {
        switch self {
        case .block(.paragraph): 0
        case .block(.heading): 1
        case .block(.list): 2
        case .block(.quote): 3
        case .block(.code): 4
        case .block(.table): 5
        case .block(.thematicBreak): 6
        case .block(.html), .block(.seam): 7
        case .item: 8
        case .row: 9
        }
    }

    fileprivate var parts: [Self] {
        switch self {
        case .block(.list(let list)): list.items.map { .item($0) }
        case .block(.table(let table)): table.rows.map { .row($0) }
        case .block(.quote(let blocks)): blocks.map { .block($0) }
        case .item(let item): item.blocks.map { .block($0) }
        default: []
        }
    }
}

/// A memory has one piece for each content, told apart to the byte, and only pieces of one memory are compared.
extension Piece: Hashable {
    package static func == (one: Piece, other: Piece) -> Bool { one === other }

    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Piece {
    /// That of no other piece.
    var number: Int { Int(bitPattern: ObjectIdentifier(self)) }

    /// A number for a row of pieces, that of those before it given.
    fileprivate func digest(behind digest: UInt) -> UInt {
        let digest = (digest ^ UInt(bitPattern: ObjectIdentifier(self))) &* 0x9E37_79B9_7F4A_7C15
        return digest ^ digest >> 29
    }

    static func digest(_ old: Piece, _ new: Piece) -> UInt { new.digest(behind: old.digest(behind: 0)) }
}

extension Hasher {
    /// Rows of pieces, at the price of one value.
    mutating func combine(_ rows: ArraySlice<Piece>...) {
        var digest: UInt = 0
        for row in rows {
            for piece in row { digest = piece.digest(behind: digest) }
            digest = (digest ^ UInt(row.count)) &* 0x9E37_79B9_7F4A_7C15
        }
        combine(digest)
    }
}
