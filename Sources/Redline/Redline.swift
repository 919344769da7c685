import Markdown

/// What became of a text, as a lawyer would mark it up: one tree that holds both texts and says of each part whether
/// it is in both, only in the old one or only in the new one.
///
/// Leaving out what is inserted gives the old text, leaving out what is deleted the new one, element for element
/// (section 4, Redline): the tree cannot say anything else, as its parts are taken from the two texts.
package struct Redline: Sendable {
    package let old: ComparedText
    package let new: ComparedText
    package let blocks: [MarkedBlock]
    /// In the order in which they are shown.
    package let footnotes: [MarkedFootnote]
    /// What became of the sections that changed, in the order of the redline.
    package let changes: [SectionChange]
    /// Of each section of the new text, in its order, the section of the old one that it continues: its place in
    /// `old.sections`, nil where it is new.
    package let origins: [Int?]

    /// - Parameter memory: shared by redlines whose texts have blocks in common.
    package init(from old: ComparedText, to new: ComparedText, memory: RedlineMemory? = nil) {
        self.old = old
        self.new = new
        let alignment = BlockAlignment(
            from: old.pieces, to: new.pieces, headings: (old.headings, new.headings), memory: memory)
        blocks = alignment.marked
        footnotes = MarkedFootnote.align(old.footnotes, new.footnotes)
        let comparison = SectionComparison(
            old: old, new: new, alignment: alignment, blocks: blocks, footnotes: footnotes)
        changes = comparison.changes
        origins = comparison.origins
    }

    package init(from old: MarkdownText, to new: MarkdownText) {
        self.init(from: ComparedText(old), to: ComparedText(new))
    }

    /// Whether the two texts say the same.
    package var isEmpty: Bool {
        blocks.allSatisfy(\.isKept) && footnotes.allSatisfy(\.isKept)
    }
}
