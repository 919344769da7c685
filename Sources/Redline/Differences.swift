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

extension Redline {
    /// All differences between the two texts.
    package var differences: Differences {
        Differences(joining: blocks.map(\.differences) + footnotes.map(\.differences))
    }

    /// What a list of the sections cannot say of the two texts, in a sentence: that no word differs, and in how many
    /// places typography alone does. Nil where there is nothing to say.
    package var remark: String? {
        let differences = differences
        let count = typographyCount
        let places = count == 1 ? "one place" : "\(count) places"
        if differences.isEmpty || differences.contains(.place) && count == 0 { return nil }
        if differences.contains(.words) || differences.contains(.place) {
            return count > 0 ? "Besides, typography alone changed in \(places)." : nil
        }
        if !differences.contains(.form) { return "No word changed, only typography in \(places)." }
        return count > 0
            ? "No word changed, only the form, and typography in \(places)." : "No word changed, only the form."
    }

    /// In how many places typography alone differs.
    package var typographyCount: Int {
        blocks.reduce(0) { $0 + $1.typographyCount }
            + footnotes.reduce(0) { $0 + $1.blocks.reduce(0) { $0 + $1.typographyCount } }
    }
}

extension Differences {
    init(joining parts: some Sequence<Differences>) { self = parts.reduce([]) { $0.union($1) } }
}

extension MarkedFootnote {
    fileprivate var differences: Differences {
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
    fileprivate var cells: [[MarkedInline]] {
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

    fileprivate var typographyCount: Int {
        reduce(0) { count, mark in
            switch mark {
            case .kept, .deleted, .inserted: count
            case .styled(_, let marks), .restated(_, let marks, .emphasis): count + marks.typographyCount
            case .restated(_, _, .typography): count + 1
            }
        }
    }
}

extension [Inline] {
    /// Whether it is more than blanks and line ends.
    var saysSomething: Bool {
        contains { inline in
            switch inline {
            case .text(let text): !text.unicodeScalars.allSatisfy(\.isBlank)
            case .softBreak, .hardBreak, .html: false
            case .code, .image, .footnote: true
            case .emphasis(let children), .strong(let children), .strikethrough(let children),
                .link(_, _, let children):
                children.saysSomething
            }
        }
    }
}

// MARK: Counting

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

    fileprivate var typographyCount: Int { marks.reduce(0) { $0 + $1.typographyCount } }

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
                    length + cells.reduce(0) { $0 + $1.plainText.utf8.count }
                case .changed: length
                }
            }
    }
}

extension [MarkedInline] {
    var markedLength: Int {
        reduce(0) { length, mark in
            switch mark {
            case .kept: length
            case .deleted(let inlines), .inserted(let inlines): length + inlines.plainText.utf8.count
            case .styled(_, let marks), .restated(_, let marks, _): length + marks.markedLength
            }
        }
    }
}

extension Block {
    fileprivate var length: Int { WordBag(.block(self)).weight }
}
