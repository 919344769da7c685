extension HTMLWriter {
    package mutating func write(_ inlines: [Inline]) {
        for inline in inlines { write(inline) }
    }

    package mutating func write(_ inline: Inline) {
        switch inline {
        case .text(let text): output.appendEscaped(text)
        case .softBreak: output += "\n"
        case .hardBreak: output += "<br>\n"
        case .code(let text):
            output += "<code>"
            output.appendEscaped(text)
            output += "</code>"
        case .emphasis(let children): write(children, in: "em")
        case .strong(let children): write(children, in: "strong")
        case .strikethrough(let children): write(children, in: "s")
        case .link(let destination, let title, let children): writeLink(destination, title, children)
        case .image(let destination, let title, let children):
            put(.image, destination, title, children.plainText)
        case .html, .seam(.paragraphEnd): break
        case .seam(.backLink(let reference, let number)):
            put(.backLink(reference: Int32(reference), footnote: Int32(number)))
        case .footnote(let label): put(.footnote(isInLink: isInLink), label)
        }
    }

    private mutating func write(_ children: [Inline], in element: String) {
        output.append("<", element, ">")
        write(children)
        output.append("</", element, ">")
    }

    /// A link without words is left out: nobody could see it or hear where it leads.
    private mutating func writeLink(_ destination: String, _ title: String, _ children: [Inline]) {
        guard children.isVisible else { return }
        guard !isInLink else { return write(children) }
        isInLink = true
        defer { isInLink = false }
        put(.link, destination, title)
        write(children)
        put(.linkEnd)
    }

    mutating func writeImage(_ destination: String, _ title: String, _ words: String) {
        guard let source = options.link(destination), !source.isEmpty else {
            output.appendEscaped(words)
            return
        }
        output += "<img src=\""
        output.appendAddress(source)
        output += "\""
        write(attribute: "alt", words)
        if !title.isEmpty { write(attribute: "title", title) }
        output += ">"
    }
}

extension [Inline] {
    /// Whether anything of it is seen when raw HTML is left out.
    package var isVisible: Bool {
        contains { inline in
            switch inline {
            case .text, .code, .image, .footnote: true
            case .softBreak, .hardBreak, .html, .seam: false
            case .emphasis(let children), .strong(let children), .strikethrough(let children),
                .link(_, _, let children):
                children.isVisible
            }
        }
    }
}

extension Block {
    /// Whether anything of it is written.
    var isShown: Bool {
        switch self {
        case .paragraph(let words), .heading(_, let words): words.isVisible
        case .html, .seam: false
        case .list, .quote, .code, .table, .thematicBreak: true
        }
    }
}

extension HTMLOptions {
    /// The opening tag of a link; empty where it leads nowhere.
    func opening(ofLink destination: String, _ title: String) -> String {
        guard let address = link(destination) else { return "" }
        var tag = HTMLBuffer()
        tag += "<a href=\""
        tag.appendAddress(address)
        tag += "\""
        if !title.isEmpty { tag.append(attribute: "title", title) }
        tag += ">"
        return tag.text
    }
}
