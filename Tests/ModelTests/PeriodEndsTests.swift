import Model
import TestSupport
import Testing

/// Periods that end on working days (Regulation 1182/71, article 3(4)).
@Suite struct PeriodEndsTests {
    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    /// Christmas 2026: the 25th is a Friday, the 26th a Saturday, and the 28th a Monday off.
    @Test func christmas() throws {
        let ends = PeriodEnds(areWorkingDays: true, holidays: [try day("2026-12-28"), try day("2026-12-25")])
        let expected = [
            "2026-12-24": "2026-12-24", "2026-12-25": "2026-12-29", "2026-12-26": "2026-12-29",
            "2026-12-27": "2026-12-29", "2026-12-28": "2026-12-29", "2026-12-29": "2026-12-29",
            "2027-01-02": "2027-01-04",
        ]
        for (last, end) in expected.sorted(by: { $0.key < $1.key }) {
            #expect(ends.end(ofPeriodTo: try day(last)) == (try day(end)), "\(last)")
            #expect(PeriodEnds.calendarDays.end(ofPeriodTo: try day(last)) == (try day(last)))
        }
        // Thirty days from 25 November end with Christmas Day, so with the 29th.
        let earliest = NoticePeriod.earliestEffective(announced: try day("2026-11-25"), days: 30, ending: ends)
        #expect(earliest == (try day("2026-12-30")))
        #expect(
            NoticePeriod.objectionDeadline(announced: try day("2026-11-25"), objectionDays: 30, ending: ends)
                == (try day("2026-12-29")))
        // Without a period there is none to end later.
        #expect(
            NoticePeriod.earliestEffective(announced: try day("2026-12-26"), days: 0, ending: ends)
                == (try day("2026-12-26")))
    }

    /// Day by day, with a rule that knows nothing of runs: walk on until a day is none of these.
    @Test(arguments: 1...200)
    func walked(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let start = try day("2027-03-01")
        let holidays = Set(
            (0..<Int.random(in: 0...40, using: &random)).map { _ in
                start.adding(days: Int.random(in: 0...60, using: &random))
            })
        let ends = PeriodEnds(areWorkingDays: true, holidays: holidays)
        // 1 March 2027 is a Monday.
        func isOff(_ day: CalendarDate) -> Bool {
            [5, 6].contains(((day.ordinal - start.ordinal) % 7 + 7) % 7) || holidays.contains(day)
        }
        func earliest(_ announced: CalendarDate, _ days: Int) -> CalendarDate {
            var last = announced.adding(days: days)
            while days > 0, isOff(last) { last = last.adding(days: 1) }
            return days > 0 ? last.adding(days: 1) : announced
        }
        for _ in 0..<40 {
            let announced = start.adding(days: Int.random(in: -10...80, using: &random))
            let days = Int.random(in: 0...35, using: &random)
            let found = NoticePeriod.earliestEffective(announced: announced, days: days, ending: ends)
            #expect(found == earliest(announced, days), "seed \(seed): \(days) days from \(announced)")
            // The inverse: the last day that leads no later.
            let latest = NoticePeriod.latestAnnounced(effective: found, days: days, ending: ends)
            #expect(latest >= announced && earliest(latest, days) <= found, "seed \(seed): \(days) days to \(found)")
            #expect(earliest(latest.adding(days: 1), days) > found, "seed \(seed): \(days) days to \(found)")
        }
    }

    /// A list of holidays as long as a file can hold is walked once.
    @Test func aThousandHolidaysInARow() throws {
        let start = try day("2027-03-01")
        let ends = PeriodEnds(areWorkingDays: true, holidays: (0..<10_000).map { start.adding(days: $0) })
        // Day 10,000 is a Friday: 10,000 = 7 × 1,428 + 4.
        #expect(ends.end(ofPeriodTo: start) == start.adding(days: 10_000))
        #expect(ends.lastEnd(upTo: start.adding(days: 9_999)) == start.adding(days: -3))
    }
}
