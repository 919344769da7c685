import Diagnostics
import Markdown

extension Check {
    /// `raw-html`: HTML in Markdown, comments included.
    ///
    /// HTML can hide text, run scripts and look different tomorrow; a policy must read the same wherever it is shown.
    /// As an error it is refused, as a warning it is left out of what is published, and the finding says so.
    package static let rawHTML = Check { context in
        context.published.flatMap { text -> [Finding] in
            text.findings(text.markdown?.rawHTML ?? []) { span in
                let html = text.isScalar ? text.words.drop { $0 != "<" } : span.text
                let place = text.isScalar ? text.place(of: html.prefixThroughTag) : span
                return Diagnostic(.rawHTML, at: place, .htmlLeftOut, help: .insteadOfHTML(html))
            }
        }
    }
}

extension String {
    fileprivate static let htmlLeftOut = "HTML in a text is not published"

    fileprivate static func insteadOfHTML(_ html: Substring) -> String {
        if html.hasPrefix("<!--") { return "remove the comment: it is hashed, and no reader sees it" }
        let name = html.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        switch name {
        case "a": return "write [words](address), and no anchors: a heading has its own"
        case "img": return "write ![what it shows](/files/picture.png)"
        case "br": return "write <br> and nothing else in it"
        case "b", "strong": return "write **words**"
        case "i", "em": return "write *words*"
        case "s", "del", "strike": return "write ~~words~~"
        case "code", "pre", "kbd", "tt": return "write the words between backticks"
        case "p", "div", "span", "center", "font", "u":
            return "remove the tag, and separate paragraphs by an empty line"
        case "h1", "h2", "h3", "h4", "h5", "h6": return "write a heading with # signs"
        case "ul", "ol", "li": return "write a list with a hyphen or a number before each item"
        case "table", "thead", "tbody", "tr", "td", "th": return "write a table with | between the cells"
        default: return "write it in Markdown, or &lt; where the sign < is meant"
        }
    }
}

extension Substring {
    /// Up to the first `>` and with it, on one line.
    fileprivate var prefixThroughTag: Substring {
        let end = utf8.firstIndex { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "\n") }
        guard let end else { return self }
        return utf8[end] == UInt8(ascii: ">") ? self[..<utf8.index(after: end)] : self[..<end]
    }
}
