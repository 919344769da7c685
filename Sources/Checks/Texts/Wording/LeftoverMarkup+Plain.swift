import Diagnostics
import Markdown

extension PublishedText {
    /// In a text that is shown as it is: what Markdown or HTML would make bold, struck out, code, a link or another sign.
    var markupInPlainText: [Leftover] {
        let text = String(words)
        func leftover(
            _ range: Range<String.Index>, _ message: String, help: String, isLenient: Bool = true
        ) -> Leftover {
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            let end = start + text[range].utf8.count
            return Leftover(range: start..<end, message: message, help: help, isLenient: isLenient)
        }
        let markdown = signOfMarkdown(in: text).map { sign in
            leftover(
                sign, "this text is no Markdown: its signs would be published as they stand",
                help: text[sign] == "](" ? "write the words alone; a link has a key of its own" : "take the signs out",
                isLenient: text[sign] == "~~")
        }
        let tag = text.htmlTags.first.map {
            leftover(
                $0.range, "this text is no HTML: its tags would be published as they stand",
                help: "write the words alone")
        }
        let reference = text.htmlReferences.first.map { range, character in
            leftover(
                range, "this text is no HTML: \(text[range]) would be published as it stands",
                help: character.allSatisfy(\.isWhitespace) ? "write a blank" : "write \(character)")
        }
        return [markdown, tag, reference].compactMap(\.self)
    }

    private func signOfMarkdown(in text: String) -> Range<String.Index>? {
        let signs = ["**", "__", "~~", "`", "]("].compactMap { text.firstRange(of: $0) }
        guard let first = signs.min(by: { $0.lowerBound < $1.lowerBound }),
            MarkdownText.parse(Sourced(text, at: span)).0.pieces.contains(where: { placed in
                placed.piece.leaves.contains { $0.words.holdMarkup }
            })
        else { return nil }
        return first
    }
}

extension [Inline] {
    fileprivate var holdMarkup: Bool {
        contains { inline in
            switch inline {
            case .strong, .code, .strikethrough: true
            case .link(let destination, _, let children): !destination.hasSuffix(children.plainText)
            case .emphasis(let children): children.holdMarkup
            default: false
            }
        }
    }
}
