/// What stands inside a paragraph, a heading or a table cell.
package enum Inline: Sendable, Hashable {
    case text(String)
    /// A line end in the source that is none in the text.
    case softBreak
    case hardBreak
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    indirect case link(destination: String, title: String, [Inline])
    indirect case image(destination: String, title: String, [Inline])
    /// Raw HTML as it is written; see `Block.html`.
    case html(String)
    /// A reference to the footnote of that label.
    case footnote(label: String)
    case seam(Seam)
}

/// What stands among words, or among blocks, and is none: in no text, but in what is made of texts to compare them.
package enum Seam: Sendable, Hashable {
    /// A link from a footnote back to one of the places that refer to it, both by their numbers.
    case backLink(reference: Int, footnote: Int)
    /// Where a paragraph ends, of several that are compared as one.
    case paragraphEnd
}

extension [Inline] {
    /// Without line breaks that nothing stands before or behind.
    var withoutOuterBreaks: [Inline] {
        guard first == .hardBreak || last == .hardBreak else { return self }
        let end = lastIndex { $0 != .hardBreak }.map { $0 + 1 } ?? startIndex
        return Array(self[..<end].drop { $0 == .hardBreak })
    }

    /// The words alone: markup, raw HTML and footnote references left out, a line end as a space, of an image the
    /// text that stands for it.
    package var plainText: String {
        var words = ""
        appendPlainText(to: &words)
        return words
    }

    private func appendPlainText(to words: inout String) {
        for inline in self {
            switch inline {
            case .text(let text), .code(let text): words += text
            case .softBreak, .hardBreak: words += " "
            case .emphasis(let children), .strong(let children), .strikethrough(let children),
                .link(_, _, let children), .image(_, _, let children):
                children.appendPlainText(to: &words)
            case .html, .footnote, .seam: break
            }
        }
    }
}
