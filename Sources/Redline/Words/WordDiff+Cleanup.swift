/// What a reader would do to a list of edits before showing it to another.
extension WordDiff {
    /// Moves what was only inserted, or only deleted, to where a sentence or a word begins, where the same words allow
    /// several places: `It ends. [It begins. ]It ends.`, not `It ends. It [begins. It ]ends.`
    mutating func slide() {
        for gap in gaps {
            if gap.old.isEmpty {
                let shift = Self.bestShift(of: gap.new, in: new, isKept: { newMates[$0] >= 0 })
                move(gap.new, by: shift, anchor: gap.old.lowerBound, isOld: false)
            } else if gap.new.isEmpty {
                let shift = Self.bestShift(of: gap.old, in: old, isKept: { oldMates[$0] >= 0 })
                move(gap.old, by: shift, anchor: gap.new.lowerBound, isOld: true)
            }
        }
    }

    /// Looks no farther than a reader would.
    private static let farthest = 100

    private static func bestShift(
        of gap: Range<Int>, in tokens: [Token], isKept: (Int) -> Bool
    ) -> Int {
        var best = (score: score(gap, tokens), shift: 0)
        var place = gap
        for step in 1...farthest {
            guard place.lowerBound > 0, isKept(place.lowerBound - 1),
                tokens[place.lowerBound - 1].key == tokens[place.upperBound - 1].key
            else { break }
            place = place.lowerBound - 1..<place.upperBound - 1
            let score = score(place, tokens)
            if score > best.score { best = (score, -step) }
        }
        place = gap
        for step in 1...farthest {
            guard place.upperBound < tokens.count, isKept(place.upperBound),
                tokens[place.lowerBound].key == tokens[place.upperBound].key
            else { break }
            place = place.lowerBound + 1..<place.upperBound + 1
            let score = score(place, tokens)
            if score > best.score { best = (score, step) }
        }
        return best.shift
    }

    /// How well a change stands by itself there.
    private static func score(_ place: Range<Int>, _ tokens: [Token]) -> Int {
        func isStop(_ index: Int) -> Bool { tokens.indices.contains(index) ? tokens[index].kind == .stop : true }
        func isWideStop(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .wideStop }
        func isSpace(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .space }
        let (start, end) = (place.lowerBound, place.upperBound)
        var score = 0
        if start == 0 || isSpace(start - 1) && isStop(start - 2) || isWideStop(start - 1) { score += 8 }
        if end == tokens.count || isStop(end - 1) || isSpace(end - 1) && isStop(end - 2) || isWideStop(end - 1) {
            score += 4
        }
        if start == 0 || isSpace(start - 1) { score += 2 }
        if start > 1, isSpace(start - 1), tokens[start - 2].kind == .sign { score += 1 }
        return score
    }

    private mutating func move(_ gap: Range<Int>, by shift: Int, anchor: Int, isOld: Bool) {
        // The tokens passed over join the other side's neighbours, one by one.
        for step in 0..<abs(shift) {
            let (freed, taken, mate) =
                shift < 0
                ? (gap.lowerBound - 1 - step, gap.upperBound - 1 - step, anchor - 1 - step)
                : (gap.upperBound + step, gap.lowerBound + step, anchor + step)
            if isOld {
                part(freed)
                join(taken, mate)
            } else {
                part(mate)
                join(mate, taken)
            }
        }
    }

    /// Takes back what is the same by chance: a word or two between long changes, and the rest of a sentence of which
    /// little is left.
    mutating func cleanUp() {
        absorbIslands()
        restateSentences()
        absorbIslands()
    }

    private struct Change {
        var old: Range<Int>
        var new: Range<Int>
    }

    private mutating func absorbIslands() {
        var changes: [Change] = []
        // How a blank beside a sign is typed is no change beside which something could be too little to stand.
        for gap in gaps where !(old.isTyped(gap.old) && new.isTyped(gap.new)) {
            var change = Change(old: gap.old, new: gap.new)
            while let before = changes.last, isIsland(between: before, and: change) {
                changes.removeLast()
                change = Change(
                    old: before.old.lowerBound..<change.old.upperBound,
                    new: before.new.lowerBound..<change.new.upperBound)
            }
            changes.append(change)
        }
        for change in changes { change.old.forEach { part($0) } }
    }

    /// Whether what is the same between two changes is too little to stand: no word, or one or two words, or up to
    /// four characters of a script without blanks, that are no longer than either change.
    private func isIsland(between one: Change, and other: Change) -> Bool {
        let island = one.old.upperBound..<other.old.lowerBound
        let weight = island.reduce(0) { $0 + old[$1].kind.weight }
        if weight == 0 { return true }
        guard weight <= 4 else { return false }
        let length = length(island, old)
        return length <= size(one) && length <= size(other)
    }

    private func size(_ change: Change) -> Int { max(length(change.old, old), length(change.new, new)) }

    private func length(_ range: Range<Int>, _ tokens: [Token]) -> Int {
        range.reduce(0) { $0 + Int(tokens[$1].length) }
    }

    /// Of a sentence that keeps less than a third of its words in either text, nothing stays.
    private mutating func restateSentences() {
        var start = Pair(old: 0, new: 0)
        for place in old.indices where oldMates[place] >= 0 && old[place].isStop {
            let end = Pair(old: place + 1, new: oldMates[place] + 1)
            guard endsSentence(end.old, old), endsSentence(end.new, new) else { continue }
            restate(start, end)
            start = end
        }
        restate(start, Pair(old: old.count, new: new.count))
    }

    private func endsSentence(_ end: Int, _ tokens: [Token]) -> Bool {
        end == tokens.count || tokens[end].kind == .space || tokens[end - 1].kind == .wideStop
    }

    private mutating func restate(_ start: Pair, _ end: Pair) {
        guard start.old <= end.old, start.new <= end.new else { return }
        var (olds, kept) = (0, 0)
        for place in start.old..<end.old {
            olds += old[place].kind.weight
            if oldMates[place] >= 0 { kept += old[place].kind.weight }
        }
        guard kept > 0, 3 * kept < olds else { return }
        let news = (start.new..<end.new).reduce(0) { $0 + new[$1].kind.weight }
        guard 3 * kept < news else { return }
        (start.old..<end.old).forEach { part($0) }
    }
}

extension Token {
    fileprivate var isStop: Bool { kind == .stop || kind == .wideStop }
}
