import Formats

/// How a redline looks as text.
package struct RedlineTextOptions: Sendable, Hashable {
    /// Whether marks are colours, struck and underlined, for a terminal; otherwise they are `[-…-]` and `{+…+}`.
    package var hasColor = false
    /// Lines end at the last blank before this column.
    package var width = 80
    /// Whether what did not change is shown too.
    package var isFull = false

    package init() {}
}

extension Redline {
    /// The redline for a terminal: which texts are compared, the list of the sections touched, the blocks that
    /// changed below their headings.
    ///
    ///     ## 2. Fees
    ///
    ///     The fee is [-€20-]{+€25+} a month.
    ///
    /// Styles are written as in Markdown. Of a link its words are shown, and where it leads if only one of the texts
    /// leads there. Characters that could act on a terminal are replaced.
    ///
    /// - Parameter title: says which texts are compared.
    package func text(title: String, _ options: RedlineTextOptions = RedlineTextOptions()) -> String {
        var writer = TextRedlineWriter(options)
        writer.write(title, as: .strong)
        writer.separate()
        if isEmpty {
            writer.write("Nothing changed.")
        } else {
            writer.write(changes)
        }
        if let remark { writer.write(remark) }
        let passages = Passages(self, isFull: options.isFull)
        if !isEmpty || options.isFull {
            writer.separate()
            writer.write(passages.passages)
            if !passages.footnotes.isEmpty {
                writer.separate()
                writer.write(passages.footnotes, isTight: false)
            }
        }
        return writer.lines.map { $0 + "\n" }.joined()
    }
}

extension SectionChange {
    /// What stands for a heading before the first one.
    static let beginning = "Before the first heading"

    /// `changed, renumbered (was 4)`.
    var words: String {
        kinds.map { kind in
            kind == .renumbered
                ? "renumbered (\(previousNumber.map { "was \($0)" } ?? "had no number"))" : kind.words
        }
        .joined(separator: ", ")
    }
}

private struct TextRedlineWriter {
    private let options: RedlineTextOptions
    private let words = PlainWords()
    private(set) var lines: [String] = []
    /// What every line begins with.
    private var indent = ""
    /// What the next line begins with instead.
    private var prefix: [MarkedRun]?
    private var isTight = false

    init(_ options: RedlineTextOptions) { self.options = options }

    mutating func write(_ line: String, as style: LineBreaker.Style = .plain) {
        var runs: [MarkedRun] = []
        runs.append(line.withoutControls, .kept)
        add(runs, style)
    }

    mutating func write(_ changes: [SectionChange]) {
        guard !changes.isEmpty else { return write("No section says anything else.") }
        write("Sections touched:")
        for (change, title) in zip(changes, changes.titles) {
            prefix = [MarkedRun(text: "  ", mark: .kept)]
            indent = "    "
            write("\(title ?? SectionChange.beginning): \(change.words)")
            indent = ""
        }
    }

    mutating func separate() {
        if let last = lines.last, !last.isEmpty { lines.append(indent.withoutBlanksAtEnd) }
    }

    // MARK: Passages

    mutating func write(_ passages: [Passage]) {
        for (index, passage) in passages.enumerated() {
            if index > 0, !isTight { separateInside() }
            write(passage)
        }
    }

    private mutating func separateInside() {
        // A note stands with what it is about.
        if !isAfterNote { lines.append(indent.withoutBlanksAtEnd) }
    }

    private var isAfterNote = false

    private mutating func write(_ passage: Passage) {
        isAfterNote = false
        switch passage {
        case .omission: write("…", as: .faint)
        case .note(let note):
            write("(\(note))", as: .faint)
            isAfterNote = true
        case .paragraph(let marks): add(words.runs(marks))
        case .heading(let old, let new, let marks):
            func signs(_ level: Int?) -> String? { level.map { String(repeating: "#", count: $0) } }
            var runs: [MarkedRun] = []
            runs.append(old: signs(old), new: signs(new))
            runs.append(" ", old == nil || new == nil ? runs.last?.mark ?? .kept : .kept)
            runs.append(words.runs(marks))
            add(runs, .strong)
        case .rule(let mark): add([MarkedRun(text: "---", mark: mark)])
        case .code(_, let marks): addCode(marks.code { $0.withoutControls })
        case .quote(let passages):
            inside(prefix: [MarkedRun(text: "> ", mark: .kept)], indent: "> ", isTight: false) { $0.write(passages) }
        case .list(let items, let isTight): write(items, isTight: isTight)
        case .table(let header, let rows): write(header, rows)
        }
    }

    mutating func write(_ items: [Passage.Item], isTight: Bool) {
        for (index, item) in items.enumerated() {
            if index > 0, !isTight { lines.append(indent.withoutBlanksAtEnd) }
            switch item {
            case .omission: write("…", as: .faint)
            case .item(let old, let new, let passages):
                var sign: [MarkedRun] = []
                sign.append(old: old?.sign, new: new?.sign)
                // A bullet by itself is no news: the words behind it are marked.
                if sign.map(\.text) == ["-"] { sign[0].mark = .kept }
                let mark = sign.last?.mark ?? .kept
                sign.append(" ", sign.count == 1 ? mark : .kept)
                let width = max(old?.sign.count ?? 0, new?.sign.count ?? 0) + 1
                if old?.task != nil || new?.task != nil {
                    sign.append(old: old?.box, new: new?.box)
                    sign.append(" ", .kept)
                }
                inside(prefix: sign, indent: String(repeating: " ", count: width), isTight: isTight) {
                    $0.write(passages)
                }
            }
        }
    }

    private mutating func write(_ header: [[MarkedInline]], _ rows: [Passage.Row]) {
        let outer = indent
        func row(_ cells: [[MarkedInline]], _ mark: Passage.Mark) -> [MarkedRun] {
            var runs: [MarkedRun] = []
            for (index, cell) in cells.enumerated() {
                if index > 0 { runs.append(" | ", mark) }
                runs.append(words.runs(cell))
            }
            return runs
        }
        prefix = takePrefix()
        indent = outer + "    "
        add(row(header, .kept), .strong)
        for next in rows {
            prefix = [MarkedRun(text: outer, mark: .kept)]
            switch next {
            case .omission: write("…", as: .faint)
            case .note(let note): write("(\(note))", as: .faint)
            case .row(let mark, let cells): add(row(cells, mark))
            }
        }
        indent = outer
        prefix = nil
    }

    private mutating func inside(
        prefix sign: [MarkedRun], indent more: String, isTight: Bool, _ write: (inout Self) -> Void
    ) {
        let outer = (indent, self.isTight)
        var runs = takePrefix()
        runs.append(sign)
        prefix = runs
        indent += more
        self.isTight = isTight
        write(&self)
        // Something without words.
        if prefix != nil { add([]) }
        (indent, self.isTight) = outer
    }

    // MARK: Lines

    /// Breaks words into lines; nothing where there are none and no sign before them.
    private mutating func add(_ words: [MarkedRun], _ style: LineBreaker.Style = .plain) {
        guard !words.isEmpty || prefix != nil else { return }
        let breaker = LineBreaker(width: options.width, hasColor: options.hasColor, style: style)
        lines += breaker.lines(prefix: takePrefix(), words, indent: indent)
    }

    private mutating func addCode(_ words: [MarkedRun]) {
        let breaker = LineBreaker(width: nil, hasColor: options.hasColor, style: .plain)
        var prefix = takePrefix()
        prefix.append("    ", .kept)
        lines += breaker.lines(prefix: prefix, words, indent: indent + "    ")
    }

    private mutating func takePrefix() -> [MarkedRun] {
        defer { prefix = nil }
        return prefix ?? (indent.isEmpty ? [] : [MarkedRun(text: indent, mark: .kept)])
    }
}

extension Passage.Label {
    fileprivate var box: String? { task.map { $0 ? "[x]" : "[ ]" } }
}

/// Words as they are written in Markdown, without its escapes.
private struct PlainWords: WordWriter {
    var showsEveryNewAddress: Bool { true }
    var hardBreak: String { "\n" }

    /// A line end is only where a hard break is.
    func text(_ text: String) -> String { text.withoutControls.replacing("\n", with: " ") }
    func code(_ text: String) -> String { "`\(self.text(text))`" }
    func footnote(_ number: String) -> String { "[^\(number)]" }

    func signs(of style: MarkedInline.Style) -> (before: String, behind: String) {
        switch style {
        case .emphasis: ("*", "*")
        case .strong: ("**", "**")
        case .strikethrough: ("~~", "~~")
        }
    }

    /// The signs themselves are marked.
    var emphasisNote: String? { nil }

    func link(_ label: String, to destination: String, showsAddress: Bool) -> String {
        showsAddress && text(destination) != label ? "\(label) (\(text(destination)))" : label
    }

    func image(_ label: String, of destination: String, showsAddress: Bool) -> String {
        link("[\(label)]", to: destination, showsAddress: showsAddress)
    }
}

extension String {
    /// With the characters replaced that could act on a terminal or turn the direction of a text; line ends stay, and
    /// a tab is a blank.
    var withoutControls: String {
        replacingScalars { scalar in
            switch scalar.value {
            case 0x0A: nil
            case 0x09: " "
            case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: "\u{FFFD}"
            default: nil
            }
        }
    }
}
