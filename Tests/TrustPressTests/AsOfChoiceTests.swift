import Model
import Testing
import TrustPress

@Suite("What a run speaks for")
struct AsOfChoiceTests {
    private let utc = UTCOffset(minutes: 0)

    @Test("The option first, then SOURCE_DATE_EPOCH, then the clock")
    func order() throws {
        let option = try AsOfChoice(option: "2026-11-23", epoch: "0", now: 0, offset: utc)
        #expect(option.description(at: utc) == "2026-11-23 (+00:00), by --as-of")
        let epoch = try AsOfChoice(option: nil, epoch: "86399", now: 0, offset: utc)
        #expect(epoch.description(at: utc) == "1970-01-01T23:59 (+00:00), by SOURCE_DATE_EPOCH")
        let clock = try AsOfChoice(option: nil, epoch: nil, now: 86_400, offset: utc)
        #expect(clock.description(at: utc) == "1970-01-02T00:00 (+00:00), by the clock")
    }

    @Test(
        "Seconds become a minute at the site's offset",
        arguments: [
            (1_795_478_400, 0, "2026-11-24T00:00"), (1_795_478_399, 0, "2026-11-23T23:59"),
            (1_795_478_399, 60, "2026-11-24T00:59"), (1_795_478_400, -90, "2026-11-23T22:30"),
            (-1, 0, "1969-12-31T23:59"), (-86_400, 0, "1969-12-31T00:00"), (-86_401, 0, "1969-12-30T23:59"),
        ])
    func offset(seconds: Int, minutes: Int, expected: String) throws {
        let choice = try AsOfChoice(option: nil, epoch: nil, now: seconds, offset: UTCOffset(minutes: minutes))
        #expect(choice.asOf.description == expected)
    }

    @Test("What is no moment is wrong usage", arguments: ["23.11.2026", "2026-11-31", ""])
    func wrongOption(option: String) {
        #expect(throws: UsageError.self) { try AsOfChoice(option: option, epoch: nil, now: 0, offset: utc) }
    }

    @Test("What are no seconds is wrong usage", arguments: ["soon", "99999999999999999", "9223372036854775807"])
    func wrongEpoch(epoch: String) {
        #expect(throws: UsageError.self) { try AsOfChoice(option: nil, epoch: epoch, now: 0, offset: utc) }
    }

    @Test("Behind a revision a day in another order is a day, and a version's name is none")
    func revisions() throws {
        for day in ["23.11.2026", "11/23/2026", "2026-11"] {
            #expect(throws: UsageError.self) { try BaselineChoice(option: "git:main@\(day)") }
        }
        #expect(try BaselineChoice(option: "git:docs@2026.11.2") == .revision("docs@2026.11.2", nil))
        #expect(try BaselineChoice(option: "git:docs@1.2.3") == .revision("docs@1.2.3", nil))
    }
}
