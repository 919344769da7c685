import Formats
import Model
import Starting
import Source
import TestSupport
import Testing
import TrustPress

@Suite struct NewEditionTests {
    private let world = """
        -- Content/privacy/2026-01-01.md --
        ---
        # The first one.
        title: "Privacy: the policy"
        version: "1.0"
        ---

        ## 1 Data

        We keep little.
        """

    @Test("The newest text is copied, with the first day that thirty days of notice allow")
    func leastDay() throws {
        let draft = try bench(world, asOf: "2026-11-23").draft(NewEdition(document: "privacy"))
        #expect(
            draft.listing == """
                -- Content/privacy/2026-12-24.md --
                ---
                title: "Privacy: the policy"
                version: "[Insert the version]"
                announced: 2026-11-23
                summary: "[Insert what changes, and why]"
                ---

                ## 1 Data

                We keep little.
                Wrote Content/privacy/2026-12-24.md, with the text of 2026-01-01: announced on 2026-11-23, in effect from \
                2026-12-24.
                Next: change the text below its second ---, write its summary, and run trustpress check.
                """)
    }

    @Test("Where periods end on working days, the day after the next one: 26 and 27 December 2026 are a weekend")
    func workingDays() throws {
        let site = World.site(documents: ["privacy"]).replacing(
            "objection_days: 30}", with: "objection_days: 30, period_ends: working_day, holidays: [2026-12-25]}")
        let world = "-- Content/site.yaml --\n\(site)\n\(world)"
        // Thirty days from 25 November end with 25 December, a holiday; then comes a weekend.
        let draft = try bench(world, asOf: "2026-11-25").draft(NewEdition(document: "privacy", summary: "More."))
        #expect(draft.files.map(\.path) == ["Content/privacy/2026-12-29.md"])
        #expect(draft.next == "Next: change the text below its second --- and run trustpress check.")
    }

    @Test("A day that is too early is told with the one that would do")
    func tooEarly() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        #expect(
            refusal { try bench.draft(NewEdition(document: "privacy", effective: "2026-12-23")) }
                == "2026-12-23 is too early: announced on 2026-11-23 with 30 days of notice, it can take effect on "
                + "2026-12-24 at the earliest; write 2026-12-24 or a later day, or say with --urgent why the notice is short"
        )
        let last = try bench.draft(NewEdition(document: "privacy", effective: "2026-12-24"))
        #expect(last.files.map(\.path) == ["Content/privacy/2026-12-24.md"])
        let urgent = try bench.draft(
            NewEdition(document: "privacy", effective: "2026-12-01", urgent: "A court has ordered it."))
        #expect(urgent.files.map(\.path) == ["Content/privacy/2026-12-01.md"])
        #expect(
            refusal { try bench.draft(NewEdition(document: "privacy", effective: "2026-13-01")) }
                == "\"2026-13-01\" is no day; write 2026-01-13, the first possible is 2026-12-24")
        #expect(
            refusal { try bench.draft(NewEdition(document: "privacy", announced: "tomorrow")) }
                == "--announced takes a day such as 2026-11-23, or 2026-11-23T15:00; \"tomorrow\" is neither")
    }

    @Test("Where one is upcoming, its text is copied, and the new one takes effect no earlier")
    func upcoming() throws {
        let world =
            world
            + "\n-- Content/privacy/2027-03-01.md --\n---\ntitle: Privacy\nannounced: 2026-11-20\nsummary: S.\n---\nNew.\n"
        let bench = try bench(world, asOf: "2026-11-23")
        #expect(
            refusal { try bench.draft(NewEdition(document: "privacy")) }
                == "privacy/2027-03-01 takes effect on that day already, 2027-03-01: change its text in "
                + "Content/privacy/2027-03-01.md, or name the day of one more edition with --effective")
        let draft = try bench.draft(NewEdition(document: "privacy", effective: "2027-03-01"))
        #expect(draft.files.map(\.path) == ["Content/privacy/2027-03-01-2.md"])
        #expect(
            draft.done
                == "Wrote Content/privacy/2027-03-01-2.md, with the text of 2027-03-01: announced on 2026-11-23, in effect "
                + "from 2027-03-01, after the other edition of that day.")
        #expect(String(decoding: draft.files[0].bytes, as: UTF8.self).hasSuffix("---\nNew.\n\n"))
        // Before it, it would have to be interim, as the site's own checks say.
        #expect(
            refusal { try bench.draft(NewEdition(document: "privacy", effective: "2027-01-01")) }?.contains(
                "interim-missing")
                == true)
    }

    @Test("A file that cannot be read as an edition is neither overwritten nor passed over, nor is a link")
    func brokenText() throws {
        let broken = world + "\n-- Content/privacy/2027-03-01.md --\n---\ntitle: Privacy\nThe lawyer's text."
        let words =
            "Content/privacy/2027-03-01.md is there already and cannot be read as an edition; mend what trustpress check says "
            + "of it, or give another day with --effective"
        let new = NewEdition(document: "privacy", effective: "2027-03-01")
        #expect(refusal { try bench(broken, asOf: "2026-11-23").draft(new) } == words)
        var tree = World(world).tree
        tree.refused = ["Content/privacy/2027-03-01.md"]
        let linked = try Workbench(tree) { (offset) throws(UsageError) in
            try AsOfChoice(option: "2026-11-23", epoch: nil, now: 0, offset: offset)
        }
        #expect(refusal { try linked.draft(new) } == words)
    }

    @Test(
        "What is newer and cannot be read is never passed over, nor is a title that could not be taken in",
        arguments: [
            "title: Privacy: Policy\nannounced: 2026-11-20\nsummary: S.", "announced: 2026-11-20\nsummary: S.",
            "title: Privacy\nannounced: soon\nsummary: S.",
        ])
    func brokenNewest(keys: String) throws {
        let broken = world + "\n-- Content/privacy/2027-03-01.md --\n---\n\(keys)\n---\nNew.\n"
        #expect(
            refusal {
                try bench(broken, asOf: "2026-11-23").draft(NewEdition(document: "privacy", effective: "2027-05-01"))
            }
                == "Content/privacy/2027-03-01.md cannot be read as it is; trustpress check says what is wrong with it")
    }

    @Test("A text that was published empty is copied all the same: it is about to be written")
    func emptyText() throws {
        let empty = "-- Content/privacy/2026-01-01.md --\n---\ntitle: Privacy\n---\n"
        let draft = try bench(empty, asOf: "2026-11-23").draft(NewEdition(document: "privacy", summary: "More."))
        #expect(draft.files.map(\.path) == ["Content/privacy/2026-12-24.md"])
    }

    @Test("What was published with a link that leads nowhere is copied all the same; a broken summary is refused")
    func copiedText() throws {
        let broken = world.replacing("We keep little.", with: "We keep [little](nowhere.md).")
        let bench = try bench(broken, asOf: "2026-11-23")
        #expect(try bench.draft(NewEdition(document: "privacy")).files.map(\.path) == ["Content/privacy/2026-12-24.md"])
        #expect(
            refusal { try bench.draft(NewEdition(document: "privacy", summary: "More [here](nowhere.md).")) } == """
                Content/privacy/2026-12-24.md:5:22 broken-link: this site has no /nowhere.md
                    write one of /privacy/, or remove the link
                """)
    }

    @Test("Another name is answered with the one that was meant, or with all")
    func unknown() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        #expect(
            refusal { try bench.draft(NewEdition(document: "privcy")) }
                == "there is no document \"privcy\"; did you mean privacy?")
        #expect(
            refusal { try bench.draft(NewEdition(document: "cookies")) }
                == "there is no document \"cookies\"; there is privacy")
    }
}
