import Markdown

/// Which blocks of two rows have lines in common, whatever they are: each group is a stretch of both rows.
struct RecastGroups {
    private(set) var groups: [Group] = []
    private let old: ArraySlice<Piece>
    private let new: ArraySlice<Piece>

    struct Group {
        var old: Range<Int>
        var new: Range<Int>
    }

    init(_ old: ArraySlice<Piece>, _ new: ArraySlice<Piece>, _ memory: RedlineMemory) {
        self.old = old
        self.new = new
        let codes = Set(new.filter(\.isCode).compactMap(\.block))
        let before = Self.lines(old, memory) { !codes.contains($0) }
        let now = Self.lines(new, memory) { _ in false }
        for pair in PieceAlignment(before.pieces, now.pieces, memory).pairs {
            let (one, other) = (before.places[pair.old], now.places[pair.new])
            if let last = groups.last, one < last.old.upperBound || other < last.new.upperBound {
                groups[groups.count - 1] = Group(
                    old: last.old.lowerBound..<max(last.old.upperBound, one + 1),
                    new: last.new.lowerBound..<max(last.new.upperBound, other + 1))
            } else {
                groups.append(Group(old: one..<one + 1, new: other..<other + 1))
            }
        }
        for index in groups.indices { extend(index) }
    }

    private static func lines(
        _ pieces: ArraySlice<Piece>, _ memory: RedlineMemory, readsCode: (Block) -> Bool
    ) -> (pieces: [Piece], places: [Int]) {
        var found: (pieces: [Piece], places: [Int]) = ([], [])
        for (place, piece) in zip(pieces.indices, pieces) {
            let lines =
                piece.lines(memory)
                ?? memory.pieces(of: BlockWords(piece.blocks, readsCode: readsCode).paragraphs)
            found.pieces += lines
            found.places += repeatElement(place, count: lines.count)
        }
        return found
    }

    /// What the pieces weigh that are in no group.
    var rest: Int {
        func weight(_ pieces: ArraySlice<Piece>) -> Int { pieces.reduce(0) { $0 + $1.weight } }
        return groups.reduce(weight(old) + weight(new)) { $0 - weight(old[$1.old]) - weight(new[$1.new]) }
    }

    /// Takes in the blocks beside a group that say what the other side of it says and this one does not.
    private mutating func extend(_ index: Int) {
        var group = groups[index]
        let before = index > 0 ? groups[index - 1] : Group(old: 0..<old.startIndex, new: 0..<new.startIndex)
        let behind =
            index + 1 < groups.count
            ? groups[index + 1] : Group(old: old.endIndex..<old.endIndex, new: new.endIndex..<new.endIndex)
        var (oldRest, newRest) = rests(group)
        func take(_ range: inout Range<Int>, _ pieces: ArraySlice<Piece>, _ bounds: Range<Int>, _ rest: inout WordBag) {
            func take(_ place: Int) -> Bool {
                guard bounds.contains(place) else { return false }
                let words = pieces[place].words
                guard !words.words.isEmpty, 2 * words.common(with: rest) > words.words.count else { return false }
                rest = rest.without(words)
                range = min(range.lowerBound, place)..<max(range.upperBound, place + 1)
                return true
            }
            while take(range.upperBound) {}
            while take(range.lowerBound - 1) {}
        }
        take(&group.new, new, before.new.upperBound..<behind.new.lowerBound, &oldRest)
        take(&group.old, old, before.old.upperBound..<behind.old.lowerBound, &newRest)
        groups[index] = group
    }

    /// What each side of a group says that the other does not.
    private func rests(_ group: Group) -> (old: WordBag, new: WordBag) {
        let before = WordBag(joining: old[group.old].map(\.words))
        let now = WordBag(joining: new[group.new].map(\.words))
        return (before.without(now), now.without(before))
    }
}

extension Piece {
    var isCode: Bool { kind == 4 }

    var isRule: Bool { kind == 6 }

    /// Whether its words may be in another block: not so those of tables and code.
    var isProse: Bool { kind <= 3 }
}
