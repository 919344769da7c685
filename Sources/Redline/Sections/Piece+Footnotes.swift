import Markdown

extension Piece {
    /// The numbers of the footnotes that it refers to.
    var footnotes: [String] {
        switch content {
        case .block(let block): block.footnotes
        case .item(let item): item.blocks.flatMap(\.footnotes)
        case .row(let cells): cells.flatMap(\.footnotes)
        }
    }
}

extension Block {
    fileprivate var footnotes: [String] {
        switch self {
        case .paragraph(let words), .heading(_, let words): words.footnotes
        case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.footnotes) }
        case .quote(let blocks): blocks.flatMap(\.footnotes)
        case .table(let table): table.header.flatMap(\.footnotes) + table.rows.flatMap { $0.flatMap(\.footnotes) }
        case .code, .thematicBreak, .html, .seam: []
        }
    }
}

extension [Inline] {
    fileprivate var footnotes: [String] {
        flatMap { inline -> [String] in
            switch inline {
            case .footnote(let label): [label]
            case .emphasis(let children), .strong(let children), .strikethrough(let children),
                .link(_, _, let children):
                children.footnotes
            case .text, .softBreak, .hardBreak, .code, .image, .html, .seam: []
            }
        }
    }
}
