import TestSupport
import Testing

@testable import Pages

/// Clauses and documents in time: which editions changed a clause, and what held from which day on.
@Suite struct DayPageTests {
    private let world = World(
        """
        -- Content/terms/2026-01-01.md --
        ---
        title: Terms
        ---

        ## 1. Use

        Use it well.

        ## 2. End

        It ends.
        -- Content/terms/2026-03-01.md --
        ---
        title: Terms
        announced: 2026-01-10
        summary: More.
        ---

        ## 1. Use

        Use it very well.

        ## 2. End

        It ends.

        ## 3. Law

        Irish law.
        -- Content/terms/2026-06-01.md --
        ---
        title: Terms
        announced: 2026-04-01
        summary: Less.
        ---

        ## 1. Use

        Use it.

        ## 2. Law

        Irish law.
        -- Content/terms/2026-09-01.md --
        ---
        title: Terms
        announced: 2026-06-10
        summary: Nothing.
        ---

        ## 1. Use
        """)

    /// The links of the row of a clause, in their order.
    private func links(_ page: String?, of clause: String) throws -> [String] {
        let page = try #require(page)
        let start = try #require(page.firstRange(of: "<tr id=\"page.clause.\(clause)\">"), "\(page)")
        let end = try #require(page[start.upperBound...].firstRange(of: "</tr>"))
        return page[start.upperBound..<end.lowerBound].matches(of: /<a href="([^"]*)">/).map { String($0.1) }
    }

    @Test func aClauseNamesEachEditionThatChangedIt() throws {
        let pages = try render(world, asOf: "2026-06-15")
        for path in ["terms/index.html", "terms/history/index.html"] {
            #expect(
                try links(pages[path], of: "1") == [
                    "/terms/#1", "/terms/2026-06-01/changes/#1", "/terms/2026-03-01/changes/#1", "/terms/2026-01-01/",
                    "/terms/2026-06-01/#1",
                ])
            // A number alone is no change; the redline that added it is where it begins.
            #expect(
                try links(pages[path], of: "2") == [
                    "/terms/#2", "/terms/2026-03-01/changes/#3", "/terms/2026-06-01/#2",
                ]
            )
        }
        #expect(try #require(pages["terms/index.html"]).contains("<summary>and 2 earlier</summary>"))
    }

    /// The document's own page names the newest three; the history has them all.
    @Test func aLongHistoryOfAClauseStandsInTheHistory() throws {
        let editions = (1...5).map { month in
            """
            -- Content/terms/2026-0\(month)-01.md --
            ---
            title: Terms
            summary: Another price.
            ---

            ## 1. Price

            It is \(month) euros.
            """
        }
        let pages = try render(World(editions.joined(separator: "\n")), asOf: "2026-06-15")
        let newest = ["/terms/#1"] + [5, 4, 3].map { "/terms/2026-0\($0)-01/changes/#1" }
        let address = "/terms/2026-05-01/#1"
        #expect(try links(pages["terms/index.html"], of: "1") == newest + ["/terms/history/#page.clause.1", address])
        #expect(
            try links(pages["terms/history/index.html"], of: "1")
                == newest + ["/terms/2026-02-01/changes/#1", "/terms/2026-01-01/", address])
        let page = try #require(pages["terms/index.html"])
        #expect(
            page.contains("<summary>and 4 earlier</summary>")
                && page.contains("#page.clause.1\">All 5 in the history</a>"))
    }

    /// Of more clauses than a page should carry, the document's own page leads to all.
    @Test(arguments: [(500, true), (501, false)])
    func aTextOfVeryManyClausesHasThemInItsHistory(clauses: Int, areOnItsOwnPage: Bool) throws {
        let editions = (1...2).map { month in
            """
            -- Content/terms/2026-0\(month)-01.md --
            ---
            title: Terms
            summary: Another price.
            ---

            \((1...clauses).map { "## \($0). Price of \(month)\n" }.joined(separator: "\n"))
            """
        }
        let pages = try render(World(editions.joined(separator: "\n")), asOf: "2026-06-15")
        func rows(_ page: String) -> Int { page.ranges(of: "<tr id=\"page.clause.").count }
        let (own, history) = (try #require(pages["terms/index.html"]), try #require(pages["terms/history/index.html"]))
        #expect(rows(own) == (areOnItsOwnPage ? clauses : 0))
        let link = "<p class=\"go\"><a href=\"/terms/history/#page.origins\">All \(clauses) in the history</a></p>"
        #expect(own.contains(link) == !areOnItsOwnPage)
        #expect(rows(history) == clauses && history.contains("<h2 id=\"page.origins\">"))
        #expect(own.contains("Cite a clause by its edition"))
    }

    @Test(arguments: [
        ("2. Fees", " §2"), ("§ 4a Fees", " §4a"), ("Article 5: Fees", " Article 5"),
        ("Article&nbsp;5 Fees", " Article 5"),
        ("Article 5(Scope) of fees", " Article 5"), ("Annex B; prices", " Annex B"),
    ])
    func aClauseIsCitedAsItsHeadingNamesIt(_ heading: String, _ cited: String) throws {
        let text = "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\n\n## \(heading)\n\nWords.\n"
        let pages = try render(World(text), asOf: "2026-06-15")
        #expect(try #require(pages["terms/history/index.html"]).contains("by its edition: “Terms\(cited), edition of"))
    }

    @Test func theFirstDayOfAnEditionLeadsToIt() throws {
        let pages = try render(world, asOf: "2026-06-15")
        let days = pages.keys.filter { $0.hasPrefix("terms/on/") }.sorted()
        #expect(
            days == [
                "terms/on/2026-01-01/index.html", "terms/on/2026-03-01/index.html", "terms/on/2026-06-01/index.html",
            ])
        let page = try #require(pages["terms/on/2026-03-01/index.html"])
        #expect(page.contains("<li id=\"3\"><a href=\"/terms/2026-03-01/#3\">3. Law</a></li>"))
        #expect(page.contains("<link rel=\"canonical\" href=\"https://trust.acme.example/terms/2026-03-01/\">"))
        #expect(
            page.contains(
                "in force from <time datetime=\"2026-03-01\">1 March 2026</time> until <time datetime=\"2026-05-31\">"))
    }

    @Test func pagesOfStatesNameTheOthers() throws {
        let pages = try render(world, asOf: "2026-06-15")
        func mementos(_ path: String) throws -> [String] {
            try #require(pages[path]).matches(
                of: /<link rel="([a-z ]*memento)" href="([^"]*)" data-datetime="([^"]*)">/
            )
            .map { "\($0.1): \($0.2) \($0.3)" }
        }
        let (first, second, last) = (
            "/terms/2026-01-01/ Thu, 01 Jan 2026 00:00:00 GMT", "/terms/2026-03-01/ Sun, 01 Mar 2026 00:00:00 GMT",
            "/terms/2026-06-01/ Mon, 01 Jun 2026 00:00:00 GMT"
        )
        #expect(try mementos("terms/index.html") == ["first memento: \(first)", "last memento: \(last)"])
        #expect(
            try mementos("terms/2026-01-01/index.html") == [
                "first memento: \(first)", "next memento: \(second)", "last memento: \(last)",
            ])
        #expect(
            try mementos("terms/2026-03-01/index.html") == [
                "first prev memento: \(first)", "last next memento: \(last)",
            ])
        // What is still to come is no state, and says only which there are.
        #expect(
            try mementos("terms/2026-09-01/index.html") == ["first memento: \(first)", "last memento: \(last)"])
    }

    @Test("The page of a day says of an edition that customers learned of it later")
    func late() throws {
        let world = World(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---

            Use it.
            -- Content/terms/2026-03-10.md --
            ---
            title: Terms
            announced: 2026-03-10
            recorded: 2026-06-02
            urgent: A court asked for it.
            summary: Use it well.
            ---

            Use it well.
            """)
        let pages = try render(world, asOf: "2026-07-01")
        let day = try #require(pages["terms/on/2026-03-10/index.html"])
        #expect(day.contains("data-mark=\"late\""))
        #expect(day.contains("<time datetime=\"2026-06-02\">2 June 2026</time>"))
        #expect(try !#require(pages["terms/on/2026-01-01/index.html"]).contains("data-mark=\"late\""))
    }

    @Test("A policy that becomes a register keeps the days of its text")
    func register() throws {
        var world = world
        world.files["Content/terms/providers/ghost.yaml"] = """
            name: Ghost
            entity: Ghost GmbH
            purpose: Runs the servers
            data: [messages]
            announced: 2026-03-10
            effective: 2026-05-01
            note: Needed.

            """
        func days(_ asOf: String) throws -> [String] {
            try render(world, asOf: asOf).keys.filter { $0.hasPrefix("terms/on/") }.sorted()
        }
        let texts = ["terms/on/2026-01-01/index.html", "terms/on/2026-03-01/index.html"]
        for asOf in ["2026-03-09", "2026-03-10", "2026-04-30"] { #expect(try days(asOf) == texts, "\(asOf)") }
        // What takes the text's place later is no state of the list.
        #expect(try days("2026-06-15") == texts + ["terms/on/2026-05-01/index.html"])
        let pages = try render(world, asOf: "2026-06-15")
        let page = try #require(pages["terms/on/2026-03-01/index.html"])
        #expect(page.contains("<li id=\"3\"><a href=\"/terms/2026-03-01/#3\">3. Law</a></li>"))
        #expect(page.contains("until <time datetime=\"2026-05-31\">"))
        #expect(page.contains("next memento\" href=\"/terms/on/2026-05-01/\""))
        let list = try #require(pages["terms/on/2026-05-01/index.html"])
        #expect(list.contains("prev memento\" href=\"/terms/2026-03-01/\""))
    }
}
