import Formats
import Markdown

/// What became of a text, as a lawyer would mark it up: one tree that holds both texts and says of each part whether
/// it is in both, only in the old one or only in the new one.
///
/// Leaving out what is inserted gives the old text, leaving out what is deleted the new one, element for element
/// (docs/redline.md): the tree cannot say anything else, as its parts are taken from the two texts.
package final class Redline: Sendable {
    package let old: ComparedText
    package let new: ComparedText
    let parts: [RedlinePart]
    /// In the order in which they are shown.
    package let footnotes: [MarkedFootnote]
    /// All differences between the two texts.
    package let differences: Differences
    /// In how many places typography alone differs.
    package let typographyCount: Int
    /// What it says by notes and by dotted lines.
    package let signs: RedlineSigns
    /// What became of the sections that changed, in the order of the redline.
    package let changes: [SectionChange]
    /// Of each section of the new text, in its order, the section of the old one that it continues: its place in
    /// `old.sections`, nil where it is new.
    package let origins: [Int?]

    /// What becomes of pieces is remembered where those of the new text are.
    package init(from old: ComparedText, to new: ComparedText) {
        self.old = old
        self.new = new
        let memory = new.memory
        var (olds, oldHeadings, oldFootnotes) = (old.pieces, old.headings, old.footnotes)
        if old.memory !== memory {
            olds = memory.pieces(of: olds.map(\.content))
            oldHeadings = HeadingPaths(in: olds, memory)
            oldFootnotes = oldFootnotes.map { memory.pieces(of: $0.map(\.content)) }
        }
        let alignment = BlockAlignment(
            from: olds, to: new.pieces, headings: (oldHeadings, new.headings), memory: memory)
        parts = alignment.parts
        footnotes = MarkedFootnote.align(oldFootnotes, new.footnotes, memory)
        var summary = MarkedPart.Summary()
        for case .marked(let part) in parts { summary += part.summary }
        differences = footnotes.reduce(summary.differences) { $0.union($1.differences) }
        typographyCount = footnotes.lazy.flatMap(\.blocks).reduce(summary.typographyCount) { $0 + $1.typographyCount }
        signs = summary.signs
        let comparison = SectionComparison(
            old: old, new: new, alignment: alignment, parts: parts, footnotes: footnotes)
        changes = comparison.changes.copied
        origins = comparison.origins
    }

    package convenience init(from old: MarkdownText, to new: MarkdownText) {
        let memory = RedlineMemory()
        self.init(from: ComparedText(old, memory: memory), to: ComparedText(new, memory: memory))
    }

    package var blocks: [MarkedBlock] { parts.map(\.block) }

    /// Whether the two texts say the same.
    package var isEmpty: Bool { parts.allSatisfy { $0.marked == nil } && footnotes.allSatisfy(\.isKept) }
}
