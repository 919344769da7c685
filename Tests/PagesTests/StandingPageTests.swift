import TestSupport
import Testing

@testable import Pages

/// Where documents stand, and whom to write to.
@Suite struct StandingPageTests {
    /// The text of what a page says in an element that an attribute names, its words alone.
    private func words(_ page: String?, _ opening: String, to closing: String) throws -> String {
        let page = try #require(page)
        let start = try #require(page.firstRange(of: opening), "\(page)")
        let end = try #require(page[start.upperBound...].firstRange(of: closing))
        return page[start.upperBound..<end.lowerBound].replacing(/<[^>]*>/, with: " ")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Terms that are announced to retire; with more keys, what became of that.
    private func retirement(_ keys: String = "") -> World {
        World(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---

            Use it well.
            -- Content/terms/2027-02-01.md --
            ---
            title: Terms
            announced: 2026-11-01
            summary: We close.
            retired: {replaced_by: [privacy]}
            \(keys)---

            Use it well.
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---

            We keep names.
            """)
    }

    @Test func aRetirementIsAnnouncedAsWhatItIs() throws {
        let pages = try render(retirement(), asOf: "2026-11-02")
        #expect(
            try words(pages["terms/index.html"], " data-mark=\"upcoming\">", to: "</p>")
                == "Upcoming This document retires on 1 February 2027 and is replaced by Privacy . Its last edition is Terms ."
        )
        let last = pages["terms/2027-02-01/index.html"]
        #expect(
            try words(last, " data-marks>", to: "</div>") == """
                Upcoming This edition is not in force yet: with it, this document retires on 1 February 2027 and is \
                replaced by Privacy . Read the edition in force
                """)
        #expect(try !#require(last).contains("data-mark=\"retired\""))
        #expect(try words(last, " data-dates>", to: "</span>") == "Upcoming: the document retires on 1 February 2027")
        #expect(
            try words(pages["index.html"], "<a href=\"/terms/\">Terms</a>\n", to: "</li>")
                == "In force since 1 January 2026 Retires 1 February 2027")
        // On its day it is told as before.
        let then = try render(retirement(), asOf: "2027-02-01")
        #expect(
            try words(then["terms/index.html"], " data-mark=\"retired\">", to: "</p>")
                == "Retired This document was retired on 1 February 2027 and is replaced by Privacy .")
    }

    @Test func aRetirementThatIsWithdrawnNeverWas() throws {
        let world = retirement("withdrawn: {announced: 2026-11-10, reason: We go on.}\n")
        let page = try render(world, asOf: "2027-03-01")["terms/2027-02-01/index.html"]
        #expect(
            try words(page, " data-dates>", to: "</span>") == "Withdrawn: the document was to retire on 1 February 2027"
        )
        #expect(try !#require(page).contains("data-mark=\"retired\""))
    }

    @Test func theOverviewSaysThatADocumentNeverCameIntoForce() throws {
        let world = World(
            """
            -- Content/terms/2026-02-01.md --
            ---
            title: Terms
            announced: 2026-01-01
            withdrawn: {announced: 2026-01-10, reason: Not yet.}
            ---

            Use it well.
            """)
        let pages = try render(world, asOf: "2026-01-20")
        #expect(try words(pages["index.html"], "<a href=\"/terms/\">Terms</a>\n", to: "</li>") == "Not in force")
        let before = try render(world, asOf: "2026-01-05")
        #expect(
            try words(before["index.html"], "<a href=\"/terms/\">Terms</a>\n", to: "</li>")
                == "Applies from 1 February 2026")
    }

    @Test func eachContactSaysWhatItIsFor() throws {
        let page = try render(smallWorld, asOf: "2026-05-01")["index.html"]
        #expect(
            try words(page, " data-contacts>", to: "</section>") == """
                Contacts Report a vulnerability security@acme.example Questions about privacy privacy@acme.example \
                Legal questions legal@acme.example
                """)
    }
}
