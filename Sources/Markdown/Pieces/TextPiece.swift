import Formats

/// A stretch of a text that says the same wherever it stands. Texts that hold the same bytes share one, so whatever is
/// found out about it is found out once; two are the same only where they are one object.
package final class TextPiece: Sendable {
    /// Its places are byte ranges of the piece.
    let tree: TreeReader.Tree
    package let bytes: [UInt8]
    private let keptFragments = Once<[HTMLFragment]>()

    init(_ bytes: [UInt8]) throws(MarkdownBounds.Excess) {
        self.bytes = bytes
        tree = try TreeReader.read(bytes)
    }

    /// The HTML of each of its blocks.
    var fragments: [HTMLFragment] { keptFragments.value { tree.blocks.map { HTMLFragment($0) } } }

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
            headings += tree.headings.map {
                Heading(level: $0.level, text: $0.text, range: $0.range.shifted(by: start))
            }
            links += tree.links.map {
                Link(
                    destination: $0.destination, text: $0.text, isImage: $0.isImage, range: $0.range.shifted(by: start),
                    textRange: $0.textRange.shifted(by: start))
            }
            leaves += tree.leaves.map {
                MarkdownText.Leaf(kind: $0.kind, range: $0.range.shifted(by: start), words: $0.words)
            }
            misnumbered += tree.misnumbered.map {
                MarkdownText.Misnumbering(written: $0.written, shown: $0.shown, range: $0.range.shifted(by: start))
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
