/// The pairs of a shortest edit; nil where it takes more than `limit` steps.
func shortestEdit(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>, limit: Int) -> [Pair]? {
    var graph = EditGraph(rows: old.count, columns: new.count)
    let isFound = old.withUnsafeBufferPointer { olds in
        new.withUnsafeBufferPointer { news in
            (0...min(olds.count + news.count, limit)).contains { graph.addRound($0, olds, news) }
        }
    }
    guard isFound else { return nil }
    return graph.pairs.map { Pair(old: old.startIndex + $0.old, new: new.startIndex + $0.new) }
}

/// The grid of all edits: a row for each old element, a column for each new one. A way through it that has so many
/// deletions more than insertions is on that diagonal: row less column.
private struct EditGraph {
    let rows: Int
    let columns: Int
    /// The row that each round reached on each of its diagonals, round after round: a round of so many steps has one
    /// for each number of deletions among them.
    private var reach: [Int32] = []
    private var rounds = 0

    static let nowhere: Int32 = -1

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    /// How far one more step reaches; says whether that is the far corner.
    mutating func addRound(
        _ steps: Int, _ olds: UnsafeBufferPointer<Int>, _ news: UnsafeBufferPointer<Int>
    ) -> Bool {
        for deletions in 0...steps {
            var row = steps == 0 ? 0 : Int(step(withDeletions: deletions, of: steps).row)
            if row >= 0 {
                let diagonal = 2 * deletions - steps
                while row < rows, row - diagonal < columns, olds[row] == news[row - diagonal] { row += 1 }
                if row == rows, row - diagonal == columns { return true }
            }
            reach.append(Int32(row))
        }
        rounds += 1
        return false
    }

    /// The farther of the two ways onto a diagonal with the last of so many steps: by an insertion from the diagonal
    /// above, by a deletion from the one below.
    private func step(withDeletions deletions: Int, of steps: Int) -> (row: Int32, isInsertion: Bool) {
        let before = (steps - 1) * steps / 2
        let above = deletions < steps ? reach[before + deletions] : Self.nowhere
        let below = deletions > 0 ? reach[before + deletions - 1] : Self.nowhere
        let inserted = above >= 0 && Int(above) - (2 * deletions - steps) <= columns ? above : Self.nowhere
        let deleted = below >= 0 && Int(below) < rows ? below + 1 : Self.nowhere
        return inserted >= deleted ? (inserted, true) : (deleted, false)
    }

    /// The diagonal steps of the way to the far corner, where one more step than the rounds reached it.
    var pairs: [(old: Int, new: Int)] {
        var pairs: [(old: Int, new: Int)] = []
        var (row, column) = (rows, columns)
        func goBack(to start: Int) {
            while row > start, column > 0 {
                row -= 1
                column -= 1
                pairs.append((row, column))
            }
        }
        for steps in (0...rounds).reversed() where steps > 0 {
            let step = step(withDeletions: (row - column + steps) / 2, of: steps)
            goBack(to: Int(step.row))
            if step.isInsertion { column -= 1 } else { row -= 1 }
        }
        goBack(to: 0)
        return pairs.reversed()
    }
}
