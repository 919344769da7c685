import Markdown

/// The words of the new text as they stand, with what is gone of the old ones shown among them.
struct Recasting {
    private let merging: InlineMerging
    private let olds: Range<Int>
    private let news: Range<Int>
    /// How many styles stand around both and are written already.
    private let depth: Int
    /// Of each new token the old one before which it stands.
    private var limits: [Int]
    /// Of each old token the last end of a line up to it, -1 where there is none.
    private let lineEnds: [Int]
    /// The first old token that is not dealt with yet.
    private var cursor: Int

    /// - Parameter olds: with each token, its like is in `news`, and the other way round.
    init(_ merging: InlineMerging, _ olds: Range<Int>, as news: Range<Int>, depth: Int) {
        self.merging = merging
        self.olds = olds
        self.news = news
        self.depth = depth
        cursor = olds.lowerBound
        var lineEnd = -1
        lineEnds = olds.map { place in
            if merging.old.isLeaf(.softBreak, at: place) { lineEnd = place }
            return lineEnd
        }
        limits = Array(repeating: olds.upperBound, count: news.count)
        var next = olds.upperBound
        for place in news.reversed() {
            if merging.diff.newMates[place] >= 0 { next = merging.diff.newMates[place] }
            limits[place - news.lowerBound] = next
        }
    }

    mutating func marks() -> [MarkedInline] {
        let marks = marks(news, depth)
        return marks + gone(upTo: olds.upperBound)
    }

    private mutating func marks(_ places: Range<Int>, _ depth: Int) -> [MarkedInline] {
        let new = merging.new
        var marks: [MarkedInline] = []
        var place = places.lowerBound
        while place < places.upperBound {
            marks += gone(upTo: limit(at: place))
            let mate = merging.diff.newMates[place]
            var end = place + 1
            func isNext() -> Bool { end < places.upperBound && !new.isStyled(end, beyond: depth) }
            if new.isStyled(place, beyond: depth) {
                let style = new.styles[new.style(of: place, beyond: depth)]
                end = style.range.upperBound
                marks.append(.styled(style.style, self.marks(place..<end, depth + 1)))
            } else if mate >= 0 {
                while isNext(), merging.diff.newMates[end] == mate + end - place { end += 1 }
                cursor = mate + end - place
                merging.addKept(mate..<cursor, place..<end, depth, to: &marks)
            } else {
                func isLineEnd(_ place: Int) -> Bool { new.isLeaf(.seam(.paragraphEnd), at: place) }
                while isNext(), merging.diff.newMates[end] < 0, !isLineEnd(end - 1), !isLineEnd(end) { end += 1 }
                let words = new.tree(place..<end, depth)
                let isNew = words.saysSomething || words.contains(.seam(.paragraphEnd))
                marks.append(isNew ? .inserted(words) : .kept(words))
            }
            place = end
        }
        return marks
    }

    /// Up to where what is gone of the old words is shown before a new token: at the end of a line no further than the
    /// last line of them, whose words are gone from the beginning of the next.
    private func limit(at place: Int) -> Int {
        let limit = limits[place - news.lowerBound]
        guard merging.new.isLeaf(.seam(.paragraphEnd), at: place), limit > cursor else { return limit }
        let lineEnd = lineEnds[limit - 1 - olds.lowerBound]
        return lineEnd < cursor ? limit : lineEnd
    }

    private mutating func gone(upTo limit: Int) -> [MarkedInline] {
        guard limit > cursor else { return [] }
        defer { cursor = limit }
        // The line ends of blocks that are others now are no words.
        let words = merging.old.tree(cursor..<limit, depth).trimmingSoftBreaks
        return words.saysSomething ? [.deleted(words)] : []
    }
}

extension [Inline] {
    fileprivate var trimmingSoftBreaks: [Inline] {
        Array(drop { $0 == .softBreak }.reversed().drop { $0 == .softBreak }.reversed())
    }
}
