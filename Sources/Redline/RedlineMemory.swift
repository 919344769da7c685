import Formats
import Markdown
import Synchronization

/// What was found out about blocks already. The editions of a document share most of their blocks, so each block is
/// made ready once, and what became of the same ones is found once for many redlines. Nothing of it can be seen in a
/// redline: it is what would be found anew.
package final class RedlineMemory: Sendable {
    private let texts = Mutex<[ObjectIdentifier: ShownPiece]>([:])
    private let pieces = Mutex<[UInt64: [Piece]]>([:])
    private let vocabulary = Mutex(Vocabulary())
    private let headings = Mutex<[HeadingPath.Step: Int]>([:])
    private let likeness = Mutex<[Likeness: [Pair]]>([:])
    private let paired = Mutex<[PiecePair: MarkedPart]>([:])
    private let parts = Mutex<[Stretch: MarkedPart]>([:])
    private let recast = Mutex<[BlockAlignment.Unsettled: [BlockAlignment.Entry]?]>([:])
    /// That keep their tokens.
    private let withTokens = Mutex<[Piece]>([])

    private typealias ShownPiece = (piece: TextPiece, blocks: ShownBlocks)

    /// Old pieces, the new ones that are held against them, and as what.
    struct Stretch: Sendable, Hashable {
        var kind: Kind
        var old: ArraySlice<Piece>
        var new: ArraySlice<Piece>

        enum Kind: Sendable { case regrouped, recast }

        func hash(into hasher: inout Hasher) { hasher.combine(old, new) }
    }

    /// An old piece and the new one that continues it.
    struct PiecePair: Sendable, Hashable {
        var old: Piece
        var new: Piece
        var isMoved: Bool

        func hash(into hasher: inout Hasher) { hasher.combine(Piece.digest(old, new)) }
    }

    package init() {}

    /// The blocks of a text as they are compared. What it shares with other texts is made ready once, unless it refers
    /// to footnotes, whose numbers depend on the text.
    func shown(_ text: MarkdownText, _ normalizer: inout Normalizer) -> ShownBlocks {
        guard !text.pieces.isEmpty else { return normalizer.shown(text.blocks, self) }
        let known = texts.withLock { texts in text.pieces.map { texts[ObjectIdentifier($0.piece)]?.blocks } }
        var fresh: [ObjectIdentifier: ShownPiece] = [:]
        let all = zip(text.pieces, known).map { placed, known in
            let id = ObjectIdentifier(placed.piece)
            if let blocks = known ?? fresh[id]?.blocks { return blocks }
            let blocks = normalizer.shown(placed.piece.blocks, of: placed.piece, self)
            if !blocks.hasFootnotes { fresh[id] = (placed.piece, blocks) }
            return blocks
        }
        texts.withLock { $0.merge(fresh) { known, _ in known } }
        return ShownBlocks(joining: all)
    }

    /// The number of a heading below another one.
    func number(of step: HeadingPath.Step) -> Int {
        headings.withLock { headings in
            if let known = headings[step] { return known }
            headings[step] = headings.count
            return headings.count - 1
        }
    }

    /// The one piece of each content.
    ///
    /// - Parameter sources: of each content the block that is written so, where that is known.
    func pieces(of contents: [Piece.Content], as sources: [Piece.Source?]? = nil) -> [Piece] {
        let hashes = contents.map { ContentHash($0).value }
        return pieces.withLock { pieces in
            contents.indices.map { index in
                if let known = pieces.piece(hashes[index], contents[index]) { return known }
                let piece = Piece(contents[index], as: sources?[index])
                pieces[hashes[index], default: []].append(piece)
                return piece
            }
        }
    }

    func numbers(of text: String, _ parts: [Words.Part], isCode: Bool) -> [Vocabulary.Numbers] {
        vocabulary.withLock { $0.numbers(of: text, parts, isCode: isCode) }
    }

    func numbers(of leaf: Inline, key: Inline) -> Vocabulary.Numbers {
        vocabulary.withLock { $0.numbers(of: leaf, key: key) }
    }

    /// Of runs of words behind one another, with something between them.
    func tokens(of runs: [[Inline]], joinedBy separator: Inline) -> TokenRun {
        tokens(of: pieces(of: runs.map { .block(.paragraph($0)) })[...], joinedBy: separator)
    }

    func tokens(of pieces: ArraySlice<Piece>, joinedBy separator: Inline) -> TokenRun {
        TokenRun(joining: pieces.map { $0.tokens(self) }, by: TokenRun([separator], self))
    }

    func note(tokensOf piece: Piece) { withTokens.withLock { $0.append(piece) } }

    /// Lets go of the tokens of all pieces, which are large: once all redlines are made, few are asked for again.
    func forgetTokens() {
        let pieces = withTokens.withLock { pieces in
            defer { pieces = [] }
            return pieces
        }
        pieces.forEach { $0.forgetTokens() }
    }

    /// Lets go of all that only the making of redlines asks for, where no more are made. What is asked for again is found
    /// anew. The pieces and the numbers of headings stay: by these, texts that are made ready already are compared.
    package func forget() {
        forgetTokens()
        // Their numbers are in tokens alone.
        vocabulary.withLock { $0 = Vocabulary() }
        for piece in pieces.withLock({ $0 }).values.joined() { piece.forgetWords() }
        texts.withLock { $0 = [:] }
        likeness.withLock { $0 = [:] }
        paired.withLock { $0 = [:] }
        parts.withLock { $0 = [:] }
        recast.withLock { $0 = [:] }
    }

    func pairs(of likeness: Likeness) -> [Pair] { self.likeness.value(of: likeness) { likeness.pairs } }

    /// What became of a piece.
    func part(_ pair: PiecePair, mark: () -> MarkedBlock) -> MarkedPart {
        paired.value(of: pair) { MarkedPart(mark()) }
    }

    /// What became of some pieces.
    func part(_ stretch: Stretch, mark: () -> MarkedBlock) -> MarkedPart {
        parts.value(of: stretch) { MarkedPart(mark()) }
    }

    /// What a stretch of an alignment is recast as.
    func recast(
        _ stretch: BlockAlignment.Unsettled, or find: () -> [BlockAlignment.Entry]?
    ) -> [BlockAlignment.Entry]? {
        recast.value(of: stretch, or: find)
    }
}

extension [UInt64: [Piece]] {
    /// The piece of a content, by the hash of it.
    fileprivate func piece(_ hash: UInt64, _ content: Piece.Content) -> Piece? {
        self[hash]?.first { $0.content.isWritten(as: content) }
    }
}
