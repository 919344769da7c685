import Diagnostics
import Formats
import Markdown

extension Check {
    /// `skipped-clause`: a clause whose number is two or more above that of the one before it, where no clause of the
    /// text has the number between them.
    ///
    /// A reader who cites clauses asks what the missing one says; often it was taken out, or two numbers were mistyped.
    /// One heading may keep the place of several: `7 to 9 [Reserved]`, `§§ 57 und 58 (weggefallen)`.
    package static let skippedClause = Check { context in
        context.memory.answers(to: .skippedClauses, of: context.published) { text -> [Finding] in
            guard !text.isScalar, let markdown = text.markdown else { return [] }
            let headings = markdown.headings
            lazy var numbers = Set(markdown.clauses.compactMap { ClausePlace($0.number) })
            var last: [String: (number: Int, heading: Int, isCount: Bool)] = [:]
            var skipped: [(heading: Heading, missing: ClausePlace)] = []
            for (index, heading) in headings.enumerated() {
                guard let place = heading.number.flatMap(ClausePlace.init), !heading.text.beginsWithDay else {
                    continue
                }
                let before = last[place.parent]
                if let before, before.isCount, place.number > before.number + 1 {
                    let missing = place.with(before.number + 1)
                    let ends = [missing.own, place.with(place.number - 1).own]
                    if !numbers.contains(missing), !headings[before.heading..<index].contains(where: { $0.holds(ends) })
                    {
                        skipped.append((heading, missing))
                    }
                }
                // "Article 28" and "Article 32" may be those of a law: a text that counts its own has the first.
                let isCount = !place.isNamed || place.number == 1 || before?.isCount == true
                last[place.parent] = (place.number, index, isCount)
            }
            return text.findings(skipped) { heading, missing in
                let written = heading.written(missing)
                return Diagnostic(
                    .skippedClause, at: heading.span, .skipped(heading.number ?? "", missing.written),
                    help:
                        "give this clause the number \(written); or keep the place of one that was taken out, by a heading "
                        + "\(written) [Reserved]")
            }
        }
        .flatMap(\.self)
    }
}

/// A clause's number, as the last number in it and what comes before that: `10.` and 2 of `10.2`, `article-` and 5.
private struct ClausePlace: Hashable {
    /// As addresses write it; what others call an article is one.
    let parent: String
    let number: Int
    /// Whether it is called an article, a section or the like.
    let isNamed: Bool
    /// What comes before the last number, as it is written.
    private let start: String

    static func == (one: Self, other: Self) -> Bool { one.parent == other.parent && one.number == other.number }

    func hash(into hasher: inout Hasher) {
        hasher.combine(parent)
        hasher.combine(number)
    }

    /// Nil where it ends with a letter, or holds brackets.
    init?(_ written: String) {
        let digits = written.utf8.reversed().prefix(while: \.isASCIIDigit).count
        let start = Substring(written.utf8.dropLast(digits))
        let last = start.utf8.last
        guard digits > 0, digits < 5, let value = Int(Substring(written.utf8.suffix(digits))),
            last.map("./-".utf8.contains) ?? true, !start.utf8.contains(UInt8(ascii: "("))
        else { return nil }
        self.init(String(start), value)
        if last == UInt8(ascii: "-"), !isNamed { return nil }
    }

    private init(_ start: String, _ number: Int) {
        (self.start, self.number) = (start, number)
        let own = start.utf8.lastIndex(of: UInt8(ascii: "/")).map(start.utf8.index(after:)) ?? start.startIndex
        let called = Substring(start[own...].utf8.prefix { $0 != UInt8(ascii: "-") })
        let word = ClauseWord(inHeading: called)
        isNamed = word != nil && start.utf8.last == UInt8(ascii: "-")
        parent = word.map { "\(start[..<own])\($0.rawValue)\(start[called.endIndex...])" } ?? start
    }

    func with(_ number: Int) -> ClausePlace { ClausePlace(start, number) }

    var written: String { "\(start)\(number)" }

    /// Without the part that it stands in, and without what it is called.
    var own: String { String(written.split { "/-".contains($0) }.last ?? "") }
}

extension Heading {
    /// A number beside its own, as a heading has it: `2` of `annex-a/2`, `Article 2` of `article-2`.
    fileprivate func written(_ place: ClausePlace) -> String {
        let own = (label ?? "").reversed().drop { !$0.isNumber && !$0.isLetter }.drop(while: \.isNumber)
        return label == nil ? place.own : "\(String(own.reversed()))\(place.number)"
    }

    /// Whether one of some numbers stands in its words.
    fileprivate func holds(_ numbers: [String]) -> Bool {
        text.split { !$0.isNumber && !$0.isLetter && $0 != "." }.contains { word in
            numbers.contains(String(word.reversed().drop { $0 == "." }.reversed()))
        }
    }
}

extension String {
    fileprivate static func skipped(_ number: String, _ missing: String) -> String {
        "clause \(number) stands here, and this text has no clause \(missing)"
    }
}
