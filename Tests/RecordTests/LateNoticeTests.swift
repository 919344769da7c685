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
        let urgent = "urgent: It failed without.\n    data: [content, logs]"
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
