import Model
import Testing

@Suite("Rows on the list")
struct ListedTests {
    @Test(
        "A row is listed on a day by what was announced by a moment",
        arguments: [
            ("2025-12-31", "2026-12-31", false), ("2026-01-01", "2025-12-31", false),
            ("2026-02-28", "2026-12-31", true),
            ("2026-03-01", "2026-01-31", true), ("2026-03-01", "2026-02-01", false),
            ("2026-05-01", "2026-02-09", false),
            ("2026-05-01", "2026-02-10", true), ("2026-05-01", "2026-02-20", true), ("2026-06-01", "2026-02-20", false),
            ("2026-06-01", "2026-03-05", true),
        ])
    func listed(on day: String, knownAt known: String, isListed: Bool) throws {
        let history = try history(
            """
            -- Content/subprocessors/providers/acorn.yaml --
            name: Acorn
            entity: Acorn Ltd
            purpose: Sends mail
            data: [names]
            announced: 2026-01-01
            changes:
              - {announced: 2026-02-01, effective: 2026-03-01, removed: true, note: x}
              - {announced: 2026-02-10, effective: 2026-05-01, removed: false, note: x}
              - announced: 2026-02-20
                effective: 2026-06-01
                removed: true
                note: x
                withdrawn: {announced: 2026-03-05, reason: x}
            """)
        let row = try #require(history.document("subprocessors")?.register?.provider("acorn"))
        #expect(row.provider.isListed(on: try ModelTests.day(day), knownAt: try moment(known)) == isListed)
    }
}
