/// Pieces of two rows in which what is alike is looked for.
struct Likeness: Sendable, Hashable {
    let old: [Piece]
    let new: [Piece]
    /// Whether what is alike must be in order; else each is paired with what is most like it wherever that is.
    let isInOrder: Bool
    /// How alike two must be; nil for the threshold of each kind.
    let least: Double?

    func hash(into hasher: inout Hasher) { hasher.combine(old[...], new[...]) }

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
        // What is asked of each pair is looked up once a piece.
        let (olds, news) = (old.map(\.words), new.map(\.words))
        let (oldKinds, newKinds, thresholds) = (old.map(\.kind), new.map(\.kind), old.map { least ?? $0.threshold })
        var found: [(pair: Pair, weight: Double)] = []
        Candidates(olds: old, news: new).forEach { pair in
            guard oldKinds[pair.old] == newKinds[pair.new],
                let similarity = olds[pair.old].similarity(to: news[pair.new], atLeast: thresholds[pair.old])
            else { return }
            found.append((pair, similarity * Double(olds[pair.old].weight + news[pair.new].weight + 1)))
        }
        return found
    }
}
