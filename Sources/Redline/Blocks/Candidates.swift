/// Which pieces of two rows are worth comparing.
///
/// All with all where they are few. Where they are many, those that share one of their few least words: of two bags
/// that have much in common the least words by hash are likely the same (Broder, On the Resemblance and Containment of
/// Documents, 1997). So the work grows with the pieces, not with their product.
struct Candidates {
    private(set) var pairs: [Pair] = []

    private static let few = 1_500
    private static let leastWords = 6
    /// How many pieces may share a word before it tells nothing.
    private static let common = 12

    init(_ olds: [WordBag], _ news: [WordBag]) {
        if olds.count * news.count <= Self.few {
            for old in olds.indices { pairs += news.indices.lazy.map { Pair(old: old, new: $0) } }
            return
        }
        var holders: [UInt32: [Int]] = [:]
        for (place, bag) in olds.enumerated() {
            for word in Self.least(bag) { holders[word, default: []].append(place) }
        }
        for (new, bag) in news.enumerated() {
            var seen: Set<Int> = []
            for word in Self.least(bag) {
                guard let places = holders[word], places.count <= Self.common else { continue }
                for place in places where seen.insert(place).inserted {
                    pairs.append(Pair(old: place, new: new))
                }
            }
        }
    }

    /// The first of a bag's words in the order of another hash, so that they are not the short and common ones.
    private static func least(_ bag: WordBag) -> [UInt32] {
        var least: [(UInt32, UInt32)] = []
        var before: UInt32?
        for word in bag.words where word != before {
            before = word
            let rank = (word ^ (word >> 15)) &* 0x2C1B_3C6D
            if least.count == leastWords, let last = least.last, last.0 <= rank { continue }
            let place = least.firstIndex { $0.0 > rank } ?? least.count
            least.insert((rank, word), at: place)
            if least.count > leastWords { least.removeLast() }
        }
        return least.map(\.1)
    }
}
