import Markdown

/// A block of a redline.
package indirect enum MarkedBlock: Sendable {
    /// In both texts.
    case kept(Piece)
    /// Only in the old text; where it moved, it is in the new one elsewhere.
    case deleted(Block, moved: Bool)
    case inserted(Block)
    /// A paragraph, heading or code block of both texts whose words differ. The block is the new one.
    case words(Block, [MarkedInline])
    case list(MarkedList)
    case quote([MarkedBlock])
    case table(MarkedTable)
    /// An element that is another one now although it says much the same.
    case restated(Restatement)

    package var isKept: Bool { if case .kept = self { true } else { false } }
}

/// Blocks that are other elements now although their words are much the same: shown once, with the words that differ
/// marked; the old ones stand before them for whoever takes the redline apart.
package struct Restatement: Sendable {
    /// Empty for what moved: it is shown as deleted where it was.
    package var old: [Block]
    /// What is marked in them are the words that differ.
    package var new: [MarkedBlock]
    package var reason: Reason

    package enum Reason: Sendable, Hashable {
        case moved
        case split
        case merged
        /// A heading of another level.
        case level
        /// A list that counts from another number, or in another way.
        case numbering
        /// Blank lines between a list's items, or none: nothing that a reader need know.
        case spacing
        /// A table whose rows stand in another order.
        case order
        /// Paragraphs that are items now, an item that is a heading, and the like.
        case form(Former)

        /// What it was.
        package enum Former: Sendable, Hashable {
            case paragraph, paragraphs, heading, list, quote, code
            /// A list whose items stand at other levels now.
            case levels
            case other
        }
    }
}

package struct MarkedList: Sendable {
    /// The same in both texts.
    package var kind: Block.List.Kind
    package var oldIsTight: Bool
    package var newIsTight: Bool
    package var items: [MarkedItem]
}

package enum MarkedItem: Sendable {
    case kept(Piece)
    case deleted(Block.List.Item, moved: Bool)
    case inserted(Block.List.Item)
    /// An item of both texts. Where it moved, the old one is shown as deleted where it was.
    case changed(oldTask: Bool?, newTask: Bool?, [MarkedBlock], moved: Bool)
}

package struct MarkedTable: Sendable {
    package var columns: [Column]
    /// One for each column.
    package var header: [[MarkedInline]]
    package var rows: [Row]
    /// Whether each text's table has rows.
    package var oldHasRows: Bool
    package var newHasRows: Bool

    package struct Column: Sendable, Hashable {
        /// Where it is in each table's rows; nil in the one that lacks it.
        package var old: Int?
        package var new: Int?
        package var alignment: Block.Table.Alignment
        /// Of a column that is elsewhere now, whether this is its old place, which is there for whoever takes the
        /// redline apart, or its new one, which holds the words of both.
        package var move: Move?

        package enum Move: Sendable, Hashable { case away, here }
    }

    package enum Row: Sendable {
        /// A row of the old or the new table alone: its cells in that table's order.
        case deleted([Block.Table.Cell], moved: Bool)
        case inserted([Block.Table.Cell])
        /// One for each column.
        case changed([[MarkedInline]], moved: Bool)
    }
}

package struct MarkedFootnote: Sendable {
    /// From 1; nil in the text that lacks it.
    package var old: Int?
    package var new: Int?
    package var blocks: [MarkedBlock]

    /// Whether its text is the same in both.
    package var isKept: Bool { old != nil && new != nil && blocks.allSatisfy(\.isKept) }
}

/// What stands inside a block of a redline.
package indirect enum MarkedInline: Sendable, Hashable {
    case kept([Inline])
    case deleted([Inline])
    case inserted([Inline])
    /// Words with an emphasis that both texts give them.
    case styled(Style, [MarkedInline])
    /// Words that are in both texts in another form: shown once, as the new text has them, with the words that differ
    /// marked. The old ones stand before them for whoever takes the redline apart.
    case restated(old: [Inline], new: [MarkedInline], Form)

    package enum Form: String, Sendable, Hashable {
        /// Other quotation marks, dashes or blanks.
        case typography
        /// Another emphasis.
        case emphasis
    }

    package enum Style: UInt8, Sendable, Hashable {
        case emphasis = 1
        case strong
        case strikethrough
    }
}
