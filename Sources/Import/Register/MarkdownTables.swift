import Diagnostics
import Formats
import Markdown
import Model

extension ListTable {
    /// The tables of a Markdown text, each with the heading above it as its title. A row's place is its line.
    static func tables(ofMarkdown file: SourceFile, _ columns: ColumnNames) -> ([ListTable], [Diagnostic]) {
        let (text, problems) = MarkdownText.parse(SourceSpan(file, 0..<file.utf8Count))
        guard problems.isEmpty else { return ([], problems) }
        var places = RowPlaces(file)
        var diagnostics: [Diagnostic] = []
        var tables: [ListTable] = []
        var title: Sourced<String>?
        var headings = text.headings.makeIterator()
        for block in text.blocks {
            switch block {
            case .heading: title = headings.next().map { Sourced($0.text, at: $0.span) }
            case .table(let table):
                let span = places.next(table.header.map(\.cellText))
                let header = table.header.map { Sourced($0.cellText, at: span) }
                guard columns.isHeader(header) else {
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
                let rows = table.rows.map { row in
                    let place = places.next(row.map(\.cellText))
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

/// The lines of tables' rows, found one after another.
private struct RowPlaces {
    let file: SourceFile
    private var line = 1

    init(_ file: SourceFile) { self.file = file }

    /// The next line that holds the first words of each cell.
    mutating func next(_ cells: [String]) -> SourceSpan {
        let words = cells.compactMap { $0.split(whereSeparator: \.isWhitespace).first.map(String.init) }
        for candidate in line..<max(line, file.lineCount + 1) {
            let range = file.range(ofLine: candidate)
            let text = file.substring(range)
            guard text.utf8.contains(UInt8(ascii: "|")), words.allSatisfy({ text.contains($0) }) else { continue }
            line = candidate + 1
            return SourceSpan(file, range)
        }
        return SourceSpan(file, file.range(ofLine: min(line, file.lineCount)))
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
