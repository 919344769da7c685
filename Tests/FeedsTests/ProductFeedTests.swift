import Diagnostics
import Feeds
import Formats
import Foundation
import Model
import Notices
import Source
import TestSupport
import Testing

/// Who follows a product's feed learns of all that will hold for the product before it does.
@Suite("Feeds of products")
struct ProductFeedTests {
    /// The entries of a row's feeds, by the feed's name, oldest first.
    private func feeds(_ changes: String, products: String = "[desk]") throws -> (History, [String: [FeedEntry]]) {
        var world = World(
            """
            -- Content/subprocessors/providers/heron.yaml --
            name: Heron
            entity: Heron GmbH
            purpose: Runs the servers
            data: [messages]
            locations: [DE]
            products: \(products)
            announced: 2026-01-01
            changes:
            \(changes)
            """)
        world.files["Content/site.yaml"] = World.site(
            documents: ["subprocessors"], "products: {desk: Desk, lamp: Lamp}")
        world.files["Content/subprocessors/2026-01-01.md"] = "---\ntitle: Subprocessors\n---\n"
        let reading = readLibrary(world.tree)
        #expect(reading.diagnostics.listing == "")
        let history = History(resolving: try #require(reading.library))
        return (history, feeds(of: history))
    }

    private func feeds(of history: History) -> [String: [FeedEntry]] {
        let entries = PublicHistory(of: history.library, asOf: AsOf(.last)).feedEntries(redlines: noTexts(history))
        let feeds = Feed.all(of: history, entries: entries).map { ($0.name, $0.entries.map(\.entry)) }
        return Dictionary(feeds) { first, _ in first }
    }

    private func entry(_ entries: [FeedEntry]?, _ id: String) throws -> String {
        try #require(entries?.first { $0.id.hasSuffix(":notice/subprocessors-\(id)") }).html
    }

    @Test("What changes before a product is added reaches its customers, and the entry of that day says it")
    func addedLater() throws {
        let (_, feeds) = try feeds(
            """
            - {announced: 2026-02-01, effective: 2026-06-01, products: [desk, lamp], note: More.}
            - {announced: 2026-02-02, effective: 2026-04-15, retention: for ever, data: [messages, passports], note: New.}
            """)
        #expect(try entry(feeds["product/lamp"], "2026-02-02").contains("<dd>After: messages, passports</dd>"))
        let joining = try entry(feeds["product/lamp"], "2026-02-01/effective/2026-06-01")
        for fact in ["messages, passports", "for ever", "Heron GmbH", "Germany"] {
            #expect(joining.contains("<dd>\(fact)</dd>"), "\(joining)")
        }
        #expect(try entry(feeds["product/lamp"], "2026-02-01").contains("<dt>Data</dt>\n<dd>messages</dd>"))
    }

    @Test("A change that adds a product says what was announced for later already")
    func addedEarlier() throws {
        let (history, feeds) = try feeds(
            """
            - {announced: 2026-02-01, effective: 2026-06-01, ai: {training: on all content}, note: Ours.}
            - {announced: 2026-02-02, effective: 2026-04-15, products: [desk, lamp], note: More.}
            """)
        let ids = feeds["product/lamp"]?.map { $0.event.path }
        #expect(
            ids == [
                "notice/subprocessors-2026-02-02", "notice/subprocessors-2026-02-02/effective/2026-04-15",
                "notice/subprocessors-2026-02-01/effective/2026-06-01",
            ])
        let joining = try entry(feeds["product/lamp"], "2026-02-02")
        #expect(
            joining.contains(
                """
                <p>Announced already:</p>
                <p>From 1 June 2026, Heron will have new AI terms (training: on all content).</p>
                <p>Ours.</p>
                <dl>
                <dt>AI terms</dt>
                <dd>Before: not given</dd>
                <dd>After: training: on all content</dd>
                </dl>
                """), "\(joining)")
        #expect(try !entry(feeds["product/lamp"], "2026-02-02/effective/2026-04-15").contains("Announced already"))
        let calendar = try #require(calendars(of: history)["product/lamp"])
        #expect(calendar.contains("subprocessors-2026-02-01/effect/2026-06-01"), "\(calendar)")
    }

    @Test(
        "A correction reaches those for whose product the company was used while the list was wrong",
        arguments: [("2026-04-14", true), ("2026-04-15", false)])
    func corrected(since: String, reachesDesk: Bool) throws {
        let (history, feeds) = try feeds(
            """
            - {announced: 2026-02-01, effective: 2026-04-15, products: [lamp], note: Moved.}
            - announced: 2026-06-01
              true_since: \(since)
              data: [messages, passports]
              note: The list was wrong.
              urgent: It was so already.
            """)
        func isIn(_ feed: String) -> Bool {
            feeds[feed]?.contains { $0.event.path == "notice/subprocessors-2026-06-01" } ?? false
        }
        #expect(isIn("product/lamp"))
        #expect(isIn("product/desk") == reachesDesk)
        let calendar = try #require(calendars(of: history)["product/desk"])
        #expect(calendar.contains("notice/subprocessors-2026-06-01/objection") == reachesDesk, "\(calendar)")
    }

    @Test("What was announced already is said once in an entry of several changes that add products")
    func addedTwice() throws {
        let (_, feeds) = try feeds(
            """
            - {announced: 2026-02-01, effective: 2026-07-01, ai: {training: on all content}, note: Ours.}
            - {announced: 2026-02-02, effective: 2026-04-15, products: [desk, lamp], note: More.}
            - {announced: 2026-02-02, effective: 2026-06-01, products: [lamp], note: Moved.}
            """)
        let joining = try entry(feeds["product/lamp"], "2026-02-02")
        #expect(joining.components(separatedBy: "Announced already:").count == 2, "\(joining)")
    }

    @Test("What is announced in the last minute before its day of effect tells nothing twice on that day")
    func announcedTheEvening() throws {
        let (_, feeds) = try feeds(
            """
            - {announced: 2026-02-01, effective: 2026-07-01, ai: {training: on all content}, note: Ours.}
            - announced: 2026-03-31T23:59
              effective: 2026-04-01
              products: [desk, lamp]
              note: More.
              urgent: We must.
            - {announced: 2026-03-31T23:59, effective: 2026-04-01, retention: for ever, note: New., urgent: We must.}
            """)
        let announced = try entry(feeds["product/lamp"], "2026-03-31")
        #expect(announced.contains("Announced already:"), "\(announced)")
        let effective = try entry(feeds["product/lamp"], "2026-03-31/effective/2026-04-01")
        #expect(!effective.contains("Announced already:"), "\(effective)")
    }

    private func calendars(of history: History) -> [String: String] {
        let files = machineFiles(
            PublicHistory(of: history.library, asOf: AsOf(.last)), redlines: noTexts(history), pages: [])
        let calendars = files.filter { $0.path.hasPrefix("feeds/") && $0.path.hasSuffix(".ics") }.map { file in
            let text = String(decoding: file.bytes, as: UTF8.self).replacing("\r\n ", with: "")
            return (String(file.path.dropFirst(6).dropLast(4)), text)
        }
        return Dictionary(calendars) { first, _ in first }
    }

    @Test(
        "Where a product stays by a withdrawal or a postponement, its customers are told what was announced without them",
        arguments: [
            ("withdrawn: {announced: 2026-05-30, reason: Goes on.}", "withdrawn"),
            ("postponed: [{announced: 2026-05-30, effective: 2026-12-01, reason: Later.}]", "postponed"),
        ])
    func stays(recall: String, kind: String) throws {
        let (_, feeds) = try feeds(
            """
            - {announced: 2026-02-01, effective: 2026-06-01, products: [desk], note: Less., \(recall)}
            - {announced: 2026-02-03, effective: 2026-07-01, data: [messages, passports], note: New.}
            """, products: "[desk, lamp]")
        let told = try entry(feeds["product/lamp"], "2026-02-01/\(kind)/2026-05-30")
        #expect(told.contains("<p>From 1 July 2026, Heron will also receive passports.</p>"), "\(told)")
        #expect(try entry(feeds["product/lamp"], "2026-02-03/effective/2026-07-01").contains("passports"))
        #expect(feeds["product/lamp"]?.contains { $0.event.path == "notice/subprocessors-2026-02-03" } == false)
    }

    @Test("What holds for a product was told in its feed before it does, over random histories")
    func promise() throws {
        var (held, told) = (0, 0)
        for seed in 1...400 as ClosedRange<UInt64> {
            var random = SeededRandom(seed: seed)
            let row = SimulatedUse(random: &random)
            let history = try row.history()
            // What contradicts what was published is refused.
            guard history.documents.flatMap({ $0.register?.providers ?? [] }).allSatisfy(\.conflicts.isEmpty) else {
                continue
            }
            held += 1
            let feeds = feeds(of: history)
            for product in ["studio", "cloud"] {
                let entries = (feeds["product/\(product)"] ?? []).map { entry in
                    (
                        day: entry.event.moment.day.ordinal - SimulatedUse.start.ordinal,
                        isEffect: entry.event.kind == .effective,
                        // What is postponed says what holds until then.
                        facts: entry.event.kind == .postponed
                            ? entry.html.replacing("<dd>Before: ", with: "<dd>")
                            : entry.html.replacing(/<dd>Before: [^<]*<\/dd>/, with: "")
                    )
                }
                for day in 0..<SimulatedUse.horizon {
                    let sight = row.sight(on: day, known: day)
                    for (field, value) in sight.values where sight.isUsed(for: product) {
                        let isTold = entries.contains { entry in
                            (entry.day < day || entry.day == day && !entry.isEffect)
                                && ["", "After: "].contains { entry.facts.contains("<dd>\($0)\(value)</dd>") }
                        }
                        told += 1
                        guard !isTold else { continue }
                        Issue.record("seed \(seed), \(product), day \(day): \(field) \(value)\n\(row)")
                        return
                    }
                }
            }
        }
        #expect(held > 100 && told > 10_000, "\(held), \(told)")
    }

    @Test(
        "What a later entry says to stay is what was known to hold on the day of effect, over random histories"
    )
    func staying() throws {
        var said = 0
        for seed in 1...400 as ClosedRange<UInt64> {
            var random = SeededRandom(seed: seed)
            let row = SimulatedUse(random: &random)
            let history = try row.history()
            guard history.documents.flatMap({ $0.register?.providers ?? [] }).allSatisfy(\.conflicts.isEmpty) else {
                continue
            }
            for entry in feeds(of: history)["subprocessors"] ?? [] {
                let event = entry.event
                guard event.kind != .announced else { continue }
                let told = event.moment.day.ordinal - SimulatedUse.start.ordinal
                let items = try #require(history.notice(event.notice)).items(of: event)
                // What was to come on several days has a list for each.
                guard event.kind == .effective || items.count == 1 else { continue }
                for case .change(let change) in items {
                    let day = change.announcement.planned(knownAt: event.known).ordinal - SimulatedUse.start.ordinal
                    let sight = row.sight(on: day, known: event.kind == .effective ? told - 1 : told)
                    let parts = entry.html.components(separatedBy: "What stays as it is:</p>").dropFirst()
                    for part in parts.map({ $0.components(separatedBy: "</dl>")[0] }) {
                        for (field, label) in [(ProviderField.data, "Data"), (.retention, "Retention")] {
                            let words = part.components(separatedBy: "<dt>\(label)</dt>\n<dd>").dropFirst().first
                            guard let words else { continue }
                            said += 1
                            #expect(
                                words.components(separatedBy: "<")[0] == sight.values[field],
                                "seed \(seed), \(event.path)\n\(row)")
                        }
                    }
                }
            }
        }
        #expect(said > 300, "\(said)")
    }
}
