import Formats
import Markdown

/// A text made ready to be compared: without what no writer shows, and with what each block says at hand.
package final class ComparedText: Sendable {
    /// Without its blocks, which are the pieces.
    let text: MarkdownText
    /// Of each block of the text, in order.
    let pieces: [Piece]
    /// Of the pieces.
    let headings: HeadingPaths
    /// How often each footnote is referred to, by its number.
    let references: [Int: Int]
    /// Of each footnote.
    let footnotes: [[Piece]]
    /// What stands before the first heading, then each heading with what follows it.
    package let sections: [Section]
    /// Every place in it that a link can lead to.
    let anchors: Once<Set<String>>
    /// The ids of what is in it.
    let ids: HTMLIDs
    /// What its pieces are remembered in.
    let memory: RedlineMemory

    /// A heading of the text and what stands below it, up to the next one.
    package final class Section: Sendable {
        /// Nil for what stands before the first heading.
        package let heading: Heading?
        /// In `pieces`, the heading included.
        let range: Range<Int>

        fileprivate init(heading: Heading?, range: Range<Int>) {
            self.heading = heading
            self.range = range
        }

        /// Of the heading.
        var number: String? { heading?.number }
        var label: String? { heading?.label }
    }

    /// - Parameter memory: shared by texts that have blocks in common.
    package init(_ text: MarkdownText, memory: RedlineMemory = RedlineMemory()) {
        let shown = ShownText(text, memory: memory)
        self.memory = memory
        self.text = shown.text
        references = shown.references
        pieces = shown.blocks.pieces
        headings = HeadingPaths(in: pieces, memory)
        footnotes = shown.text.footnotes.map { memory.pieces(of: $0.blocks.map { .block($0) }) }
        sections = Self.sections(of: shown.text, shown.blocks)
        let named = shown.text
        anchors = Once { named.anchors }
        ids = HTMLIDs(named)
    }

    /// Of each piece the section that it is in.
    var sectionsOfPieces: [Int] {
        var places: [Int] = []
        places.reserveCapacity(pieces.count)
        for (place, section) in sections.enumerated() {
            for _ in section.range { places.append(place) }
        }
        return places
    }

    private static func sections(of text: MarkdownText, _ blocks: ShownBlocks) -> [Section] {
        var sections: [Section] = []
        var heading: Heading?
        var start = 0
        var next = 0
        for (index, piece) in blocks.pieces.enumerated() {
            // Headings in lists and quotes begin no section, but they are counted among the text's.
            if piece.isHeading {
                sections.append(Section(heading: heading, range: start..<index))
                start = index
                heading = text.headings.indices.contains(next) ? text.headings[next] : nil
            }
            next += blocks.headings[index]
        }
        sections.append(Section(heading: heading, range: start..<blocks.pieces.count))
        return sections
    }
}

extension MarkdownText {
    /// The heading of each of its sections as it would be compared, without making it ready for that.
    var headingsOfSections: [Heading?] {
        var normalizer = Normalizer(footnotes)
        var sections: [Heading?] = [nil]
        var next = 0
        for block in blocks {
            if case .heading(_, let words) = block, normalizer.shows(words) {
                sections.append(headings.indices.contains(next) ? headings[next] : nil)
            }
            next += BlockCount(block).headings
        }
        return sections
    }
}
