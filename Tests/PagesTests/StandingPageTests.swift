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

    /// At its own address an edition says it in a mark, for ever; at the standing one it is a day beside others.
    @Test func laterDaysForSomeStandBesideTheFirst() throws {
        let world = World(
            """
            -- Content/terms/2026-02-01.md --
            ---
            title: Terms
            announced: 2026-01-01
            applies: [{to: New customers, from: 2026-01-02, new: true}, {to: Public bodies, from: 2026-05-01}]
            ---

            Use it well.
            """)
        for day in ["2026-04-01", "2026-06-01"] {
            let pages = try render(world, asOf: day)
            let page = try #require(pages["terms/index.html"])
            #expect(
                try words(page, " data-dates>", to: "</p>") == """
                    In force since 1 February 2026 Public bodies: from 1 May 2026. Announced 1 January 2026
                    """)
            #expect(!page.contains("data-mark=\"applies\""))
            let own = try #require(pages["terms/2026-02-01/index.html"])
            #expect(own.ranges(of: "data-mark=\"applies\"").count == 2)
            #expect(
                try words(own, " data-dates>", to: "</p>") == "In force since 1 February 2026 Announced 1 January 2026")
        }
    }

    /// The headings of an outline with their places.
    private func outline(_ text: String) throws -> [String] {
        let world = World("-- Content/terms/2026-02-01.md --\n---\ntitle: Terms of Use\n---\n\n\(text)")
        let page = try #require(try render(world, asOf: "2026-04-01")["terms/2026-02-01/index.html"])
        return page.matches(of: /<li( class="below")?><a href="#([^"]*)"><span class="n">/)
            .map { ($0.1 == nil ? "" : "- ") + $0.2 }
    }

    @Test("An edition behind an erased text is not said to have changed what may have stood there before")
    func clausesBehindAnErasedText() throws {
        let world = World(
            """
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            erased: {announced: 2026-05-01, reason: A court., sha256: \(String(repeating: "0", count: 64))}
            ---
            -- Content/privacy/2026-04-01.md --
            ---
            title: Privacy
            announced: 2026-02-01
            summary: More.
            ---

            ## 1 Data

            We keep names.

            ## 2 Rights

            You may ask.
            -- Content/privacy/2026-07-01.md --
            ---
            title: Privacy
            announced: 2026-05-15
            summary: More.
            ---

            ## 1 Data

            We keep names and addresses.

            ## 2 Rights

            You may ask.
            """)
        let page = try #require(try render(world, asOf: "2026-07-02")["privacy/index.html"])
        let april = "<time datetime=\"2026-04-01\">1 April 2026</time></a>"
        #expect(page.contains("<td><a href=\"/privacy/2026-04-01/\">\(april) or earlier</td>"))
        #expect(page.contains("<li><a href=\"/privacy/2026-04-01/\">\(april) or earlier</li>"))
        #expect(page.ranges(of: "or earlier").count == 2)
    }

    @Test func anOutlineHasTheHighestClausesWhateverTheirLevel() throws {
        #expect(
            try outline("# Terms of use\n\n# 1 Fees\n\n## 1.1 Price\n\n# 2 End\n\n# 3 Law\n\n### Aside")
                == ["1", "- 1.1", "2", "3"])
        // A title of the text's own is no clause, in its own words or in others.
        #expect(
            try outline("# Terms of Use\n\n## 1 Fees\n\n## 2 End\n\n## 3 Law\n\n### 3.1 Court") == [
                "1", "2", "3", "- 3.1",
            ])
        #expect(try outline("# Our terms\n\n## 1 Fees\n\n## 2 End\n\n## 3 Law") == ["1", "2", "3"])
    }

    @Test("What a printed sheet of an Arabic page begins with has the language's comma")
    func arabicSheet() throws {
        func running(_ language: String) throws -> Substring {
            var world = smallWorld
            world.files["Content/site.yaml"] = world.files["Content/site.yaml"]?
                .replacing("language: en", with: "language: \(language)")
            let page = try #require(try render(world, asOf: "2026-05-01")["privacy/index.html"])
            return try #require(page.firstMatch(of: /data-running><span>([^\n]*)/)).output.1
        }
        #expect(try running("en").contains("Privacy Policy, edition of <time"))
        #expect(try running("ar").contains("<bdi>Privacy Policy</bdi>، "))
    }

    /// Terms that were postponed twice, or withdrawn after that.
    private func postponed(_ keys: String = "") -> World {
        World(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---

            Use it well.
            -- Content/terms/2026-04-01.md --
            ---
            title: Terms
            announced: 2026-02-01
            summary: Kinder.
            postponed:
              - {announced: 2026-03-01, effective: 2026-05-01, reason: Not ready.}
              - {announced: 2026-04-10, effective: 2026-06-01, reason: Still not.}
            \(keys)---

            Use it kindly.
            """)
    }

    @Test func eachPostponementIsToldWithItsDaysAndReason() throws {
        let page = try render(postponed(), asOf: "2026-04-10")["terms/2026-04-01/index.html"]
        #expect(
            try words(page, " data-marks>", to: "</div>\n</div>") == """
                Upcoming This edition is not in force yet: it applies from 1 June 2026 . Read the edition in force \
                Postponed It was to apply from 1 April 2026 and was postponed on 1 March 2026 to 1 May 2026 . Not ready. \
                Postponed It was to apply from 1 May 2026 and was postponed on 10 April 2026 to 1 June 2026 . Still not.
                """)
    }

    @Test func aRedlineOfWhatWasWithdrawnSaysThatItChangedNothing() throws {
        let withdrawn = postponed("withdrawn: {announced: 2026-05-10, reason: We think again.}\n")
        for (world, day, title) in [
            (postponed(), "2026-05-20", "what changes on 1 June 2026"),
            (postponed(), "2026-06-01", "what changed on 1 June 2026"),
            (withdrawn, "2026-05-20", "what was to change on 1 June 2026"),
            (withdrawn, "2026-06-01", "what was to change on 1 June 2026"),
        ] {
            let page = try render(world, asOf: day)["terms/2026-04-01/changes/index.html"]
            #expect(try words(page, "<h1 data-heading>", to: "</h1>") == "Terms: \(title)")
        }
    }

    /// What an interim edition changed goes back on that day, which the redline does not show.
    @Test func aRedlineAcrossAnInterimEditionSaysWhatItCompares() throws {
        let world = World(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---

            Be kind.
            -- Content/terms/2026-03-10.md --
            ---
            title: Terms
            announced: 2026-02-05
            summary: For a while.
            interim: true
            ---

            Be kind and quiet.
            -- Content/terms/2026-04-01.md --
            ---
            title: Terms
            announced: 2026-02-01
            summary: For good.
            ---

            Be kind and quick.
            """)
        let compared = "edition of 1 April 2026, compared with that of 1 January 2026"
        for (path, day, title) in [
            ("2026-04-01", "2026-02-04", "what changes on 1 April 2026"), ("2026-04-01", "2026-02-05", compared),
            ("2026-04-01", "2026-04-01", compared), ("2026-03-10", "2026-04-01", "what changed on 10 March 2026"),
        ] {
            let page = try render(world, asOf: day)["terms/\(path)/changes/index.html"]
            #expect(try words(page, "<h1 data-heading>", to: "</h1>") == "Terms: \(title)")
        }
    }

    @Test func theOverviewShowsWholeDaysOfWhatTookEffectLately() throws {
        let texts = (1...7).map { number in
            "-- Content/text-\(number)/2026-01-01.md --\n---\ntitle: Text \(number)\n---\n\nBe kind.\n"
        }
        let pages = try render(World(texts.joined()), asOf: "2026-01-02")
        let lately = try words(pages["index.html"], "<section class=\"overview lately\"", to: "</section>")
        #expect(lately.contains("2 more on 1 January 2026"))
        for number in 1...7 { #expect(lately.contains("Text \(number) ")) }
        let few = try render(World(texts.prefix(5).joined()), asOf: "2026-01-02")
        #expect(!(try #require(few["index.html"]).contains("more on")))
    }
}
