import Diagnostics
import Record
import TestSupport
import Testing

/// A page that a published text links to stays.
@Suite struct PagesGoneTests {
    private static let world = """
        -- Content/terms/2026-01-01.md --
        ---
        title: Terms
        ---
        See the [FAQ](/faq/).
        -- Content/terms/2026-05-10.md --
        ---
        title: Terms
        announced: 2026-04-01
        summary: As the [help](help#hours) says.
        ---
        See the [FAQ](/faq/), and [more](/faq/).
        -- Content/faq.md --
        # FAQ
        -- Content/help.md --
        # Help

        ## Hours
        """

    private static let findings = """
        Content/faq.md:1:1 broken-link: /faq/ is not there, and what was published links to it: terms/2026-01-01 and 1 more
            put the page back: it may say as little as where its content went
        Content/help.md:1:1 broken-link: /help/ is not there, and what was published links to it: terms/2026-05-10
            put the page back: it may say as little as where its content went
        """

    private static let gone = ["Content/faq.md", "Content/help.md"]
    private static let warnings = findings.replacing(" broken-link:", with: " warning broken-link:")

    private static func builds() throws -> Builds {
        var builds = Builds(world)
        #expect(try builds.build("2026-04-02").listing == "")
        builds.files["Content/faq.md"] = nil
        builds.files["Content/help.md"] = nil
        return builds
    }

    @Test("With the whole of the previous build")
    func pageIsGone() throws {
        let builds = try Self.builds()
        #expect(try builds.errors("2026-04-03").listing == Self.findings)
    }

    @Test(
        "With the record alone, of which nobody can tell whether there was a page, it is a warning",
        arguments: [nil, "<!DOCTYPE html>\n<title>Welcome</title>\n"])
    func pageIsGoneOrNeverWas(sitemap: String?) throws {
        let builds = try Self.builds()
        var record = builds.published.filter { $0.key.hasPrefix("record/") }
        record["sitemap.xml"] = sitemap.map { Array($0.utf8) }
        let alone = try #require(Builds.previous(record))
        #expect(try builds.judged("2026-04-03", after: alone).errors.listing == "")
        let found = try builds.warnings("2026-04-03", after: alone)
        #expect(found.filter { Self.gone.contains($0.file) }.listing == Self.warnings)
    }

    @Test("With the record and the sitemap, which says what pages there were", arguments: [true, false])
    func pageOfSitemap(_ wasThere: Bool) throws {
        var builds = Builds(Self.world)
        if !wasThere {
            builds.files["Content/faq.md"] = nil
            builds.files["Content/help.md"] = nil
            builds.files["Content/site.yaml"]? += "\nchecks: {broken-link: warning}\n"
        }
        #expect(try builds.build("2026-04-02").listing == "")
        builds.files["Content/faq.md"] = nil
        builds.files["Content/help.md"] = nil
        builds.files["Content/site.yaml"] = World(Self.world).files["Content/site.yaml"]?
            .replacing("https://trust.acme.example", with: "https://acme.example/trust")
        let kept = builds.published.filter { $0.key.hasPrefix("record/") || $0.key == "sitemap.xml" }
        let previous = try #require(Builds.previous(kept))
        let found = try builds.judged("2026-04-03", after: previous).errors
        #expect(found.listing == (wasThere ? Self.findings : ""))
    }

    @Test("A page back in place, a document in its place, or a setting that says so")
    func pageStays() throws {
        var builds = try Self.builds()
        builds.files["Content/faq.md"] = "# Moved\n"
        builds.files["Content/help.md"] = "# Help\n"
        #expect(try builds.errors("2026-04-03").listing == "")
        builds.files["Content/faq.md"] = nil
        builds.files["Content/site.yaml"]? += "\nchecks: {broken-link: warning}\n"
        #expect(try builds.errors("2026-04-03").listing == "")
    }

    @Test("A document that is gone is told of as that, and no page is asked for in its place")
    func documentIsGone() throws {
        var builds = Builds(Self.world)
        try builds.edit("Content/site.yaml", "[terms]", "[terms, help]")
        try builds.edit("Content/terms/2026-05-10.md", "(help#hours)", "(/help/)")
        builds.files["Content/help.md"] = nil
        builds.files["Content/help/2026-01-01.md"] = "---\ntitle: Help\n---\n\n# Help\n\nWe help.\n"
        #expect(try builds.build("2026-04-02").listing == "")
        builds.files["Content/help/2026-01-01.md"] = nil
        let found = try builds.errors("2026-04-03")
        #expect(found.map(\.id) == [.publishedTextMissing])
        #expect(found.map(\.file) == ["Content/help/2026-01-01.md"])
    }

    @Test("A reason links to it, the last of several too")
    func citedByReasons() throws {
        let (first, second) = (String(repeating: "0", count: 64), String(repeating: "1", count: 64))
        var builds = Builds(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            erased:
              - {announced: 2026-02-01, reason: "A court, [as it says](/court/).", sha256: \(first)}
              - {announced: 2026-02-02, reason: "[Why](/why/) more went.", sha256: \(second)}
            ---
            -- Content/court.md --
            # Court
            -- Content/why.md --
            # Why
            """)
        #expect(try builds.build("2026-04-02").listing == "")
        builds.files["Content/court.md"] = nil
        builds.files["Content/why.md"] = nil
        #expect(
            try builds.errors("2026-04-03").listing == """
                Content/court.md:1:1 broken-link: /court/ is not there, and what was published links to it: terms/2026-01-01
                    put the page back: it may say as little as where its content went
                Content/why.md:1:1 broken-link: /why/ is not there, and what was published links to it: terms/2026-01-01
                    put the page back: it may say as little as where its content went
                """)
    }

    @Test("A page that was not there when the text was published is asked for by no build that knows that")
    func pageNeverWas() throws {
        var builds = Builds(Self.world)
        builds.files["Content/faq.md"] = nil
        builds.files["Content/site.yaml"]? += "\nchecks: {broken-link: warning}\n"
        #expect(try builds.build("2026-04-02").listing == "")
        builds.files["Content/site.yaml"] = World(Self.world).files["Content/site.yaml"]
        #expect(try builds.errors("2026-04-03").listing == "")
    }
}
