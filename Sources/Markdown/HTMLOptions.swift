/// How a text becomes HTML.
package struct HTMLOptions {
    /// What to write as `href` or `src` for a destination, given as in the tree: escapes and character references undone;
    /// nil writes the words of the link, or of the image, alone.
    package var link: (String) -> String?
    /// Stands for the site and the document of the text: where it is the same object, every link leads where it leads
    /// elsewhere. Nil where nothing is to be kept of links.
    package var document: (any AnyObject & Sendable)?
    /// How many levels to lower headings by; none falls below level 6, and none rises above level 1.
    package var headingShift = 0
    /// What the first heading is to the page.
    package var title = Title.heading
    /// What every `id` begins with, where several texts share a page.
    package var idPrefix = ""
    /// Sets an empty link to itself before the words of each heading but the title, and of each clause that begins with a
    /// bold number:
    /// `<a class="clause" href="#4" aria-label="Link to §4" data-aid="drop"></a>`, to which the theme gives its sign. It is
    /// for readers alone, and no part of the text (docs/redline.md).
    package var linksClauses = false
    /// Links what refers to a footnote to it, and the footnote back. Where it does not, the footnotes still stand below the text,
    /// and what refers to one is its number in brackets: where `<sup>` raises nothing, `30` and `1` would read `301`.
    package var linksFootnotes = true
    /// Whether the words of a block, cell or item run in another direction than the page, and stand in a `<bdi>`; nil where none do.
    package var isolates: ((String) -> Bool)?
    /// The words that the writer adds, all of them in attributes.
    package var labels = Labels()

    package init(link: @escaping (String) -> String?) { self.link = link }

    package enum Title: Sendable, Hashable {
        /// One as all others.
        case heading
        /// The page's own: of level 1, whatever its level in the text and that of the others.
        case ofPage
        /// Left out where the text begins with it, of level 1: the page around the text shows it.
        case omitted
        /// What the page around the text shows already: where the text begins with it, of level 1, it has the class
        /// `own-title`, for the theme to show it once.
        case repeated
    }

    /// Whether the first heading of a text is the title of its page.
    func hasTitle(_ text: MarkdownText) -> Bool {
        switch title {
        case .heading: false
        case .ofPage: true
        case .omitted, .repeated: text.beginsWithTitle
        }
    }

    /// The level of an element for a heading of some level.
    package func level(_ level: Int) -> Int { min(max(level + headingShift, 1), 6) }

    package struct Labels: Sendable, Hashable {
        package var taskDone = "Done"
        package var taskOpen = "Not done"
        package var footnotes = "Footnotes"
        package var footnote = "Footnote"
        package var backToText = "Back to the text"
        package var linkTo = "Link to"
        /// Around a heading's words, which stand for the hole `%1`, the only one.
        package var quoted = "“%1”" {
            didSet {
                let hole = quoted.utf8.firstIndex(of: UInt8(ascii: "%")) ?? quoted.endIndex
                (beforeQuoted, behindQuoted) = (String(quoted[..<hole]), String(quoted[hole...].dropFirst(2)))
            }
        }
        /// What stands before a heading's words, and behind them.
        private(set) var beforeQuoted = "“"
        private(set) var behindQuoted = "”"
        package var thisSection = "this section"
        /// Attributes of an element that holds words of the writer's: ` lang="en"`.
        package var attributes = ""
        /// Attributes of an element in such a one that holds words of the text again: ` lang="de"`.
        package var textAttributes = ""

        package init() {}
    }
}

extension MarkdownText {
    /// The text as HTML5, one element a line. Raw HTML is left out, text is escaped, and nothing is in it but the
    /// words of the text: what is added for readers is in attributes (docs/redline.md). Clauses have the `id` that
    /// follows their number; a heading that has another one holds it in an empty element of the class `visually-hidden`.
    ///
    /// Classes for the theme: `align-left`, `align-center` and `align-right` on cells, `tasks` on a list that has
    /// tasks and `task` on each, `parenthesis` on a list numbered `1)`, `footnote-reference`, `footnotes`,
    /// `footnote-back` (an empty link; the theme gives it a sign by `content`).
    package func html(_ options: HTMLOptions) -> String { htmlBytes(options).text }

    /// `html` in UTF-8.
    ///
    /// - Parameter buffer: what stands before it.
    package func htmlBytes(_ options: HTMLOptions, behind buffer: HTMLBuffer = HTMLBuffer()) -> HTMLBuffer {
        html(options, behind: buffer) { writer, blocks in
            // How words run is not known where pieces are written ahead.
            guard !pieces.isEmpty, options.isolates == nil else { return writer.write(blocks) }
            // What the title is to the page stands in no piece.
            var written = self.blocks.count - blocks.count
            if !writer.attributes.isEmpty, let title = blocks.first {
                writer.write(title)
                written += 1
            }
            for placed in pieces {
                let blocks = placed.piece.blocks
                if let fragments = placed.piece.sharedFragments {
                    for fragment in fragments.dropFirst(written) { writer.write(fragment) }
                } else {
                    writer.write(blocks.dropFirst(written))
                }
                written = max(0, written - blocks.count)
            }
        }
    }

    /// `html` with blocks that are written in another way.
    ///
    /// - Parameter write: writes all of them in their order.
    package func html(
        _ options: HTMLOptions, write: (_ writer: inout HTMLWriter, _ blocks: ArraySlice<Block>) -> Void
    ) -> String { html(options, behind: HTMLBuffer(), write).text }

    private func html(
        _ options: HTMLOptions, behind buffer: HTMLBuffer, _ write: (inout HTMLWriter, ArraySlice<Block>) -> Void
    ) -> HTMLBuffer {
        var writer = HTMLWriter(options, self)
        writer.output = buffer
        // Of most texts a quarter is added; what is reserved and not written costs nothing, what grows is copied.
        writer.output.reserve(size * 11 / 8 + (options.linksClauses ? headings.count * 128 : 0))
        var shown = blocks[...]
        if beginsWithTitle {
            switch options.title {
            case .heading, .ofPage: break
            case .omitted:
                shown = shown.dropFirst()
                _ = writer.ids.nextHeading()
            case .repeated: writer.attributes = " class=\"own-title\""
            }
        }
        write(&writer, shown)
        writer.writeFootnotes()
        return writer.output
    }
}
