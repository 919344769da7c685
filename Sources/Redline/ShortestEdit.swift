/// The pairs of a shortest edit of rows of numbers from 0 on; nil where it takes more than `limit` steps.
///
/// Of all shortest edits it is the one that Myers' algorithm finds. How long it is tells how many insertions and deletions
/// it has, so that only ways with no more of either are looked at.
func shortestEdit(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>, limit: Int) -> [Pair]? {
    let surplus = old.count - new.count
    guard abs(surplus) <= limit else { return nil }
    var insertions = min(new.count, (limit - surplus) / 2)
    // To count what is common to long rows would take longer than to look at all ways.
    if old.count * new.count <= 64 * limit * limit {
        let least = new.count - commonCount(old, new)
        guard least <= insertions else { return nil }
        insertions = least
    }
    var graph = EditGraph(old, new, insertions: insertions, deletions: insertions + surplus)
    guard let last = graph.fill() else { return nil }
    return graph.pairs(upTo: last, from: Pair(old: old.startIndex, new: new.startIndex))
}

/// The grid of all edits: a row for each old element, a column for each new one. A way through it that has so many
/// deletions more than insertions is on that diagonal: row less column.
private struct EditGraph {
    /// Behind each end stands what is nowhere else, so that nobody need look whether a row ends.
    private let olds: ArraySlice<Int32>
    private let news: ArraySlice<Int32>
    private let rows: Int
    private let columns: Int
    private let insertions: Int
    private let deletions: Int
    /// How far down the ways with so many insertions reach, for each number of deletions, `nowhere` where there is no such
    /// way; those with one more insertion behind them.
    private var reach: [Int32]

    private static let nowhere: Int32 = -1

    init(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>, insertions: Int, deletions: Int) {
        (olds, news) = (old + [-1], new + [-2])
        (rows, columns) = (old.count, new.count)
        (self.insertions, self.deletions) = (insertions, deletions)
        reach = [Int32](repeating: Self.nowhere, count: (insertions + 1) * (deletions + 1))
    }

    /// Looks at all ways; says how many insertions the first has that reaches the far corner.
    mutating func fill() -> Int? {
        let (rows, columns, deletions) = (rows, columns, deletions)
        return reach.withUnsafeMutableBufferPointer { reach in
            olds.withUnsafeBufferPointer { olds in
                news.withUnsafeBufferPointer { news in
                    (0...insertions).first { insertions in
                        let start = insertions &* (deletions &+ 1)
                        var below = Self.nowhere
                        for place in 0...deletions {
                            let diagonal = place &- insertions
                            let above =
                                insertions > 0 ? reach[start &- deletions &- 1 &+ place] : place == 0 ? 0 : Self.nowhere
                            let step = Self.step(above: above, below: below, diagonal: diagonal, rows, columns)
                            below = step.row
                            guard below >= 0 else { continue }
                            var row = Int(below)
                            while olds[row] == news[row &- diagonal] { row &+= 1 }
                            below = Int32(truncatingIfNeeded: row)
                            reach[start &+ place] = below
                        }
                        let corner = insertions &+ rows &- columns
                        return corner >= 0 && reach[start &+ corner] == rows
                    }
                }
            }
        }
    }

    /// The farther of the two ways onto a diagonal with the last of so many steps: by an insertion from the diagonal
    /// above, by a deletion from the one below.
    private static func step(
        above: Int32, below: Int32, diagonal: Int, _ rows: Int, _ columns: Int
    ) -> (row: Int32, isInsertion: Bool) {
        let inserted = Int(above) &- diagonal <= columns ? above : nowhere
        let deleted = below >= 0 && Int(below) < rows ? below &+ 1 : nowhere
        return inserted >= deleted ? (inserted, true) : (deleted, false)
    }

    /// The diagonal steps of the way to the far corner that has so many insertions.
    ///
    /// - Parameter start: where the rows begin.
    func pairs(upTo insertions: Int, from start: Pair) -> [Pair] {
        var pairs: [Pair] = []
        pairs.reserveCapacity(min(rows, columns))
        var (row, column) = (rows, columns)
        func goBack(to end: Int) {
            while row > end, column > 0 {
                row -= 1
                column -= 1
                pairs.append(Pair(old: start.old + row, new: start.new + column))
            }
        }
        var (inserted, deleted) = (insertions, insertions + rows - columns)
        func reach(_ inserted: Int, _ deleted: Int) -> Int32 {
            inserted < 0 || deleted < 0 ? Self.nowhere : self.reach[inserted * (deletions + 1) + deleted]
        }
        while inserted + deleted > 0 {
            let step = Self.step(
                above: reach(inserted - 1, deleted), below: reach(inserted, deleted - 1), diagonal: deleted - inserted,
                rows, columns)
            goBack(to: Int(step.row))
            if step.isInsertion {
                column -= 1
                inserted -= 1
            } else {
                row -= 1
                deleted -= 1
            }
        }
        goBack(to: 0)
        pairs.reverse()
        return pairs
    }
}

/// How long the longest common subsequence of two rows is, 64 old elements at a time (Hyyrö, Bit-Parallel LCS-length
/// Computation Revisited, 2004).
private func commonCount(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) -> Int {
    var count = 0
    // Of each new element whether the sum of the old ones so far has a carry.
    var carries = [UInt64](repeating: 0, count: new.count)
    var rest = old
    while !rest.isEmpty {
        let places = PlacesOfElements(rest.prefix(64))
        var unmatched = UInt64.max
        for (place, element) in new.enumerated() {
            let matches = places[element]
            let (sum, hasCarry) = unmatched.addingReportingOverflow(unmatched & matches)
            let (total, hasCarryToo) = sum.addingReportingOverflow(carries[place])
            carries[place] = hasCarry || hasCarryToo ? 1 : 0
            unmatched = total | unmatched & ~matches
        }
        count += (~unmatched).nonzeroBitCount
        rest = rest.dropFirst(64)
    }
    return count
}

/// Where each element stands among 64 at the most, as bits.
private struct PlacesOfElements {
    private var slots = [(element: Int32, places: UInt64)](repeating: (-1, 0), count: 128)

    init(_ elements: ArraySlice<Int32>) {
        for (place, element) in elements.enumerated() {
            let slot = slot(of: element)
            slots[slot] = (element, slots[slot].places | 1 << UInt64(place))
        }
    }

    subscript(_ element: Int32) -> UInt64 { slots[slot(of: element)].places }

    /// The one that the element has, or else a free one.
    private func slot(of element: Int32) -> Int {
        var slot = Int((UInt32(bitPattern: element) &* 0x9E37_79B1) >> 25)
        while slots[slot].places != 0, slots[slot].element != element { slot = (slot + 1) & 127 }
        return slot
    }
}
