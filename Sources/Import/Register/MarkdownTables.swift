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
        var title: Sourced<String>?
        var headings = text.headings.makeIterator()
        var isHeader = columns.headers(
            among: text.blocks.compactMap { block in
                guard case .table(let table) = block else { return nil }
                return table.header.map { Sourced($0.cellText, at: file.span(ofLine: 1)) }
            }
        ).makeIterator()
        for block in text.blocks {
            switch block {
            case .heading: title = headings.next().map { Sourced($0.text, at: $0.span) }
            case .table(let table):
                let line = places.next(table.header.map(\.cellText))
                let span = file.span(ofLine: line)
                let header = table.header.map { Sourced($0.cellText, at: span) }
                guard isHeader.next() == true else {
                    diagnostics.append(
                        Diagnostic(
                            .syntax, at: span, "this table is not taken over: none of its columns is a name",
                            help: "say which one is, as --column \"\(header.first?.value ?? "")=name\""
                        ).asWarning())
                    continue
                }
                let fields = columns.columns(of: header.map(\.value))
                // A name that is a link says where the company's pages are.
                let linked = fields.contains(.field(.website)) ? nil : fields.firstIndex(of: .field(.name))
                let website = linked.map { _ in [Sourced("website", at: span)] } ?? []
                let rows = table.rows.enumerated().map { index, row in
                    // Below the header stands the line that makes it a table, and then a row on each.
                    let place = file.span(ofLine: line + 2 + index)
                    let cells = zip(row, fields).map { $1.isAddress ? $0.address ?? $0.cellText : $0.cellText }
                    return (cells + (linked.map { [row[$0].address ?? ""] } ?? [])).map {
                        Sourced(JSONValue.string($0), at: place)
                    }
                }
                tables.append(ListTable(title: title, header: header + website, rows: rows))
            default: break
            }
        }
        return (tables, diagnostics)
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

extension Column {
    /// Whether its cells are addresses of pages.
    fileprivate var isAddress: Bool {
        switch self {
        case .field(let field): field.type == .url
        case .key(let field, _): field == .links
        default: false
        }
    }
}

extension [Inline] {
    /// Where the first link in a cell leads, out of the site.
    fileprivate var address: String? {
        lazy.compactMap { inline -> String? in
            switch inline {
            case .link(let destination, _, _): destination.contains("://") ? destination : nil
            case .emphasis(let words), .strong(let words): words.address
            default: nil
            }
        }
        .first
    }

    /// The words of a cell, with its line breaks.
    fileprivate var cellText: String {
        map { inline in
            switch inline {
            case .hardBreak: "\n"
            case .emphasis(let words), .strong(let words), .strikethrough(let words), .link(_, _, let words):
                words.cellText
            case .html(let html): html
            default: [inline].plainText
            }
        }
        .joined()
    }
}
