import Markdown

/// The headings of two texts that are one and the same, in order: those with the same words, number aside, below the
/// same headings. A text is compared clause by clause, so they are paired before anything else. Where one comes several
/// times, as often in both texts, as in two policies in one text, the first is the first, and so on.
func headingPairs(_ old: HeadingPaths, _ new: HeadingPaths) -> [Pair] {
    var (olds, news) = (old.paths, new.paths)
    if olds.elementsEqual(news, by: { $0.path == $1.path }) {
        return zip(olds, news).map { Pair(old: $0.place, new: $1.place) }
    }
    let repeated = Set(old.repeated.filter { new.repeated[$0.key] == $0.value }.keys)
    if !repeated.isEmpty {
        HeadingPath.number(&olds, repeated)
        HeadingPath.number(&news, repeated)
    }
    let pairs = uniqueInBoth(olds.map(\.path.digest), news.map(\.path.digest)) {
        Double(new.weight(below: news[$0]) + 1)
    }
    return pairs.map { Pair(old: olds[$0.old].place, new: news[$0.new].place) }
}

/// A heading by its words and those of the headings above it.
struct HeadingPath: Sendable {
    var place: Int
    var path: Path
    /// The place of the next heading.
    var end: Int

    struct Path: Sendable, Hashable {
        /// Of its words and those above it, in the memory.
        var number: Int
        /// Among those that are alike, where they are told apart.
        var place = 0

        /// Both in one number.
        var digest: Int { number << 32 | place }
    }

    /// A heading below another one, or below none.
    struct Step: Sendable, Hashable {
        var above: Int?
        var title: String
    }

    /// Tells those of some paths apart by how often the path came before.
    static func number(_ headings: inout [HeadingPath], _ paths: Set<Path>) {
        var seen: [Path: Int] = [:]
        for index in headings.indices where paths.contains(headings[index].path) {
            let path = headings[index].path
            seen[path, default: 0] += 1
            headings[index].path.place = seen[path, default: 0]
        }
    }
}

/// The headings of a text, in order.
struct HeadingPaths: Sendable {
    private(set) var paths: [HeadingPath] = []
    /// Those that come more than once, with how often.
    let repeated: [HeadingPath.Path: Int]
    private let pieces: [Piece]

    init(in pieces: [Piece], _ memory: RedlineMemory) {
        self.pieces = pieces
        paths.reserveCapacity(pieces.count(where: \.isHeading))
        var open: [(level: Int, number: Int)] = []
        for (place, piece) in pieces.enumerated() where piece.isHeading {
            guard case .block(.heading(let level, _)) = piece.content else { continue }
            if !paths.isEmpty { paths[paths.count - 1].end = place }
            while let last = open.last, last.level >= level { open.removeLast() }
            let number = memory.number(of: HeadingPath.Step(above: open.last?.number, title: piece.title))
            open.append((level, number))
            paths.append(HeadingPath(place: place, path: HeadingPath.Path(number: number), end: pieces.count))
        }
        repeated = Dictionary(paths.map { ($0.path, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }
    }

    /// Of a heading and all that stands below it, up to the next one.
    func weight(below heading: HeadingPath) -> Int {
        pieces[heading.place..<heading.end].reduce(0) { $0 + $1.weight }
    }
}

extension [Inline] {
    /// A heading's words without its number.
    var headingTitle: String {
        let words = plainText
        guard let number = clauseNumberParts(words) else { return words }
        return String(number.behind.drop { !$0.isLetter && !$0.isNumber })
    }
}
