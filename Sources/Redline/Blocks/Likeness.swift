/// Pieces of two rows in which what is alike is looked for.
struct Likeness: Sendable, Hashable {
    let old: [Piece]
    let new: [Piece]
    /// Whether what is alike must be in order; else each is paired with what is most like it wherever that is.
    let isInOrder: Bool
    /// How alike two must be; nil for the threshold of each kind.
    let least: Double?

    /// Pairs of what is alike, the heaviest in order, or each with what is most like it.
    var pairs: [Pair] {
        let candidates = candidates
        if isInOrder { return heaviestInOrder(candidates) }
        var taken: (old: Set<Int>, new: Set<Int>) = ([], [])
        return
            candidates
            .sorted { ($1.weight, $0.pair.old, $0.pair.new) < ($0.weight, $1.pair.old, $1.pair.new) }
            .map(\.pair)
            .filter { pair in
                guard !taken.old.contains(pair.old), !taken.new.contains(pair.new) else { return false }
                taken.old.insert(pair.old)
                taken.new.insert(pair.new)
                return true
            }
    }

    private var candidates: [(pair: Pair, weight: Double)] {
        let pairs = Candidates(
            old.enumerated().map { (place: $0, bag: $1.words) }, new.enumerated().map { (place: $0, bag: $1.words) }
        ).pairs
        return pairs.compactMap { pair in
            let (one, other) = (old[pair.old], new[pair.new])
            let least = least ?? one.threshold
            guard one.kind == other.kind, one.words.mostSimilarity(to: other.words) >= least else { return nil }
            let similarity = one.words.similarity(to: other.words)
            guard similarity >= least else { return nil }
            return (pair, similarity * Double(one.words.weight + other.words.weight + 1))
        }
    }
}
