import Model
import Source
import TestSupport
import Testing
import TrustPress

@Suite("When the end of an objection period changes a site")
struct ObjectionMomentTests {
    @Test(
        "It is due where something may still be objected to on its last day",
        arguments: [
            ("", true), ("withdrawn: {announced: 2026-03-31, reason: No need.}", false),
            ("withdrawn: {announced: 2026-03-31T23:59, reason: No need.}", false),
            ("withdrawn: {announced: 2026-04-01, reason: No need.}", true),
        ])
    func end(withdrawal: String, isDue: Bool) throws {
        let world = World(
            """
            -- Content/subprocessors/providers/acorn.yaml --
            name: Acorn
            entity: Acorn Ltd
            purpose: Sends mail
            data: [names]
            locations: [DE]
            announced: 2026-01-01
            changes:
              - announced: 2026-03-01
                effective: 2026-05-01
                locations: [DE, FR]
                note: More.
                \(withdrawal)
            """)
        let history = History(resolving: try #require(readLibrary(world.tree).library))
        let due = history.moments(after: AsOf(try #require(Moment("2026-03-20"))))
        let over = due.first { $0.reasons.contains("subprocessors-2026-03-01: the objection period is over") }
        #expect(over.map { "\($0.moment)" } == (isDue ? "2026-04-01" : nil))
    }
}
