import Diagnostics
import Formats
import Markdown
import Model

/// A row of a table in Markdown: what its cells say, and where their links lead.
struct MarkdownRow {
    let cells: [String]
    let span: SourceSpan
    /// Where the name leads; empty where it is no link, or leads to several pages.
    private(set) var nameLink = ""
    /// The cell of the company's website; empty where there is none.
    private(set) var website = ""
    /// What is said of links that no cell keeps.
    private(set) var leftLinks: [Diagnostic] = []

    init(_ row: [[Inline]], _ fields: [Column], _ columns: ColumnNames, at span: SourceSpan) {
        self.span = span
        cells = zip(row, fields).map { cell, column in
            column.isAddress ? cell.address(of: column, columns) : cell.cellText
        }
        for (index, (cell, column)) in zip(row, fields).enumerated() {
            let links = cell.links
            if column == .field(.website) { website = cells[index] }
            if column == .field(.name), links.count == 1 {
                nameLink = links[0].address
            } else if !column.isAddress {
                for link in links {
                    leftLinks.warn(
                        .invisibleText, at: span, "the link to \(link.address) is not taken over",
                        help: "where it leads to pages of the company, it can stand in its file, as links:")
                }
            }
        }
    }
}

extension MarkdownText {
    /// What is said of the text around tables, of which nothing is taken over.
    func remarksBesideTables(in file: SourceFile) -> [Diagnostic] {
        let paragraphs = pieces.flatMap { placed in
            placed.piece.leaves.filter { $0.kind == .paragraph }.map { leaf in
                let range = leaf.range.shifted(by: placed.start)
                return (leaf.words.plainText.trimmed, SourceSpan(file, range))
            }
        }
        let unused = unusedDefinitions.map { ($0.text.trimmed, $0) }
        return (paragraphs + unused).filter { !$0.0.isEmpty }.map { words, span in
            let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return Diagnostic(
                .invisibleText, at: span,
                "this text is not taken over: \"\(line.count > 60 ? line.prefix(59) + "…" : line[...])\"",
                help:
                    "what it says of a company can stand in its file, as condition:; what it says of the list, in its text"
            ).asWarning()
        }
    }
}

extension Column {
    /// Whether its cells are addresses of pages.
    var isAddress: Bool {
        switch self {
        case .field(let field): field.type == .url
        case .key(let field, _): field == .links
        default: false
        }
    }
}

extension [Inline] {
    /// The links in a cell that lead out of the site, with their words.
    fileprivate var links: [(words: String, address: String)] {
        flatMap { inline -> [(words: String, address: String)] in
            switch inline {
            case .link(let destination, _, let words):
                destination.contains("://") ? [(words.cellText, destination)] : []
            case .emphasis(let words), .strong(let words): words.links
            default: []
            }
        }
    }

    /// The one address in a cell; with the words of its links, which are read no further, where there are several or it is
    /// called otherwise than the column: a `DPA` among websites.
    fileprivate func address(of column: Column, _ columns: ColumnNames) -> String {
        let links = links
        guard let first = links.first else { return cellText }
        if links.count == 1, columns.column(of: first.words).map({ $0 == column }) ?? true { return first.address }
        return links.map { "\($0.words): \($0.address)" }.joined(separator: "; ")
    }
}
