import Markdown

/// The headings of two texts that are one and the same, in order: those with the same words, number aside, below the
/// same headings. A text is compared clause by clause, so they are paired before anything else. Where one comes several
/// times, as often in both texts, as in two policies in one text, the first is the first, and so on.
func headingPairs(_ old: [HeadingPath], _ new: [HeadingPath]) -> [Pair] {
    var (olds, news) = (old, new)
    let counts = (old: HeadingPath.counts(olds), new: HeadingPath.counts(news))
    let repeated = Set(counts.old.filter { $0.value > 1 && counts.new[$0.key] == $0.value }.keys)
    if !repeated.isEmpty {
        HeadingPath.number(&olds, repeated)
        HeadingPath.number(&news, repeated)
    }
    let weights = Dictionary(uniqueKeysWithValues: news.map { ($0.place, Double($0.weight + 1)) })
    let paths = uniqueInBoth(olds.map(\.path)[...], news.map(\.path)[...]) { weights[news[$0].place] ?? 1 }
    return paths.map { Pair(old: olds[$0.old].place, new: news[$0.new].place) }
}

/// A heading by its words and those of the headings above it.
struct HeadingPath: Sendable {
    var place: Int
    var path: Path
    /// Of all that stands below it, up to the next heading.
    var weight: Int

    struct Path: Sendable, Hashable {
        private var titles: [String]
        /// Taken once: a text is compared with many others.
        private var hash: Int

        init(_ titles: [String]) {
            self.titles = titles
            hash = titles.hashValue
        }

        /// Another path for each place among those that are alike.
        func numbered(_ number: Int) -> Path { Path(titles + ["\u{0}\(number)"]) }

        static func == (one: Self, other: Self) -> Bool { one.hash == other.hash && one.titles == other.titles }

        func hash(into hasher: inout Hasher) { hasher.combine(hash) }
    }

    static func counts(_ headings: [HeadingPath]) -> [Path: Int] {
        headings.reduce(into: [:]) { $0[$1.path, default: 0] += 1 }
    }

    /// Tells those of some paths apart by how often the path came before.
    static func number(_ headings: inout [HeadingPath], _ paths: Set<Path>) {
        var seen: [Path: Int] = [:]
        for index in headings.indices where paths.contains(headings[index].path) {
            let path = headings[index].path
            seen[path, default: 0] += 1
            headings[index].path = path.numbered(seen[path, default: 0])
        }
    }

    static func all(in pieces: [Piece]) -> [HeadingPath] {
        var found: [HeadingPath] = []
        var open: [(level: Int, title: String)] = []
        for (place, piece) in pieces.enumerated() {
            guard case .block(.heading(let level, _)) = piece.content else {
                if !found.isEmpty { found[found.count - 1].weight += piece.words.weight }
                continue
            }
            while let last = open.last, last.level >= level { open.removeLast() }
            open.append((level, piece.title))
            found.append(HeadingPath(place: place, path: Path(open.map(\.title)), weight: piece.words.weight))
        }
        return found
    }
}

extension [Inline] {
    /// A heading's words without its number.
    var headingTitle: String {
        let words = plainText
        guard let number = clauseNumber(words), let start = words.firstRange(of: number) else { return words }
        return String(words[start.upperBound...].drop { !$0.isLetter && !$0.isNumber })
    }
}
