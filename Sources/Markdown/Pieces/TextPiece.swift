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

extension TreeReader.Tree {
    /// The tree of a text that consists of these pieces. Only what `TextCuts` allows can be put together: a text that has
    /// no footnotes and no definitions.
    init(joining pieces: [MarkdownText.PlacedPiece]) {
        self.init()
        for placed in pieces {
            let (tree, start) = (placed.piece.tree, placed.start)
            for var opening in tree.openings {
                opening.paragraph += paragraphs
                opening.headings += headings.count
                opening.range = opening.range.shifted(by: start)
                openings.append(opening)
            }
            for var heading in tree.headings {
                heading.range = heading.range.shifted(by: start)
                headings.append(heading)
            }
            for var link in tree.links {
                link.range = link.range.shifted(by: start)
                link.textRange = link.textRange.shifted(by: start)
                links.append(link)
            }
            for var list in tree.misnumbered {
                list.range = list.range.shifted(by: start)
                misnumbered.append(list)
            }
            for range in tree.rawHTML { rawHTML.append(range.shifted(by: start)) }
            for range in tree.droppedCells { droppedCells.append(range.shifted(by: start)) }
            for range in tree.indentedCode { indentedCode.append(range.shifted(by: start)) }
            blocks += tree.blocks
            paragraphs += tree.paragraphs
            work += tree.work
        }
    }
}
