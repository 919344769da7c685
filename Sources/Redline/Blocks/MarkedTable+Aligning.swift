import Markdown

extension MarkedTable {
    /// Two tables that are not the same, column by column and row by row.
    init(from old: Block.Table, to new: Block.Table) {
        columns = Self.columns(old, new)
        oldHasRows = !old.rows.isEmpty
        newHasRows = !new.rows.isEmpty
        header = []
        rows = []
        header = cells(old.header, new.header)
        let alignment = PieceAlignment(old.rows.map { Piece(.row($0)) }, new.rows.map { Piece(.row($0)) })
        rows = alignment.steps.map { step in
            switch step {
            case .deleted(let place, let moved): .deleted(old.rows[place], moved: moved)
            case .inserted(let place): .inserted(new.rows[place])
            case .pair(let pair, let moved):
                .changed(cells(old.rows[pair.old], new.rows[pair.new]), moved: moved)
            }
        }
    }

    /// The columns of both: one is the same in both by its heading, or else by what stands in it.
    private static func columns(_ old: Block.Table, _ new: Block.Table) -> [Column] {
        func headings(_ table: Block.Table) -> [Piece] { table.header.map { Piece(.row([$0])) } }
        func bodies(_ table: Block.Table) -> [Piece] {
            table.header.indices.map { column in
                Piece(.row(table.rows.map { $0.indices.contains(column) ? $0[column] : [] }))
            }
        }
        let named = PieceAlignment(headings(old), headings(new)).pairs
        let pairs = PieceAlignment(bodies(old), bodies(new), fixed: named).pairs
        var columns: [Column] = []
        var place = Pair(old: 0, new: 0)
        func alignment(_ table: Block.Table, _ column: Int) -> Block.Table.Alignment {
            table.alignments.indices.contains(column) ? table.alignments[column] : .none
        }
        for pair in pairs + [Pair(old: old.header.count, new: new.header.count)] {
            columns += (place.old..<pair.old).map { Column(old: $0, new: nil, alignment: alignment(old, $0)) }
            columns += (place.new..<pair.new).map { Column(old: nil, new: $0, alignment: alignment(new, $0)) }
            guard pair.old < old.header.count, pair.new < new.header.count else { break }
            columns.append(Column(old: pair.old, new: pair.new, alignment: alignment(new, pair.new)))
            place = Pair(old: pair.old + 1, new: pair.new + 1)
        }
        return columns
    }

    private func cells(_ old: [Block.Table.Cell], _ new: [Block.Table.Cell]) -> [[MarkedInline]] {
        func cell(_ row: [Block.Table.Cell], _ column: Int?) -> Block.Table.Cell? {
            column.flatMap { row.indices.contains($0) ? row[$0] : nil }
        }
        return columns.map { column in
            switch (cell(old, column.old), cell(new, column.new)) {
            case (let one?, let other?): MarkedInline.marks(from: one, to: other)
            case (let one?, nil): one.isEmpty ? [] : [.deleted(one)]
            case (nil, let other?): other.isEmpty ? [] : [.inserted(other)]
            case (nil, nil): []
            }
        }
    }
}
