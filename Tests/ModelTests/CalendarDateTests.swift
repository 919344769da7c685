import Model
import Testing

@Suite("Days")
struct CalendarDateTests {
    @Test("Every day of nine thousand years follows the one before it")
    func ordinals() {
        var ordinal = 0
        for year in 1...9999 {
            for month in 1...12 {
                for day in 1...CalendarDate.days(inMonth: month, of: year) {
                    ordinal += 1
                    guard month == 2 || day == 1 || day > 27 else { continue }
                    let date = CalendarDate(year: year, month: month, day: day)
                    #expect(date?.ordinal == ordinal)
                    #expect(CalendarDate(ordinal: ordinal) == date)
                }
            }
        }
    }

    @Test(
        "What is no real day is none", arguments: ["2026-02-29", "2026-09-31", "2026-13-01", "0000-01-01", "2026-1-1"])
    func noDay(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("Moments are ordered as they are written")
    func moments() {
        let written = ["2026-11-22T23:59", "2026-11-23", "2026-11-23T00:00", "2026-11-23T15:00", "2026-11-24"]
        let moments = written.compactMap { Moment($0) }
        #expect(moments.map(\.description) == written)
        #expect(moments == moments.sorted())
        #expect(Moment("2026-11-23T24:00") == nil)
        #expect(Moment("2026-11-23 15:00") == nil)
    }

    @Test("A bare as-of is the whole day, one with a time is that far")
    func asOf() throws {
        let bare = AsOf(try #require(Moment("2026-11-23")))
        let timed = AsOf(try #require(Moment("2026-11-23T15:00")))
        for (text, byBare, byTimed) in [
            ("2026-11-23", true, true), ("2026-11-23T15:00", true, true), ("2026-11-23T15:01", true, false),
            ("2026-11-24", false, false), ("2026-11-22T23:59", true, true),
        ] {
            let moment = try #require(Moment(text))
            #expect(bare.covers(moment) == byBare)
            #expect(timed.covers(moment) == byTimed)
        }
    }
}
