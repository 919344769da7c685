import Diagnostics
import TestSupport
import Testing

/// What is first published later than announced, and what is announced on the last day of a starting state that is
/// published.
@Suite struct LateNoticeTests {
    private static let site = """
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        documents: [privacy, subprocessors]
        since: 2026-01-01
        notice:
          - {days: 10, objection_days: 10}
        """

    private static let world = """
        -- Content/site.yaml --
        \(site)
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy
        ---

        We keep little.
        -- Content/subprocessors/2026-01-01.md --
        ---
        title: Subprocessors
        ---

        The list.
        -- Content/subprocessors/providers/acme.yaml --
        name: Acme Cloud
        entity: Acme Ltd
        purpose: Hosts the databases
        data: [content]
        locations: [DE]
        announced: 2026-01-01
        """

    private let path = "Content/subprocessors/providers/acme.yaml"

    /// Published as of a moment, altered, and judged as of another.
    private func errors(
        _ first: String, _ second: String, _ alter: (inout Builds) throws -> Void
    ) throws -> String {
        var builds = Builds(Self.world)
        try #require(try builds.build(first).listing == "")
        try alter(&builds)
        return try builds.errors(second).listing
    }

    private func change(_ keys: String, published day: String) throws -> String {
        try errors("2026-06-01", day) { builds in
            builds.files[path]? += "changes:\n  - announced: 2026-06-02\n    note: More.\n    \(keys)\n"
        }
    }

    // MARK: The time to object

    @Test func theTimeToObjectIsOver() throws {
        let more = "effective: 2026-07-20\n    data: [content, logs]"
        #expect(try change(more, published: "2026-06-11") == "")
        #expect(
            try change(more, published: "2026-06-12") == """
                \(path):8:16 notice-too-short: this is announced for 2026-06-02 and first published on 2026-06-12; with 10 days to object the time for that would end on 2026-06-12
                    write announced: 2026-06-12
                """)
        #expect(try change(more, published: "2026-06-20").contains("would end on 2026-06-12"))
        // Nobody may object to what needs no notice, or to a policy.
        #expect(try change("effective: 2026-07-20\n    website: https://acme.example", published: "2026-06-20") == "")
        #expect(
            try errors("2026-06-01", "2026-06-20") { builds in
                builds.files["Content/privacy/2026-07-20.md"] =
                    "---\ntitle: Privacy\nannounced: 2026-06-02\nsummary: More.\n---\n\nWe keep more.\n"
            } == "")
    }

    @Test func urgentIsObjectedToAsWell() throws {
        let urgent = "urgent: It failed without.\n    effective: 2026-06-25\n    data: [content, logs]"
        #expect(try change(urgent, published: "2026-06-11") == "")
        #expect(
            try change(urgent, published: "2026-06-20") == """
                \(path):8:16 notice-too-short: this is announced for 2026-06-02 and first published on 2026-06-20; with 10 days to object the time for that would end on 2026-06-12
                    write announced: 2026-06-20
                """)
    }

    @Test func recordedLater() throws {
        let late = "recorded: 2026-06-03\n    urgent: We forgot it.\n    data: [content, logs]"
        #expect(try change(late, published: "2026-06-12") == "")
        #expect(
            try change(late, published: "2026-06-13") == """
                \(path):10:15 notice-too-short: this is announced for 2026-06-03 and first published on 2026-06-13; with 10 days to object the time for that would end on 2026-06-13
                    write recorded: 2026-06-13
                """)
    }

    // MARK: What no period holds

    @Test func inForceWhenItIsFirstPublished() throws {
        func expected(_ day: String, _ mend: String) -> String {
            """
            \(path):8:16 recorded-late: this change takes effect on \(day), and is first published on 2026-06-20
                \(mend)
            """
        }
        let removal = "removed: true"
        #expect(try change(removal, published: "2026-06-02") == "")
        #expect(
            try change(removal, published: "2026-06-20")
                == expected(
                    "2026-06-02",
                    "write announced: 2026-06-20; or, where it was so from 2026-06-02, add recorded: 2026-06-20, and urgent: and why customers are told late"
                ))
        #expect(try change("removed: true\n    effective: 2026-06-20", published: "2026-06-20") == "")
        #expect(
            try change("removed: true\n    effective: 2026-06-19", published: "2026-06-20")
                == expected(
                    "2026-06-19",
                    "write announced: 2026-06-20 and effective: 2026-06-20; or, where it was so from 2026-06-19, add recorded: 2026-06-20, and urgent: and why customers are told late"
                ))
        #expect(
            try change("data: [content, logs]\n    urgent: It failed without.", published: "2026-06-10")
                == """
                \(path):8:16 recorded-late: this change takes effect on 2026-06-02, and is first published on 2026-06-10
                    write announced: 2026-06-10; or, where it was so from 2026-06-02, add recorded: 2026-06-10
                """)
        // What the messages say does.
        #expect(
            try change("removed: true\n    recorded: 2026-06-20\n    urgent: We forgot it.", published: "2026-06-20")
                == "")
        // Of a moment that is recorded too early again.
        #expect(
            try change(
                "removed: true\n    effective: 2026-06-10\n    recorded: 2026-06-03\n    urgent: Why.",
                published: "2026-06-20"
            ).hasPrefix(
                "\(path):12:15 recorded-late: this change takes effect on 2026-06-10, and is first published on 2026-06-20"
            ))
    }

    @Test func whatNeedsNoLateMark() throws {
        // Nobody was told that it is so before, as it was taken back before it could be read.
        #expect(
            try change(
                "removed: true\n    effective: 2026-06-10\n    withdrawn: {announced: 2026-06-03, reason: A slip.}",
                published: "2026-06-20") == "")
        // It was moved behind the day on which it is published.
        #expect(
            try change(
                "removed: true\n    effective: 2026-06-10\n"
                    + "    postponed: [{announced: 2026-06-03, effective: 2026-07-01, reason: Later.}]",
                published: "2026-06-05") == "")
    }

    @Test func aCorrectionIsOfTheDayOnWhichItIsTold() throws {
        let correction = "true_since: 2026-03-01\n    website: https://acme.example"
        #expect(try change(correction, published: "2026-06-02") == "")
        #expect(
            try change(correction, published: "2026-06-03") == """
                \(path):8:16 recorded-late: this change takes effect on 2026-06-02, and is first published on 2026-06-03
                    write announced: 2026-06-03
                """)
    }

    @Test func editionsThatNoPeriodHolds() throws {
        func edition(_ keys: String, stem: String = "2026-06-02", words: String = "We keep more.") throws -> String {
            try errors("2026-06-01", "2026-06-05") { builds in
                builds.files["Content/privacy/\(stem).md"] =
                    "---\ntitle: Privacy\nsummary: More.\n\(keys)---\n\n\(words)\n"
            }
        }
        #expect(
            try edition("urgent: A court said so.\n") == """
                Content/privacy/2026-06-02.md:2:1 recorded-late: this edition takes effect on 2026-06-02, and is first published on 2026-06-05
                    rename the file to 2026-06-05.md; or, where it was so from 2026-06-02, add recorded: 2026-06-05
                """)
        #expect(
            try edition("announced: 2026-06-02\nmaterial: false\n", stem: "2026-06-04", words: "We keep little!") == """
                Content/privacy/2026-06-04.md:4:12 recorded-late: this edition takes effect on 2026-06-04, and is first published on 2026-06-05
                    rename the file to 2026-06-05.md and write announced: 2026-06-05; or, where it was so from 2026-06-04, add recorded: 2026-06-05, and urgent: and why customers are told late
                """)
        #expect(
            try edition("announced: 2026-06-02\nmaterial: false\n", stem: "2026-06-05", words: "We keep little!") == "")
        #expect(
            try edition(
                "announced: 2026-06-02\napplies: [{to: New customers, from: 2026-06-03, new: true}]\n",
                stem: "2026-07-01")
                    == """
                    Content/privacy/2026-07-01.md:5:37 recorded-late: for some, this edition applies from 2026-06-03, and is first published on 2026-06-05
                        write from: 2026-06-05 or later; or, where it was so from 2026-06-03, add recorded: 2026-06-05, and urgent: and why customers are told late
                    """)
        #expect(
            try edition(
                "announced: 2026-06-02\napplies: [{to: New customers, from: 2026-06-05, new: true}]\n",
                stem: "2026-07-01")
                == "")
    }

    /// Each of the ways that a help names leads to a site that is built.
    @Test func whatTheHelpSaysDoes() throws {
        func edition(_ keys: String, stem: String = "2026-07-01") throws -> String {
            try errors("2026-06-01", "2026-06-05") { builds in
                builds.files["Content/privacy/\(stem).md"] =
                    "---\ntitle: Privacy\nsummary: More.\nannounced: 2026-06-02\n\(keys)---\n\nWe keep more.\n"
            }
        }
        let early = "applies: [{to: New customers, from: 2026-06-03, new: true}]\n"
        #expect(try edition("\(early)recorded: 2026-06-05\nurgent: We forgot to publish it.\n") == "")
        #expect(try edition("recorded: 2026-06-05\nurgent: We forgot to publish it.\n", stem: "2026-06-03") == "")
        // An edition of the day is there already.
        #expect(
            try errors("2026-06-01", "2026-06-05") { builds in
                for (stem, words) in [("2026-06-03", "We keep more."), ("2026-06-05", "We keep less.")] {
                    builds.files["Content/privacy/\(stem).md"] =
                        "---\ntitle: Privacy\nsummary: More.\nannounced: 2026-06-03\nurgent: A court.\n---\n\n\(words)\n"
                }
            } == """
                Content/privacy/2026-06-03.md:4:12 recorded-late: this edition takes effect on 2026-06-03, and is first published on 2026-06-05
                    rename the file to 2026-06-05-2.md and write announced: 2026-06-05; or, where it was so from 2026-06-03, add recorded: 2026-06-05
                """)
    }

    /// A row that was used meanwhile is told as late, and not from today on.
    @Test func aRowThatWasUsedMeanwhile() throws {
        func row(_ keys: String) throws -> String {
            try errors("2026-06-01", "2026-06-20") { builds in
                builds.files["Content/subprocessors/providers/buoy.yaml"] = """
                    name: Buoy Mail
                    entity: Buoy Ltd
                    purpose: Sends the mails
                    data: [addresses]
                    locations: [DE]
                    note: It sends mails.
                    announced: 2026-06-02
                    effective: 2026-06-14
                    \(keys)
                    """
            }
        }
        #expect(
            try row("") == """
                Content/subprocessors/providers/buoy.yaml:7:12 notice-too-short: this is announced for 2026-06-02 and first published on 2026-06-20; with 10 days of notice from then it can take effect on 2026-07-01 at the earliest
                    write announced: 2026-06-20 and let it take effect on 2026-07-01; or, where it was so from 2026-06-14, add recorded: 2026-06-20, and urgent: and why customers are told late
                """)
        #expect(try row("recorded: 2026-06-20\nurgent: We forgot it.") == "")
    }

    // MARK: The day of `since`

    private func onTheDay(_ alter: (inout Builds) throws -> Void) throws -> String {
        try errors("2026-01-01T10:00", "2026-01-01T11:00", alter)
    }

    @Test func aChangeOnTheDayOfSince() throws {
        func changed(_ keys: String) throws -> String {
            try onTheDay { $0.files[path]? += "changes:\n  - announced: 2026-01-01T11:00\n    \(keys)\n" }
        }
        let expected = """
            \(path):8:16 notice-too-short: this is announced for 2026-01-01T11:00, and the starting state of 2026-01-01 is published without it: customers are owed notice of it
                write announced: 2026-01-02, and a day of effect after the notice period; or add urgent: and why the notice is short
            """
        #expect(try changed("data: [content, logs]") == expected)
        #expect(try changed("effective: 2026-08-01\n    data: [content, logs]") == expected)
        #expect(try changed("data: [content, logs]\n    urgent: It failed without.") == "")
        #expect(try changed("website: https://acme.example") == "")
    }

    @Test func aRowAndAnEditionOnTheDayOfSince() throws {
        #expect(
            try onTheDay { builds in
                builds.files["Content/subprocessors/providers/buoy.yaml"] = """
                    name: Buoy Mail
                    entity: Buoy Ltd
                    purpose: Sends the mails
                    data: [addresses]
                    locations: [DE]
                    announced: 2026-01-01T11:00

                    """
                builds.files["Content/privacy/2026-01-01-2.md"] =
                    "---\ntitle: Privacy\nannounced: 2026-01-01T11:00\nsummary: More.\n---\n\nWe keep more.\n"
            } == """
                Content/privacy/2026-01-01-2.md:3:12 notice-too-short: this is announced for 2026-01-01T11:00, and the starting state of 2026-01-01 is published without it: customers are owed notice of it
                    write announced: 2026-01-02, and a day of effect after the notice period; or add urgent: and why the notice is short
                Content/subprocessors/providers/buoy.yaml:6:12 notice-too-short: this is announced for 2026-01-01T11:00, and the starting state of 2026-01-01 is published without it: customers are owed notice of it
                    write announced: 2026-01-02, and a day of effect after the notice period; or add urgent: and why the notice is short
                """)
    }

    /// Nobody may object to a policy; where it keeps its period, it is told as what is to come.
    @Test func anEditionOfTheDayThatKeepsItsPeriod() throws {
        func edition(_ day: String) throws -> String {
            try onTheDay { builds in
                builds.files["Content/privacy/\(day).md"] =
                    "---\ntitle: Privacy\nannounced: 2026-01-01T11:00\nsummary: More.\n---\n\nWe keep more.\n"
            }
        }
        #expect(try edition("2026-01-11").contains("customers are owed notice of it"))
        #expect(try edition("2026-01-12") == "")
    }

    @Test func termsOnTheDayOfSince() throws {
        func block(_ block: String) throws -> String {
            try onTheDay { $0.files["Content/site.yaml"]? += "  - \(block)\n" }
        }
        #expect(
            try block("{announced: 2026-01-01T11:00, from: 2026-01-01, days: 0, objection_days: 0}") == """
                Content/site.yaml:9:17 notice-too-short: this block weakens what customers were promised (days of privacy, subprocessors, new documents: 0 instead of 10; objection_days of subprocessors, new documents: 0 instead of 10), and the starting state of 2026-01-01 is published without it
                    write announced: 2026-01-02 and from: 2026-01-13
                """)
        // It would be told by nobody, however late it holds.
        #expect(
            try block("{announced: 2026-01-01T11:00, from: 2026-08-01, days: 0, objection_days: 0}")
                .hasSuffix("write announced: 2026-01-02 and from: 2026-08-01"))
        #expect(try block("{announced: 2026-01-01T11:00, from: 2026-01-01, days: 20, objection_days: 20}") == "")
        #expect(try block("{announced: 2026-01-02, from: 2026-01-13, days: 0, objection_days: 0}") == "")
        let register = "register:\n  - {required: [name]}\n  - {announced: 2026-01-01T11:00, from: 2026-01-01, "
        #expect(
            try errors("2026-01-01T10:00", "2026-01-01T11:00") { builds in
                builds.files["Content/site.yaml"]? += "\(register)required: [name], material: [data]}\n"
            }.contains("material without name, entity"))
    }

    /// A policy with days of its own would keep them for its rows, had it been a register from the beginning.
    @Test func aPolicyThatListsItsFirstRowOnTheDayOfSince() throws {
        func row(_ terms: String, _ keys: String = "", second: String = "2026-01-01T11:00") throws -> String {
            var builds = Builds(Self.world)
            builds.files["Content/site.yaml"]? = Self.site.replacing(
                "objection_days: 10}", with: "objection_days: 10, documents: {privacy: \(terms)}}")
            try #require(try builds.build("2026-01-01T10:00").listing == "")
            builds.files["Content/privacy/providers/buoy.yaml"] = """
                name: Buoy Mail
                entity: Buoy Ltd
                purpose: Sends the mails
                data: [addresses]
                locations: [DE]
                announced: 2026-01-01T11:00
                \(keys)
                """
            return try builds.errors(second).listing
        }
        let expected = """
            Content/privacy/providers/buoy.yaml:6:12 notice-too-short: this is announced for 2026-01-01T11:00, as the first row of privacy, and the starting state of 2026-01-01 is published without one
                write announced: 2026-01-02, and a day of effect after the notice period that holds for all documents
            """
        #expect(try row("{days: 0, objection_days: 0}") == expected)
        #expect(try row("{days: 0, objection_days: 0}", "urgent: Why.") == expected)
        #expect(try row("{objection_days: 9}", "effective: 2026-09-01") == expected)
        #expect(try row("{days: 0, objection_days: 0}", second: "2026-01-03").contains("as the first row of privacy"))
        // With days no fewer than all others it is a row like any.
        #expect(try row("{days: 20}").contains("customers are owed notice of it"))
        #expect(try row("{days: 20}", "urgent: It failed without.") == "")
    }

    /// Before anything is public there is nothing that could be read: a site that waits for its first day.
    @Test func theStartingStateItself() throws {
        var builds = Builds(Self.world)
        for (file, text) in builds.files {
            builds.files[file] = text.replacing("announced: 2026-01-01", with: "announced: 2026-01-01T10:00")
                .replacing("title: Privacy\n", with: "title: Privacy\nannounced: 2026-01-01T10:00\n")
                .replacing("title: Subprocessors\n", with: "title: Subprocessors\nannounced: 2026-01-01T10:00\n")
        }
        try #require(try builds.build("2026-01-01T09:00").listing == "")
        #expect(try builds.errors("2026-01-01T10:00").listing == "")
    }
}
