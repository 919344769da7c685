import Model
import Source
import TestSupport
import Testing

/// Announcements and periods, with the earliest day of effect and the last day to object that Regulation (EEC, Euratom)
/// 1182/71 art. 3 gives: the day of the announcement is not counted, the period ends with the end of its last day.
@Suite struct DaysTableTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var announced: String
        /// Of the site's `notice`.
        var notice: String
        /// The first day that does; the day of announcement itself where no notice is needed.
        var earliest: String
        /// Nil where nobody may object.
        var deadline: String?

        init(_ announced: String, _ notice: String, _ earliest: String, _ deadline: String?) {
            self.announced = announced
            self.notice = notice
            self.earliest = earliest
            self.deadline = deadline
        }

        var testDescription: String { "\(announced) with \(notice)" }
    }

    static let rows: [Row] = [
        // Thirty days from 23 November end with 23 December.
        Row("2026-11-23", "{days: 30, objection_days: 30}", "2026-12-24", "2026-12-23"),
        // Ends of months, of 30, 31, 28 and 29 days, and of the year.
        Row("2027-01-31", "{days: 30, objection_days: 30}", "2027-03-03", "2027-03-02"),
        Row("2028-01-31", "{days: 30, objection_days: 30}", "2028-03-02", "2028-03-01"),
        Row("2027-01-29", "{days: 30, objection_days: 30}", "2027-03-01", "2027-02-28"),
        Row("2028-01-30", "{days: 30, objection_days: 30}", "2028-03-01", "2028-02-29"),
        Row("2026-04-30", "{days: 14, objection_days: 10}", "2026-05-15", "2026-05-10"),
        Row("2026-12-31", "{days: 1, objection_days: 1}", "2027-01-02", "2027-01-01"),
        Row("2026-12-01", "{days: 30, objection_days: 30}", "2027-01-01", "2026-12-31"),
        // Leap days: announced on one, ending on one, a century without and one with one.
        Row("2028-02-29", "{days: 15, objection_days: 15}", "2028-03-16", "2028-03-15"),
        Row("2028-02-28", "{days: 1, objection_days: 1}", "2028-03-01", "2028-02-29"),
        Row("2100-02-28", "{days: 1, objection_days: 1}", "2100-03-02", "2100-03-01"),
        Row("2400-02-28", "{days: 1, objection_days: 0}", "2400-03-01", "2400-02-28"),
        Row("2027-02-28", "{days: 365, objection_days: 365}", "2028-02-29", "2028-02-28"),
        // No period at all: the same day, and the whole of it to object.
        Row("2026-11-23", "{days: 0, objection_days: 0}", "2026-11-23", "2026-11-23"),
        Row("2026-11-23T23:59", "{days: 0, objection_days: 0}", "2026-11-23", "2026-11-23"),
        // The time of day does not matter: the day is not counted.
        Row("2026-11-23T00:00", "{days: 30, objection_days: 30}", "2026-12-24", "2026-12-23"),
        Row("2026-11-23T23:59", "{days: 30, objection_days: 30}", "2026-12-24", "2026-12-23"),
        // The block in force on the day of announcement, to its edge.
        Row(
            "2026-12-31",
            "[{days: 30, objection_days: 30}, {announced: 2026-11-20, from: 2027-01-01, days: 10, objection_days: 5}]",
            "2027-01-31", "2027-01-30"),
        Row(
            "2027-01-01",
            "[{days: 30, objection_days: 30}, {announced: 2026-11-20, from: 2027-01-01, days: 10, objection_days: 5}]",
            "2027-01-12", "2027-01-06"),
        Row(
            "2027-01-01T08:00",
            "[{days: 30, objection_days: 30}, {announced: 2026-11-20, from: 2027-01-01, days: 10, objection_days: 5}]",
            "2027-01-12", "2027-01-06"),
        // The document's own days.
        Row(
            "2026-11-23", "{days: 30, objection_days: 30, documents: {subprocessors: {days: 14, objection_days: 7}}}",
            "2026-12-08", "2026-11-30"),
        // A longer time to object, where the site says what that does.
        Row(
            "2026-11-23", "{days: 10, objection_days: 90, objection_after_effect: It ends.}", "2026-12-04", "2027-02-21"
        ),
        // On the day of `since` and before it nothing needs notice; on the day after it does.
        Row("2026-01-01", "{days: 30, objection_days: 30}", "2026-01-01", nil),
        Row("2026-01-01T23:59", "{days: 30, objection_days: 30}", "2026-01-01", nil),
        Row("2025-12-31", "{days: 30, objection_days: 30}", "2025-12-31", nil),
        Row("2026-01-02", "{days: 30, objection_days: 30}", "2026-02-02", "2026-02-01"),
        Row("2026-01-02T00:00", "{days: 30, objection_days: 30}", "2026-02-02", "2026-02-01"),
    ]

    private func world(_ row: Row, effective: CalendarDate) -> String {
        let site = World.site(documents: ["subprocessors"])
            .replacing("notice: {days: 30, objection_days: 30}", with: "notice: \(row.notice)")
        return """
            -- Content/site.yaml --
            \(site)
            -- Content/subprocessors/2025-01-01.md --
            ---
            title: Subprocessors
            ---
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosts the databases
            data: [content]
            announced: \(row.announced)
            effective: \(effective)
            note: Chosen for its speed.
            locations: [DE]
            -- Content/subprocessors/providers/buoy.yaml --
            name: Buoy
            entity: Buoy Ltd
            purpose: Sends the mails
            data: [addresses]
            announced: 2025-01-01
            locations: [DE]
            """
    }

    @Test(arguments: rows)
    func table(_ row: Row) throws {
        let announced = try #require(Moment(row.announced))
        let earliest = try #require(CalendarDate(row.earliest))
        // Nothing is public before `since` ends, but on a day up to it.
        let asOf = max(row.announced, "2026-01-01")
        #expect(try findings(in: world(row, effective: earliest), asOf: asOf) == "")
        if earliest > announced.day {
            let found = try findings(in: world(row, effective: earliest.adding(days: -1)), asOf: row.announced)
            #expect(found.contains("Content/subprocessors/providers/acme.yaml:6:12 notice-too-short: "))
            #expect(found.contains("\n    write effective: \(earliest) or a later day, or add urgent: "))
        }
        let library = try #require(readLibrary(World(world(row, effective: earliest)).tree).library)
        let notice = try #require(
            History(resolving: library).notices.last { notice in notice.changes.contains { $0.id.provider == "acme" } })
        #expect(notice.objectionDeadline?.description == row.deadline)
        #expect(notice.isStartingState == (row.deadline == nil))
    }
}
