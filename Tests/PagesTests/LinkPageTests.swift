import TestSupport
import Testing

@testable import Pages

/// How links are shown: once and for ever, whatever becomes of what they name.
@Suite struct LinkPageTests {
    /// A text that cites clauses, pages, editions and companies, and all that happens to these later.
    private static let world = """
        -- Content/site.yaml --
        \(World.site(documents: ["terms", "privacy", "vendors", "subprocessors"]))
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy
        ---

        ## 1 Data

        ## 2 Rights

        ### Of children
        -- Content/privacy/2026-06-02.md --
        ---
        title: Privacy
        announced: 2026-04-20
        summary: One clause less.
        ---

        ## 1 Data

        ## 3 Rules
        -- Content/privacy/2026-09-01.md --
        ---
        title: Privacy
        announced: 2026-07-01
        summary: One clause more.
        ---

        ## 1 Data

        ## 3 Rules

        ## 4 Courts
        -- Content/terms/2026-01-01.md --
        ---
        title: Terms
        ---

        See [the company](provider:bolt).
        -- Content/terms/2026-05-10.md --
        ---
        title: Terms
        announced: 2026-04-01
        summary: By [Privacy §2](privacy#2).
        ---

        See [Privacy §2](privacy#2), [children](privacy#of-children), [none](privacy#7), [the FAQ](faq#hours),
        [a page](/nowhere/), [that edition](/privacy/2026-06-02/#3), [a company](provider:acme),
        [a new one](provider:bolt) and [an address](https://trust.acme.example/privacy/).
        -- Content/vendors/providers/bolt.yaml --
        name: Bolt
        entity: Bolt Ltd
        purpose: Sends mail to users
        data: [mail]
        announced: 2026-05-20
        effective: 2026-06-20
        note: New.
        -- Content/subprocessors/providers/acme.yaml --
        name: Acme
        entity: Acme Ltd
        purpose: Runs the servers
        data: [names]
        announced: 2026-01-01
        -- Content/faq.md --
        # FAQ
        """

    private static func element(_ page: String?, from start: String, to end: String) throws -> String {
        let page = try #require(page)
        let first = try #require(page.firstRange(of: start), "\(page)")
        let last = try #require(page[first.upperBound...].firstRange(of: end))
        return String(page[first.upperBound..<last.lowerBound])
    }

    private static func article(_ page: String?) throws -> String {
        try element(page, from: "<article ", to: "</article>")
    }

    @Test("A published text shows its links as they were judged by its own moment")
    func shownByOwnJudgement() throws {
        let article = try Self.article(
            try render(World(Self.world), asOf: "2026-05-15")["terms/2026-05-10/index.html"])
        #expect(
            article == """
                data-edition="terms/2026-05-10">
                <p>See <a href="/privacy/#2">Privacy §2</a>, <a href="/privacy/#of-children">children</a>, \
                <a href="/privacy/#7">none</a>, <a href="/faq/#hours">the FAQ</a>,
                <a href="/nowhere/">a page</a>, that edition, <a href="/subprocessors/acme/">a company</a>,
                a new one and <a href="https://trust.acme.example/privacy/">an address</a>.</p>

                """)
    }

    @Test(
        "What is published later changes neither article nor redline",
        arguments: ["2026-04-20", "2026-05-10", "2026-05-20", "2026-06-02", "2026-06-20", "2026-07-01", "2027-01-01"])
    func neverByToday(day: String) throws {
        let first = try render(World(Self.world), asOf: "2026-04-01")
        var world = World(Self.world)
        world.files["Content/faq.md"] = nil
        world.files["Content/nowhere.md"] = "# Here\n"
        world.files["Content/site.yaml"] = World.site(documents: ["subprocessors", "vendors", "privacy", "terms"])
        let later = try render(world, asOf: day)
        for path in [
            "terms/2026-05-10/index.html", "terms/2026-05-10/changes/index.html", "terms/2026-01-01/index.html",
        ] {
            #expect(try Self.article(later[path]) == (try Self.article(first[path])), "\(path)")
        }
    }

    @Test("The page of a document keeps a place for every clause of any edition and for what is cited")
    func goneClauses() throws {
        func places(_ path: String, _ day: String) throws -> String {
            try Self.element(
                try render(World(Self.world), asOf: day)[path], from: "<section data-gone-places=", to: "</section>")
        }
        #expect(
            try places("privacy/index.html", "2026-07-15") == """
                "4" aria-label="Places that are not in this text">
                <ul>
                <li id="2">“2 Rights” went on <time datetime="2026-06-02">2 June 2026</time>. Its last text stands in the \
                <a href="/privacy/2026-01-01/#2">edition of 1 January 2026</a>.</li>
                <li id="4">“4 Courts” comes on <time datetime="2026-09-01">1 September 2026</time>. Its text stands in the \
                <a href="/privacy/2026-09-01/#4">edition of 1 September 2026</a>.</li>
                <li id="7">No edition that can be read here has a place called “7”.</li>
                <li id="of-children">“Of children” went on <time datetime="2026-06-02">2 June 2026</time>. Its last text \
                stands in the <a href="/privacy/2026-01-01/#of-children">edition of 1 January 2026</a>.</li>
                </ul>

                """)
        #expect(
            try places("faq/index.html", "2026-07-15") == """
                "1" aria-label="Places that are not in this text">
                <ul>
                <li id="hours">This page has no place called “hours” today.</li>
                </ul>

                """)
        let pages = try render(World(Self.world), asOf: "2026-02-01")
        #expect(!(try #require(pages["privacy/index.html"])).contains("data-gone-places"))
    }

    @Test("Clauses of a withdrawn edition and of a text that is erased")
    func withdrawnAndErased() throws {
        let world = World(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---

            See [what was](/privacy/2026-02-01/#3) and [now](privacy#3).
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---

            ## 1 Data
            -- Content/privacy/2026-02-01.md --
            ---
            title: Privacy
            announced: 2026-01-01
            summary: More.
            erased:
              - {announced: 2026-05-01, reason: A court., sha256: \(String(repeating: "0", count: 64))}
              - {announced: 2026-05-02, reason: "Another, by [§9](privacy#9).", sha256: \(String(repeating: "1", count: 64))}
            ---
            -- Content/privacy/2026-08-01.md --
            ---
            title: Privacy
            announced: 2026-03-01
            summary: More still.
            withdrawn: {announced: 2026-04-01, reason: Given up.}
            ---

            ## 1 Data

            ## 5 Courts
            """)
        let pages = try render(world, asOf: "2026-06-01")
        let standing = try Self.element(
            pages["privacy/index.html"], from: "<section data-gone-places=", to: "</section>")
        #expect(
            standing == """
                "4" aria-label="Places that are not in this text">
                <ul>
                <li id="1">“1 Data” stands in the <a href="/privacy/2026-01-01/#1">edition of 1 January 2026</a>.</li>
                <li id="5">“5 Courts” was announced and withdrawn on <time datetime="2026-04-01">1 April 2026</time>. \
                Its text stands in the <a href="/privacy/2026-08-01/#5">edition of 1 August 2026</a>.</li>
                <li id="3">No edition that can be read here has a place called “3”.</li>
                <li id="9">No edition that can be read here has a place called “9”.</li>
                </ul>

                """)
        #expect(
            try Self.element(
                pages["privacy/2026-02-01/index.html"], from: "<section data-gone-places=", to: "</section>") == """
                    "1" aria-label="Places that are not in this text">
                    <ul>
                    <li id="3">A text cites “3” of this edition, whose text is erased.</li>
                    </ul>

                    """)
    }
}
