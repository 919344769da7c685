import Formats
import Markdown

extension MarkedInline {
    /// The words of two cells, marked.
    static func marks(from old: [Inline], to new: [Inline], _ memory: RedlineMemory) -> [MarkedInline] {
        old.isWritten(as: new) ? [.kept(new)] : marks(from: TokenRun(old, memory), to: TokenRun(new, memory))
    }

    /// The words of two paragraphs or headings, marked.
    static func marks(from old: Piece, to new: Piece, _ memory: RedlineMemory) -> [MarkedInline] {
        let words = new.inlines ?? []
        if (old.inlines ?? []).isWritten(as: words) { return [.kept(words)] }
        return marks(from: old.tokens(memory), to: new.tokens(memory))
    }

    /// The words of two code blocks, marked.
    static func marks(fromCode old: String, to new: String, _ memory: RedlineMemory) -> [MarkedInline] {
        if old.isWritten(as: new) { return [.kept([.text(new)])] }
        return marks(from: TokenRun(code: old, memory), to: TokenRun(code: new, memory))
    }

    /// Words that are not the same, marked.
    static func marks(from old: TokenRun, to new: TokenRun) -> [MarkedInline] {
        var merging = InlineMerging(old, new)
        return merging.merge()
    }

    /// The new words as they stand, whatever form they had, with the words marked that differ. What is deleted is there
    /// for a reader alone: the old words cannot be read out of them.
    static func marks(from old: TokenRun, recastAs new: TokenRun) -> [MarkedInline] {
        let merging = InlineMerging(old, new)
        var recasting = Recasting(merging, merging.old.tokens.indices, as: merging.new.tokens.indices, depth: 0)
        return recasting.marks()
    }
}

/// Puts two runs of words into one tree: what is the same once, with the styles around it that both have.
struct InlineMerging {
    let old: TokenRun
    let new: TokenRun
    let diff: WordDiff
    /// Of each style of the old run the same one in the new, and the other way round.
    private(set) var newStyles: [Int?]
    private(set) var oldStyles: [Int?]

    init(_ old: TokenRun, _ new: TokenRun) {
        self.old = old
        self.new = new
        diff = WordDiff(old.tokens, new.tokens)
        newStyles = Array(repeating: nil, count: old.styles.count)
        oldStyles = Array(repeating: nil, count: new.styles.count)
    }

    mutating func merge() -> [MarkedInline] {
        pairStyles()
        return marks(old.tokens.indices, new.tokens.indices, depth: 0)
    }

    /// An emphasis of one text is the same as one of the other when a word in it is.
    private mutating func pairStyles() {
        guard !old.styles.isEmpty, !new.styles.isEmpty else { return }
        for place in old.tokens.indices {
            let mate = diff.oldMates[place]
            guard mate >= 0 else { continue }
            for (one, other) in zip(old.styles(around: place), new.styles(around: mate)) {
                if newStyles[one] == nil, oldStyles[other] == nil, old.styles[one].style == new.styles[other].style {
                    newStyles[one] = other
                    oldStyles[other] = one
                } else if newStyles[one] != other {
                    break
                }
            }
        }
    }

    /// - Parameter depth: how many styles stand around the tokens and are written already.
    private func marks(_ olds: Range<Int>, _ news: Range<Int>, depth: Int) -> [MarkedInline] {
        var marks: [MarkedInline] = []
        var place = Pair(old: olds.lowerBound, new: news.lowerBound)
        for part in restyled(olds, depth) {
            marks += alike(place.old..<part.old.lowerBound, place.new..<part.new.lowerBound, depth: depth)
            var recasting = Recasting(self, part.old, as: part.new, depth: depth)
            marks.append(.restated(old: old.tree(part.old, depth), new: recasting.marks(), .emphasis))
            place = Pair(old: part.old.upperBound, new: part.new.upperBound)
        }
        return marks + alike(place.old..<olds.upperBound, place.new..<news.upperBound, depth: depth)
    }

    /// The marks of tokens that are styled alike where they are the same.
    private func alike(_ olds: Range<Int>, _ news: Range<Int>, depth: Int) -> [MarkedInline] {
        var marks: [MarkedInline] = []
        var (one, other) = (olds.lowerBound, news.lowerBound)
        while one < olds.upperBound || other < news.upperBound {
            let (oldStart, newStart) = (one, other)
            while one < olds.upperBound, !isPaired(old: one, depth) { one += 1 }
            while other < news.upperBound, !isPaired(new: other, depth) { other += 1 }
            addChanged(oldStart..<one, newStart..<other, depth, to: &marks)
            guard one < olds.upperBound, other < news.upperBound else { continue }
            if old.isStyled(one, beyond: depth), new.isStyled(other, beyond: depth) {
                let before = old.styles[old.style(of: one, beyond: depth)]
                let now = new.styles[new.style(of: other, beyond: depth)]
                let inner = self.marks(one..<before.range.upperBound, other..<now.range.upperBound, depth: depth + 1)
                marks.append(.styled(now.style, inner))
                (one, other) = (before.range.upperBound, now.range.upperBound)
            } else {
                let (oldStart, newStart) = (one, other)
                while one < olds.upperBound, other < news.upperBound, diff.oldMates[one] == other,
                    old.tokens[one].depth == depth
                {
                    one += 1
                    other += 1
                }
                if other == newStart {
                    // Never so while the words that are the same stay in order; and then nothing is lost either.
                    addChanged(one..<one + 1, other..<other + 1, depth, to: &marks)
                    one += 1
                    other += 1
                } else {
                    addKept(oldStart..<one, newStart..<other, depth, to: &marks)
                }
            }
        }
        return marks
    }

    private func isPaired(old place: Int, _ depth: Int) -> Bool {
        old.isStyled(place, beyond: depth)
            ? newStyles[old.style(of: place, beyond: depth)] != nil : diff.oldMates[place] >= 0
    }

    private func isPaired(new place: Int, _ depth: Int) -> Bool {
        new.isStyled(place, beyond: depth)
            ? oldStyles[new.style(of: place, beyond: depth)] != nil : diff.newMates[place] >= 0
    }

    /// Adds what is in one of the texts alone. A blank beside a sign may come and go: that is how it is typed.
    private func addChanged(_ olds: Range<Int>, _ news: Range<Int>, _ depth: Int, to marks: inout [MarkedInline]) {
        if olds.isEmpty, news.isEmpty { return }
        let (gone, added) = (old.tree(olds, depth), new.tree(news, depth))
        if old.isTyped(olds), new.isTyped(news) {
            marks.append(.restated(old: gone, new: added.isEmpty ? [] : [.kept(added)], .typography))
            return
        }
        if !gone.isEmpty { marks.append(.deleted(gone)) }
        if !added.isEmpty { marks.append(.inserted(added)) }
    }

    /// Adds what is in both, cut where it is typed otherwise.
    func addKept(_ olds: Range<Int>, _ news: Range<Int>, _ depth: Int, to marks: inout [MarkedInline]) {
        var start = 0
        func isTypedAlike(_ offset: Int) -> Bool {
            old.tokens[olds.lowerBound + offset].form == new.tokens[news.lowerBound + offset].form
        }
        while start < news.count {
            let isAlike = isTypedAlike(start)
            var end = start + 1
            while end < news.count, isTypedAlike(end) == isAlike { end += 1 }
            let words = new.tree(news.lowerBound + start..<news.lowerBound + end, depth)
            marks.append(
                isAlike
                    ? .kept(words)
                    : .restated(
                        old: old.tree(olds.lowerBound + start..<olds.lowerBound + end, depth), new: [.kept(words)],
                        .typography))
            start = end
        }
    }
}
