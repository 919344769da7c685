import TestSupport
import Testing

@testable import Pages

/// What is said of an edition that is not in force, and where its page leads.
@Suite struct NotInForceTests {
    /// A document's first edition, which is to come; with more keys, what became of it.
    private func first(_ keys: String = "") -> World {
        World(
            """
            -- Content/terms/2026-02-01.md --
            ---
            title: Terms
            announced: 2026-01-01
            \(keys)---

            Use it well.
            """)
    }

    /// Terms with an edition of 1 March, of which more keys say what became of it, and one more, with keys of its own.
    private func terms(_ became: String = "", last id: String, _ keys: String = "") -> World {
        World(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---

            Use it well.
            -- Content/terms/2026-03-01.md --
            ---
            title: Terms
            announced: 2026-01-10
            summary: Kinder.
            \(became)---

            Use it kindly.
            -- Content/terms/\(id).md --
            ---
            title: Terms
            announced: 2026-01-20
            summary: Kinder still.
            \(keys)---

            Use it very kindly.
            """)
    }

    @Test func aPageLeadsToNoEditionInForceWhereThereIsNone() throws {
        let pages = try render(first(), asOf: "2026-01-05")
        let upcoming = try #require(pages["terms/2026-02-01/index.html"])
        #expect(upcoming.contains("This edition is not in force yet"))
        #expect(!upcoming.contains("Read the edition in force"))
        #expect(
            try #require(pages["terms/index.html"]).contains(
                "This document is new: <a href=\"/terms/2026-02-01/\">Terms</a> applies from <time"))
        let withdrawn = try render(
            first("withdrawn: {announced: 2026-01-10, reason: Not yet.}\n"), asOf: "2026-03-01")
        let page = try #require(withdrawn["terms/2026-02-01/index.html"])
        #expect(page.contains(", before it took effect.</p>"))
        #expect(!page.contains("Read the edition in force"))
        let standing = try #require(withdrawn["terms/index.html"])
        #expect(standing.contains(">Not in force</span>\n<span><a href=\"/terms/history/\">History</a></span>"))
        #expect(!upcoming.contains("Not in force"))
    }

    /// What applied to some when it was withdrawn had taken effect for these.
    @Test(arguments: [("2026-01-10", true), ("2026-01-11", false)])
    func whatWasWithdrawnWhenItAppliedToSome(_ from: String, _ hadBegun: Bool) throws {
        let keys = """
            applies: [{to: Pilot customers, from: \(from)}]
            withdrawn: {announced: 2026-01-10, reason: Not yet.}

            """
        let words = hadBegun ? ", before it took effect for everyone." : ", before it took effect."
        let edition = try render(first(keys), asOf: "2026-03-01")
        #expect(try #require(edition["terms/2026-02-01/index.html"]).contains(words))
        let row = World(
            """
            -- Content/partners/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosts the service
            data: [names]
            announced: 2026-01-01
            effective: 2026-02-01
            \(keys)
            """)
        let list = try render(row, asOf: "2026-03-01")
        #expect(try #require(list["partners/acme/index.html"]).contains(words))
    }

    @Test func aListToComeHasNoDaysOnWhichItChanged() throws {
        let world = World(
            """
            -- Content/partners/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosts the service
            data: [names]
            announced: 2026-01-01
            effective: 2026-02-01
            """)
        for (day, isThere) in [("2026-01-31", false), ("2026-02-01", true)] {
            let page = try #require(try render(world, asOf: day)["partners/history/index.html"])
            #expect(page.contains("Days on which the list changed") == isThere, "\(day)")
        }
    }

    @Test func editionsOfARetiredDocumentLeadToItsLast() throws {
        let world = terms(last: "2026-05-01", "retired: {}\n")
        let link = "A later edition took its place. <a href=\"/terms/\">Read the"
        for (day, words) in [("2026-04-30", "edition in force</a>"), ("2026-05-01", "last edition</a>")] {
            let page = try #require(try render(world, asOf: day)["terms/2026-01-01/index.html"])
            #expect(page.contains("\(link) \(words)"), "\(day)")
        }
    }

    /// What a search or a chat shows of a link.
    @Test func nothingThatNeverHeldIsDescribedAsInForce() throws {
        let withdrawn = "withdrawn: {announced: 2026-02-01, reason: Not yet.}\n"
        for (world, words) in [
            (terms(withdrawn, last: "2026-04-01"), "Terms. Withdrawn: was to be in force from 1 March 2026."),
            (terms(last: "2026-03-01-2"), "Terms. Superseded on 1 March 2026, its first day."),
            (terms(last: "2026-04-01"), "Terms, in force from 1 March 2026."),
        ] {
            let page = try #require(try render(world, asOf: "2026-06-01")["terms/2026-03-01/index.html"])
            #expect(page.contains("<meta name=\"description\" content=\"\(words)\">"), "\(words)")
        }
    }

    @Test func aPrintedListNamesTheListOfItsDay() throws {
        let page = try #require(try render(smallWorld, asOf: "2026-05-01")["subprocessors/index.html"])
        let running = try #require(page.firstMatch(of: /data-running><span>([^\n]*)<\/span>/)).output.1
        #expect(running.contains(", list of <time datetime=\"2026-03-15\">15 March 2026</time> · "))
        #expect(running.hasSuffix("/subprocessors/on/2026-03-15/"))
    }
}
