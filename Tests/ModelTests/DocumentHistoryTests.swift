import Diagnostics
import Model
import Source
import TestSupport
import Testing

/// The history of a small world, in which nothing is wrong that reading could find.
func history(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> History {
    let reading = readLibrary(World(text).tree)
    #expect(reading.diagnostics.isEmpty, sourceLocation: sourceLocation)
    return History(resolving: try #require(reading.library, sourceLocation: sourceLocation))
}

func moment(_ text: String) throws -> Moment { try #require(Moment(text)) }

func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

@Suite("Editions on a day")
struct DocumentHistoryTests {
    /// A document with an edition of each kind; the bodies do not matter here.
    private let terms = """
        -- Content/terms/2026-01-01.md --
        ---
        title: First
        ---
        -- Content/terms/2027-03-01.md --
        ---
        title: Postponed
        announced: 2027-01-01
        summary: x
        postponed: [{announced: 2027-02-01, effective: 2027-05-01, reason: x}]
        ---
        -- Content/terms/2027-04-01.md --
        ---
        title: Interim
        announced: 2027-02-15
        summary: x
        interim: true
        ---
        -- Content/terms/2027-06-01.md --
        ---
        title: Withdrawn
        announced: 2027-04-15
        summary: x
        withdrawn: {announced: 2027-05-15, reason: x}
        ---
        -- Content/terms/2027-09-01.md --
        ---
        title: One of two
        announced: 2027-06-01
        summary: x
        ---
        -- Content/terms/2027-09-01-2.md --
        ---
        title: Last
        announced: 2027-06-01
        summary: x
        retired: {replaced_by: [terms]}
        ---
        """

    @Test(
        "The newest effective edition is in force, of one day the higher id",
        arguments: [
            ("2025-12-31", nil), ("2026-01-01", "First"), ("2027-03-01", "First"), ("2027-03-31", "First"),
            ("2027-04-01", "Interim"), ("2027-05-01", "Postponed"), ("2027-06-01", "Postponed"),
            ("2027-08-31", "Postponed"), ("2027-09-01", "Last"), ("2030-01-01", "Last"),
        ])
    func inForce(on date: String, title: String?) throws {
        let document = try #require(history(terms).document("terms"))
        #expect(document.inForce(on: try day(date))?.title.value == title)
    }

    @Test("What was in force by what was announced at a moment does not know what came later")
    func knowledge() throws {
        let document = try #require(history(terms).document("terms"))
        let march = try day("2027-03-01")
        #expect(document.inForce(on: march, knownAt: try moment("2026-12-31"))?.title.value == "First")
        #expect(document.inForce(on: march, knownAt: try moment("2027-01-01"))?.title.value == "Postponed")
        #expect(document.inForce(on: march, knownAt: try moment("2027-02-01"))?.title.value == "First")
    }

    @Test("States follow the days")
    func states() throws {
        let document = try #require(history(terms).document("terms"))
        let expected: [(String, [String])] = [
            ("2027-02-20", ["in_force", "upcoming", "upcoming", "withdrawn", "upcoming", "upcoming"]),
            ("2027-04-01", ["superseded", "upcoming", "in_force", "withdrawn", "upcoming", "upcoming"]),
            ("2027-09-01", ["superseded", "superseded", "superseded", "withdrawn", "superseded", "retired"]),
        ]
        for (date, states) in expected {
            let day = try day(date)
            #expect(document.editions.map { document.state(of: $0, on: day).rawValue } == states)
        }
    }

    @Test("An edition is compared with what would be in force the day before, by its own moment")
    func predecessors() throws {
        let document = try #require(history(terms).document("terms"))
        let compared = document.editions.map { document.predecessor(of: $0)?.title.value }
        // The withdrawn edition was still announced when the next two were not; the last two do not know of it.
        #expect(compared == [nil, "First", "First", "Postponed", "Postponed", "Postponed"])
    }

    @Test("What is embargoed is not in the library that a build sees")
    func embargo() throws {
        let library = try history(terms).library.announced(by: AsOf(try moment("2027-02-14")))
        let editions = try #require(library.documents.first).editions
        #expect(editions.map(\.title.value) == ["First", "Postponed"])
        #expect(editions.last?.announcement.postponed.count == 1)
        let earlier = library.announced(by: AsOf(try moment("2027-01-31T23:59")))
        #expect(earlier.documents.first?.editions.last?.announcement.postponed.isEmpty == true)
        #expect(library.announced(by: AsOf(try moment("2025-12-31"))).documents.isEmpty)
    }

    @Test("Older history alters nothing in force or upcoming; a late publication does")
    func recorded() throws {
        let history = try history(
            """
            -- Content/terms/2024-01-01.md --
            ---
            title: Older
            recorded: 2027-01-01
            summary: x
            ---
            -- Content/terms/2026-01-01.md --
            ---
            title: First
            summary: x
            ---
            -- Content/terms/2026-12-01.md --
            ---
            title: Late
            recorded: 2027-01-01
            summary: x
            ---
            """)
        let document = try #require(history.document("terms"))
        #expect(document.editions.map(document.isOlderHistory) == [true, false, false])
        #expect(document.inForce(on: try day("2024-06-01"))?.title.value == "Older")
        #expect(
            history.notices.map { "\($0.id): \($0.editions.map(\.title.value))" } == [
                "terms-2026-01-01: [\"First\"]", "terms-2027-01-01: [\"Late\"]",
            ])
        #expect(history.events.map(\.path) == ["notice/terms-2026-01-01", "notice/terms-2027-01-01"])
    }
}
