import Formats

/// A stretch of a text that says the same wherever it stands. Texts that hold the same bytes share one, so whatever is
/// found out about it is found out once; two are the same only where they are one object.
package final class TextPiece: Sendable {
    /// Its places are byte ranges of the piece.
    let tree: TreeReader.Tree
    package let bytes: [UInt8]
    /// Which bytes stand in it.
    package let signs: ByteSet
    private let keptFragments = KeptReference<Kept<[HTMLFragment]>>()

    init(_ bytes: [UInt8]) throws(MarkdownBounds.Excess) {
        self.bytes = bytes
        signs = ByteSet(bytes)
        tree = try TreeReader.read(bytes, signs)
    }

    /// The HTML of each of its blocks.
    package var fragments: [HTMLFragment] {
        (keptFragments.load() ?? keptFragments.storeIfNil(Kept(HTMLFragment.all(of: tree.blocks)))).value
    }

    /// The same for a text that is written whole; nil of so many blocks that hardly another text has them too, which are
    /// then written at once.
    var sharedFragments: [HTMLFragment]? {
        keptFragments.load()?.value ?? (tree.blocks.count > 1000 ? nil : fragments)
    }

    package var blocks: [Block] { tree.blocks }

    /// The words of its paragraphs, headings and rows of tables, in order; those in footnotes come last.
    package var leaves: [MarkdownText.Leaf] { tree.leaves }

    /// Where each of its links leads, and the words of it; in the order of the piece, those in footnotes last.
    package var links: [(target: LinkTarget, text: String)] { tree.links.map { ($0.target, $0.text) } }
}

extension MarkdownText {
    /// A piece where it stands in a text.
    package struct PlacedPiece: Sendable {
        package var piece: TextPiece
        /// The byte of the text at which it begins.
        package var start: Int
    }
}
