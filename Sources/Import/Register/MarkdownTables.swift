import Diagnostics
import Formats
import Markdown
import Model

extension ListTable {
    /// The tables of a Markdown text, each with the heading above it as its title. A row's place is its line.
    static func tables(ofMarkdown file: SourceFile, _ columns: ColumnNames) -> ([ListTable], [Diagnostic]) {
        let (text, problems) = MarkdownText.parse(SourceSpan(file, 0..<file.utf8Count))
        guard problems.isEmpty else { return ([], problems) }
        var places = TablePlaces(file, count: text.blocks.count { if case .table = $0 { true } else { false } })
        var diagnostics: [Diagnostic] = []
        var tables: [ListTable] = []
        var open: [(level: Int, title: Sourced<String>)] = []
        var headings = text.headings.makeIterator()
        var isHeader = columns.headers(
            among: text.blocks.compactMap { block in
                guard case .table(let table) = block else { return nil }
                return table.header.map { Sourced($0.cellText, at: file.span(ofLine: 1)) }
            }
        ).makeIterator()
        for block in text.blocks {
            switch block {
            case .heading(let level, _):
                open.removeAll { $0.level >= level }
                if let heading = headings.next() { open.append((level, Sourced(heading.text, at: heading.span))) }
            case .table(let table):
                let line = places.next(table.header.map(\.cellText))
                let span = file.span(ofLine: line)
                let header = table.header.map { Sourced($0.cellText, at: span) }
                guard isHeader.next() == true else {
                    diagnostics.warn(
                        .syntax, at: span, "this table is not taken over: none of its columns is a name",
                        help: "say which one is, as --column \"\(header.first?.value ?? "")=name\"")
                    continue
                }
                let fields = columns.columns(of: header.map(\.value))
                // Below the header stands the line that makes it a table, and then a row on each.
                let rows = table.rows.enumerated().map { index, row in
                    MarkdownRow(row, fields, columns, at: file.span(ofLine: line + 2 + index))
                }
                diagnostics += rows.flatMap(\.leftLinks)
                // A name that is a link says where the company's pages are.
                let hasWebsite = fields.contains(.field(.website))
                let links = rows.map { hasWebsite && $0.website == $0.nameLink ? "" : $0.nameLink }
                let isLinked = links.contains { !$0.isEmpty }
                let more = isLinked ? [Sourced(hasWebsite ? "link of the name" : "website", at: span)] : []
                tables.append(
                    ListTable(
                        title: open.last?.title, parts: open.dropLast().map(\.title), header: header + more,
                        rows: zip(rows, links).map { row, link in
                            (row.cells + (isLinked ? [link] : [])).map { Sourced(.string($0), at: row.span) }
                        }))
            default: break
            }
        }
        return (tables, diagnostics + text.remarksBesideTables(in: file))
    }
}

/// The lines of tables' headers, found one after another.
private struct TablePlaces {
    private let file: SourceFile
    /// Those above a line of hyphens and bars, of tables and perhaps of others: a code block's.
    private var candidates: ArraySlice<Int>
    /// How many tables there are yet.
    private var count: Int

    init(_ file: SourceFile, count: Int) {
        (self.file, self.count) = (file, count)
        let lines = 1..<max(1, file.lineCount)
        candidates = lines.filter { file.substring(file.range(ofLine: $0 + 1)).isBelowHeader }[...]
    }

    /// The next line that holds the first word of each cell of a header, else of any, with a line for every other table below
    /// it; else the next.
    mutating func next(_ cells: [String]) -> Int {
        let words = cells.compactMap { $0.split(whereSeparator: \.isWhitespace).first.map(String.init) }
        let rivals = candidates.prefix(max(1, candidates.count - count + 1))
        func place(_ isFit: (Substring) -> Bool) -> Int? {
            rivals.firstIndex { isFit(file.substring(file.range(ofLine: $0))) }
        }
        count -= 1
        let whole = place { text in words.allSatisfy { text.contains($0) } }
        guard
            let index = whole ?? place({ text in words.contains { text.contains($0) } }) ?? rivals.indices.first
        else { return file.lineCount }
        defer { candidates = candidates[(index + 1)...] }
        return candidates[index]
    }
}

extension Substring {
    /// Whether it is the line below a table's header: `|---|:-:|`.
    fileprivate var isBelowHeader: Bool {
        utf8.contains(UInt8(ascii: "-")) && utf8.contains { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ":") }
            && utf8.allSatisfy { "|:- \t".utf8.contains($0) }
    }
}

extension SourceFile {
    fileprivate func span(ofLine line: Int) -> SourceSpan {
        SourceSpan(self, range(ofLine: Swift.min(line, lineCount)))
    }
}

extension [Inline] {
    /// The words of a cell, with its line breaks.
    var cellText: String {
        map { inline in
            switch inline {
            case .hardBreak: "\n"
            case .emphasis(let words), .strong(let words), .link(_, _, let words): words.cellText
            // As a cell of any list has them.
            case .strikethrough(let words): "~~\(words.cellText)~~"
            case .footnote(let label): "[^\(label)]"
            case .html(let html): html
            default: [inline].plainText
            }
        }
        .joined()
    }
}
