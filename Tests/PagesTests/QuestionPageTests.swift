import TestSupport
import Testing

@testable import Pages

/// Pages of questions fold their answers, whatever stands in these.
@Suite struct QuestionPageTests {
    /// The HTML of a page up to a last paragraph, which is added.
    private func text(_ markdown: String) throws -> Substring {
        let world = World("-- Content/faq.md --\n\(markdown)\n\nEnd.\n")
        let page = try #require(try render(world, asOf: "2026-05-01")["faq/index.html"])
        let start = try #require(page.firstRange(of: "data-page=\"faq\">\n"))
        let end = try #require(page[start.upperBound...].firstRange(of: "<p>End.</p>"))
        return page[start.upperBound..<end.lowerBound]
    }

    /// The elements of questions and headings in their order, each with its words.
    private func outline(_ markdown: String) throws -> [String] {
        try text(markdown).matches(of: /<\/?details[^>]*>|<\/?blockquote>|<\/?ul>|<h[1-6][^>]*>|<p>[^<]*|<\/h[12]>/)
            .map { String($0.output) }
    }

    @Test func headingsInsideAnAnswerArePartOfIt() throws {
        let found = try outline(
            """
            # FAQ

            ## Who?

            > ## Is a quoted question here?
            >
            > Yes.

            - ## Is one in an item?

            Where
            it is?
            ---

            Here.

            # Contact us

            Write.
            """)
        #expect(
            found.map { $0.replacing(#/ id="[^"]*"/#, with: "") } == [
                "<h1>", "</h1>", "<details class=\"question\">", "<h2>", "</h2>", "<blockquote>", "<h3>",
                "<p>Yes.", "</blockquote>", "<ul>", "<h3>", "</ul>", "</details>",
                "<details class=\"question\">", "<h2>", "</h2>", "<p>Here.", "</details>", "<h2>", "</h2>", "<p>Write.",
            ])
    }

    @Test(arguments: [("?", true), ("？", true), ("؟", true), ("\u{37E}", true), (";", false), ("", false)])
    func questionMarks(_ mark: String, _ folds: Bool) throws {
        let found = try text("# FAQ\n\n## One\(mark)\n\nA.\n\n## Two\(mark)\n\nB.\n")
        #expect(found.contains("<details") == folds)
    }
}
