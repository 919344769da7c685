import Markdown

extension MarkedTable {
    /// The columns of both tables: one is the same in both by its heading, or else by what stands in it, and has moved
    /// where that is so out of their order.
    static func columns(from old: Block.Table, to new: Block.Table, _ memory: RedlineMemory) -> [Column] {
        func headings(_ table: Block.Table) -> [Piece] { memory.pieces(of: table.header.map { .row([$0]) }) }
        func bodies(_ table: Block.Table) -> [Piece] { memory.pieces(of: table.bodies.map { .row($0) }) }
        let named = PieceAlignment(headings(old), headings(new), memory).pairs
        let pairs =
            named.count == max(old.header.count, new.header.count)
            ? named : PieceAlignment(bodies(old), bodies(new), fixed: named, memory).pairs
        let moves = self.moves(old, new, but: pairs)
        let movedFrom = Set(moves.values)
        var columns: [Column] = []
        var place = Pair(old: 0, new: 0)
        for pair in pairs + [Pair(old: old.header.count, new: new.header.count)] {
            columns += (place.old..<pair.old).map {
                Column(old: $0, alignment: old.alignment(of: $0), move: movedFrom.contains($0) ? .away : nil)
            }
            columns += (place.new..<pair.new).map {
                Column(old: moves[$0], new: $0, alignment: new.alignment(of: $0), move: moves[$0] == nil ? nil : .here)
            }
            guard pair.old < old.header.count, pair.new < new.header.count else { break }
            columns.append(Column(old: pair.old, new: pair.new, alignment: new.alignment(of: pair.new)))
            place = Pair(old: pair.old + 1, new: pair.new + 1)
        }
        return columns
    }

    /// Of each column that moved, by its new place, its old one: those with the same heading, if there is one alone.
    private static func moves(_ old: Block.Table, _ new: Block.Table, but pairs: [Pair]) -> [Int: Int] {
        let (olds, news) = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
        func headings(_ table: Block.Table, but taken: Set<Int>) -> [String: [Int]] {
            let free = table.header.indices.filter { !taken.contains($0) }
            return Dictionary(grouping: free) { table.header[$0].plainText.lowercased() }
        }
        let before = headings(old, but: olds)
        var moves: [Int: Int] = [:]
        for (heading, places) in headings(new, but: news) {
            guard !heading.isEmpty, let was = before[heading], was.count == 1, places.count == 1 else { continue }
            moves[places[0]] = was[0]
        }
        return moves
    }
}

extension Block.Table {
    /// What stands in each column.
    fileprivate var bodies: [[Cell]] {
        header.indices.map { column in rows.map { $0.indices.contains(column) ? $0[column] : [] } }
    }

    fileprivate func alignment(of column: Int) -> Alignment {
        alignments.indices.contains(column) ? alignments[column] : .none
    }
}
