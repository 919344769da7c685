import Diagnostics
import Model
import Source
import TestSupport
import Testing

/// A policy becomes a register with its first row, and is what it was for what was told before.
@Suite("A policy that becomes a register")
struct NewRegisterTests {
    private static func world(_ row: String) -> String {
        """
        -- Content/terms/2026-01-01.md --
        ---
        title: Terms
        ---
        -- Content/terms/2026-04-15.md --
        ---
        title: Terms
        announced: 2026-02-15
        summary: x
        ---
        -- Content/terms/2026-06-15.md --
        ---
        title: Terms
        announced: 2026-05-10
        summary: x
        ---
        -- Content/terms/providers/ghost.yaml --
        name: Ghost
        entity: Ghost GmbH
        purpose: Runs the servers
        data: [messages]
        note: x
        \(row)
        """
    }

    private func terms(_ row: String, asOf: String? = nil) throws -> DocumentHistory {
        let library = try history(Self.world(row)).library
        let known = try asOf.map { library.announced(by: AsOf(try moment($0))) } ?? library
        return try #require(History(resolving: known).document("terms"))
    }

    @Test(
        "It is none before its first row is public",
        arguments: [
            ("announced: 2026-03-02\neffective: 2026-05-01", "2026-03-01", false),
            ("announced: 2026-03-02\neffective: 2026-05-01", "2026-03-02", true),
            ("announced: 2025-11-01\nrecorded: 2026-03-02T10:00", "2026-03-02T09:59", false),
            ("announced: 2025-11-01\nrecorded: 2026-03-02T10:00", "2026-03-02T10:00", true),
        ])
    func embargoed(row: String, asOf: String, isRegister: Bool) throws {
        let terms = try terms(row, asOf: asOf)
        #expect((terms.register != nil) == isRegister && !terms.editions.isEmpty)
    }

    @Test("What was told before its first row was of a policy, but what came with the starting state")
    func told() throws {
        let late = try terms("announced: 2026-03-02T10:00\neffective: 2026-05-01")
        for (known, isRegister) in [("2026-01-01", false), ("2026-03-02T09:59", false), ("2026-03-02T10:00", true)] {
            #expect(late.isRegister(knownAt: try moment(known)) == isRegister, "\(known)")
        }
        for starting in ["2025-11-01", "2026-01-01T10:00"] {
            #expect(try terms("announced: \(starting)").isRegister(knownAt: moment("2025-06-01")), "\(starting)")
        }
    }

    @Test(
        "Days on which nobody was listed by what was known then are those of its text",
        arguments: [
            ("announced: 2026-03-02\neffective: 2026-05-01", ["2026-01-01", "2026-04-15"]),
            // It waits, and the edition that began meanwhile keeps its day.
            (
                "announced: 2026-03-02\neffective: 2026-05-01\n"
                    + "postponed: [{announced: 2026-04-02, effective: 2026-06-20, reason: x}]",
                ["2026-01-01", "2026-04-15", "2026-06-15"]
            ),
            (
                "announced: 2026-03-02\neffective: 2026-05-01\nwithdrawn: {announced: 2026-04-02, reason: x}",
                ["2026-01-01", "2026-04-15", "2026-06-15"]
            ),
            // Older history takes no address away that was published before.
            ("announced: 2025-11-01\nrecorded: 2026-05-02", ["2026-01-01", "2026-04-15"]),
            ("announced: 2026-01-01", []), ("announced: 2025-11-01", []),
        ])
    func days(row: String, expected: [String]) throws {
        let terms = try terms(row)
        let texts = terms.textDays(upTo: try day("2026-12-31"))
        #expect(texts.map { "\($0.day)" } == ["2026-01-01", "2026-04-15", "2026-06-15"])
        #expect(texts.allSatisfy { $0.edition.id == EditionID(day: $0.day) })
        let own = texts.filter { terms.isText(on: $0.day, announced: $0.edition.announcement.moment) }
        #expect(own.map { "\($0.day)" } == expected)
    }
}
