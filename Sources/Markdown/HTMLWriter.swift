/// Writes a tree as HTML; see `MarkdownText.html`. Its steps are open to whoever writes a tree in another order, such
/// as a redline.
package struct HTMLWriter {
    package let options: HTMLOptions
    package var output = HTMLBuffer()
    /// The ids to give, and those given so far.
    package var ids: HTMLIDs
    /// Of two texts in one, those of the text that is not being written, and those from before it was copied.
    package var otherIDs = HTMLIDs()
    var copied: HTMLIDs?
    let footnotes: [Footnote]
    /// Whether a heading has been written.
    var hasTitle = false
    /// Inside a link no other link may be written.
    var isInLink = false
    /// Whether the link that is open has tags.
    var hasLink = false
    /// Further ids of the heading or paragraph whose tag was written last.
    var places: ArraySlice<String> = []
    /// Of the heading whose tag was written last, its anchor, and the one that it has in the other text.
    var anchor: String?
    var formerAnchor: String?
    /// What tag was written last, where no link to it stands yet.
    var opened: HTMLIDs.Element?
    /// Of a fragment, the places in `output` of what depends on the text around it; nil where that is written at once.
    var holes: [HTMLFragment.PlacedHole]?
    /// Those that the holes ask for.
    var words: [String] = []
    /// Written into the next element that is opened, and then forgotten: ` class="moved"`.
    package var attributes = ""
    /// What to write around each run of words: `<ins>` and `</ins>`.
    package var wrapping: Wrapping?

    /// What stands before and behind a run of words.
    package struct Wrapping: Sendable {
        package var opening: String
        package var closing: String

        package init(opening: String, closing: String) {
            self.opening = opening
            self.closing = closing
        }
    }

    /// - Parameter text: whose headings and paragraphs will be written, in order; further ones have no `id`. References to
    ///   other footnotes than its own are left out.
    package init(_ options: HTMLOptions, _ text: MarkdownText) {
        self.init(
            options, HTMLIDs(text, linksClauses: options.linksClauses, hasTitle: options.hasTitle(text)),
            footnotes: text.footnotes)
    }

    /// - Parameter ids: of the text whose headings and paragraphs will be written.
    package init(_ options: HTMLOptions, _ ids: HTMLIDs, footnotes: [Footnote]) {
        self.options = options
        self.footnotes = footnotes
        self.ids = ids
    }

    /// Opens an element, with what `attributes` holds for it.
    ///
    /// - Parameter end: of its tag, where no more attributes follow.
    package mutating func open(_ element: String, _ end: String = "") {
        output += "<"
        output += element
        writeAttributes()
        if !end.isEmpty { output += end }
    }

    private mutating func writeAttributes() {
        guard !attributes.isEmpty else { return }
        output += attributes
        attributes = ""
    }

    /// Writes all the words of a block, cell or item.
    package mutating func writeRun(_ words: [Inline]) {
        let isIsolated = options.isolates?(words.plainText) ?? false
        if isIsolated { output += "<bdi>" }
        if let wrapping, !words.isEmpty {
            output += wrapping.opening
            write(words)
            output += wrapping.closing
        } else {
            write(words)
        }
        if isIsolated { output += "</bdi>" }
    }

    package mutating func write(_ blocks: some Sequence<Block>) {
        for block in blocks { write(block) }
    }

    package mutating func write(_ block: Block) {
        switch block {
        case .paragraph(let words):
            guard words.isVisible else { return skip(block) }
            open("p")
            put(.paragraphID)
            output += ">"
            put(.places)
            writeRun(words)
            output += "</p>\n"
        case .heading(let level, let words): writeHeading(level, words)
        case .list(let list): write(list)
        case .quote(let blocks):
            open("blockquote", ">\n")
            write(blocks)
            output += "</blockquote>\n"
        case .code(let info, let text): writeCode(info, text)
        case .table(let table): write(table)
        case .thematicBreak:
            open("hr", ">\n")
        case .seam(let seam): write(Inline.seam(seam))
        case .html: break
        }
    }

    /// A heading without words is left out: it would be an empty line to read and an empty entry to hear.
    private mutating func writeHeading(_ level: Int, _ words: [Inline]) {
        guard words.isVisible else { return skip(.heading(level: level, words)) }
        openHeading(level)
        put(.places)
        writeRun(words)
        closeHeading(level)
    }

    /// Opens the element of a heading of some level in its text, with its id.
    package mutating func openHeading(_ level: Int) {
        output += "<h"
        put(.level(Int32(level)))
        writeAttributes()
        put(.headingID)
        output += ">"
    }

    package mutating func closeHeading(_ level: Int) {
        output += "</h"
        put(.levelAtEnd(Int32(level)))
        output += ">\n"
    }

    /// The digit of a heading's level: that of the first may be the page's own.
    mutating func writeLevel(_ level: Int) {
        output += Self.digits[(options.title == .ofPage && !hasTitle ? 1 : options.level(level)) - 1]
    }

    private static let digits = ["1", "2", "3", "4", "5", "6"]

    private mutating func writeCode(_ info: String, _ text: String) {
        open("pre", "><code")
        writeLanguage(info)
        output += ">"
        if let wrapping, !text.isEmpty {
            output += wrapping.opening
            output.appendEscaped(text)
            output += wrapping.closing
        } else {
            output.appendEscaped(text)
        }
        output += "</code></pre>\n"
    }

    /// What a code block's fence says of its language, as the class that highlighters know.
    package mutating func writeLanguage(_ info: String) {
        guard let language = info.split(whereSeparator: \.isWhitespace).first else { return }
        output += " class=\"language-"
        output.appendEscaped(String(language))
        output += "\""
    }

    package mutating func write(id: String) {
        output += " id=\""
        output.appendEscaped(options.idPrefix)
        output.appendEscaped(id)
        output += "\""
    }

    /// An empty element for a place that has no element of its own.
    package mutating func write(place: String) {
        output += "<span class=\"visually-hidden\""
        write(id: place)
        output += "></span>"
    }

    /// The empty link to a clause, which the theme gives a sign.
    mutating func write(_ link: HTMLIDs.ClauseLink) {
        output += "<a class=\"clause\" href=\"#"
        output.appendEscaped(options.idPrefix)
        output.appendEscaped(link.anchor)
        output += "\" aria-label=\""
        output.appendEscaped(options.labels.linkTo)
        output += " "
        if let number = link.number {
            output += "§"
            output.appendEscaped(number)
        } else if options.labels.attributes.isEmpty {
            output.appendEscaped(options.labels.beforeQuoted)
            output.appendEscaped(link.words)
            output.appendEscaped(options.labels.behindQuoted)
        } else {
            // Words of the text would be told in the writer's language.
            output.appendEscaped(options.labels.thisSection)
        }
        output += "\""
        output += options.labels.attributes
        output += " data-aid=\"drop\"></a>"
    }

    package mutating func write(attribute name: String, _ value: String) { output.append(attribute: name, value) }
}

extension HTMLWriter {
    /// A reference to a footnote. In a link, where no second one may be, it is the number alone.
    mutating func writeReference(to label: String, isInLink: Bool) {
        guard let number = ids.number(ofFootnote: label) else { return }
        guard options.linksFootnotes else {
            output += "<sup>[\(number)]</sup>"
            return
        }
        if isInLink {
            output += "<sup>\(number)</sup>"
            return
        }
        output += "<sup class=\"footnote-reference\"><a"
        write(attribute: "href", "#\(options.idPrefix)fn:\(number)")
        if let id = ids.nextReference(to: number) { write(id: id) }
        write(attribute: "aria-label", "\(options.labels.footnote) \(number)")
        output += "\(options.labels.attributes)>\(number)</a></sup>"
    }

    /// The footnotes, after all that refers to them is written.
    package mutating func writeFootnotes() {
        guard !footnotes.isEmpty else { return }
        output += "<section class=\"footnotes\""
        writeOpeningOfFootnotes()
        for (index, footnote) in footnotes.enumerated() {
            output += "<li"
            if options.linksFootnotes { write(id: "fn:\(index + 1)") }
            output += ">\n"
            // The links back stand in the last paragraph, or behind the last block where that is none.
            let last = footnote.blocks.lastIndex(where: \.isShown) ?? 0
            write(footnote.blocks.prefix(last))
            if footnote.blocks.indices.contains(last), case .paragraph(let words) = footnote.blocks[last] {
                output += "<p>"
                writeRun(words)
                writeBackLinks(index + 1)
                output += "</p>\n"
                write(footnote.blocks.dropFirst(last + 1))
            } else {
                write(footnote.blocks.dropFirst(last))
                writeBackLinks(index + 1)
                output += "\n"
            }
            output += "</li>\n"
        }
        output += "</ol>\n</section>\n"
    }

    /// The label and the list of a section that is begun.
    package mutating func writeOpeningOfFootnotes() {
        write(attribute: "aria-label", options.labels.footnotes)
        output += "\(options.labels.attributes)>\n<ol\(options.labels.textAttributes)>\n"
    }

    private mutating func writeBackLinks(_ number: Int) {
        let count = ids.references[number, default: 0]
        guard count > 0 else { return }
        for reference in 1...count { writeBackLink(to: reference, ofFootnote: number) }
    }

    /// The link from a footnote back to one of the places that refer to it.
    mutating func writeBackLink(to reference: Int, ofFootnote number: Int) {
        output += " <a class=\"footnote-back\""
        write(attribute: "href", "#\(options.idPrefix)\(HTMLIDs.reference(number, reference))")
        let label = options.labels.backToText
        write(attribute: "aria-label", reference == 1 ? label : "\(label) (\(reference))")
        output += "\(options.labels.attributes)></a>"
    }
}
