import Diagnostics
import Testing

@testable import Markdown

@Suite("Bounds")
struct BoundsTests {
    private static func fill(_ unit: String, _ bytes: Int) -> String {
        String(repeating: unit, count: bytes / unit.utf8.count)
    }

    /// What is refused, and the line of the finding.
    @Test(
        "What cmark would take long for is refused",
        arguments: [
            (fill("- ", 66) + "a", 1, "lists and quotes nest more than 32 deep here"),
            (
                (0...32).map { String(repeating: "  ", count: $0) + "- a\n" }.joined(), 33,
                "lists and quotes nest more than 32 deep here"
            ),
            ("a\n\n" + fill("> ", 66) + "a", 3, "lists and quotes nest more than 32 deep here"),
            (fill("1) > ", 100) + "a\n" + fill("a\n", 20000), 1, "lists and quotes nest more than 32 deep here"),
            (fill("[^a]: ", 300), 1, "lists and quotes nest more than 32 deep here"),
            (fill("*a ", 100) + fill("b*", 66), 1, "emphasis, links and images nest more than 32 deep here"),
            ("a\n\n" + fill("![", 66) + fill("](a)", 132), 3, "emphasis, links and images nest more than 32 deep here"),
            (fill("|a", 130) + "|\n" + fill("|-", 130) + "|\n", 2, "the table has more than 64 columns"),
            ("|a|\n|-|\n" + fill("|a", 130), 3, "the table has more than 64 columns"),
            (fill("|", 20000) + "\n-|-\n", 2, "the table has more than 64 columns"),
            (
                fill("|a", 128) + "\n" + fill("|-", 128) + "\n" + fill("b\n", 600), 263,
                "the rows of the tables lack more than 16384 cells that their headers have"
            ),
            (
                fill("|a|\n|-|-|\n", 700), 130,
                "too many lines of this paragraph look like the line below a table's header"
            ),
            ("a\n\n" + fill("![[]()", 20000), 3, "the paragraph is long and holds too many brackets"),
            (fill("a <?", 20000), 1, "the paragraph is long and holds too many brackets"),
            (fill("a <!A", 20000), 1, "the paragraph is long and holds too many brackets"),
            ("# " + fill("*[a](b)", 20000), 1, "the paragraph is long and holds too many brackets"),
            ("| a |\n|-|\n| " + fill("*[a](b)", 20000), 3, "the paragraph is long and holds too many brackets"),
            (fill("~a ", 10000) + fill(" a~~", 10000), 1, "the paragraph is long and holds too many brackets"),
            ("<b>\n```\n" + fill("![[]()\n", 7700), 1, "the paragraph is long and holds too many brackets"),
            (
                "[a]: /" + fill("x", 4000) + "\n\n" + fill("[a]\n\n", 60_000), 1,
                "the definition is long, and the text has so many brackets that could refer to it"
            ),
            (fill("a", (1 << 20) + 1), 1, "the text is longer than 1 MiB"),
        ] as [(String, Int, String)])
    func refused(markdown: String, line: Int, message: String) throws {
        let (text, findings) = parse(markdown)
        #expect(text == MarkdownText())
        #expect(findings.map(\.message) == [message])
        let finding = try #require(findings.first)
        #expect(finding.id == .tooComplex)
        #expect(finding.line == line)
        #expect(finding.help != nil)
    }

    @Test("What a bound just lets through is read")
    func allowed() {
        let fill = Self.fill
        for markdown in [
            fill("- ", 64) + "a",
            fill("*a ", 64) + fill("b*", 64),
            fill("|a", 128) + "|\n" + fill("|-", 128) + "|\n" + fill("b\n", 500),
            "|a|b|\n|-|-|\n" + fill("|[a](b)|c|\n", 100_000),
            fill("- [a](b) and words\n", 100_000),
            (1...4000).map { "\($0). [a](b) and words\n" }.joined(),
            fill("[a](b) ", 4000),
            "```\n" + fill("[[1, 2], [3]]\n", 100_000) + "```\n",
            fill("[a]: /b\n", 4000) + "\n[a]",
            fill("- - -\n", 1000),
        ] {
            #expect(parse(markdown).findings.isEmpty, "\(markdown.prefix(40))")
        }
    }

    @Test("A finding in a YAML scalar is at the scalar")
    func scalar() throws {
        let file = SourceFile(path: "a.yaml", text: "note: x\n")
        let (text, findings) = MarkdownText.parse(
            Sourced(Self.fill("> ", 80), at: SourceSpan(file, 6..<7)))
        #expect(text.isEmpty)
        #expect(findings.map(\.column) == [7])
    }
}
