import Formats
import Synchronization

/// A stretch of a text that says the same wherever it stands. Texts that hold the same bytes share one, so whatever is
/// found out about it is found out once; two are the same only where they are one object.
package final class TextPiece: Sendable {
    /// Its places are byte ranges of the piece.
    let tree: TreeReader.Tree
    package let bytes: [UInt8]
    private let keptFragments = AtomicLazyReference<Kept<[HTMLFragment]>>()

    init(_ bytes: [UInt8]) throws(MarkdownBounds.Excess) {
        self.bytes = bytes
        tree = try TreeReader.read(bytes)
    }

    /// The HTML of each of its blocks.
    var fragments: [HTMLFragment] {
        (keptFragments.load() ?? keptFragments.storeIfNil(Kept(tree.blocks.map { HTMLFragment($0) }))).value
    }

    package var blocks: [Block] { tree.blocks }

    /// The words of its paragraphs, headings and rows of tables, in order; those in footnotes come last.
    package var leaves: [MarkdownText.Leaf] { tree.leaves }
}

extension MarkdownText {
    /// A piece where it stands in a text.
    package struct PlacedPiece: Sendable {
        package var piece: TextPiece
        /// The byte of the text at which it begins.
        package var start: Int
    }
}

extension TreeReader.Tree {
    /// The tree of a text that consists of these pieces. Only what `TextCuts` allows can be put together: a text that has
    /// no footnotes and no definitions.
    init(joining pieces: [MarkdownText.PlacedPiece]) {
        self.init()
        for placed in pieces {
            let (tree, start) = (placed.piece.tree, placed.start)
            openings += tree.openings.map { opening in
                var opening = opening
                opening.paragraph += paragraphs
                opening.headings += headings.count
                opening.range = opening.range.shifted(by: start)
                return opening
            }
            headings += tree.headings.map { heading in
                var heading = heading
                heading.range = heading.range.shifted(by: start)
                return heading
            }
            links += tree.links.map { link in
                var link = link
                link.range = link.range.shifted(by: start)
                link.textRange = link.textRange.shifted(by: start)
                return link
            }
            misnumbered += tree.misnumbered.map { list in
                var list = list
                list.range = list.range.shifted(by: start)
                return list
            }
            blocks += tree.blocks
            rawHTML += tree.rawHTML.map { $0.shifted(by: start) }
            droppedCells += tree.droppedCells.map { $0.shifted(by: start) }
            indentedCode += tree.indentedCode.map { $0.shifted(by: start) }
            paragraphs += tree.paragraphs
            work += tree.work
        }
    }
}
