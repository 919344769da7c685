import Markdown

/// A text made ready to be compared: without what no writer shows, and with what each block says at hand.
package struct ComparedText: Sendable {
    package let text: MarkdownText
    /// Of each block of the text, in order.
    let pieces: [Piece]
    /// Of the pieces.
    let headings: [HeadingPath]
    /// How often each footnote is referred to, by its number.
    let references: [Int: Int]
    /// Of each footnote.
    let footnotes: [[Piece]]
    /// What stands before the first heading, then each heading with what follows it.
    package let sections: [Section]
    /// Every place in it that a link can lead to.
    let anchors: Set<String>
    /// What its pieces are remembered in.
    let memory: RedlineMemory

    /// A heading of the text and what stands below it, up to the next one.
    package struct Section: Sendable {
        /// Nil for what stands before the first heading.
        package var heading: Heading?
        /// In `pieces`, the heading included.
        var range: Range<Int>
    }

    /// - Parameter memory: shared by texts that have blocks in common.
    package init(_ text: MarkdownText, memory: RedlineMemory = RedlineMemory()) {
        let shown = ShownText(text, memory: memory)
        self.memory = memory
        self.text = shown.text
        references = shown.references
        let blocks = shown.blocks.filter { $0.piece != nil }
        pieces = blocks.compactMap(\.piece)
        headings = HeadingPath.all(in: pieces)
        footnotes = shown.text.footnotes.map { memory.pieces(of: $0.blocks.map { .block($0) }) }
        sections = Self.sections(of: shown.text, blocks)
        anchors = shown.text.anchors
    }

    private static func sections(of text: MarkdownText, _ blocks: [ShownBlock]) -> [Section] {
        var sections: [Section] = []
        var heading: Heading?
        var start = 0
        var next = 0
        for (index, block) in blocks.enumerated() {
            // Headings in lists and quotes begin no section, but they are counted among the text's.
            if block.piece?.isHeading == true {
                sections.append(Section(heading: heading, range: start..<index))
                start = index
                heading = text.headings.indices.contains(next) ? text.headings[next] : nil
            }
            next += block.shown.headings.count { $0 }
        }
        sections.append(Section(heading: heading, range: start..<blocks.count))
        return sections
    }
}
