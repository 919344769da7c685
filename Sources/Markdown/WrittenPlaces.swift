extension MarkdownText {
    /// The words of one block, and where they were written.
    package struct Leaf: Sendable {
        package enum Kind: Sendable {
            case paragraph
            case heading
            /// The cells of a table's row, one after another.
            case row
        }

        package var kind: Kind
        /// Its lines, with what stands before its words on them (marks of lists and quotes), in bytes of the text.
        package var range: Range<Int>
        package var words: [Inline]
    }

    /// An item of a numbered list whose number is not the one that a reader sees.
    package struct Misnumbering: Sendable {
        package var written: Int
        package var shown: Int
        /// The number with its dot or bracket, in bytes of the text.
        package var range: Range<Int>
    }
}
