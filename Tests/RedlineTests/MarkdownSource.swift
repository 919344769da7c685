import Markdown

/// Writes a tree as Markdown that reads as that tree or, where Markdown has no such tree, as one much like it.
struct MarkdownSource {
    /// Blocks, one after the other, with an empty line between them.
    static func write(_ draft: Draft) -> String {
        let footnotes = draft.footnotes.map { footnote in
            "[^\(footnote.label)]: " + indent(lines(of: footnote.blocks), by: 4).dropFirst(4)
        }
        return ([lines(of: draft.blocks)] + footnotes).joined(separator: "\n\n") + "\n"
    }

    private static func lines(of blocks: [Block], isTight: Bool = false) -> String {
        var text = ""
        var lists = 0
        for (index, block) in blocks.enumerated() {
            if index > 0 { text += isTight ? "\n" : "\n\n" }
            if case .list = block { lists += 1 } else { lists = 0 }
            text += lines(of: block, isSecondList: lists % 2 == 0)
        }
        return text
    }

    /// - Parameter isSecondList: whether a list stands right behind another, which it must not be one with.
    private static func lines(of block: Block, isSecondList: Bool) -> String {
        switch block {
        case .paragraph(let words): return write(words)
        case .heading(let level, let words):
            return String(repeating: "#", count: level) + " " + write(words).replacing("\n", with: " ")
        case .list(let list): return lines(of: list, isSecondList: isSecondList)
        case .quote(let blocks):
            return lines(of: blocks).split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }
                .joined(separator: "\n")
        case .code("", let text) where !text.hasPrefix(" "): return indent(text, by: 4)
        case .code(let info, let text): return "~~~~\(info)\n\(text)~~~~"
        case .table(let table): return lines(of: table)
        case .thematicBreak: return "***"
        case .html(let html): return html
        case .seam: return ""
        }
    }

    private static func lines(of list: Block.List, isSecondList: Bool) -> String {
        list.items.enumerated().map { index, item in
            let marker =
                switch list.kind {
                case .bullet: isSecondList ? "* " : "- "
                case .ordered(let start, let delimiter): "\(start + index)" + (delimiter == .period ? ". " : ") ")
                }
            let task = item.task.map { $0 ? "[x] " : "[ ] " } ?? ""
            let blocks = indent(lines(of: item.blocks, isTight: list.isTight), by: marker.count)
            return marker + task + blocks.dropFirst(marker.count)
        }
        .joined(separator: list.isTight ? "\n" : "\n\n")
    }

    private static func lines(of table: Block.Table) -> String {
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        func cells(_ cells: [Block.Table.Cell]) -> [String] {
            cells.map { write($0).replacing("\\\n", with: " ").replacing("\n", with: " ").replacing("|", with: "\\|") }
        }
        let rule = table.alignments.map { alignment in
            switch alignment {
            case .none: "---"
            case .left: ":--"
            case .center: ":-:"
            case .right: "--:"
            }
        }
        return ([row(cells(table.header)), row(rule)] + table.rows.map { row(cells($0)) }).joined(separator: "\n")
    }

    /// Every line that is not empty.
    private static func indent(_ text: String, by width: Int) -> String {
        let blank = String(repeating: " ", count: width)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : blank + $0 }
            .joined(separator: "\n")
    }
}

extension MarkdownSource {
    static func write(_ words: [Inline], inner: Bool = false) -> String {
        words.map { write($0, inner: inner) }.joined()
    }

    /// - Parameter inner: whether it stands in emphasis, where the other sign is written.
    private static func write(_ inline: Inline, inner: Bool) -> String {
        switch inline {
        case .text(let text): return escape(text)
        case .softBreak: return "\n"
        case .hardBreak: return "\\\n"
        case .code(let text): return text.contains("`") ? "`` \(text) ``" : "`\(text)`"
        case .emphasis(let words):
            return inner ? "_\(write(words, inner: false))_" : "*\(write(words, inner: true))*"
        case .strong(let words):
            return inner ? "__\(write(words, inner: false))__" : "**\(write(words, inner: true))**"
        case .strikethrough(let words): return "~~\(write(words, inner: inner))~~"
        case .link(let destination, _, let words) where words == [.text(destination)]:
            return destination.utf8.count % 2 == 0 ? destination : "<\(destination)>"
        case .link(let destination, let title, let words):
            return "[\(write(words, inner: inner))](<\(destination)>\(write(title: title)))"
        case .image(let destination, let title, let words):
            return "![\(write(words, inner: inner))](<\(destination)>\(write(title: title)))"
        case .html(let html): return html
        case .seam: return ""
        case .footnote(let label): return "[^\(label)]"
        }
    }

    private static func write(title: String) -> String { title.isEmpty ? "" : " \"\(escape(title))\"" }

    private static func escape(_ text: String) -> String {
        text.map { character in
            switch character {
            case "©": "&copy;"
            case "&": "&amp;"
            case "\u{A0}": "&nbsp;"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "(", ")", "#", "+", "-", ".", "!", "|", "~", "@",
                ":", "=",
                "\"":
                "\\\(character)"
            default: String(character)
            }
        }
        .joined()
    }
}
