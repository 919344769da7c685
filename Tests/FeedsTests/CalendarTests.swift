import Feeds
import Model
import Notices
import Site
import Source
import Testing
import TestSupport

@Suite("Calendars")
struct CalendarTests {
    /// Two companies announced together, and what becomes of them.
    private static func world(_ north: String = "", _ south: String = "", more: String = "") -> World {
        func row(_ name: String, _ later: String) -> String {
            """
            -- Content/subprocessors/providers/\(name.lowercased()).yaml --
            name: \(name)
            entity: \(name) GmbH
            purpose: \(name == "South" ? "Keeps the backups" : "Runs the servers")
            data: [account data]
            locations: [DE]
            announced: 2026-03-01T10:30
            effective: 2026-04-15
            note: Needed.
            \(later)
            """
        }
        return World(row("North", north) + "\n" + row("South", south) + more)
    }

    private static let postponed = "postponed: [{announced: 2026-03-10, effective: 2026-05-01, reason: Later.}]"
    private static let again =
        "postponed: [{announced: 2026-03-10, effective: 2026-05-01, reason: Later.}, "
        + "{announced: 2026-03-20, effective: 2026-06-01, reason: Later still.}]"
    private static let other = "postponed: [{announced: 2026-03-10, effective: 2026-06-01, reason: Later.}]"
    private static let withdrawn = "withdrawn: {announced: 2026-03-20T08:00, reason: Not needed.}"

    private func history(_ world: World, _ asOf: String) throws -> History {
        let library = try #require(readLibrary(world.tree).library)
        return History(resolving: library.announced(by: AsOf(try moment(asOf))))
    }

    private func calendars(of history: History) -> [EventCalendar] {
        EventCalendar.all(of: history, Feed.all(of: history, entries: []))
    }

    /// Each entry of the notice of 1 March in one line: the end of its id, sequence, announcement, day, summary.
    private func listing(_ world: World, _ asOf: String) throws -> [String] {
        try history(world, asOf).calendarEvents.compactMap { event in
            let start = "tag:acme.example,2026:notice/subprocessors-2026-03-01/"
            guard event.id.hasPrefix(start) else { return nil }
            let state = event.isCancelled ? " cancelled" : ""
            return "\(event.id.dropFirst(start.count)) #\(event.sequence) \(event.announced) \(event.day)\(state): "
                + event.summary
        }
    }

    private static func object(_ names: String = "North and South") -> String {
        "2026-03-31: Acme: last day to object to changes of Subprocessors (\(names))"
    }

    private static let none = "Acme, withdrawn: there is nothing left to object to in Subprocessors"

    @Test("A notice gives its last day to object and its day of effect")
    func announced() throws {
        #expect(
            try listing(Self.world(), "2026-03-01") == [
                "objection #0 2026-03-01T10:30 \(Self.object())",
                "effect/2026-04-15 #0 2026-03-01T10:30 2026-04-15: Acme: 2 changes of Subprocessors take effect",
            ])
        #expect(try listing(Self.world(), "2026-03-01T10:29") == [])
    }

    @Test("What is postponed together moves, and keeps its id")
    func movedTogether() throws {
        let world = Self.world(Self.postponed, Self.postponed)
        #expect(try listing(world, "2026-03-09") == listing(Self.world(), "2026-03-09"))
        #expect(
            try listing(world, "2026-03-10") == [
                "objection #1 2026-03-10 \(Self.object())",
                "effect/2026-04-15 #1 2026-03-10 2026-05-01: Acme: 2 changes of Subprocessors take effect",
            ])
    }

    @Test("What is postponed without the others gets an entry of its own, which moves in turn")
    func movedAlone() throws {
        let world = Self.world(Self.again)
        #expect(
            try listing(world, "2026-03-10") == [
                "objection #1 2026-03-10 \(Self.object())",
                "effect/2026-04-15 #1 2026-03-10 2026-04-15: "
                    + "Acme: South is added on 15 April 2026 to keep the backups",
                "effect/2026-04-15/2026-05-01 #0 2026-03-10 2026-05-01: "
                    + "Acme: North is added on 1 May 2026 to run the servers",
            ])
        #expect(
            try listing(world, "2026-03-20").suffix(2) == [
                "effect/2026-04-15 #1 2026-03-10 2026-04-15: "
                    + "Acme: South is added on 15 April 2026 to keep the backups",
                "effect/2026-04-15/2026-05-01 #1 2026-03-20 2026-06-01: "
                    + "Acme: North is added on 1 June 2026 to run the servers",
            ])
    }

    @Test("Of those postponed to different days the first keeps the entry")
    func movedApart() throws {
        #expect(
            try listing(Self.world(Self.other, Self.postponed), "2026-03-10").dropFirst() == [
                "effect/2026-04-15 #1 2026-03-10 2026-05-01: Acme: South is added on 1 May 2026 to keep the backups",
                "effect/2026-04-15/2026-06-01 #0 2026-03-10 2026-06-01: "
                    + "Acme: North is added on 1 June 2026 to run the servers",
            ])
    }

    @Test("What is withdrawn without the others leaves their entry")
    func withdrawnAlone() throws {
        #expect(
            try listing(Self.world(Self.withdrawn), "2026-04-01") == [
                "objection #1 2026-03-20T08:00 \(Self.object("South"))",
                "effect/2026-04-15 #1 2026-03-20T08:00 2026-04-15: "
                    + "Acme: South is added on 15 April 2026 to keep the backups",
            ])
    }

    @Test("When all is withdrawn, both entries are cancelled and say so")
    func withdrawnTogether() throws {
        #expect(
            try listing(Self.world(Self.withdrawn, Self.withdrawn), "2026-04-01") == [
                "objection #1 2026-03-20T08:00 2026-03-31 cancelled: \(Self.none)",
                "effect/2026-04-15 #1 2026-03-20T08:00 2026-04-15 cancelled: "
                    + "Acme, withdrawn: 2 changes of Subprocessors take effect",
            ])
    }

    @Test("One postponed and one withdrawn later: each entry follows its own")
    func mixed() throws {
        #expect(
            try listing(Self.world(Self.postponed, Self.withdrawn), "2026-04-01") == [
                "objection #2 2026-03-20T08:00 \(Self.object("North"))",
                "effect/2026-04-15 #2 2026-03-20T08:00 2026-04-15 cancelled: "
                    + "Acme, withdrawn: South is added on 15 April 2026 to keep the backups",
                "effect/2026-04-15/2026-05-01 #0 2026-03-10 2026-05-01: "
                    + "Acme: North is added on 1 May 2026 to run the servers",
            ])
    }

    @Test("A calendar as it is published")
    func text() throws {
        let world = Self.world(Self.withdrawn)
        let history = try history(world, "2026-04-01")
        let calendar = try #require(calendars(of: history).first { $0.feed.name == "subprocessors" })
        let text = calendar.text(history.settings)
        #expect(text.utf8.count { $0 == 0xA } == text.utf8.count { $0 == 0xD })
        let lines = text.replacing("\r\n", with: "\n")
        #expect(
            lines.hasPrefix(
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//TrustPress//TrustPress//EN
                CALSCALE:GREGORIAN
                UID:tag:acme.example\\,2026:feed/subprocessors
                NAME:Acme: Subprocessors
                X-WR-CALNAME:Acme: Subprocessors
                URL:https://trust.acme.example/subprocessors/
                SOURCE;VALUE=URI:https://trust.acme.example/feeds/subprocessors.ics
                REFRESH-INTERVAL;VALUE=DURATION:P1D
                X-PUBLISHED-TTL:P1D
                BEGIN:VEVENT

                """))
        #expect(
            lines.hasSuffix(
                """
                BEGIN:VEVENT
                UID:tag:acme.example\\,2026:notice/subprocessors-2026-03-01/effect/2026-04-1
                 5
                DTSTAMP:20260320T080000Z
                SEQUENCE:1
                DTSTART;VALUE=DATE:20260415
                DTEND;VALUE=DATE:20260416
                SUMMARY:Acme: South is added on 15 April 2026 to keep the backups
                DESCRIPTION:South is added on 15 April 2026 to keep the backups.\\n\\nCustome
                 rs may object until 31 March 2026. Write to privacy@acme.example\\, wit
                 h “Objection to subprocessors-2026-03-01” as the subject.\\n\\nhttps://t
                 rust.acme.example/notices/subprocessors-2026-03-01/
                URL:https://trust.acme.example/notices/subprocessors-2026-03-01/
                CATEGORIES:Subprocessors
                STATUS:CONFIRMED
                TRANSP:TRANSPARENT
                END:VEVENT
                END:VCALENDAR

                """), "\(lines)")
    }

    @Test("A calendar without notices says when the record begins")
    func empty() throws {
        let history = try history(Self.world(), "2025-12-31")
        let calendars = calendars(of: history)
        #expect(calendars.map(\.feed.name) == ["all"])
        let text = try #require(calendars.first).text(history.settings)
        #expect(text.contains("UID:tag:acme.example\\,2026:feed/all/start\r\n"))
        #expect(text.contains("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20260102\r\n"))
    }

    @Test("The stamp is in UTC, before midnight too")
    func offset() throws {
        let history = try FeedsTests.history([
            register([provider("north", [.name: .text("North")], announcement("2026-03-01", "2026-04-15"))])
        ])
        let all = try #require(calendars(of: history).first).text(history.settings)
        #expect(all.contains("DTSTAMP:20260228T230000Z\r\n"), "\(all)")
    }

    @Test(
        "An id once published stays, and its sequence rises with each change",
        arguments: 1...10 as ClosedRange<UInt64>)
    func permanent(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let library = try RandomHistory.library(using: &random)
        var seen: [String: CalendarEvent] = [:]
        for offset in 0..<112 {
            let asOf = AsOf(Moment(try day("2026-01-01").adding(days: offset * 5 + Int(seed))))
            let events = History(resolving: library.announced(by: asOf)).calendarEvents
            #expect(Set(events.map(\.id)).count == events.count, "seed \(seed), \(asOf)")
            #expect(Set(events.map(\.id)).isSuperset(of: seen.keys), "seed \(seed), \(asOf)")
            for event in events {
                guard let old = seen.updateValue(event, forKey: event.id) else { continue }
                let isSame =
                    (old.day, old.isCancelled, old.summary, old.description, old.announced)
                    == (event.day, event.isCancelled, event.summary, event.description, event.announced)
                #expect(
                    isSame ? event.sequence == old.sequence : event.sequence > old.sequence,
                    "seed \(seed), \(asOf): \(event.id)")
                #expect(!old.isCancelled || isSame, "seed \(seed), \(asOf): \(event.id)")
            }
        }
        #expect(!seen.isEmpty, "seed \(seed)")
    }
}
