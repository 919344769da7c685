/// What of two runs of words is the same.
struct WordDiff {
    let old: [Token]
    let new: [Token]
    /// For each old token its place in the new run, -1 where it is gone; and the other way round.
    private(set) var oldMates: [Int]
    private(set) var newMates: [Int]

    init(_ old: [Token], _ new: [Token]) {
        self.old = old
        self.new = new
        oldMates = Array(repeating: -1, count: old.count)
        newMates = Array(repeating: -1, count: new.count)
        // Spaces are everywhere and would pair what has nothing in common: they follow the words beside them.
        let (oldWords, newWords) = (old.words, new.words)
        for pair in commonSubsequence(oldWords.keys, newWords.keys) {
            join(oldWords.places[pair.old], newWords.places[pair.new])
        }
        joinSpaces()
        slide()
        cleanUp()
        joinSpaces()
    }

    mutating func join(_ oldPlace: Int, _ newPlace: Int) {
        oldMates[oldPlace] = newPlace
        newMates[newPlace] = oldPlace
    }

    mutating func part(_ oldPlace: Int) {
        guard oldMates[oldPlace] >= 0 else { return }
        newMates[oldMates[oldPlace]] = -1
        oldMates[oldPlace] = -1
    }

    /// Joins the spaces at either end of each stretch that differs.
    private mutating func joinSpaces() {
        for gap in gaps {
            var (olds, news) = (gap.old, gap.new)
            while let one = olds.first, let other = news.first, old[one].isSameSpace(as: new[other]) {
                join(one, other)
                (olds, news) = (olds.dropFirst(), news.dropFirst())
            }
            while let one = olds.last, let other = news.last, old[one].isSameSpace(as: new[other]) {
                join(one, other)
                (olds, news) = (olds.dropLast(), news.dropLast())
            }
        }
    }

    /// The stretches between tokens that are the same, in order; none is empty on both sides.
    var gaps: [(old: Range<Int>, new: Range<Int>)] {
        var gaps: [(old: Range<Int>, new: Range<Int>)] = []
        gaps.reserveCapacity(16)
        oldMates.withUnsafeBufferPointer { oldMates in
            newMates.withUnsafeBufferPointer { newMates in
                var (one, other) = (0, 0)
                while one < oldMates.count || other < newMates.count {
                    let (oldStart, newStart) = (one, other)
                    while one < oldMates.count, oldMates[one] < 0 { one &+= 1 }
                    while other < newMates.count, newMates[other] < 0 { other &+= 1 }
                    if one > oldStart || other > newStart { gaps.append((oldStart..<one, newStart..<other)) }
                    while one < oldMates.count, oldMates[one] == other {
                        one &+= 1
                        other &+= 1
                    }
                }
            }
        }
        return gaps
    }
}

extension Token {
    fileprivate func isSameSpace(as other: Token) -> Bool { kind == .space && key == other.key }
}

extension [Token] {
    /// What is no space: where it stands, and what it is compared by.
    fileprivate var words: (places: [Int], keys: [Int32]) {
        var words: (places: [Int], keys: [Int32]) = ([], [])
        words.places.reserveCapacity(count)
        words.keys.reserveCapacity(count)
        for (place, token) in enumerated() where token.kind != .space {
            words.places.append(place)
            words.keys.append(token.key)
        }
        return words
    }
}
