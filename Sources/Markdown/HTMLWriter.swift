/// Writes a tree as HTML; see `MarkdownText.html`. Its steps are open to whoever writes a tree in another order, such
/// as a redline.
package struct HTMLWriter {
    package let options: HTMLOptions
    package var output = ""
    /// The anchors of the headings in the order in which they are written.
    let headings: [Heading]
    var nextHeading = 0
    let footnotes: [Footnote]
    /// The number of each footnote, by its label.
    private let footnoteNumbers: [String: Int]
    /// How often each footnote has been referred to so far, by its number.
    private var references: [Int: Int] = [:]
    /// Inside a link no other link may be written.
    var isInLink = false

    /// - Parameters:
    ///   - headings: of the headings that will be written, in order, the anchors; further ones have no `id`.
    ///   - footnotes: those that references may name; other references are left out.
    package init(_ options: HTMLOptions, headings: [Heading], footnotes: [Footnote]) {
        self.options = options
        self.headings = headings
        self.footnotes = footnotes
        footnoteNumbers = Dictionary(
            footnotes.enumerated().map { ($1.label, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    }

    package mutating func write(_ blocks: some Sequence<Block>) {
        for block in blocks { write(block) }
    }

    package mutating func write(_ block: Block) {
        switch block {
        case .paragraph(let words):
            guard words.isVisible else { return }
            output += "<p>"
            write(words)
            output += "</p>\n"
        case .heading(let level, let words): writeHeading(level, words)
        case .list(let list): write(list)
        case .quote(let blocks):
            output += "<blockquote>\n"
            write(blocks)
            output += "</blockquote>\n"
        case .code(let info, let text): writeCode(info, text)
        case .table(let table): write(table)
        case .thematicBreak: output += "<hr>\n"
        case .html: break
        }
    }

    /// A heading without words is left out: it would be an empty line to read and an empty entry to hear.
    private mutating func writeHeading(_ level: Int, _ words: [Inline]) {
        let anchor = headings.indices.contains(nextHeading) ? headings[nextHeading].anchor : nil
        nextHeading += 1
        guard words.isVisible else { return }
        let level = min(max(level + options.headingShift, 1), 6)
        output += "<h\(level)"
        if let anchor { write(id: anchor) }
        output += ">"
        write(words)
        output += "</h\(level)>\n"
    }

    private mutating func writeCode(_ info: String, _ text: String) {
        output += "<pre><code"
        if let language = info.split(whereSeparator: \.isWhitespace).first {
            output += " class=\"language-"
            output.appendEscaped(language)
            output += "\""
        }
        output += ">"
        // A parser drops a line feed that comes first.
        if text.utf8.first == UInt8(ascii: "\n") { output += "\n" }
        output.appendEscaped(text)
        output += "</code></pre>\n"
    }

    mutating func write(id: String) {
        output += " id=\""
        output.appendEscaped(options.idPrefix)
        output.appendEscaped(id)
        output += "\""
    }

    mutating func write(attribute name: String, _ value: String) {
        output += " \(name)=\""
        output.appendEscaped(value)
        output += "\""
    }
}

extension HTMLWriter {
    /// A reference to a footnote. In a link, where no second one may be, it is the number alone.
    mutating func writeReference(to label: String) {
        guard let number = footnoteNumbers[label] else { return }
        if isInLink {
            output += "<sup>\(number)</sup>"
            return
        }
        let count = references[number, default: 0] + 1
        references[number] = count
        output += "<sup class=\"footnote-reference\"><a"
        write(attribute: "href", "#\(options.idPrefix)fn:\(number)")
        write(id: Self.referenceID(number, count))
        write(attribute: "aria-label", "\(options.labels.footnote) \(number)")
        output += ">\(number)</a></sup>"
    }

    /// The footnotes, after all that refers to them is written.
    package mutating func writeFootnotes() {
        guard !footnotes.isEmpty else { return }
        output += "<section class=\"footnotes\""
        write(attribute: "aria-label", options.labels.footnotes)
        output += ">\n<ol>\n"
        for (index, footnote) in footnotes.enumerated() {
            output += "<li"
            write(id: "fn:\(index + 1)")
            output += ">\n"
            var blocks = footnote.blocks[...]
            if case .paragraph(let words) = blocks.last {
                blocks = blocks.dropLast()
                write(blocks)
                output += "<p>"
                write(words)
                writeBackLinks(index + 1)
                output += "</p>\n"
            } else {
                write(blocks)
                writeBackLinks(index + 1)
                output += "\n"
            }
            output += "</li>\n"
        }
        output += "</ol>\n</section>\n"
    }

    private mutating func writeBackLinks(_ number: Int) {
        let count = references[number, default: 0]
        guard count > 0 else { return }
        for reference in 1...count {
            output += " <a class=\"footnote-back\""
            write(attribute: "href", "#\(options.idPrefix)\(Self.referenceID(number, reference))")
            let label = options.labels.backToText
            write(attribute: "aria-label", count == 1 ? label : "\(label) (\(reference))")
            output += "></a>"
        }
    }

    /// No heading's anchor holds a colon.
    private static func referenceID(_ number: Int, _ count: Int) -> String {
        count == 1 ? "fnref:\(number)" : "fnref:\(number):\(count)"
    }
}
