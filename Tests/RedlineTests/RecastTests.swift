import Markdown
import Testing

@testable import Redline

/// Words in another form, in rows so long that what is the same at their ends is not compared.
@Suite("Many lines in another form")
struct RecastTests {
    /// The lines that are not shown as they stand, by their numbers, of so many of which some say something else.
    private func marked(_ old: String, _ new: String, of count: Int, _ other: Set<Int>) throws -> [Int] {
        func blocks(_ form: String, _ unit: String) -> [Block] {
            let lines = (1...count).map { line in
                form.replacing("#", with: "\(line)")
                    + "Keep it \(line) \(other.contains(line) ? unit : "days") or more."
            }
            return parse(lines.joined(separator: "\n\n")).blocks
        }
        let recast = try #require(
            Recast(blocks(old, "days"), at: 0..<1, as: blocks(new, "weeks"), at: 0..<1, RedlineMemory()))
        let lines = recast.restatement.new.flatMap(\.areKept)
        #expect(lines.count == count)
        return zip(1..., lines).filter { !$1 }.map(\.0)
    }

    @Test(arguments: [
        ("", "- "), ("- ", ""), ("- ", "> - "), ("* ", "#. "), ("(#) ", "#. "), ("- (#) ", "(#) "),
        ("- (#) ", "> - (#) "),
    ])
    func whatDiffersIsMarked(_ old: String, _ new: String) throws {
        for other in [[230], [1], [460], [3, 400], [220, 238], []] as [Set<Int>] {
            #expect(try marked(old, new, of: 460, other) == other.sorted())
        }
        #expect(try marked(old, new, of: 40, [20]) == [20])
    }

    /// Of lines that are one sentence, and mostly of the same words, what is the same stands too.
    @Test func linesWithoutStops() throws {
        for line in ["Yes it is so here", "Supplier #"] {
            func items(_ lines: some Sequence<Int>) -> String {
                lines.map { "- " + line.replacing("#", with: "\($0)") }.joined(separator: "\n")
            }
            func recast(_ old: String, _ new: String) throws -> [Bool] {
                try #require(
                    Recast(parse(old).blocks, at: 0..<1, as: parse(new).blocks, at: 0..<2, RedlineMemory())
                )
                .restatement.new.flatMap(\.areKept)
            }
            let kept = try recast(items(1...600), "Others.\n\n" + items(2...600))
            #expect(kept.count == 600)
            // What comes, and where what is gone stood.
            #expect(kept.filter { !$0 }.count <= 2)
        }
    }

    @Test func nearLinesAreCompared() {
        func words(_ text: String) -> BlockWords { BlockWords(parse(text).blocks) }
        func lines(_ form: String, _ count: Int) -> String { (1...count).map { _ in form }.joined(separator: "\n\n") }
        let items = words(lines("- (a) same", 210))
        #expect(items.shared(with: items) == (10, 0))
        #expect(items.shared(with: words("Before.\n\n" + lines("- (a) same", 210))) == (0, 10))
        #expect(items.shared(with: words(lines("(a) same", 210))) == (0, 0))
        #expect(words(lines("- same", 200)).shared(with: words(lines("- same", 200))) == (0, 0))
        // One sign typed otherwise.
        #expect(words(lines("caf\u{E9}", 210)).shared(with: words(lines("cafe\u{301}", 210))) == (0, 0))
        // As much differs as a tenth of two hundred, and more.
        let most = words(lines("Other.", 20) + "\n\n" + lines("same", 210))
        #expect(words(lines("same", 210)).shared(with: most) == (0, 10))
        let more = words(lines("Other.", 21) + "\n\n" + lines("same", 210))
        #expect(words(lines("same", 210)).shared(with: more) == (0, 0))
    }

    /// A quote with a table that is gone has no other form; what stands before it is there once all the same.
    @Test func whatStandsBesideABlockWithoutAnotherFormIsThereOnce() {
        let line = (0..<60).map { "word\($0)" }.joined(separator: " ")
        let old = "> Common sentence one two three four five.\n>\n> | a | b |\n> |---|---|\n> | c | d |\n\n- \(line)\n"
        let new = "Common sentence one two three four five.\n\n\(line)\n"
        let other = "Zulu yankee xray unpaired whiskey alone."
        #expect(Exactness("# Terms\n\n\(other)\n\n\(old)", "# Terms\n\n\(new)").defect == nil)
        #expect(Exactness("# Terms\n\n\(old)", "# Terms\n\n\(other)\n\n\(new)").defect == nil)
    }
}

extension MarkedBlock {
    /// Of each line whether it is shown as it stands.
    fileprivate var areKept: [Bool] {
        switch self {
        case .kept: [true]
        case .quote(let blocks): blocks.flatMap(\.areKept)
        case .list(let list): list.items.map { if case .kept = $0 { true } else { false } }
        default: [false]
        }
    }
}
