extension MarkdownText {
    /// The words alone, for a message or a search: blocks with an empty line between them, items behind `- ` or their
    /// number, cells with ` | ` between them, quotes behind `> `, footnotes last. Raw HTML is left out.
    package var plainText: String { plainText { _ in nil } }

    /// The words, and behind those of a link what `link` gives for its destination, in round brackets.
    package func plainText(link: @escaping (String) -> String?) -> String {
        var writer = PlainTextWriter(link: link, footnotes: footnotes.map(\.label))
        writer.write(blocks, indent: "")
        for (index, footnote) in footnotes.enumerated() {
            writer.separate()
            writer.prefix = "[\(index + 1)] "
            writer.write(footnote.blocks, indent: "    ")
        }
        return writer.lines.joined(separator: "\n")
    }
}

private struct PlainTextWriter {
    let link: (String) -> String?
    let footnotes: [String]
    var lines: [String] = []
    /// What the next line begins with instead of its indent.
    var prefix: String?

    mutating func separate() {
        if lines.last?.isEmpty == false { lines.append("") }
    }

    mutating func write(_ blocks: [Block], indent: String, isTight: Bool = false) {
        for (index, block) in blocks.enumerated() {
            if index > 0, !isTight { separate() }
            switch block {
            case .paragraph(let words), .heading(_, let words): add(text(words), indent: indent)
            case .list(let list): write(list, indent: indent)
            case .quote(let blocks):
                prefix = (prefix ?? indent) + "> "
                write(blocks, indent: indent + "> ")
                prefix = nil
            case .code(_, let text):
                add(text.utf8.last == UInt8(ascii: "\n") ? String(text.dropLast()) : text, indent: indent)
            case .table(let table):
                for row in [table.header] + table.rows {
                    add(row.map(text).joined(separator: " | "), indent: indent)
                }
            case .thematicBreak: add("---", indent: indent)
            case .html, .seam: break
            }
        }
    }

    private mutating func write(_ list: Block.List, indent: String) {
        for (index, item) in list.items.enumerated() {
            if index > 0, !list.isTight { separate() }
            var marker = "- "
            if case .ordered(let start, let delimiter) = list.kind {
                marker = "\(start + index)\(delimiter == .period ? "." : ")") "
            }
            if let isDone = item.task { marker += isDone ? "[x] " : "[ ] " }
            prefix = (prefix ?? indent) + marker
            write(item.blocks, indent: indent + String(repeating: " ", count: marker.count), isTight: list.isTight)
            if let prefix { lines.append(String(prefix.dropLast())) }
            prefix = nil
        }
    }

    private mutating func add(_ text: String, indent: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(line.isEmpty ? "" : (prefix ?? indent) + line)
            prefix = nil
        }
    }

    private func text(_ inlines: [Inline]) -> String {
        var words = ""
        for inline in inlines {
            switch inline {
            case .text(let text), .code(let text): words += text
            case .softBreak: words += " "
            case .hardBreak: words += "\n"
            case .emphasis(let children), .strong(let children), .strikethrough(let children): words += text(children)
            case .link(let destination, _, let children):
                let label = text(children)
                words += label
                if let address = link(destination), address != label { words += " (\(address))" }
            case .image(_, _, let children): words += children.plainText
            case .html, .seam: break
            case .footnote(let label):
                if let index = footnotes.firstIndex(of: label) { words += "[\(index + 1)]" }
            }
        }
        return words
    }
}
