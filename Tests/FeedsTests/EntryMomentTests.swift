import Feeds
import Foundation
import Model
import Notices
import Source
import TestSupport
import Testing

/// What an entry says by what was announced by its own moment, and what the calendar says of the same.
@Suite("Entries and their moments")
struct EntryMomentTests {
    private func history(
        _ files: String, objection: String = "objection_days: 30", documents: [String] = ["subprocessors"]
    ) throws -> History {
        var world = World(files)
        world.files["Content/site.yaml"] = World.site(documents: documents, "register: {required: [purpose]}")
            .replacing("objection_days: 30", with: objection)
        world.files["Content/subprocessors/2026-01-01.md"] = "---\ntitle: Subprocessors\n---\n"
        let reading = readLibrary(world.tree)
        #expect(reading.diagnostics.listing == "")
        return History(resolving: try #require(reading.library))
    }

    private func entry(_ history: History, _ id: String) throws -> FeedEntry {
        let entries = PublicHistory(of: history.library, asOf: AsOf(.last)).feedEntries(redlines: noTexts(history))
        return try #require(entries.first { $0.entry.id.hasSuffix(":notice/\(id)") }).entry
    }

    private func event(_ history: History, _ id: String) throws -> CalendarEvent {
        try #require(history.calendarEvents.first { $0.id.hasSuffix(":notice/\(id)") })
    }

    private static let acme = """
        -- Content/subprocessors/providers/acme.yaml --
        name: Acme AI
        entity: Acme, Inc.
        purpose: Generates responses
        data: [prompts]
        locations: [IE]
        announced: 2026-01-01
        changes:

        """

    @Test("What stays is what no other change of the notice names that is still to come")
    func staying() throws {
        let history = try history(
            Self.acme + """
                  - {announced: 2026-02-01, effective: 2026-04-01, data: [prompts, code], note: More.}
                  - {announced: 2026-02-01, effective: 2026-04-01, locations: [IE, DE], note: Nearer.}
                  - {announced: 2026-02-01, effective: 2026-05-01, purpose: Reviews code, note: Other.}
                """)
        let all = ["<dt>Purpose</dt>", "<dt>Data</dt>", "<dt>Locations</dt>"]
        func staying(_ id: String) throws -> [[String]] {
            try entry(history, id).html.components(separatedBy: "What stays as it is:").dropFirst().map { part in
                let list = part.components(separatedBy: "</dl>")[0]
                return all.filter(list.contains)
            }
        }
        #expect(try staying("subprocessors-2026-02-01") == [[], [], []])
        #expect(try staying("subprocessors-2026-02-01/effective/2026-04-01") == [[], []])
        #expect(
            try staying("subprocessors-2026-02-01/effective/2026-05-01") == [["<dt>Data</dt>", "<dt>Locations</dt>"]])
    }

    private static let wider =
        "  - {announced: 2026-02-01, effective: 2026-06-01, data: [prompts, code], note: More.}\n"

    @Test("A company has the name that it has when a change of it takes effect, by what was announced by then")
    func renamed() throws {
        let history = try history(
            Self.acme + Self.wider + "  - {announced: 2026-02-10, effective: 2026-03-20, name: Brill AI, note: Sold.}")
        let announced = try entry(history, "subprocessors-2026-02-01")
        #expect(announced.title == "Subprocessors: From 1 June 2026, Acme AI will also receive code")
        #expect(announced.html.contains("<h2>Acme AI</h2>"), "\(announced.html)")
        let effective = try entry(history, "subprocessors-2026-02-01/effective/2026-06-01")
        #expect(effective.title == "Subprocessors: From 1 June 2026, Brill AI also receives code")
        #expect(effective.html.contains("<h2>Brill AI</h2>"), "\(effective.html)")
        let renaming = try entry(history, "subprocessors-2026-02-10/effective/2026-03-20")
        #expect(renaming.title == "Subprocessors: From 20 March 2026, Acme AI is called Brill AI")
        #expect(renaming.html.contains("<h2>Brill AI</h2>"), "\(renaming.html)")
    }

    @Test(
        "A name is told where it holds by the day of effect, and not where it only comes or was taken back",
        arguments: [
            ("effective: 2026-05-31, name: Brill AI", "Brill AI"),
            ("effective: 2026-06-02, name: Brill AI", "Acme AI"),
            ("effective: 2026-05-01, entity: Brill Inc", "Acme AI"),
            (withdrawn, "Acme AI"), (postponed(to: "2026-05-31"), "Brill AI"), (postponed(to: "2026-07-01"), "Acme AI"),
        ])
    func nameThatHolds(_ renaming: String, _ name: String) throws {
        let history = try history(Self.acme + Self.wider + "  - {announced: 2026-03-01, \(renaming), note: Sold.}")
        let effective = try entry(history, "subprocessors-2026-02-01/effective/2026-06-01")
        #expect(effective.title == "Subprocessors: From 1 June 2026, \(name) also receives code")
        #expect(effective.html.contains("<h2>\(name)</h2>"), "\(effective.html)")
    }

    private static let withdrawn =
        "effective: 2026-05-01, name: Brill AI, withdrawn: {announced: 2026-04-20, reason: Not sold.}"

    private static func postponed(to day: String) -> String {
        "effective: 2026-05-01, name: Brill AI, "
            + "postponed: [{announced: 2026-04-20, effective: \(day), reason: Later.}]"
    }

    @Test("A company that is to be renamed is called by its name before that, when the renaming is postponed too")
    func postponedRenaming() throws {
        let renaming = "  - {announced: 2026-03-01, \(Self.postponed(to: "2026-07-01")), note: Sold.}"
        let history = try history(Self.acme + renaming)
        let id = "subprocessors-2026-03-01"
        let postponed = try entry(history, id + "/postponed/2026-04-20")
        #expect(
            postponed.title
                == "Subprocessors: From 1 July 2026 instead of 1 May 2026, Acme AI will be called Brill AI")
        #expect(try entry(history, id + "/effective/2026-07-01").title.hasSuffix("Acme AI is called Brill AI"))
        let day = try event(history, id + "/effect/2026-05-01")
        #expect(day.summary == "Acme: From 1 July 2026, Acme AI is called Brill AI")
    }

    /// It may be published already.
    @Test(
        "A name that is announced on a day of effect is not told in the entry of that day",
        arguments: ["2026-06-01", "2026-06-01T09:00"])
    func nameOfTheDay(moment: String) throws {
        let renaming = "effective: 2026-06-01, name: Brill AI, note: Sold., urgent: Sold."
        let late = "recorded: \(moment), effective: 2026-05-01, name: Brill AI, note: Sold., urgent: Sold."
        let id = "subprocessors-2026-02-01/effective/2026-06-01"
        let without = try entry(history(Self.acme + Self.wider), id)
        #expect(without.title.contains("Acme AI"))
        for change in ["announced: \(moment), \(renaming)", "announced: 2026-05-01, \(late)"] {
            let with = try entry(history(Self.acme + Self.wider + "  - {\(change)}"), id)
            #expect([with.title, with.summary, with.html] == [without.title, without.summary, without.html])
        }
    }

    @Test("A company without a name is called by its entity, never by its id")
    func entityAlone() throws {
        let history = try history(
            Self.acme.replacing("name: Acme AI\n", with: "") + Self.wider
                + "  - {announced: 2026-02-10, effective: 2026-03-20, entity: Brill Inc, note: Sold.}")
        let announced = try entry(history, "subprocessors-2026-02-01")
        #expect(announced.title == "Subprocessors: From 1 June 2026, Acme, Inc. will also receive code")
        #expect(announced.html.contains("<h2>Acme, Inc.</h2>"), "\(announced.html)")
        let effective = try entry(history, "subprocessors-2026-02-01/effective/2026-06-01")
        #expect(effective.title == "Subprocessors: From 1 June 2026, Brill Inc also receives code")
        #expect(effective.html.contains("<h2>Brill Inc</h2>"), "\(effective.html)")
        #expect(try event(history, "subprocessors-2026-02-01/objection").summary.hasSuffix("(Acme, Inc.)"))
    }

    @Test("A change calls another company as on its day of effect, by what was announced by the entry's own day")
    func others() throws {
        let history = try history(
            Self.acme + """
                  - {announced: 2026-02-01, effective: 2026-06-01, via: elm, note: More.}
                -- Content/subprocessors/providers/elm.yaml --
                name: Elm
                purpose: Resells servers
                announced: 2026-01-01
                changes:
                  - {announced: 2026-01-20, effective: 2026-08-01, name: Elm Three, note: Sold again.}
                  - {announced: 2026-01-21, effective: 2026-09-01, removed: true, note: It goes.}
                  - {announced: 2026-03-01, effective: 2026-05-01, name: Elm Two, note: Sold.}
                -- Content/subprocessors/providers/fir.yaml --
                name: Fir
                purpose: Keeps the backups
                replaces: elm
                announced: 2026-02-01
                effective: 2026-06-01
                note: Needed.
                """)
        for (event, name) in [("", "Elm"), ("/effective/2026-06-01", "Elm Two")] {
            let html = try entry(history, "subprocessors-2026-02-01\(event)").html
            for words in [
                "engaged by: \(name))", "in place of \(name) ", "<dd>After: \(name)</dd>", "<dd>\(name)</dd>",
            ] {
                #expect(html.contains(words), "\(words)\n\(html)")
            }
        }
    }

    @Test("A company takes the place of another that is not postponed to stay past that day", arguments: ["05", "07"])
    func replaced(month: String) throws {
        let history = try history(
            inItsPlace: """
                {announced: 2026-02-01, effective: 2026-04-01, removed: true, note: We leave., \
                postponed: [{announced: 2026-03-01, effective: 2026-\(month)-01, reason: Later.}]}
                """)
        #expect(try entry(history, "subprocessors-2026-02-01").summary.contains("in place of Acme AI"))
        let effective = try entry(history, "subprocessors-2026-02-01/effective/2026-06-01")
        #expect(effective.summary.contains("in place of Acme AI") == (month == "05"), "\(effective.summary)")
    }

    /// Of a company that comes in the place of another one, which has a removal or none.
    private func history(inItsPlace removal: String) throws -> History {
        let acme = removal.isEmpty ? Self.acme.replacing("changes:\n", with: "") : Self.acme + "  - \(removal)"
        return try history(
            acme + """

                -- Content/subprocessors/providers/fir.yaml --
                name: Fir
                purpose: Keeps the backups
                replaces: acme
                announced: 2026-02-01
                effective: 2026-06-01
                note: Needed.
                """)
    }

    /// That a company goes is what its removal says, and nothing else.
    @Test(
        "A company takes the place of another one that goes by what was announced by then, on its day or later",
        arguments: [
            ("", []),
            (
                "{announced: 2026-02-01, effective: 2026-06-01, removed: true, note: No.}",
                ["", "/effective/2026-06-01"]
            ),
            (
                "{announced: 2026-02-01, effective: 2026-07-15, removed: true, note: No.}",
                ["", "/effective/2026-06-01"]
            ),
            (
                "{announced: 2026-01-10, effective: 2026-01-10, removed: true, note: No.}",
                ["", "/effective/2026-06-01"]
            ),
            ("{announced: 2026-03-01, effective: 2026-06-01, removed: true, note: No.}", ["/effective/2026-06-01"]),
            ("{announced: 2026-06-01, effective: 2026-06-01, removed: true, note: No.}", []),
            (
                "{announced: 2026-01-10, effective: 2026-01-10, removed: true, note: No.}\n"
                    + "  - {announced: 2026-01-11, effective: 2026-02-15, removed: false, note: Again.}", []
            ),
        ] as [(String, [String])])
    func inPlaceOf(removal: String, events: [String]) throws {
        let history = try history(inItsPlace: removal)
        for event in ["", "/effective/2026-06-01"] {
            let summary = try entry(history, "subprocessors-2026-02-01\(event)").summary
            #expect(summary.contains("Fir ") && summary.contains("in place of") == events.contains(event), "\(summary)")
        }
        let calendar = try self.event(history, "subprocessors-2026-02-01/effect/2026-06-01")
        #expect((calendar.summary + calendar.description).contains("in place of") == events.contains(""))
        let notice = try #require(history.notices.first { "\($0.id)" == "subprocessors-2026-02-01" })
        let page = Sentences(history).sentences(for: notice, from: Viewpoint(asOf: AsOf(try moment("2026-08-01"))))
        #expect(page.contains { $0.contains("in place of") } == events.contains("/effective/2026-06-01"), "\(page)")
    }

    /// What the author wrote stays a fact where no removal was announced.
    @Test(
        "That a company is replaced is no fact once its removal is taken back or comes later",
        arguments: [
            ("", true), ("{announced: 2026-02-01, effective: 2026-06-01, removed: true, note: No.}", true),
            (
                "{announced: 2026-02-01, effective: 2026-06-01, removed: true, note: No., "
                    + "withdrawn: {announced: 2026-03-01, reason: It stays.}}", false
            ),
            (
                "{announced: 2026-02-01, effective: 2026-06-01, removed: true, note: No., "
                    + "postponed: [{announced: 2026-03-01, effective: 2026-09-01, reason: Later.}]}", false
            ),
        ])
    func replacedAsFact(removal: String, isReplaced: Bool) throws {
        let history = try history(inItsPlace: removal)
        let announced = try entry(history, "subprocessors-2026-02-01").html
        #expect(announced.contains("<dd>Acme AI</dd>"), "\(announced)")
        let effective = try entry(history, "subprocessors-2026-02-01/effective/2026-06-01").html
        #expect(effective.contains("<dd>Acme AI</dd>") == isReplaced, "\(effective)")
    }

    @Test(
        "A calendar calls a company by the name that it has on the day, by what was announced when it was written last")
    func nameInCalendar() throws {
        func summaries(_ later: String) throws -> [String] {
            let history = try history(
                Self.acme + """
                      - announced: 2026-02-01
                        effective: 2026-06-01
                        data: [prompts, code]
                        note: More.\(later)
                      - {announced: 2026-02-10, effective: 2026-03-20, name: Brill AI, note: Sold.}
                    """)
            return try ["effect/2026-06-01", "objection"].map {
                try event(history, "subprocessors-2026-02-01/\($0)").summary
            }
        }
        #expect(
            try summaries("") == [
                "Acme: From 1 June 2026, Acme AI also receives code",
                "Acme: last day to object to changes of Subprocessors (Acme AI)",
            ])
        #expect(
            try summaries("\n    postponed: [{announced: 2026-02-20, effective: 2026-07-01, reason: Later.}]") == [
                "Acme: From 1 July 2026, Brill AI also receives code",
                "Acme: last day to object to changes of Subprocessors (Brill AI)",
            ])
    }

    /// It may be published already.
    @Test("What is announced on a day of effect changes nothing in the entry of that day")
    func announcedOnTheDay() throws {
        func html(_ later: String) throws -> String {
            let history = try history(
                Self.acme + """
                      - {announced: 2026-02-01, effective: 2026-04-01, data: [prompts, code], note: More.}
                      - announced: 2026-02-01
                        effective: 2026-05-01
                        locations: [IE, DE]
                        note: Nearer.\(later)
                    """)
            return try entry(history, "subprocessors-2026-02-01/effective/2026-04-01").html
        }
        let withdrawn = "\n    withdrawn: {announced: 2026-04-01, reason: Not needed.}"
        #expect(try html(withdrawn) == html(""))
    }

    @Test("An edition that is postponed is called by the day on which it then takes effect")
    func postponedEdition() throws {
        let history = try history(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---
            -- Content/terms/2026-05-01.md --
            ---
            title: Terms
            announced: 2026-03-01
            summary: More.
            postponed: [{announced: 2026-04-10, effective: 2026-06-01, reason: Later.}]
            ---
            """, documents: ["terms", "subprocessors"])
        for (event, day) in [("", "1 May"), ("/postponed/2026-04-10", "1 June"), ("/effective/2026-06-01", "1 June")] {
            let html = try entry(history, "terms-2026-03-01\(event)").html
            #expect(html.contains(">Terms, edition of \(day) 2026</a>"), "\(html)")
        }
    }

    @Test("What is done with a late objection is said where a change can take effect before the last day to object")
    func afterEffect() throws {
        let words = "Who objects later may leave."
        let history = try history(
            Self.acme + """
                  - {announced: 2026-02-01, effective: 2026-03-15, data: [prompts, code], note: More.}
                  - {announced: 2026-06-01, effective: 2026-09-01, locations: [IE, DE], note: Nearer.}
                  - announced: 2026-10-01
                    effective: 2026-11-10
                    purpose: Reviews code
                    note: Other.
                    postponed: [{announced: 2026-11-01, effective: 2026-12-31, reason: Later.}]
                """,
            objection: "objection_days: 45, objection_after_effect: \(words)")
        func isSaid(_ id: String) throws -> Bool { try entry(history, id).html.contains(words) }
        #expect(try isSaid("subprocessors-2026-02-01"))
        #expect(try !isSaid("subprocessors-2026-06-01"))
        #expect(try isSaid("subprocessors-2026-10-01"))
        #expect(try !isSaid("subprocessors-2026-10-01/postponed/2026-11-01"))
        #expect(try event(history, "subprocessors-2026-02-01/objection").description.contains(words))
        #expect(try !event(history, "subprocessors-2026-10-01/objection").description.contains(words))
    }

    @Test("While customers may object, what takes effect or is postponed says how")
    func openToObjection() throws {
        let history = try history(
            Self.acme + """
                  - {announced: 2026-02-01, effective: 2026-03-10, data: [prompts, code], note: More.}
                  - announced: 2026-02-01
                    effective: 2026-03-15
                    locations: [IE, DE]
                    note: Nearer.
                    postponed: [{announced: 2026-03-12, effective: 2026-05-15, reason: Later.}]
                """,
            objection: "objection_days: 45, objection_after_effect: They may leave.")
        let words =
            "<p>Customers may object until 18 March 2026. Write to <a href=\"mailto:privacy@acme.example?subject=Objection%20to%20subprocessors-2026-02-01\">privacy@acme.example</a>, with “Objection to subprocessors-2026-02-01” as the subject.</p>"
        let effective = try entry(history, "subprocessors-2026-02-01/effective/2026-03-10").html
        #expect(effective.contains(words + "\n<p>They may leave.</p>"), "\(effective)")
        let postponed = try entry(history, "subprocessors-2026-02-01/postponed/2026-03-12").html
        #expect(postponed.contains(words), "\(postponed)")
        let last = try entry(history, "subprocessors-2026-02-01/effective/2026-05-15").html
        #expect(!last.contains("may object"), "\(last)")
    }

    @Test("A name keeps its stop at the end of a title")
    func abbreviation() throws {
        let history = try history(
            Self.acme + """
                  - {announced: 2026-02-01, effective: 2026-03-20, entity: "Brill, Inc.", note: Sold.}
                """)
        #expect(
            try entry(history, "subprocessors-2026-02-01").title
                == "Subprocessors: From 20 March 2026, Acme AI will be provided by Brill, Inc.")
        #expect(
            try event(history, "subprocessors-2026-02-01/effect/2026-03-20").summary
                == "Acme: From 20 March 2026, Acme AI is provided by Brill, Inc.")
    }

    @Test("A calendar says other days for some")
    func otherDays() throws {
        let history = try history(
            Self.acme + """
                  - announced: 2026-02-01
                    effective: 2026-03-20
                    data: [prompts, code]
                    note: More.
                    applies: [{to: Customers in France, from: 2026-05-01}]
                """)
        #expect(
            try event(history, "subprocessors-2026-02-01/effect/2026-03-20").description.hasPrefix(
                "From 20 March 2026, Acme AI also receives code.\n\nCustomers in France: from 1 May 2026.\n\n"))
    }
}
