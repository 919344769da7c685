import Testing

@testable import Source

@Suite("A date that will not do is answered with the one that would")
struct DateHelpTests {
    @Test(
        "Days",
        arguments: [
            ("23.11.2026", "write 2026-11-23"), ("1.2.2026", "write 2026-02-01"), ("2026-1-5", "write 2026-01-05"),
            ("2026/11/23", "write 2026-11-23"), ("20261123", "write 2026-11-23"), ("2026-23-11", "write 2026-11-23"),
            ("11/23/2026", "write 2026-11-23"), ("23/11/2026", "write 2026-11-23"),
            ("5/11/2026", "write 2026-11-05 or 2026-05-11"), ("11/11/2026", "write 2026-11-11"),
            ("23 November 2026", "write 2026-11-23"), ("November 23, 2026", "write 2026-11-23"),
            ("Nov 23rd 2026", "write 2026-11-23"), ("2026 Nov 23", "write 2026-11-23"),
            ("2026-11-027", "write 2026-11-27"), ("2026-003-09", "write 2026-03-09"),
            ("2026-11-0027", "write 2026-11-27"),
            ("02026-11-23", "write a day as YYYY-MM-DD"), ("2026-11-230", "write a day as YYYY-MM-DD"),
            ("2026-11-23T15:00", "write 2026-11-23"), ("2026-11", "write a day as YYYY-MM-DD"),
            ("2026-13-45", "write a day as YYYY-MM-DD"), ("2026-W14-5", "write a day as YYYY-MM-DD"),
            ("0000-01-01", "write a day as YYYY-MM-DD"),
            ("soon", "write a day as YYYY-MM-DD"), ("", "write a day as YYYY-MM-DD"),
            ("٢٠٢٦-١١-٢٣", "write a day as YYYY-MM-DD"), ("99999999999999999999-1-1", "write a day as YYYY-MM-DD"),
        ])
    func days(text: String, help: String) {
        #expect(dateHelp(text, allowsTime: false) == help)
    }

    @Test(
        "A day past the end of its month",
        arguments: [
            ("2026-09-31", "2026-09-30"), ("2026-02-30", "2026-02-28"), ("2028-02-30", "2028-02-29"),
            ("2030-11-31", "2030-11-30"), ("20301131", "2030-11-30"), ("31.11.2030", "2030-11-30"),
            ("2030-31-11", "2030-11-30"), ("31 November 2030", "2030-11-30"), ("2026-11-31T08:30", "2026-11-30"),
            ("20261131 08:30", "2026-11-30"),
        ])
    func pastEnd(text: String, last: String) {
        #expect(dateHelp(text, allowsTime: true) == "write the day that is meant; the last one of its month is \(last)")
    }

    @Test(
        "Moments",
        arguments: [
            ("2026-11-23 15:00", "write 2026-11-23T15:00"), ("2026-11-23T15:00:00", "write 2026-11-23T15:00"),
            ("2026-11-23T15:00Z", "write 2026-11-23T15:00, if that is the time at the site's utc_offset"),
            ("2026-11-23T15:00+01:00", "write 2026-11-23T15:00, if that is the time at the site's utc_offset"),
            ("2026-11-23 15:00 CET", "write 2026-11-23T15:00, if that is the time at the site's utc_offset"),
            ("2026-11-23, 15:00 Uhr", "write 2026-11-23T15:00"),
            ("2026-11-23T9:05", "write 2026-11-23T09:05"), ("2026-11-23T15", "write 2026-11-23T15:00"),
            ("2026-11-23 3:30 pm", "write 2026-11-23T15:30"), ("2026-11-23 12:30am", "write 2026-11-23T00:30"),
            ("2026-11-23T24:00", "write 2026-11-24T00:00"), ("2026-11-23T25:00", "write 2026-11-23"),
            ("23.11.2026, 15:00", "write 2026-11-23T15:00"),
            ("soon", "write a day as YYYY-MM-DD, or a minute as YYYY-MM-DDThh:mm"),
        ])
    func moments(text: String, help: String) {
        #expect(dateHelp(text, allowsTime: true) == help)
    }
}
