import Diagnostics
import TestSupport
import Testing

/// Another last day of the starting state than the published one is said once, with the day to write.
@Suite struct SinceTests {
    private static let world = """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        documents: [privacy]
        since: 2026-01-10
        notice: {days: 10, objection_days: 10}
        -- Content/privacy/2026-01-10.md --
        ---
        title: Privacy
        ---

        We keep data for 30 days.
        """

    @Test(
        "After a build that was named",
        arguments: ["2027-01-10", "2026-02-01", "2026-01-09", "2025-01-10", "2025-12-31"])
    func since(_ day: String) throws {
        var builds = Builds(Self.world)
        #expect(try builds.build("2026-01-20").isEmpty)
        try builds.edit("Content/site.yaml", "since: 2026-01-10", "since: \(day)")
        #expect(
            try builds.errors("2026-02-02").listing == """
                Content/site.yaml:6:8 settings-changed: the record was published with since: 2026-01-10
                    write since: 2026-01-10
                """)
    }

    @Test(
        "A product that was public with it is not told of: it comes back with the day",
        arguments: ["2026-02-01", "2026-01-09"])
    func products(_ day: String) throws {
        var builds = Builds(
            Self.world.replacing("since: 2026-01-10", with: "products: {desk: Desk}\nsince: 2026-01-10"))
        #expect(try builds.build("2026-01-20").isEmpty)
        try builds.edit("Content/site.yaml", "since: 2026-01-10", "since: \(day)")
        #expect(
            try builds.errors("2026-02-02").listing == """
                Content/site.yaml:7:8 settings-changed: the record was published with since: 2026-01-10
                    write since: 2026-01-10
                """)
    }
}
