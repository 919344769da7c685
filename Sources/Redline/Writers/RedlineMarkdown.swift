import Formats
import Markdown

extension Redline {
    /// The redline for a comment on a pull request: GitHub's Markdown, with words in `<del>` and `<ins>` and the
    /// structure of the text around them. Lists have their numbers as words, as those of two texts count otherwise
    /// than one list can.
    ///
    /// - Parameters:
    ///   - title: says which texts are compared.
    ///   - isFull: whether what did not change is shown too.
    ///   - link: where a link's destination leads, as an absolute address; nil writes the words alone.
    package func markdown(title: String, isFull: Bool = false, link: @escaping (String) -> String?) -> String {
        var writer = MarkdownRedlineWriter(words: MarkdownWords(link: link))
        writer.addLine("**\(writer.words.text(title))**")
        writer.separate()
        if isEmpty {
            writer.addLine("Nothing changed.")
        } else {
            writer.write(changes)
        }
        if let remark {
            writer.separate()
            writer.addLine(remark)
        }
        guard !isEmpty || isFull else { return writer.text }
        let passages = Passages(self, isFull: isFull)
        writer.separate()
        writer.addLine("---")
        writer.separate()
        writer.write(passages.passages)
        if !passages.footnotes.isEmpty {
            writer.separate()
            writer.write(passages.footnotes, isTight: false)
        }
        return writer.text
    }
}

private struct MarkdownRedlineWriter {
    let words: MarkdownWords
    private var lines: [String] = []
    private var indent = ""
    /// What the next line begins with instead of the indent.
    private var prefix: String?

    init(words: MarkdownWords) { self.words = words }

    var text: String { lines.map { $0 + "\n" }.joined() }

    mutating func write(_ changes: [SectionChange]) {
        guard !changes.isEmpty else { return addLine("No section says anything else.") }
        addLine("Sections touched:")
        separate()
        for (change, title) in zip(changes, changes.titles) {
            addLine("- \(words.text(title ?? SectionChange.beginning)): \(change.words)")
        }
    }

    // MARK: Passages

    mutating func write(_ passages: [Passage]) {
        for (index, passage) in passages.enumerated() {
            if index > 0 { separate(passages[index - 1], passage) }
            write(passage)
        }
    }

    /// Two lists in a row are two.
    private mutating func separate(_ before: Passage, _ behind: Passage) {
        if case .list = before, case .list = behind {
            separate()
            addLine("<!-- -->")
        }
        separate()
    }

    private mutating func write(_ passage: Passage) {
        switch passage {
        case .omission: addLine("…")
        case .note(let note): addLine("<sub>\(words.text(note))</sub>")
        case .paragraph(let marks): addLine(inline(marks).asParagraph)
        case .heading(let old, let new, let marks):
            addLine(String(repeating: "#", count: new ?? old ?? 1) + " " + inline(marks))
        case .rule(let mark): addLine(wrapped("———", mark))
        case .code(let info, let marks): writeCode(info, marks)
        case .quote(let passages): inside("> ", "> ") { $0.write(passages) }
        case .list(let items, let isTight): write(items, isTight: isTight)
        case .table(let header, let rows): write(header, rows)
        }
    }

    mutating func write(_ items: [Passage.Item], isTight: Bool) {
        for (index, item) in items.enumerated() {
            if index > 0, !isTight { separate() }
            switch item {
            case .omission: addLine("- …")
            case .item(let old, let new, let passages):
                inside("- " + sign(old, new), "  ") { writer in
                    if passages.isEmpty { writer.addLine("") } else { writer.write(passages) }
                }
            }
        }
    }

    /// What stands before an item's words: its number, and whether it is done.
    private func sign(_ old: Passage.Label?, _ new: Passage.Label?) -> String {
        let bullet = "-"
        var runs: [MarkedRun] = []
        let (before, behind) = (old?.sign, new?.sign)
        if (old ?? new)?.sign != bullet || (new ?? old)?.sign != bullet {
            runs.append(old: before.map(words.text), new: behind.map(words.text))
            runs.append(" ", .kept)
        }
        if old?.task != nil || new?.task != nil {
            runs.append(old: old?.box, new: new?.box)
            runs.append(" ", .kept)
        }
        return written(runs)
    }

    private mutating func write(_ header: [[MarkedInline]], _ rows: [Passage.Row]) {
        func row(_ cells: [String]) -> String {
            "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
        func row(_ first: String) -> String { row([first] + header.dropFirst().map { _ in "" }) }
        addLine(row(header.map(inline)))
        addLine("|" + header.map { _ in " --- |" }.joined())
        for next in rows {
            switch next {
            case .omission: addLine(row("…"))
            case .note(let note): addLine(row("<sub>\(words.text(note))</sub>"))
            case .row(_, let cells): addLine(row(cells.map(inline)))
            }
        }
    }

    /// Code as it is where nothing in it is marked.
    private mutating func writeCode(_ info: String, _ marks: [MarkedInline]) {
        let code = marks.code()
        guard code.contains(where: { $0.mark != .kept }) else {
            let text = code.map(\.text).joined().withoutControls
            let fence = String(repeating: "`", count: max(3, text.longestRun(of: "`") + 1))
            addLine(fence + (info.contains("`") ? "" : info.split(whereSeparator: \.isWhitespace).first ?? ""))
            addLines(text)
            return addLine(fence)
        }
        addLines(
            "<pre>" + marks.code { $0.withoutControls.escapedHTML }.map { wrapped($0.text, $0.mark) }.joined()
                + "</pre>")
    }

    // MARK: Words

    private func inline(_ marks: [MarkedInline]) -> String { written(words.runs(marks)) }

    private func written(_ runs: [MarkedRun]) -> String { runs.map { wrapped($0.text, $0.mark) }.joined() }

    private func wrapped(_ text: String, _ mark: Passage.Mark) -> String {
        switch mark {
        case .kept, .typed: text
        case .deleted: "<del>\(text)</del>"
        case .inserted: "<ins>\(text)</ins>"
        }
    }

    // MARK: Lines

    mutating func separate() {
        if let last = lines.last, last != indent.withoutBlanksAtEnd { lines.append(indent.withoutBlanksAtEnd) }
    }

    mutating func addLine(_ line: String) {
        lines.append(((prefix ?? indent) + line).withoutBlanksAtEnd)
        prefix = nil
    }

    private mutating func addLines(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { addLine(String(line)) }
    }

    private mutating func inside(_ sign: String, _ more: String, _ write: (inout Self) -> Void) {
        let outer = indent
        prefix = (prefix ?? indent) + sign
        indent += more
        write(&self)
        indent = outer
        prefix = nil
    }
}

/// Words in GitHub's Markdown. Styles are elements, as `**` beside a mark means nothing.
private struct MarkdownWords: WordWriter {
    let link: (String) -> String?

    var showsEveryNewAddress: Bool { false }
    var hardBreak: String { "<br>" }
    func text(_ text: String) -> String { text.withoutControls.replacing("\n", with: " ").asMarkdown }
    func code(_ text: String) -> String { "<code>\(self.text(text))</code>" }
    func footnote(_ number: String) -> String { "<sup>\\[^\(number)\\]</sup>" }

    func signs(of style: MarkedInline.Style) -> (before: String, behind: String) {
        let name = style.element
        return ("<\(name)>", "</\(name)>")
    }

    /// No mark can stand around a tag.
    var emphasisNote: String? { "<sub>(\(text(RedlineLabels().emphasis)))</sub>" }

    func link(_ label: String, to destination: String, showsAddress: Bool) -> String {
        let address = link(destination)
        let written = address.map { "[\(label)](<\($0.asDestination)>)" } ?? label
        return showsAddress ? "\(written) (\(code(destination)))" : written
    }

    /// A picture's words: where it lies, GitHub cannot fetch it before it is published.
    func image(_ label: String, of destination: String, showsAddress: Bool) -> String {
        link("\\[\(label)\\]", to: destination, showsAddress: showsAddress)
    }
}

extension Passage.Label {
    fileprivate var box: String? { task.map { $0 ? "☑" : "☐" } }
}

extension String {
    /// With what means something in Markdown escaped, wherever in a line it stands. A name behind `@` and a number
    /// behind `#` would call a person or name an issue on GitHub: a sign without width parts them.
    fileprivate var asMarkdown: String {
        var text = ""
        var before: Character = " "
        for character in self {
            switch character {
            case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "!", "$":
                text += "\\"
                text.append(character)
            case "@" where !(before.isLetter || before.isNumber), "#" where !(before.isLetter || before.isNumber):
                text.append(character)
                text += "&#8203;"
            default: text.append(character)
            }
            before = character
        }
        return text
    }

    /// A line that begins no list, heading or table.
    fileprivate var asParagraph: String {
        let digits = prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, let sign = dropFirst(digits.count).first, sign == "." || sign == ")" {
            return digits + "\\" + dropFirst(digits.count)
        }
        return first.map { "#+-=:|".contains($0) } == true ? "\\" + self : self
    }

    /// In angle brackets.
    fileprivate var asDestination: String {
        replacingScalars { scalar in
            switch scalar {
            case " ": "%20"
            case "<": "%3C"
            case ">": "%3E"
            case "\\": "%5C"
            default: scalar.value < 0x20 ? "" : nil
            }
        }
    }

    fileprivate func longestRun(of sign: Character) -> Int { split { $0 != sign }.map(\.count).max() ?? 0 }
}
