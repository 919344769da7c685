import Markdown

extension MarkedBlock {
    /// How much of it is marked, in bytes: of what is restated, what differs in it.
    var markedLength: Int {
        switch self {
        case .kept: 0
        case .deleted(let block, _), .inserted(let block): block.length
        case .words(_, let marks): marks.markedLength
        case .list(let list): list.items.reduce(0) { $0 + $1.markedLength }
        case .quote(let blocks): blocks.reduce(0) { $0 + $1.markedLength }
        case .table(let table): table.markedLength
        case .restated(let restatement): restatement.new.reduce(0) { $0 + $1.markedLength }
        }
    }

    var typographyCount: Int { marks.reduce(0) { $0 + $1.typographyCount } }

    /// The marked words of what is in both texts, run by run.
    private var marks: [[MarkedInline]] {
        switch self {
        case .kept, .deleted, .inserted: []
        case .words(_, let marks): [marks]
        case .list(let list):
            list.items.flatMap { item -> [[MarkedInline]] in
                if case .changed(_, _, let blocks, _) = item { blocks.flatMap(\.marks) } else { [] }
            }
        case .quote(let blocks): blocks.flatMap(\.marks)
        case .table(let table): table.cells
        case .restated(let restatement): restatement.new.flatMap(\.marks)
        }
    }
}

extension MarkedItem {
    fileprivate var markedLength: Int {
        switch self {
        case .kept: 0
        case .deleted(let item, _), .inserted(let item): item.blocks.reduce(0) { $0 + $1.length }
        case .changed(_, _, let blocks, _): blocks.reduce(0) { $0 + $1.markedLength }
        }
    }
}

extension MarkedTable {
    fileprivate var markedLength: Int {
        cells.reduce(0) { $0 + $1.markedLength }
            + rows.reduce(0) { length, row in
                switch row {
                case .deleted(let cells, _), .inserted(let cells):
                    length + cells.reduce(0) { $0 + $1.plainLength }
                case .changed: length
                }
            }
    }
}

extension [MarkedInline] {
    fileprivate var typographyCount: Int {
        reduce(0) { count, mark in
            switch mark {
            case .kept, .deleted, .inserted: count
            case .styled(_, let marks), .restated(_, let marks, .emphasis): count + marks.typographyCount
            case .restated(_, _, .typography): count + 1
            }
        }
    }

    var markedLength: Int {
        reduce(0) { length, mark in
            switch mark {
            case .kept: length
            case .deleted(let inlines), .inserted(let inlines): length + inlines.plainLength
            case .styled(_, let marks), .restated(_, let marks, _): length + marks.markedLength
            }
        }
    }
}

extension Block {
    fileprivate var length: Int { WordBag.weight(of: self) }
}

extension [Inline] {
    /// The bytes of its plain text.
    var plainLength: Int {
        reduce(0) { length, inline in
            switch inline {
            case .text(let text), .code(let text): length + text.utf8.count
            case .softBreak, .hardBreak: length + 1
            case .emphasis(let children), .strong(let children), .strikethrough(let children),
                .link(_, _, let children), .image(_, _, let children):
                length + children.plainLength
            case .html, .footnote, .seam: length
            }
        }
    }
}
