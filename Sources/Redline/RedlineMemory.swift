import Formats
import Markdown
import Synchronization

/// What was found out about blocks already. The editions of a document share most of their blocks, so each block is
/// made ready once, and what became of the same ones is found once for many redlines. Nothing of it can be seen in a
/// redline: it is what would be found anew.
package final class RedlineMemory: Sendable {
    private let blocks = Mutex<[UInt64: [ShownBlock]]>([:])
    private let pieces = Mutex<[UInt64: [Piece]]>([:])
    private let vocabulary = Mutex(Vocabulary())
    private let likeness = Mutex<[Likeness: [Pair]]>([:])
    private let marked = Mutex<[Stretch: MarkedBlock]>([:])
    private let recast = Mutex<[BlockAlignment.Unsettled: [BlockAlignment.Entry]?]>([:])

    /// Old pieces, and the new ones that are held against them.
    private struct Stretch: Sendable, Hashable {
        var old: ArraySlice<Piece>
        var new: ArraySlice<Piece>
    }

    package init() {}

    /// Blocks of a text as they are compared: what is remembered of each, or else what `show` gives.
    func shown(_ sources: [Block], show: (Block) -> ShownBlock) -> [ShownBlock] {
        let hashes = sources.map { ContentHash($0).value }
        let candidates = blocks.withLock { blocks in hashes.map { blocks[$0] ?? [] } }
        var fresh: [Int] = []
        var shown = zip(sources.indices, sources).map { place, source in
            if let known = candidates[place].first(where: { $0.source.isWritten(as: source) }) { return known }
            let found = show(source)
            if !found.hasFootnotes { fresh.append(place) }
            return found
        }
        blocks.withLock { blocks in
            for place in fresh {
                // Another text, or another place in this one, may have come first.
                let known = blocks[hashes[place]]?.first { $0.source.isWritten(as: sources[place]) }
                if let known { shown[place] = known } else { blocks[hashes[place], default: []].append(shown[place]) }
            }
        }
        return shown
    }

    /// The one piece of each content.
    func pieces(of contents: [Piece.Content]) -> [Piece] {
        let hashes = contents.map { ContentHash($0).value }
        let known = pieces.withLock { pieces in
            zip(contents, hashes).map { content, hash in pieces[hash]?.first { $0.content.isWritten(as: content) } }
        }
        let made = contents.indices.map { known[$0] ?? Piece(contents[$0], hash: hashes[$0]) }
        guard known.contains(where: { $0 == nil }) else { return made }
        return pieces.withLock { pieces in
            zip(hashes, made).map { hash, piece in
                if let same = pieces[hash]?.first(where: { $0 == piece }) { return same }
                pieces[hash, default: []].append(piece)
                return piece
            }
        }
    }

    func words(of text: String, _ parts: [Words.Part], isCode: Bool) -> [Vocabulary.Word] {
        vocabulary.withLock { $0.words(of: text, parts, isCode: isCode) }
    }

    func numbers(of leaf: Inline, key: Inline) -> (key: Int32, form: Int32) {
        vocabulary.withLock { $0.numbers(of: leaf, key: key) }
    }

    /// Of runs of words behind one another, with something between them.
    func tokens(of runs: [[Inline]], joinedBy separator: Inline) -> TokenRun {
        tokens(of: pieces(of: runs.map { .block(.paragraph($0)) })[...], joinedBy: separator)
    }

    func tokens(of pieces: ArraySlice<Piece>, joinedBy separator: Inline) -> TokenRun {
        TokenRun(joining: pieces.map { $0.tokens(self) }, by: TokenRun([separator], self))
    }

    func pairs(of likeness: Likeness) -> [Pair] { self.likeness.value(of: likeness) { likeness.pairs } }

    /// What became of some pieces that are in the place of others.
    func block(
        from old: ArraySlice<Piece>, to new: ArraySlice<Piece>, compare: () -> MarkedBlock
    ) -> MarkedBlock {
        marked.value(of: Stretch(old: old, new: new), or: compare)
    }

    /// What a stretch of an alignment is recast as.
    func recast(
        _ stretch: BlockAlignment.Unsettled, or find: () -> [BlockAlignment.Entry]?
    ) -> [BlockAlignment.Entry]? {
        recast.value(of: stretch, or: find)
    }
}
