import Redline
import Testing

/// How long these take is what `Tests/Tools/redline-bounds` measures, on texts of 1 MiB.
@Suite("Hostile texts end in an exact redline")
struct BoundsTests {
    /// Two texts; a test is called by their name, as they are long.
    struct Pair: CustomTestStringConvertible {
        var name: String
        var old: String
        var new: String

        var testDescription: String { name }
    }

    private static let pairs = [
        Pair(name: "nothing in common", old: paragraphs(1), new: paragraphs(2)),
        Pair(
            name: "nothing in common, one paragraph", old: paragraphs(1).replacing("\n\n", with: " "),
            new: paragraphs(2).replacing("\n\n", with: " ")),
        Pair(name: "one word repeated", old: many("word ", 20_000), new: many("word ", 19_000)),
        Pair(name: "one word in many paragraphs", old: many("word\n\n", 4_000), new: many("word\n\n", 3_999)),
        Pair(
            name: "ten thousand equal items and one more", old: many("- item\n", 10_000), new: many("- item\n", 10_001)),
        Pair(
            name: "items the other way round", old: items.joined(separator: "\n"),
            new: items.reversed().joined(separator: "\n")),
        Pair(name: "two words by turns", old: many("one two ", 6_000), new: many("two one ", 6_000)),
        Pair(name: "headings alone, all renumbered", old: headings(from: 1), new: headings(from: 2)),
    ]

    private static func many(_ part: String, _ count: Int) -> String { String(repeating: part, count: count) }

    /// Words that no other number gives.
    private static func paragraphs(_ number: Int) -> String {
        (0..<300).map { paragraph in
            (0..<40).map { "w\(number)x\((paragraph * 40 + $0) * 7919 % 100_003)" }.joined(separator: " ")
        }
        .joined(separator: "\n\n")
    }

    private static let items = (0..<3_000).map { "- item \($0) of many" }

    private static func headings(from first: Int) -> String {
        (first..<first + 2_000).map { "## \($0). Clause" }.joined(separator: "\n\n")
    }

    @Test("They do", arguments: pairs)
    func bounds(_ pair: Pair) {
        #expect(Exactness(pair.old, pair.new).defect == nil)
    }
}
