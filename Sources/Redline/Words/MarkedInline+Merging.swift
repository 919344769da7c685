import Markdown

extension MarkedInline {
    /// The words of two runs, marked.
    static func marks(from old: [Inline], to new: [Inline]) -> [MarkedInline] {
        if old == new { return [.kept(new)] }
        var merging = InlineMerging(TokenRun(old), TokenRun(new))
        return merging.merge()
    }

    /// The words of two code blocks, marked.
    static func marks(fromCode old: String, to new: String) -> [MarkedInline] {
        if old == new { return [.kept([.text(new)])] }
        var merging = InlineMerging(TokenRun(code: old), TokenRun(code: new))
        return merging.merge()
    }
}

/// Puts two runs of words into one tree: what is the same once, with the styles around it that both have.
private struct InlineMerging {
    private let old: TokenRun
    private let new: TokenRun
    private var diff: WordDiff
    /// Of each style of the old run the same one in the new, and the other way round.
    private var newStyles: [Int?]
    private var oldStyles: [Int?]

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

    /// An emphasis of one text is the same as one of the other when a word in it is; what of it is in a third one
    /// cannot be the same then.
    private mutating func pairStyles() {
        for place in old.tokens.indices {
            let mate = diff.oldMates[place]
            guard mate >= 0 else { continue }
            for (one, other) in zip(old.tokens[place].styles, new.tokens[mate].styles) {
                if newStyles[one] == nil, oldStyles[other] == nil {
                    newStyles[one] = other
                    oldStyles[other] = one
                } else if newStyles[one] != other {
                    diff.part(place)
                    break
                }
            }
        }
    }

    /// - Parameter depth: how many styles stand around the tokens and are written already.
    private func marks(_ olds: Range<Int>, _ news: Range<Int>, depth: Int) -> [MarkedInline] {
        var marks: [MarkedInline] = []
        var (one, other) = (olds.lowerBound, news.lowerBound)
        while one < olds.upperBound || other < news.upperBound {
            let deleted = one
            while one < olds.upperBound, !isPaired(old: one, depth) { one += 1 }
            let inserted = other
            while other < news.upperBound, !isPaired(new: other, depth) { other += 1 }
            if one > deleted { marks.append(.deleted(tree(old.tokens[deleted..<one], depth, old.styles))) }
            if other > inserted { marks.append(.inserted(tree(new.tokens[inserted..<other], depth, new.styles))) }
            guard one < olds.upperBound, other < news.upperBound else { continue }
            if old.tokens[one].styles.count > depth, new.tokens[other].styles.count > depth {
                let oldEnd = end(of: one, in: old.tokens, olds, depth)
                let newEnd = end(of: other, in: new.tokens, news, depth)
                let inner = self.marks(one..<oldEnd, other..<newEnd, depth: depth + 1)
                marks.append(.styled(new.styles[new.tokens[other].styles[depth]], inner))
                (one, other) = (oldEnd, newEnd)
            } else {
                let start = other
                while one < olds.upperBound, other < news.upperBound, diff.oldMates[one] == other,
                    old.tokens[one].styles.count == depth
                {
                    one += 1
                    other += 1
                }
                if other == start {
                    // Never so while the words that are the same stay in order; and then nothing is lost either.
                    marks.append(.deleted(tree(old.tokens[one...one], depth, old.styles)))
                    marks.append(.inserted(tree(new.tokens[other...other], depth, new.styles)))
                    one += 1
                    other += 1
                } else {
                    marks.append(.kept(tree(new.tokens[start..<other], depth, new.styles)))
                }
            }
        }
        return marks
    }

    private func isPaired(old place: Int, _ depth: Int) -> Bool {
        let styles = old.tokens[place].styles
        return styles.count > depth ? newStyles[styles[depth]] != nil : diff.oldMates[place] >= 0
    }

    private func isPaired(new place: Int, _ depth: Int) -> Bool {
        let styles = new.tokens[place].styles
        return styles.count > depth ? oldStyles[styles[depth]] != nil : diff.newMates[place] >= 0
    }

    private func end(of place: Int, in tokens: [Token], _ range: Range<Int>, _ depth: Int) -> Int {
        let style = tokens[place].styles[depth]
        var end = place
        while end < range.upperBound, tokens[end].styles.count > depth, tokens[end].styles[depth] == style { end += 1 }
        return end
    }

    /// Tokens as inlines again.
    private func tree(_ tokens: ArraySlice<Token>, _ depth: Int, _ styles: [MarkedInline.Style]) -> [Inline] {
        var inlines: [Inline] = []
        var rest = tokens
        while let first = rest.first {
            guard first.styles.count > depth else {
                var text = ""
                while let token = rest.first, token.styles.count == depth, case .text(let word) = token.leaf {
                    text += word
                    rest = rest.dropFirst()
                }
                if !text.isEmpty {
                    inlines.append(.text(text))
                } else {
                    inlines.append(first.leaf)
                    rest = rest.dropFirst()
                }
                continue
            }
            let inner = rest.prefix { $0.styles.count > depth && $0.styles[depth] == first.styles[depth] }
            let children = tree(inner, depth + 1, styles)
            switch styles[first.styles[depth]] {
            case .emphasis: inlines.append(.emphasis(children))
            case .strong: inlines.append(.strong(children))
            case .strikethrough: inlines.append(.strikethrough(children))
            }
            rest = rest.dropFirst(inner.count)
        }
        return inlines
    }
}
