import Diagnostics

/// What a Markdown text may not exceed (`too-complex`). Each bound keeps cmark-gfm from work that grows faster
/// than the text, or the tree from being too deep to walk by recursion; no text that people read comes near one.
package enum MarkdownBounds {
    /// Bytes of a text.
    package static let size = 1 << 20
    /// Lists, quotes and footnotes inside one another.
    package static let nesting = 32
    /// Emphasis, links and images inside one another.
    package static let inlineNesting = 32
    /// Columns of a table.
    package static let columns = 64
    /// Cells that cmark adds to rows that have fewer than their table's header, in a whole text.
    static let addedCells = 1 << 14
    /// Lines in one paragraph that look like the line below a table's header.
    static let delimiterRows = 64
    /// Bytes of paragraphs that are looked through for a table's header in vain, in a whole text.
    static let vainBytes = 1 << 22
    /// Bytes of a paragraph below which it may hold any number of brackets.
    static let openerBytes = 1 << 12
    /// Bytes of a paragraph times its brackets, above that.
    static let openerWork = 1 << 24
    /// Bytes that references could put in the place of their labels.
    static let referenceBytes = 1 << 25

    /// What is bounded over a whole text.
    struct Work: Sendable {
        /// Cells that rows lack and cmark adds, over all tables.
        var addedCells = 0
        /// Bytes that cmark looks at in vain for the header of a table.
        var vainBytes = 0

        var isBounded: Bool { addedCells <= MarkdownBounds.addedCells && vainBytes <= MarkdownBounds.vainBytes }

        static func += (one: inout Self, other: Self) {
            one.addedCells += other.addedCells
            one.vainBytes += other.vainBytes
        }
    }

    /// What exceeds a bound, and where it begins.
    struct Excess: Error {
        var kind: Kind
        var range: Range<Int>

        init(_ kind: Kind, _ range: Range<Int>) {
            self.kind = kind
            self.range = range
        }

        enum Kind {
            case size
            case nesting
            case inlineNesting
            case columns
            case addedCells
            case delimiterRows
            case openers
            case references
        }
    }

    static func checkTable(columns count: Int, at row: Range<Int>) throws(Excess) {
        if count > columns { throw Excess(.columns, row) }
    }

    static func checkAddedCells(_ count: Int, at row: Range<Int>) throws(Excess) {
        if count > addedCells { throw Excess(.addedCells, row) }
    }

    static func checkDelimiterRows(_ count: Int, vainBytes bytes: Int, at row: Range<Int>) throws(Excess) {
        if count > delimiterRows || bytes > vainBytes { throw Excess(.delimiterRows, row) }
    }

    static func checkOpeners(_ count: Int, in paragraph: Range<Int>) throws(Excess) {
        if paragraph.count > openerBytes, count > openerWork / paragraph.count { throw Excess(.openers, paragraph) }
    }

    /// Every bracket of the text could be a reference to the longest definition.
    static func checkReferences(_ scan: BlockScan) throws(Excess) {
        guard let longest = scan.definitions.max(by: { $0.range.count < $1.range.count }) else { return }
        if scan.brackets > referenceBytes / max(longest.range.count, 1) { throw Excess(.references, longest.range) }
    }
}

extension MarkdownBounds.Excess {
    func diagnostic(at span: SourceSpan) -> Diagnostic {
        let (message, help) = words
        return Diagnostic(.tooComplex, at: span, message, help: help)
    }

    private var words: (message: String, help: String) {
        switch kind {
        case .size: ("the text is longer than 1 MiB", "divide it into several documents")
        case .nesting:
            (
                "lists and quotes nest more than \(MarkdownBounds.nesting) deep here",
                "write headings or shorter lists instead"
            )
        case .inlineNesting:
            (
                "emphasis, links and images nest more than \(MarkdownBounds.inlineNesting) deep here",
                "remove * and _ signs and brackets, or write a backslash before them"
            )
        case .columns:
            (
                "the table has more than \(MarkdownBounds.columns) columns",
                "divide it into several tables, or link to a file under /files/"
            )
        case .addedCells:
            (
                "the rows of the tables lack more than \(MarkdownBounds.addedCells) cells that their headers have",
                "write every cell of a row, or take columns out of the header"
            )
        case .delimiterRows:
            (
                "too many lines of this paragraph look like the line below a table's header",
                "put an empty line before and after each table"
            )
        case .openers:
            (
                "the paragraph is long and holds too many brackets",
                "divide it by empty lines, or write a backslash before brackets that are no links"
            )
        case .references:
            (
                "the definition is long, and the text has so many brackets that could refer to it",
                "write a shorter address or title, or a backslash before brackets that are no links"
            )
        }
    }
}
