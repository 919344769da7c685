import Diagnostics
import Formats

extension MarkdownText {
    /// The words that a text of a YAML key says to those who read it: each run of letters and digits, and where a script
    /// writes no space between words, each letter. What is struck out, marks of footnotes and bare addresses say nothing; a
    /// picture says what its description does.
    package static func saidWords(in text: Sourced<String>) -> [String] {
        // Most texts have no markup; a digit may be the number of an item.
        let hasMarkup = text.value.utf8.contains { "[<&`~".utf8.contains($0) } || text.value.first?.isNumber == true
        guard hasMarkup else { return text.value.said }
        let (markdown, findings) = parse(text)
        return findings.isEmpty ? markdown.blocks.flatMap(\.said) : text.value.said
    }
}

extension Block {
    fileprivate var said: [String] {
        switch self {
        case .paragraph(let words), .heading(_, let words): words.said.said
        case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.said) }
        case .quote(let blocks): blocks.flatMap(\.said)
        case .code(_, let text): text.said
        case .table(let table): ([table.header] + table.rows).joined().flatMap(\.said.said)
        case .html, .thematicBreak, .seam: []
        }
    }
}

extension [Inline] {
    /// The text of what is said, with a space where something is left out.
    fileprivate var said: String {
        reduce(into: "") { said, inline in
            switch inline {
            case .text(let text), .code(let text): said += text
            case .emphasis(let children), .strong(let children), .link(_, _, let children),
                .image(_, _, let children):
                said += children.said
            case .softBreak, .hardBreak, .strikethrough, .html, .footnote, .seam: said += " "
            }
        }
    }
}

extension String {
    fileprivate var said: [String] {
        // A mark without its footnote is shown as it is written.
        let text = holds("[^") ? replacing(#/\[\^[^\]]*\]/#, with: " ") : self
        return text.withoutAddresses.split(whereSeparator: \.isWhitespace).flatMap { part in
            var words: [String] = []
            var isWithin = false
            for character in part {
                guard character.isLetter || character.isNumber else {
                    isWithin = false
                    continue
                }
                if isWithin, !character.standsWithoutSpaces {
                    words[words.count - 1].append(character)
                } else {
                    words.append(String(character))
                }
                isWithin = !character.standsWithoutSpaces
            }
            return words
        }
    }
}

extension String {
    /// Without where something is to be found, on the web or in a mailbox: in scripts without blanks words stand beside it.
    fileprivate var withoutAddresses: String {
        guard holds("@") || holds("://") || lowercased().holds("www.") else { return self }
        return replacing(
            /(?i)[a-z][a-z0-9+.-]*:\/\/[\x21-\x7E]*|(mailto:)?[a-z0-9._%+-]+@[a-z0-9.-]+|www\.[\x21-\x7E]+/, with: " ")
    }
}
