import Diagnostics
import Feeds
import Formats
import Model
import Notices
import Testing

@Suite("Archives of feeds")
struct ArchiveTests {
    /// A register whose one company gets another name on each of so many days, at once, so that every day is an event.
    private func busy(days: Int) throws -> History {
        let start = try day("2026-01-01")
        let changes = try (1..<max(days, 1)).map { number in
            item([.name: .text("Name \(number)")], try announcement("\(start.adding(days: number))", material: false))
        }
        let company = provider("one", [.name: .text("Name 0")], try announcement("2026-01-01"), changes: changes)
        return try history([register([company])])
    }

    private func feed(_ name: String, days: Int) throws -> Feed {
        let history = try busy(days: days)
        let entries = PublicHistory(of: history.library, asOf: AsOf(.last)).feedEntries(redlines: noTexts(history))
        return try #require(Feed.all(of: history, entries: entries).first { $0.name == name })
    }

    @Test(
        "Which entries are in which document",
        arguments: [
            (1, [1], [1...1]), (49, [49], [1...49]), (50, [50, 50], [1...50, 1...50]),
            (51, [50, 50], [2...51, 1...50]), (120, [50, 50, 50], [71...120, 1...50, 51...100]),
        ] as [(Int, [Int], [ClosedRange<Int>])])
    func documents(count: Int, sizes: [Int], ranges: [ClosedRange<Int>]) throws {
        let feed = try feed("subprocessors", days: count)
        #expect(feed.entries.count == count)
        let ids = feed.entries.map(\.entry.id)
        let documents = feed.documents
        #expect(documents.map(\.entries.count) == sizes)
        for (index, (document, range)) in zip(documents, ranges).enumerated() {
            let expected = Array(ids[range.lowerBound - 1..<range.upperBound])
            #expect(document.entries.map(\.entry.id) == (index == 0 ? expected.reversed() : expected))
        }
    }

    @Test("Documents name the one before them, archives the one to subscribe to, in each format")
    func links() throws {
        let documents = try feed("subprocessors", days: 120).documents
        let settings = try settings(["subprocessors"])
        #expect(
            documents.map { $0.path(.atom) } == [
                "feeds/subprocessors.atom", "feeds/subprocessors.1.atom", "feeds/subprocessors.2.atom",
            ])
        let site = "https://trust.acme.example/feeds/subprocessors"
        for format in [FeedFormat.atom, .rss] {
            let texts = documents.map { $0.text(format, settings) }
            let end = format.rawValue
            func has(_ number: Int, _ relation: String, _ address: String) -> Bool {
                texts[number].contains("link rel=\"\(relation)\" type=\"\(format.mediaType)\" href=\"\(address)\"/>")
            }
            #expect(has(0, "self", "\(site).\(end)") && has(0, "prev-archive", "\(site).2.\(end)"))
            #expect(has(2, "self", "\(site).2.\(end)") && has(2, "prev-archive", "\(site).1.\(end)"))
            #expect(has(1, "self", "\(site).1.\(end)") && has(1, "current", "\(site).\(end)"))
            #expect(!texts[0].contains("current") && !texts[1].contains("prev-archive"))
            #expect(texts.map { $0.contains("<fh:archive/>") } == [false, true, true])
        }
        let json = documents.map { $0.text(.json, settings) }
        #expect(json[0].contains("\"next_url\": \"\(site).2.json\""))
        #expect(json[2].contains("\"next_url\": \"\(site).1.json\""))
        #expect(!json[1].contains("next_url"))
        #expect(json.allSatisfy { $0.contains("\"feed_url\": \"\(site).json\"") })
    }

    @Test("An archive never changes, whatever is announced later", arguments: FeedFormat.allCases)
    func frozen(format: FeedFormat) throws {
        var seen: [String: String] = [:]
        for days in [49, 50, 51, 99, 100, 101, 163] {
            let history = try busy(days: days)
            let entries = PublicHistory(of: history.library, asOf: AsOf(.last)).feedEntries(redlines: noTexts(history))
            for feed in Feed.all(of: history, entries: entries) {
                for document in feed.documents.dropFirst() {
                    let (path, text) = (document.path(format), document.text(format, history.settings))
                    #expect(seen[path] ?? text == text, "\(path), \(days)")
                    seen[path] = text
                }
            }
        }
        #expect(seen.count == 3 * 4)
    }

    @Test("An archive's title is what the document was called when it was full")
    func titles() throws {
        let start = try day("2026-01-01")
        let editions = try (0..<60).map { number in
            let day = start.adding(days: number)
            return try edition("terms", "\(day)", title: number < 55 ? "Terms" : "Conditions", announcement("\(day)"))
        }
        let history = try history([Document(id: "terms", editions: editions, providers: nil)])
        let entries = PublicHistory(of: history.library, asOf: AsOf(.last)).feedEntries(redlines: noTexts(history))
        let feed = try #require(Feed.all(of: history, entries: entries).first { $0.name == "terms" })
        #expect(feed.documents.map(\.title) == ["Acme: Conditions", "Acme: Terms"])
    }

    /// They may be published already.
    @Test("A title that is announced on a day of effect is told neither in the entry of that day nor by its archive")
    func titleOfTheDay() throws {
        let start = try day("2026-01-01")
        let companies = try (0..<48).map { number in
            provider("p\(number)", [.name: .text("P\(number)")], try announcement("\(start.adding(days: number))"))
        }
        let heron = provider("heron", [.name: .text("Heron")], try announcement("2026-02-20", "2026-04-01"))
        var document = try register(companies + [heron])
        document.editions.append(
            try edition(
                "subprocessors", "2026-05-10", title: "List of companies", announcement("2026-04-01", "2026-05-10")))
        let history = try history([document])
        let entries = PublicHistory(of: history.library, asOf: AsOf(.last)).feedEntries(redlines: noTexts(history))
        let effect = try #require(entries.first { $0.entry.id.hasSuffix("/effective/2026-04-01") }).entry
        #expect([effect.document, history.title(of: effect.event)] == ["Subprocessors", effect.title])
        #expect(effect.title.hasPrefix("Subprocessors: "))
        let feed = try #require(Feed.all(of: history, entries: entries).first { $0.name == "subprocessors" })
        #expect(feed.documents.last?.entries.last?.entry == effect)
        #expect(feed.documents.map(\.title) == ["Acme: List of companies", "Acme: Subprocessors"])
    }
}
