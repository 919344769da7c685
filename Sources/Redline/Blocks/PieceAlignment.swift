import Formats

/// Which pieces of two rows are one and the same: those that stay in order, and those that moved.
struct PieceAlignment: Sendable {
    let old: [Piece]
    let new: [Piece]
    /// In order.
    private(set) var pairs: [Pair] = []
    /// What is elsewhere now, by its new place.
    private(set) var moves: [Pair] = []

    /// What became of a piece.
    enum Step: Sendable {
        case pair(Pair, moved: Bool)
        /// Where it moved, its pair comes elsewhere.
        case deleted(Int, moved: Bool)
        case inserted(Int)
    }

    private let memory: RedlineMemory

    /// - Parameters:
    ///   - fixed: pairs that are taken for granted, in order.
    ///   - memory: of pieces that were compared before.
    init(_ old: [Piece], _ new: [Piece], fixed: [Pair] = [], _ memory: RedlineMemory) {
        self.memory = memory
        self.old = old
        self.new = new
        var last = Pair(old: -1, new: -1)
        for pair in fixed {
            align(last.old + 1..<pair.old, last.new + 1..<pair.new)
            last = pair
        }
        align(last.old + 1..<old.count, last.new + 1..<new.count)
        pairs += fixed
        sortPairs()
        pairNeighbours()
        keepInOrder(findMoves())
    }

    private mutating func sortPairs() {
        if zip(pairs, pairs.dropFirst()).contains(where: { $0.old > $1.old }) { pairs.sort { $0.old < $1.old } }
    }

    /// Takes for moved what is elsewhere among the pairs; where many pieces are compared, what is much the same may have
    /// been missed at its own place.
    private mutating func keepInOrder(_ found: [Pair]) {
        guard !found.isEmpty else { return }
        var places = pairs
        for pair in found.sorted(by: { $0.old < $1.old }) {
            let next = places.firstPlace { $0.old > pair.old }
            let isInOrder =
                (next == 0 || places[next - 1].new < pair.new) && (next == places.count || pair.new < places[next].new)
            if isInOrder { places.insert(pair, at: next) } else { moves.append(pair) }
        }
        pairs = places
        moves.sort { $0.new < $1.new }
    }

    /// Takes more pieces for one and the same, wherever they are.
    mutating func join(_ more: [Pair]) {
        guard !more.isEmpty else { return }
        let all = pairs + moves + more
        pairs = heaviestInOrder(all.map { ($0, Double(new[$0.new].weight + 1)) })
        let inOrder = Set(pairs)
        moves = all.filter { !inOrder.contains($0) }.sorted { $0.new < $1.new }
    }

    /// Every piece of both rows in the order in which a redline shows them: before each pair what is gone, then what is
    /// new or came there.
    var steps: [Step] {
        let arrivals = Dictionary(uniqueKeysWithValues: moves.map { ($0.new, $0) })
        let departures = Set(moves.map(\.old))
        var steps: [Step] = []
        var place = Pair(old: 0, new: 0)
        func addUnpaired(upTo end: Pair) {
            steps += (place.old..<end.old).map { .deleted($0, moved: departures.contains($0)) }
            steps += (place.new..<end.new).map { index in
                arrivals[index].map { .pair($0, moved: true) } ?? .inserted(index)
            }
        }
        for pair in pairs {
            addUnpaired(upTo: pair)
            steps.append(.pair(pair, moved: false))
            place = Pair(old: pair.old + 1, new: pair.new + 1)
        }
        addUnpaired(upTo: Pair(old: old.count, new: new.count))
        return steps
    }

    /// First what is the same: at both ends, then what is once in each, then the rest of it; and in the gaps that
    /// are left, what is alike.
    private mutating func align(_ oldRange: Range<Int>, _ newRange: Range<Int>) {
        guard !oldRange.isEmpty, !newRange.isEmpty else { return }
        var rest = [(oldRange, newRange)]
        while let (oldRange, newRange) = rest.popLast() {
            let (start, end) = commonEnds(old[oldRange], new[newRange])
            for offset in 0..<start {
                pairs.append(Pair(old: oldRange.lowerBound + offset, new: newRange.lowerBound + offset))
            }
            for offset in 0..<end {
                pairs.append(Pair(old: oldRange.upperBound - end + offset, new: newRange.upperBound - end + offset))
            }
            let oldRange = oldRange.dropFirst(start).dropLast(end)
            let newRange = newRange.dropFirst(start).dropLast(end)
            guard !oldRange.isEmpty, !newRange.isEmpty else { continue }
            let anchors = haveNothingInCommon(oldRange, newRange) ? [] : self.anchors(oldRange, newRange)
            guard !anchors.isEmpty else {
                pairs += alike(Array(oldRange), Array(newRange), isInOrder: true)
                continue
            }
            pairs += anchors
            var last = Pair(old: oldRange.lowerBound - 1, new: newRange.lowerBound - 1)
            for anchor in anchors {
                rest.append((last.old + 1..<anchor.old, last.new + 1..<anchor.new))
                last = anchor
            }
            rest.append((last.old + 1..<oldRange.upperBound, last.new + 1..<newRange.upperBound))
        }
    }

    /// Told of a few pieces alone, as most stretches hold no more.
    private func haveNothingInCommon(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
        oldRange.count * newRange.count <= 100
            && !oldRange.contains { place in newRange.contains { old[place] == new[$0] } }
    }

    private func anchors(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Pair] {
        let unique = uniqueInBoth(old[oldRange].map(\.number), new[newRange].map(\.number)) {
            Double(new[newRange.lowerBound + $0].weight + 1)
        }
        if unique.isEmpty { return sameInOrder(oldRange, newRange) }
        return unique.map { Pair(old: oldRange.lowerBound + $0.old, new: newRange.lowerBound + $0.new) }
    }

    /// What is the same and comes more than once.
    private func sameInOrder(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> [Pair] {
        var numbers: [Piece: Int32] = [:]
        func number(_ piece: Piece) -> Int32 {
            let next = Int32(numbers.count)
            if let number = numbers[piece] { return number }
            numbers[piece] = next
            return next
        }
        let oldNumbers = old[oldRange].map(number)
        let known = Int32(numbers.count)
        let newNumbers = new[newRange].map(number)
        guard newNumbers.contains(where: { $0 < known }) else { return [] }
        return commonSubsequence(oldNumbers, newNumbers).map {
            Pair(old: oldRange.lowerBound + $0.old, new: newRange.lowerBound + $0.new)
        }
    }

    /// Pairs of what is alike, the heaviest in order, or each with what is most like it wherever that is.
    ///
    /// - Parameter least: how alike they must be; nil for the threshold of each kind.
    private func alike(_ olds: [Int], _ news: [Int], isInOrder: Bool, least: Double? = nil) -> [Pair] {
        let likeness = Likeness(
            old: olds.map { old[$0] }, new: news.map { new[$0] }, isInOrder: isInOrder, least: least)
        return memory.pairs(of: likeness).map { Pair(old: olds[$0.old], new: news[$0.new]) }
    }

    /// A heading with new words before the same paragraph is the same heading, unless that would cross another pair.
    private mutating func pairNeighbours() {
        guard pairs.count < min(old.count, new.count) else { return }
        var added: [Pair] = []
        var mates = [Int](repeating: -1, count: old.count + 1)
        var isTaken = [Bool](repeating: false, count: new.count)
        for pair in pairs { (mates[pair.old], isTaken[pair.new]) = (pair.new, true) }
        for place in old.indices where mates[place] < 0 && old[place].isHeading {
            let next = mates[place + 1]
            guard next > 0, !isTaken[next - 1], new[next - 1].isHeading else { continue }
            added.append(Pair(old: place, new: next - 1))
        }
        guard !added.isEmpty else { return }
        pairs += added
        sortPairs()
        var last = -1
        pairs = pairs.filter { pair in
            guard pair.new > last else { return false }
            last = pair.new
            return true
        }
    }

    /// What is left on both sides and is much the same: headings with what stands below them, and at least a few words.
    private func findMoves() -> [Pair] {
        guard pairs.count < min(old.count, new.count) else { return [] }
        var isLeft = (old: [Bool](repeating: true, count: old.count), new: [Bool](repeating: true, count: new.count))
        func take(_ pairs: [Pair]) {
            for pair in pairs { (isLeft.old[pair.old], isLeft.new[pair.new]) = (false, false) }
        }
        take(pairs)
        let sections = movedSections(isLeft.old, isLeft.new)
        take(sections)
        func isMovable(_ piece: Piece) -> Bool { piece.words.words.count >= (piece.isHeading ? 1 : 4) }
        let olds = old.indices.filter { isLeft.old[$0] && isMovable(old[$0]) }
        let news = new.indices.filter { isLeft.new[$0] && isMovable(new[$0]) }
        guard !olds.isEmpty, !news.isEmpty else { return sections }
        return sections + alike(olds, news, isInOrder: false, least: 0.75).sorted { $0.new < $1.new }
    }

    /// Headings that are left once on both sides and say the same but for their number, each with what is the same below it.
    ///
    /// - Parameters:
    ///   - olds: of each old piece, whether it is left.
    ///   - news: the same of each new one.
    private func movedSections(_ olds: [Bool], _ news: [Bool]) -> [Pair] {
        func headings(_ isLeft: [Bool], _ pieces: [Piece]) -> [String: Int?] {
            let headings = pieces.indices.filter { isLeft[$0] && pieces[$0].isHeading && !pieces[$0].title.isEmpty }
            return Dictionary(headings.map { (pieces[$0].title, $0) }, uniquingKeysWith: { _, _ in nil })
        }
        let here = headings(news, new)
        guard !here.isEmpty else { return [] }
        return headings(olds, old).compactMap { title, place in
            place.flatMap { place in here[title].flatMap { $0 }.map { Pair(old: place, new: $0) } }
        }.sorted { $0.new < $1.new }.flatMap { heading in
            let rest = sequence(first: Pair(old: heading.old + 1, new: heading.new + 1)) {
                Pair(old: $0.old + 1, new: $0.new + 1)
            }.prefix {
                $0.old < old.count && $0.new < new.count && olds[$0.old] && news[$0.new]
                    && old[$0.old] == new[$0.new] && !old[$0.old].isHeading
            }
            return [heading] + rest
        }
    }
}

extension Range<Int> {
    fileprivate func dropFirst(_ count: Int) -> Range<Int> { lowerBound + count..<upperBound }
    fileprivate func dropLast(_ count: Int) -> Range<Int> { lowerBound..<upperBound - count }
}
