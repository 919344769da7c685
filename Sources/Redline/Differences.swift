import Markdown

/// In what two texts differ, or two parts of them.
package struct Differences: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Words, numbers or signs, links or pictures, or the numbers of a list.
    package static let words = Differences(rawValue: 1)
    /// Where something stands.
    package static let place = Differences(rawValue: 2)
    /// How words are set: as a paragraph, an item or a heading, with what emphasis.
    package static let form = Differences(rawValue: 4)
    /// How signs and blanks are typed.
    package static let typography = Differences(rawValue: 8)
}

extension Differences {
    init(joining parts: some Sequence<Differences>) { self = parts.reduce([]) { $0.union($1) } }
}

extension MarkedFootnote {
    var differences: Differences {
        guard let old, let new else { return .words }
        return Differences(joining: blocks.map(\.differences)).union(old == new ? [] : .place)
    }
}

extension MarkedBlock {
    var differences: Differences {
        switch self {
        case .kept: []
        case .deleted(_, let moved): moved ? .place : .words
        case .inserted: .words
        case .words(_, let marks): marks.differences
        case .list(let list):
            Differences(joining: list.items.map(\.differences)).union(list.oldIsTight == list.newIsTight ? [] : .form)
        case .quote(let blocks): Differences(joining: blocks.map(\.differences))
        case .table(let table): table.differences
        case .restated(let restatement):
            Differences(joining: restatement.new.map(\.differences)).union(restatement.reason.difference)
        }
    }
}

extension Restatement.Reason {
    fileprivate var difference: Differences {
        switch self {
        case .moved, .order: .place
        case .numbering: .words
        case .split, .merged, .level, .spacing, .form: .form
        }
    }
}

extension MarkedItem {
    fileprivate var differences: Differences {
        switch self {
        case .kept: []
        case .deleted(_, let moved): moved ? .place : .words
        case .inserted: .words
        case .changed(let oldTask, let newTask, let blocks, let moved):
            Differences(joining: blocks.map(\.differences)).union(oldTask == newTask ? [] : .words).union(
                moved ? .place : [])
        }
    }
}

extension MarkedTable {
    fileprivate var differences: Differences {
        let cells = Differences(joining: cells.map(\.differences))
        let columns: Differences = columns.contains { $0.move != nil } ? .place : []
        let rows = Differences(
            joining: rows.map { row in
                switch row {
                case .deleted(_, let moved): moved ? .place : .words
                case .inserted: .words
                case .changed(_, let moved): moved ? .place : []
                }
            })
        return cells.union(columns).union(rows)
    }
}

extension MarkedTable {
    /// The cells that are in both texts, and seen.
    var cells: [[MarkedInline]] {
        let shown = columns.indices.filter { columns[$0].move != .away }
        func cells(_ row: Row) -> [[MarkedInline]] {
            guard case .changed(let cells, _) = row else { return [] }
            return shown.map { cells[$0] }
        }
        return shown.map { header[$0] } + rows.flatMap(cells)
    }
}

extension [MarkedInline] {
    var differences: Differences {
        Differences(
            joining: map { mark in
                switch mark {
                case .kept: []
                case .deleted(let inlines), .inserted(let inlines): inlines.saysSomething ? .words : .form
                case .styled(_, let marks): marks.differences
                case .restated(_, let marks, .emphasis): marks.differences.union(.form)
                case .restated(_, _, .typography): .typography
                }
            })
    }
}

extension [Inline] {
    /// Whether it is more than blanks and line ends.
    var saysSomething: Bool {
        contains { inline in
            switch inline {
            case .text(let text): !text.unicodeScalars.allSatisfy(\.isBlank)
            case .softBreak, .hardBreak, .html, .seam: false
            case .code, .image, .footnote: true
            case .emphasis(let children), .strong(let children), .strikethrough(let children),
                .link(_, _, let children):
                children.saysSomething
            }
        }
    }
}
