import TestSupport
import Testing

/// Who writes a text begins it with its title, and the page has a title already.
@Suite("Texts that begin with their own title")
struct OwnTitleTests {
    /// The title of a page and the headings of its texts in their order, without ids and the links to clauses.
    private func headings(_ pages: [String: String], _ path: String) throws -> [String] {
        try #require(pages[path], "\(path)").matches(of: /<(h[1-6])([^>]*)>(?:<a class="clause".*?<\/a>)?(.*?)<\/h/)
            .filter { $0.1 == "h1" || $0.2.contains("id=") && !$0.2.contains("id=\"page.") }
            .map { "\($0.1)\($0.2.contains("own-title") ? " own" : "") \($0.3)" }
    }

    private let world = World(
        """
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy Policy
        ---

        # Privacy  POLICY

        ## 1 Data

        We keep names.
        -- Content/privacy/2026-04-01.md --
        ---
        title: Privacy Policy
        announced: 2026-02-01
        summary: We keep nothing.
        ---

        ## 1 Data

        We keep nothing.
        -- Content/terms/2026-01-01.md --
        ---
        title: Terms
        ---

        # 1 Fees

        ## 1.1 Price

        Ten.

        # 2 End

        Any day.
        -- Content/subprocessors/2026-01-01.md --
        ---
        title: Subprocessors
        ---

        # Subprocessors

        Who they are.
        """)

    @Test("An edition's page has one heading of level 1, and says the title once")
    func editions() throws {
        let pages = try render(world, asOf: "2026-05-01")
        #expect(
            try headings(pages, "privacy/2026-01-01/index.html") == [
                "h1 Privacy Policy", "h2 own Privacy  POLICY", "h3 1 Data",
            ])
        let register = try headings(pages, "subprocessors/2026-01-01/index.html")
        #expect(register == ["h1 Subprocessors", "h2 own Subprocessors"])
        #expect(try #require(pages["privacy/2026-01-01/index.html"]).contains("id=\"privacy--policy\""))
    }

    @Test("The editions of a document and what is between them have their headings at the same level")
    func redlines() throws {
        let pages = try render(world, asOf: "2026-05-01")
        #expect(
            try headings(pages, "privacy/2026-04-01/index.html") == ["h1 Privacy Policy", "h3 1 Data"])
        let redline = try headings(pages, "privacy/2026-04-01/changes/index.html")
        #expect(redline.last == "h3 1 Data")
        #expect(redline.count { $0.hasPrefix("h1") } == 1)
    }

    @Test("A later edition with such a heading alters no page of an earlier one")
    func later() throws {
        let first = """
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---

            ## 1 Data

            Names.

            """
        let more = """
            -- Content/privacy/2026-04-01.md --
            ---
            title: Privacy
            announced: 2026-02-01
            summary: We keep more.
            ---

            # Privacy

            ## 1 Data

            Names and dates.
            """
        let path = "privacy/2026-01-01/index.html"
        let before = try headings(try render(World(first), asOf: "2026-05-01"), path)
        #expect(before == ["h1 Privacy", "h2 1 Data"])
        #expect(try headings(try render(World(first + more), asOf: "2026-05-01"), path) == before)
    }

    @Test("Clauses of level 1 stay above theirs")
    func clauses() throws {
        let terms = try headings(try render(world, asOf: "2026-05-01"), "terms/index.html")
        #expect(terms == ["h1 Terms", "h2 1 Fees", "h3 1.1 Price", "h2 2 End"])
    }

    @Test(
        "A page without history has one too: its first heading",
        arguments: [
            ("# Help\n\n## Mail\n", ["h1 Help", "h2 Mail"]),
            ("# Help\n\n# Mail\n\n## Post\n", ["h1 Help", "h2 Mail", "h3 Post"]),
            ("Words.\n\n## Help\n\n### Mail\n", ["h1 Help", "h2 Mail"]),
            ("Words alone.\n", ["h1 help"]),
        ])
    func pages(_ text: String, _ expected: [String]) throws {
        let pages = try render(World("-- Content/help.md --\n\(text)"), asOf: "2026-05-01")
        #expect(try headings(pages, "help/index.html") == expected)
    }

    @Test("On the overview, what follows its title is below it")
    func overview() throws {
        let world = World("-- Content/index.md --\n# Trust\n\nWords.\n\n# More\n\n## Most\n\nWords.\n")
        let overview = try headings(try render(world, asOf: "2026-05-01"), "index.html")
        #expect(Array(overview.prefix(3)) == ["h1 Trust", "h2 More", "h3 Most"])
    }
}
