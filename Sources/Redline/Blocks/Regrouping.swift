/// Paragraphs that were split, or merged: one old paragraph that says what several new ones say, or the other way
/// round.
struct Regrouping {
    /// By the pair that is at the bottom of it.
    private(set) var groups: [Pair: (old: Range<Int>, new: Range<Int>)] = [:]

    /// How many paragraphs one is split into at most.
    private static let most = 8

    init(_ alignment: PieceAlignment) {
        let moved = (old: Set(alignment.moves.map(\.old)), new: Set(alignment.moves.map(\.new)))
        var before = Pair(old: -1, new: -1)
        for (index, pair) in alignment.pairs.enumerated() {
            let next =
                index + 1 < alignment.pairs.count
                ? alignment.pairs[index + 1] : Pair(old: alignment.old.count, new: alignment.new.count)
            let free = Pair(old: before.old + 1, new: before.new + 1)
            before = pair
            let hasNeighbours = next.old - free.old > 1 || next.new - free.new > 1
            guard hasNeighbours, alignment.old[pair.old].isParagraph, alignment.old[pair.old] != alignment.new[pair.new]
            else { continue }
            let news = Self.extended(
                pair.new, within: free.new..<next.new, of: alignment.new, moved: moved.new,
                whole: alignment.old[pair.old].words)
            let olds = Self.extended(
                pair.old, within: free.old..<next.old, of: alignment.old, moved: moved.old,
                whole: alignment.new[pair.new].words)
            if news.range.count > 1, news.similarity >= olds.similarity {
                groups[pair] = (pair.old..<pair.old + 1, news.range)
                before.new = news.range.upperBound - 1
            } else if olds.range.count > 1 {
                groups[pair] = (olds.range, pair.new..<pair.new + 1)
                before.old = olds.range.upperBound - 1
            }
        }
    }

    /// The run of paragraphs around one that is most like a whole: each further one must bring it clearly closer.
    private static func extended(
        _ place: Int, within bounds: Range<Int>, of pieces: [Piece], moved: Set<Int>, whole: WordBag
    ) -> (range: Range<Int>, similarity: Double) {
        var range = place..<place + 1
        var bag = pieces[place].words
        var similarity = bag.similarity(to: whole)
        func canTake(_ index: Int) -> Bool {
            bounds.contains(index) && pieces[index].isParagraph && !moved.contains(index) && range.count < most
        }
        func take(_ index: Int) -> Bool {
            guard canTake(index) else { return false }
            let words = pieces[index].words
            guard 2 * words.common(with: whole) > words.words.count else { return false }
            let joined = WordBag(joining: [bag, words])
            let next = joined.similarity(to: whole)
            guard next > similarity + 0.03 else { return false }
            (bag, similarity) = (joined, next)
            range = min(range.lowerBound, index)..<max(range.upperBound, index + 1)
            return true
        }
        while take(range.upperBound) {}
        while take(range.lowerBound - 1) {}
        return similarity >= 0.6 ? (range, similarity) : (place..<place + 1, similarity)
    }
}
