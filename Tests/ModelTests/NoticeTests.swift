import Model
import Testing

@Suite("Notices and events")
struct NoticeTests {
    private let register = """
        -- Content/subprocessors/providers/acme.yaml --
        name: Acme
        entity: Acme, Inc.
        purpose: Hosting of files
        data: [files]
        announced: 2026-01-01
        changes:
          - announced: 2027-01-10
            effective: 2027-02-15
            data: [files, logs]
            note: x
          - announced: 2027-01-10T09:30
            effective: 2027-02-15
            name: Acme Cloud
            note: x
            postponed:
              - {announced: 2027-02-01T08:00, effective: 2027-03-01, reason: x}
              - {announced: 2027-02-01T18:00, effective: 2027-03-15, reason: x}
          - announced: 2027-01-10T09:30
            effective: 2027-04-01
            removed: true
            note: x
            withdrawn: {announced: 2027-02-02, reason: x}
          - announced: 2027-02-15
            contact: a@acme.example
        -- Content/subprocessors/providers/borea.yaml --
        name: Borea
        entity: Borea AB
        purpose: Mail delivery
        data: [addresses]
        announced: 2027-01-10T09:30
        effective: 2027-02-15
        note: x
        """

    @Test("A document's moments are its notices; the second of a day has a number")
    func notices() throws {
        let history = try history(register)
        let told = history.notices.map { notice in
            "\(notice.id): \(notice.changes.map { "\($0.id) \($0.kinds.map(\.rawValue))" })"
                + " until \(notice.objectionDeadline.map { "\($0)" } ?? "-")"
        }
        #expect(
            told == [
                "subprocessors-2026-01-01: [\"acme/2026-01-01 [\\\"added\\\"]\"] until -",
                "subprocessors-2027-01-10: [\"acme/2027-01-10 [\\\"data_added\\\"]\"] until 2027-02-09",
                "subprocessors-2027-01-10-2: [\"acme/2027-01-10-2 [\\\"renamed\\\"]\", "
                    + "\"acme/2027-01-10-3 [\\\"removed\\\"]\", \"borea/2027-01-10 [\\\"added\\\"]\"] until 2027-02-09",
            ])
    }

    @Test("Events are in order: effects of a day first, by notice, then as in the record")
    func events() throws {
        #expect(
            try history(register).events.map { "\($0.moment) \($0.path)" } == [
                "2026-01-01 notice/subprocessors-2026-01-01",
                "2027-01-10 notice/subprocessors-2027-01-10",
                "2027-01-10T09:30 notice/subprocessors-2027-01-10-2",
                "2027-02-01T08:00 notice/subprocessors-2027-01-10-2/postponed/2027-02-01",
                "2027-02-01T18:00 notice/subprocessors-2027-01-10-2/postponed/2027-02-01-2",
                "2027-02-02 notice/subprocessors-2027-01-10-2/withdrawn/2027-02-02",
                "2027-02-15 notice/subprocessors-2027-01-10/effective/2027-02-15",
                "2027-02-15 notice/subprocessors-2027-01-10-2/effective/2027-02-15",
                "2027-03-15 notice/subprocessors-2027-01-10-2/effective/2027-03-15",
            ])
    }

    @Test("The list on a day, and the days on which it changed")
    func list() throws {
        let register = try #require(history(register).document("subprocessors")?.register)
        #expect(
            register.daysOfChange(upTo: try day("2030-01-01")).map(\.description) == [
                "2026-01-01", "2027-02-15", "2027-03-15",
            ])
        let rows = register.list(on: try day("2027-03-15"))
        #expect(rows.map(\.state.name) == ["Acme Cloud", "Borea"])
        #expect(rows.map(\.since.description) == ["2026-01-01", "2027-02-15"])
        #expect(rows[0].state.unrecorded[.contact] == .text("a@acme.example"))
        #expect(rows[0].state.fields[.contact] == nil)
    }
}
