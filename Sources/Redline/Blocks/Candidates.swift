import Formats

/// Which pieces of two rows are worth comparing.
///
/// All with all where they are few. Where they are many, those that share one of their few least words: of two bags
/// that have much in common the least words by hash are likely the same (Broder, On the Resemblance and Containment of
/// Documents, 1997). So the work grows with the pieces, not with their product.
struct Candidates {
    let olds: [Piece]
    let news: [Piece]

    private static let few = 1_500
    /// How many pieces may share a word before it tells nothing.
    private static let common = 12

    func forEach(_ body: (Pair) -> Void) {
        if olds.count * news.count <= Self.few {
            for old in olds.indices {
                for new in news.indices { body(Pair(old: old, new: new)) }
            }
            return
        }
        // The words of the old pieces in order, each with the place of one that holds it.
        let holders = olds.enumerated().flatMap { place, piece in
            piece.leastWords.map { UInt64($0) << 32 | UInt64(place) }
        }.sorted()
        // Of each old place the new one that it was last paired with.
        var last = [Int](repeating: -1, count: olds.count)
        for (new, piece) in news.enumerated() {
            for word in piece.leastWords {
                let first = holders.firstPlace { $0 >> 32 >= UInt64(word) }
                let places = holders[first...].prefix(Self.common + 1).prefix { $0 >> 32 == UInt64(word) }
                guard places.count <= Self.common else { continue }
                for place in places.lazy.map({ Int($0 & 0xFFFF_FFFF) }) where last[place] != new {
                    last[place] = new
                    body(Pair(old: place, new: new))
                }
            }
        }
    }
}

extension WordBag {
    /// How many of a bag's words are looked up.
    private static let leastCount = 6

    /// The first of a bag's words in the order of another hash, so that they are not the short and common ones.
    var least: [UInt32] {
        var least: [(UInt32, UInt32)] = []
        var before: UInt32?
        for word in words where word != before {
            before = word
            let rank = (word ^ (word >> 15)) &* 0x2C1B_3C6D
            if least.count == Self.leastCount, let last = least.last, last.0 <= rank { continue }
            let place = least.firstIndex { $0.0 > rank } ?? least.count
            least.insert((rank, word), at: place)
            if least.count > Self.leastCount { least.removeLast() }
        }
        return least.map(\.1)
    }
}
