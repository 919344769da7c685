import Markdown

extension MarkedBlock {
    /// Two tables that are not the same. Where rows stand in another order, the new table is shown in its own, with
    /// what differs in the cells marked.
    init(
        from before: (table: Block.Table, piece: Piece), to now: (table: Block.Table, piece: Piece),
        _ memory: RedlineMemory
    ) {
        let (old, new) = (before.table, now.table)
        let columns = MarkedTable.columns(from: old, to: new, memory)
        var rows = PieceAlignment(before.piece.parts(memory), now.piece.parts(memory), memory)
        rows.joinKeys(of: old, new, columns)
        let isReordered = rows.moves.count > 1
        let table = MarkedBlock.table(
            MarkedTable(from: old, to: new, columns, rows: rows, isReordered: isReordered, memory))
        self =
            isReordered
            ? .restated(Restatement(old: [.table(old)], new: [table], reason: .order)) : table
    }
}

extension MarkedTable {
    /// - Parameters:
    ///   - columns: of both.
    ///   - alignment: of the rows.
    ///   - isReordered: whether the rows are those of the new table, with what is gone among them.
    fileprivate init(
        from old: Block.Table, to new: Block.Table, _ columns: [Column], rows alignment: PieceAlignment,
        isReordered: Bool, _ memory: RedlineMemory
    ) {
        self.columns = columns
        oldHasRows = !old.rows.isEmpty
        newHasRows = !new.rows.isEmpty
        header = []
        rows = []
        header = cells(old.header, new.header, memory)
        rows = (isReordered ? alignment.newOrder : alignment.steps).map { step in
            switch step {
            case .deleted(let place, let moved): .deleted(old.rows[place], moved: moved)
            case .inserted(let place): .inserted(new.rows[place])
            case .pair(let pair, let moved):
                .changed(cells(old.rows[pair.old], new.rows[pair.new], memory), moved: moved)
            }
        }
    }

    private func cells(
        _ old: [Block.Table.Cell], _ new: [Block.Table.Cell], _ memory: RedlineMemory
    ) -> [[MarkedInline]] {
        func cell(_ row: [Block.Table.Cell], _ column: Int?) -> Block.Table.Cell? {
            column.flatMap { row.indices.contains($0) ? row[$0] : nil }
        }
        return columns.map { column in
            switch (cell(old, column.old), cell(new, column.new)) {
            case (let one?, let other?): MarkedInline.marks(from: one, to: other, memory)
            case (let one?, nil): one.isEmpty ? [] : [.deleted(one)]
            case (nil, let other?): other.isEmpty ? [] : [.inserted(other)]
            case (nil, nil): []
            }
        }
    }
}

extension PieceAlignment {
    /// Every piece in the order of the new row, what is gone behind what it stood behind.
    fileprivate var newOrder: [Step] {
        let mates = Dictionary(uniqueKeysWithValues: (pairs + moves).map { ($0.new, $0) })
        let kept = Dictionary(uniqueKeysWithValues: (pairs + moves).map { ($0.old, $0.new) })
        var gone: [Int: [Step]] = [:]
        var last = -1
        for place in old.indices {
            if let new = kept[place] {
                last = new
            } else {
                gone[last, default: []].append(.deleted(place, moved: false))
            }
        }
        return gone[-1, default: []]
            + new.indices.flatMap { place in
                [mates[place].map { .pair($0, moved: false) } ?? .inserted(place)] + gone[place, default: []]
            }
    }
}

extension PieceAlignment {
    /// Takes rows of tables that are not alike for one and the same where both have the same words in the first column
    /// of both, and no other row has.
    fileprivate mutating func joinKeys(of old: Block.Table, _ new: Block.Table, _ columns: [MarkedTable.Column]) {
        let taken = pairs + moves
        let (olds, news) = (Set(taken.map(\.old)), Set(taken.map(\.new)))
        guard let key = columns.first(where: { $0.move == nil && $0.old != nil && $0.new != nil }),
            let oldKey = key.old, let newKey = key.new
        else { return }
        let before = old.keys(in: oldKey, but: olds)
        let now = new.keys(in: newKey, but: news)
        join(now.compactMap { key, place in before[key].map { Pair(old: $0, new: place) } })
    }
}

extension Block.Table {
    /// What rows have in a column that no other row has there, each with its place.
    fileprivate func keys(in column: Int, but taken: Set<Int>) -> [String: Int] {
        let keys = rows.map { $0.indices.contains(column) ? $0[column].plainText : "" }
        let counts = Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +)
        let unique = rows.indices.filter { counts[keys[$0]] == 1 && !keys[$0].isEmpty && !taken.contains($0) }
        return Dictionary(uniqueKeysWithValues: unique.map { (keys[$0], $0) })
    }
}
