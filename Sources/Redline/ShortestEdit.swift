/// The pairs of a shortest edit of rows of numbers from 0 on; nil where it takes more than `limit` steps.
func shortestEdit(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>, limit: Int) -> [Pair]? {
    var graph = EditGraph(rows: old.count, columns: new.count)
    // Behind each end stands what is nowhere else, so that nobody need look whether a row ends.
    let isFound = (old + [-1]).withUnsafeBufferPointer { olds in
        (new + [-2]).withUnsafeBufferPointer { news in
            (0...min(old.count + new.count, limit)).contains { graph.addRound($0, olds, news) }
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
    /// for each number of deletions among them, and one before and behind them that it cannot reach.
    private var reach: [Int32] = []
    private var rounds = 0

    static let nowhere: Int32 = -1

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    /// Where a round's reach without deletions is.
    private static func start(ofRound steps: Int) -> Int { steps * (steps + 5) / 2 + 1 }

    /// How far one more step reaches; says whether that is the far corner.
    mutating func addRound(
        _ steps: Int, _ olds: UnsafeBufferPointer<Int32>, _ news: UnsafeBufferPointer<Int32>
    ) -> Bool {
        reach.append(contentsOf: repeatElement(Self.nowhere, count: steps + 3))
        rounds += 1
        let (rows, columns) = (rows, columns)
        return reach.withUnsafeMutableBufferPointer { reach in
            let before =
                steps == 0 ? nil : UnsafeBufferPointer(rebasing: reach[(Self.start(ofRound: steps - 1) - 1)...])
            let now = Self.start(ofRound: steps)
            // No way leads to a diagonal that is not in the grid.
            let first = max(0, (steps - columns + 1) / 2)
            let last = min(steps, (steps + rows) / 2)
            guard first <= last else { return false }
            for deletions in first...last {
                let diagonal = 2 &* deletions &- steps
                var row = 0
                if let before {
                    let step = Self.step(
                        above: before[deletions &+ 1], below: before[deletions], diagonal: diagonal, rows, columns)
                    guard step.row >= 0 else { continue }
                    row = Int(step.row)
                }
                while olds[row] == news[row &- diagonal] { row &+= 1 }
                reach[now &+ deletions] = Int32(truncatingIfNeeded: row)
                if row == rows, row &- diagonal == columns { return true }
            }
            return false
        }
    }

    /// The farther of the two ways onto a diagonal with the last of so many steps: by an insertion from the diagonal
    /// above, by a deletion from the one below.
    private static func step(
        above: Int32, below: Int32, diagonal: Int, _ rows: Int, _ columns: Int
    ) -> (row: Int32, isInsertion: Bool) {
        let inserted = above >= 0 && Int(above) &- diagonal <= columns ? above : nowhere
        let deleted = below >= 0 && Int(below) < rows ? below &+ 1 : nowhere
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
        for steps in (1..<max(rounds, 1)).reversed() {
            let deletions = (row - column + steps) / 2
            let before = Self.start(ofRound: steps - 1) + deletions
            let step = Self.step(
                above: reach[before], below: reach[before - 1], diagonal: row - column, rows, columns)
            goBack(to: Int(step.row))
            if step.isInsertion { column -= 1 } else { row -= 1 }
        }
        goBack(to: 0)
        return pairs.reversed()
    }
}
