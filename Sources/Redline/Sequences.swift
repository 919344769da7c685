/// A place in the old row and one in the new row that are one and the same.
struct Pair: Sendable, Hashable {
    var old: Int
    var new: Int
}

/// The heaviest choice of pairs in which both places only grow: of what could be aligned, what stays in order.
///
/// Of equally heavy choices it takes one that is the same in every run. O(n log n).
func heaviestInOrder(_ pairs: [(pair: Pair, weight: Double)]) -> [Pair] {
    // Of one old place at most one pair is taken: the later new ones come first, so none builds on another.
    let sorted = pairs.sorted { ($0.pair.old, -$0.pair.new) < ($1.pair.old, -$1.pair.new) }
    // What is in order already is chosen whole.
    let isChain = zip(sorted, sorted.dropFirst()).allSatisfy { $0.pair.old < $1.pair.old && $0.pair.new < $1.pair.new }
    if isChain, sorted.allSatisfy({ $0.weight > 0 }) { return sorted.map(\.pair) }
    let places = Set(sorted.map(\.pair.new)).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0 + 1) })
    // A Fenwick tree of the heaviest chain that ends at a new place up to each rank.
    var best = [(weight: Double, last: Int)](repeating: (0, -1), count: places.count + 1)
    var before = [Int](repeating: -1, count: sorted.count)
    var heaviest = (weight: 0.0, last: -1)
    for (index, entry) in sorted.enumerated() {
        let rank = ranks[entry.pair.new, default: 1]
        var chain = (weight: 0.0, last: -1)
        var place = rank - 1
        while place > 0 {
            if best[place].weight > chain.weight { chain = best[place] }
            place -= place & -place
        }
        before[index] = chain.last
        let weight = chain.weight + entry.weight
        if weight > heaviest.weight { heaviest = (weight, index) }
        place = rank
        while place < best.count {
            if weight > best[place].weight { best[place] = (weight, index) }
            place += place & -place
        }
    }
    var chosen: [Pair] = []
    var last = heaviest.last
    while last >= 0 {
        chosen.append(sorted[last].pair)
        last = before[last]
    }
    return chosen.reversed()
}

/// A longest common subsequence of two rows, as pairs in order (Myers, An O(ND) Difference Algorithm, 1986).
///
/// Six hundred insertions and deletions are looked for at most. Rows that differ in more are cut at what is once in each of
/// them, and where nothing is, they have nothing in common. So time and memory are bounded by the square of that limit and
/// the length of the rows.
func commonSubsequence(_ old: [Int32], _ new: [Int32]) -> [Pair] {
    var pairs: [Pair] = []
    pairs.reserveCapacity(min(old.count, new.count))
    var rest = [(old: old[...], new: new[...])]
    while let (old, new) = rest.popLast() {
        let (start, end) = commonEnds(old, new)
        let ends = Pair(old: old.endIndex - end, new: new.endIndex - end)
        defer { pairs += (0..<end).lazy.map { Pair(old: ends.old + $0, new: ends.new + $0) } }
        pairs += (0..<start).lazy.map { Pair(old: old.startIndex + $0, new: new.startIndex + $0) }
        let old = old.dropFirst(start).dropLast(end)
        let new = new.dropFirst(start).dropLast(end)
        guard !old.isEmpty, !new.isEmpty else { continue }
        if let found = shortestEdit(old, new, limit: 600) {
            pairs += found
            continue
        }
        var last = Pair(old: old.startIndex - 1, new: new.startIndex - 1)
        let anchors = uniqueInBoth(old.map { Int($0) }, new.map { Int($0) }).map {
            Pair(old: old.startIndex + $0.old, new: new.startIndex + $0.new)
        }
        guard !anchors.isEmpty else { continue }
        for anchor in anchors {
            rest.append((old[(last.old + 1)..<anchor.old], new[(last.new + 1)..<anchor.new]))
            last = anchor
        }
        rest.append((old[(last.old + 1)...], new[(last.new + 1)...]))
        pairs += anchors
    }
    pairs.sort { $0.old < $1.old }
    return pairs
}

/// How many elements two rows have in common at their start, and behind that at their end.
func commonEnds<Element: Equatable>(
    _ old: ArraySlice<Element>, _ new: ArraySlice<Element>
) -> (start: Int, end: Int) { commonEnds(old, new, by: ==) }

/// The same by another sameness than that of values.
func commonEnds<Element>(
    _ old: ArraySlice<Element>, _ new: ArraySlice<Element>, by isSame: (Element, Element) -> Bool
) -> (start: Int, end: Int) {
    let least = min(old.count, new.count)
    var start = 0
    while start < least, isSame(old[old.startIndex + start], new[new.startIndex + start]) { start += 1 }
    var end = 0
    while end < least - start, isSame(old[old.endIndex - 1 - end], new[new.endIndex - 1 - end]) { end += 1 }
    return (start, end)
}

/// What is once in each of two rows of numbers, as far as it stays in order.
///
/// - Parameter weight: of a place of the new row; asked where not all stays in order.
func uniqueInBoth(_ old: [Int], _ new: [Int], weight: (Int) -> Double = { _ in 1 }) -> [Pair] {
    var pairs: [Pair] = []
    var news = uniquePlaces(new)[...]
    for (number, place) in uniquePlaces(old) {
        news = news.drop { $0.number < number }
        guard let next = news.first else { break }
        if next.number == number { pairs.append(Pair(old: place, new: next.place)) }
    }
    pairs.sort { $0.old < $1.old }
    let isChain = zip(pairs, pairs.dropFirst()).allSatisfy { $0.new < $1.new }
    return isChain ? pairs : heaviestInOrder(pairs.map { ($0, weight($0.new)) })
}

/// The numbers that are once in a row, in their order, with where they stand.
private func uniquePlaces(_ row: [Int]) -> [(number: Int, place: Int)] {
    let sorted = zip(row, row.indices).map { (number: $0, place: $1) }.sorted { $0.number < $1.number }
    return sorted.indices.filter { index in
        (index == 0 || sorted[index - 1].number < sorted[index].number)
            && (index + 1 == sorted.count || sorted[index].number < sorted[index + 1].number)
    }.map { sorted[$0] }
}
