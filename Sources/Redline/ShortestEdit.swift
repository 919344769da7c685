/// The pairs of a shortest edit; nil where it takes more than `limit` steps.
func shortestEdit(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>, limit: Int) -> [Pair]? {
    let graph = EditGraph(rows: old.count, columns: new.count)
    let most = min(old.count + new.count, limit)
    // How far each round reached on each of its diagonals, kept to walk back.
    var rounds: [[Int]] = []
    for steps in 0...most {
        var reach = [Int](repeating: EditGraph.nowhere, count: 2 * steps + 1)
        for diagonal in stride(from: -steps, through: steps, by: 2) {
            var row = steps == 0 ? 0 : graph.step(to: diagonal, after: rounds[steps - 1]).row
            guard row != EditGraph.nowhere else { continue }
            while row < old.count, row - diagonal < new.count,
                old[old.startIndex + row] == new[new.startIndex + row - diagonal]
            {
                row += 1
            }
            reach[diagonal + steps] = row
            if row == old.count, row - diagonal == new.count {
                return graph.pairs(after: rounds).map {
                    Pair(old: old.startIndex + $0.old, new: new.startIndex + $0.new)
                }
            }
        }
        rounds.append(reach)
    }
    return nil
}

/// The grid of all edits: a row for each old element, a column for each new one; a diagonal is row less column.
private struct EditGraph {
    let rows: Int
    let columns: Int

    static let nowhere = -1

    /// The farther of the two ways onto a diagonal with one more step: by an insertion from the diagonal above, by a
    /// deletion from the one below.
    func step(to diagonal: Int, after round: [Int]) -> (row: Int, isInsertion: Bool) {
        let steps = round.count / 2
        func reached(_ diagonal: Int) -> Int { abs(diagonal) <= steps ? round[diagonal + steps] : Self.nowhere }
        let above = reached(diagonal + 1)
        let below = reached(diagonal - 1)
        let inserted = above != Self.nowhere && above - diagonal <= columns ? above : Self.nowhere
        let deleted = below != Self.nowhere && below < rows ? below + 1 : Self.nowhere
        return inserted >= deleted ? (inserted, true) : (deleted, false)
    }

    /// The diagonal steps of the way to the far corner that came after the rounds.
    func pairs(after rounds: [[Int]]) -> [Pair] {
        var pairs: [Pair] = []
        var (row, column) = (rows, columns)
        for round in rounds.reversed() {
            let diagonal = row - column
            let step = step(to: diagonal, after: round)
            while row > step.row {
                row -= 1
                column -= 1
                pairs.append(Pair(old: row, new: column))
            }
            if step.isInsertion { column -= 1 } else { row -= 1 }
        }
        while row > 0, column > 0 {
            row -= 1
            column -= 1
            pairs.append(Pair(old: row, new: column))
        }
        return pairs.reversed()
    }
}
