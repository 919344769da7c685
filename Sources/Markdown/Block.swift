/// A block of a Markdown text.
///
/// The tree says what the text says and nothing about where it stands or how it is numbered: no lines, no anchors, no
/// footnote numbers. So a paragraph that two editions share is the same value in both, and two trees are compared by
/// comparing values. What depends on the place is beside the tree, in `MarkdownText`.
///
/// Of a block that is more than words a text holds one reference: every text that has it holds it, and most blocks are
/// paragraphs.
///
/// Blocks nest at most `MarkdownBounds.nesting` deep and inlines `MarkdownBounds.inlineNesting`, so a recursive walk
/// of the tree is safe.
package enum Block: Sendable, Hashable {
    case paragraph([Inline])
    /// A heading of level 1 to 6.
    indirect case heading(level: Int, [Inline])
    indirect case list(List)
    case quote([Block])
    /// A code block; `info` is what stands behind the opening fence, empty for indented code.
    indirect case code(info: String, text: String)
    indirect case table(Table)
    case thematicBreak
    /// Raw HTML as it is written. No writer lets it through; the tree keeps it for the check that says so.
    indirect case html(String)
    indirect case seam(Seam)

    package struct List: Sendable, Hashable {
        package var kind: Kind
        /// Whether its items stand without blank lines between them: their paragraphs are then written bare.
        package var isTight: Bool
        package var items: [Item]

        package enum Kind: Sendable, Hashable {
            case bullet
            case ordered(start: Int, delimiter: Delimiter)
        }

        /// What stands behind an item's number: `1.` or `1)`.
        package enum Delimiter: Sendable, Hashable {
            case period
            case parenthesis
        }

        package struct Item: Sendable, Hashable {
            /// Of a task (`- [x]`), whether it is done; nil for any other item.
            package var task: Bool?
            package var blocks: [Block]

            package init(task: Bool? = nil, blocks: [Block]) {
                self.task = task
                self.blocks = blocks
            }
        }
    }

    package struct Table: Sendable, Hashable {
        /// One for each column.
        package var alignments: [Alignment]
        package var header: [Cell]
        /// Each as wide as the header.
        package var rows: [[Cell]]

        package typealias Cell = [Inline]

        package enum Alignment: Sendable, Hashable {
            case none
            case left
            case center
            case right
        }
    }
}

/// The text of a footnote, by the label that its references name.
package struct Footnote: Sendable, Hashable {
    package var label: String
    package var blocks: [Block]

    package init(label: String, blocks: [Block]) {
        self.label = label
        self.blocks = blocks
    }
}
