import Formats
import Markdown
import Model

extension LeafSource {
    /// Lines that were meant to be headings, items or rows.
    func lines(of kind: MarkdownText.Leaf.Kind, seen: SeenWords) -> [Leftover] {
        guard kind == .paragraph else { return frontMatter(of: kind).map { [$0] } ?? [] }
        var found: [Leftover] = []
        if let table = table(seen: seen) { found.append(table) }
        if let line = countedLines() { found.append(line) }
        for start in lineStarts where start < bytes.count {
            let end = lineEnd(from: start)
            guard start < end, isWord[start] else { continue }
            if let heading = oddSpace(start, end) ?? heading(start, end) ?? item(start, end) ?? directive(start, end) {
                found.append(heading)
            }
        }
        if seen.text.hasSuffix("\\"),
            let last = bytes.lastIndex(where: { !$0.isSpaceOrTab && $0 != UInt8(ascii: "\n") }),
            has("\\", at: last)
        {
            found.append(
                Leftover(
                    range: last..<last + 1, message: "a backslash at the end of a paragraph is published as it stands",
                    help: "take it out: behind the last line there is none to break"))
        }
        return found
    }

    /// `# Words` or `- words` with a no-break space, which looks like a usual one and makes no heading and no item.
    private func oddSpace(_ start: Int, _ end: Int) -> Leftover? {
        let signs = bytes[start..<end].prefix { "#-*+0123456789.".utf8.contains($0) }
        guard has("\u{A0}", at: signs.endIndex), text(signs.indices).isSignOfBlock else { return nil }
        // "3. März" is a day that a line happens to begin with.
        let next = text(signs.endIndex + 2..<end).prefix(while: \.isLetter)
        if signs.last == UInt8(ascii: "."), MonthNames.month(next.lowercased()) != nil { return nil }
        return Leftover(
            range: signs.endIndex..<signs.endIndex + 2,
            message: "a no-break space stands here, so this line is no heading and no item of a list",
            help: "put an ordinary space in its place; typing the start of the line again does that")
    }

    /// `##Words`; `#1` is a number, and `#words` a word of its own.
    private func heading(_ start: Int, _ end: Int) -> Leftover? {
        let signs = bytes[start..<end].prefix { $0 == UInt8(ascii: "#") }
        guard (1...6).contains(signs.count) else { return nil }
        let words = text(signs.endIndex..<end)
        guard let first = words.first,
            first.isLetter && (signs.count > 1 || !first.isLowercase)
                || signs.count > 1 && (first.isNumber || first == "*")
        else { return nil }
        return Leftover(
            range: start..<end, message: "this line is no heading: a blank is missing behind its # signs",
            help: "write \(text(start..<signs.endIndex)) \(words.prefix(60))")
    }

    /// `• words`; Word copies its second kind of bullet as an `o` and a tab.
    private func item(_ start: Int, _ end: Int) -> Leftover? {
        let isLetter = has("o\t", at: start)
        guard let sign = text(start..<min(end, start + 4)).unicodeScalars.first, sign.isBullet || isLetter else {
            return nil
        }
        let behind = start + String(sign).utf8.count
        let isItem = sign == "•" || byte(behind).map { $0.isSpaceOrTab || $0 == 0xC2 } ?? false
        guard isItem, behind < end else { return nil }
        return Leftover(
            range: start..<behind, message: "\(sign) makes no list: the lines run together behind it",
            help: "write - and a blank in its place, before each item")
    }

    /// `:::`, `!!! note`, `\newpage`, `import Note from "./note"` on a line of its own.
    private func directive(_ start: Int, _ end: Int) -> Leftover? {
        guard ":!?\\+i-".utf8.contains(bytes[start]) else { return nil }
        let line = text(start..<end)
        let isNote =
            ["!!! ", "???", "!!!\""].contains { line.hasPrefix($0) } && line.dropFirst(3).contains(where: \.isLetter)
        let isBreak = ["\\newpage", "\\pagebreak", "+++"].contains(line) || line.hasPrefix("--8<-- ")
        guard line.hasPrefix(":::") || isNote || isBreak || line.isImport else { return nil }
        return .ofOtherTool(start..<end, line, help: "take the line out")
    }

    /// Front matter below other words: the hyphens under it make a heading of its keys.
    private func frontMatter(of kind: MarkdownText.Leaf.Kind) -> Leftover? {
        guard kind == .heading else { return nil }
        let lines = lineStarts.filter { $0 < bytes.count }.map { text($0..<lineEnd(from: $0)) }
            .filter { !$0.allSatisfy { "-= ".contains($0) } }
        let keys = ["title:", "announced:", "summary:", "version:", "material:", "urgent:", "date:", "layout:"]
        guard lines.first == text(0..<lineEnd(from: 0)),
            !lines.isEmpty, lines.allSatisfy({ line in keys.contains { line.hasPrefix("\($0) ") } })
        else { return nil }
        return Leftover(
            range: 0..<lineEnd(from: 0), message: "this is front matter, and is published as a heading here",
            help:
                "keep what belongs into the front matter at the file's beginning, and take the rest out with its hyphens"
        )
    }

    /// A row of a table that is none.
    private func table(seen: SeenWords) -> Leftover? {
        guard seen.holds("|") else { return nil }
        let rows = lineStarts.filter { start in
            start < bytes.count && bytes[start] == UInt8(ascii: "|") && isWord[start]
        }
        guard let first = rows.first else { return nil }
        let line = bytes[first..<lineEnd(from: first)]
        let end = line.lastIndex { !$0.isSpaceOrTab }.map { $0 + 1 } ?? line.endIndex
        let bars = (first..<end).count { bytes[$0] == UInt8(ascii: "|") && isWord[$0] }
        guard bars > 1, bytes[end - 1] == UInt8(ascii: "|") else { return nil }
        let hyphens = String(repeating: "| --- ", count: bars - 1) + "|"
        let message = "these lines are no table: their bars are published as they stand"
        if let row = lineStarts.first(where: { $0 > first && $0 < bytes.count }),
            case let below = text(row..<lineEnd(from: row)).trimmed,
            below.contains("-"), below.contains("|"), below.allSatisfy({ "|-: \t".contains($0) })
        {
            let help =
                below.cellsOfHyphens == bars - 1
                ? helpBeside(below, at: row, bars: bars, in: first..<end)
                : "write \(hyphens) in the place of \(below.prefix(60))"
            return Leftover(range: first..<end, message: message, help: help)
        }
        return Leftover(
            range: first..<end, message: message,
            help: "write an empty line before the first row, and \(hyphens) below it")
    }

    /// What keeps a row and the line of hyphens below it, which has as many cells, from being a table.
    private func helpBeside(_ below: String, at row: Int, bars: Int, in line: Range<Int>) -> String {
        // A bar in code parts cells too, unless a backslash stands before it.
        let parting = line.count {
            bytes[$0] == UInt8(ascii: "|") && ($0 == 0 || bytes[$0 - 1] != UInt8(ascii: "\\"))
        }
        if parting > bars { return "write \\| for a bar that belongs to the words" }
        let blanks = bytes[(bytes[..<row].lastIndex { !$0.isSpaceOrTab }.map { $0 + 1 } ?? 0)..<row]
        return blanks.count > 3 || blanks.contains(UInt8(ascii: "\t"))
            ? "take the blanks before \(below.prefix(60)) away" : "write an empty line before the first row"
    }
}

extension String {
    /// How many cells a line of hyphens below a table's first row has; nil where it is not written as one.
    fileprivate var cellsOfHyphens: Int? {
        var inner = self[...]
        if inner.hasPrefix("|") { inner = inner.dropFirst() }
        if inner.hasSuffix("|") { inner = inner.dropLast() }
        let cells = inner.split(separator: "|", omittingEmptySubsequences: false)
        return cells.allSatisfy { $0.wholeMatch(of: /[ \t]*:?-+:?[ \t]*/) != nil } ? cells.count : nil
    }

    /// `import Note from "./note"`
    fileprivate var isImport: Bool {
        guard hasPrefix("import "), utf8.count < 300 else { return false }
        let line = hasSuffix(";") ? dropLast() : self[...]
        let parts = line.split(omittingEmptySubsequences: false) { $0 == "\"" || $0 == "'" }
        guard parts.count > 2, parts.last?.isEmpty == true, let file = parts.dropLast().last, !file.isEmpty else {
            return false
        }
        return line[..<line.index(before: file.startIndex)].dropFirst("import ".count).hasSuffix("from ")
    }

    /// `##`, `-` or `12.`
    fileprivate var isSignOfBlock: Bool {
        switch first {
        case "#": count <= 6 && allSatisfy { $0 == "#" }
        case "-", "*", "+": count == 1
        default: last == "." && (2...10).contains(count) && dropLast().allSatisfy(\.isNumber)
        }
    }
}

extension Leftover {
    static func ofOtherTool(_ range: Range<Int>, _ sign: String, help: String) -> Leftover {
        Leftover(
            range: range, message: "\"\(sign.prefix(60))\" is a sign of another tool, and is published as it stands",
            help: help)
    }
}
