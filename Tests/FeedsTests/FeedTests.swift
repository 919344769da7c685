import Diagnostics
import Feeds
import Formats
import Model
import Notices
import Site
import Testing
import TestSupport

@Suite("Feeds")
struct FeedTests {
    private func small() throws -> History {
        let first = try announcement("2026-11-23T15:00", "2026-12-24")
        var mistral = provider("mistral-ai", [.name: .text("Mistral AI"), .purpose: .text("Generates text")], first)
        mistral.changes[0].note = at("For [privacy](privacy#4) & <b>speed</b>.")
        return try history([register([mistral])])
    }

    private func files(_ history: History, _ asOf: String) throws -> [String: String] {
        let files = machineFiles(
            PublicHistory(of: history.library, asOf: AsOf(try moment(asOf))), redlines: noTexts(history), pages: [])
        return Dictionary(
            files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }, uniquingKeysWith: { $1 })
    }

    @Test("An Atom feed of two events, the newest first")
    func atom() throws {
        let feed = try files(small(), "2026-11-30")["feeds/subprocessors.atom"]
        #expect(
            feed == """
                <?xml version="1.0" encoding="UTF-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="en">
                  <id>tag:acme.example,2026:feed/subprocessors</id>
                  <title>Acme: Subprocessors</title>
                  <updated>2026-11-23T15:00:00+01:00</updated>
                  <author>
                    <name>Acme</name>
                  </author>
                  <link rel="self" type="application/atom+xml" href="https://trust.acme.example/feeds/subprocessors.atom"/>
                  <link rel="alternate" type="text/html" href="https://trust.acme.example/subprocessors/"/>
                  <entry>
                    <id>tag:acme.example,2026:notice/subprocessors-2026-11-23</id>
                    <title>Subprocessors: Mistral AI will be added on 24 December 2026 to generate text</title>
                    <published>2026-11-23T15:00:00+01:00</published>
                    <updated>2026-11-23T15:00:00+01:00</updated>
                    <link rel="alternate" type="text/html" href="https://trust.acme.example/notices/subprocessors-2026-11-23/"/>
                    <category term="subprocessors" label="Subprocessors"/>
                    <summary>Mistral AI will be added on 24 December 2026 to generate text. Customers may object until 23 December.</summary>
                    <content type="html">&lt;p&gt;Mistral AI will be added on 24 December 2026 to generate text.&lt;/p&gt;
                &lt;p&gt;Customers may object until 23 December. Write to &lt;a href=&quot;mailto:privacy@acme.example?subject=Objection%20to%20subprocessors-2026-11-23&quot;&gt;privacy@acme.example&lt;/a&gt;, with “Objection to subprocessors-2026-11-23” as the subject.&lt;/p&gt;
                &lt;h2&gt;Mistral AI&lt;/h2&gt;
                &lt;p&gt;For &lt;a href=&quot;https://trust.acme.example/privacy/#4&quot;&gt;privacy&lt;/a&gt; &amp;amp; speed.&lt;/p&gt;
                &lt;dl&gt;
                &lt;dt&gt;Name&lt;/dt&gt;
                &lt;dd&gt;Mistral AI&lt;/dd&gt;
                &lt;dt&gt;Purpose&lt;/dt&gt;
                &lt;dd&gt;Generates text&lt;/dd&gt;
                &lt;dt&gt;Products&lt;/dt&gt;
                &lt;dd&gt;all products&lt;/dd&gt;
                &lt;/dl&gt;
                &lt;p&gt;&lt;a href=&quot;https://trust.acme.example/notices/subprocessors-2026-11-23/&quot;&gt;The notice with all its details&lt;/a&gt;&lt;/p&gt;
                </content>
                  </entry>
                  <entry>
                    <id>tag:acme.example,2026:notice/subprocessors-2026-01-01</id>
                    <title>Subprocessors apply from 1 January 2026</title>
                    <published>2026-01-01T00:00:00+01:00</published>
                    <updated>2026-01-01T00:00:00+01:00</updated>
                    <link rel="alternate" type="text/html" href="https://trust.acme.example/notices/subprocessors-2026-01-01/"/>
                    <category term="subprocessors" label="Subprocessors"/>
                    <summary>Subprocessors apply from 1 January 2026.</summary>
                    <content type="html">&lt;p&gt;Subprocessors apply from 1 January 2026.&lt;/p&gt;
                &lt;p&gt;&lt;a href=&quot;https://trust.acme.example/subprocessors/2026-01-01/&quot;&gt;Subprocessors, edition of 1 January 2026&lt;/a&gt;&lt;/p&gt;
                &lt;p&gt;&lt;a href=&quot;https://trust.acme.example/notices/subprocessors-2026-01-01/&quot;&gt;The notice with all its details&lt;/a&gt;&lt;/p&gt;
                </content>
                  </entry>
                </feed>

                """)
    }

    @Test("Each event has its own entry, and a product's feed is of what concerns it")
    func entries() throws {
        let history = try small()
        let entries = PublicHistory(of: history.library, asOf: AsOf(try moment("2027-01-01"))).feedEntries(
            redlines: noTexts(history))
        let feeds = Feed.all(of: history, entries: entries)
        #expect(feeds.map(\.name) == ["all", "subprocessors", "product/cloud", "product/studio"])
        #expect(
            feeds.map { $0.documents[0].entries.map(\.entry.id) } == [
                [
                    "tag:acme.example,2026:notice/subprocessors-2026-11-23/effective/2026-12-24",
                    "tag:acme.example,2026:notice/subprocessors-2026-11-23",
                    "tag:acme.example,2026:notice/subprocessors-2026-01-01",
                ],
                [
                    "tag:acme.example,2026:notice/subprocessors-2026-11-23/effective/2026-12-24",
                    "tag:acme.example,2026:notice/subprocessors-2026-11-23",
                    "tag:acme.example,2026:notice/subprocessors-2026-01-01",
                ],
                [
                    "tag:acme.example,2026:notice/subprocessors-2026-11-23/effective/2026-12-24",
                    "tag:acme.example,2026:notice/subprocessors-2026-11-23",
                ],
                [
                    "tag:acme.example,2026:notice/subprocessors-2026-11-23/effective/2026-12-24",
                    "tag:acme.example,2026:notice/subprocessors-2026-11-23",
                ],
            ])
        #expect(feeds[0].entries.last?.entry.updated == "2026-12-24T00:00:00+01:00")
    }

    @Test("An entry once made never changes, whatever is announced later", arguments: 1...10 as ClosedRange<UInt64>)
    func frozen(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let library = try RandomHistory.library(using: &random)
        var seen: [String: FeedEntry] = [:]
        var order: [String] = []
        for offset in 0..<56 {
            let day = try day("2026-01-01").adding(days: offset * 10 + Int(seed))
            let asOf = AsOf(Moment(day, minute: offset.isMultiple(of: 3) ? 12 * 60 : nil))
            let known = PublicHistory(of: library, asOf: asOf)
            let entries = known.feedEntries(redlines: noTexts(known.history)).map(\.entry)
            for entry in entries {
                #expect(seen[entry.id] ?? entry == entry, "seed \(seed), \(asOf)")
                seen[entry.id] = entry
            }
            #expect(Set(entries.map(\.id)).count == entries.count, "seed \(seed), \(asOf)")
            #expect(entries.map(\.id).starts(with: order), "seed \(seed), \(asOf)")
            order = entries.map(\.id)
        }
        #expect(!order.isEmpty, "seed \(seed)")
    }

    @Test(
        "An entry of effect says what was announced by the day before, whatever is on the day itself",
        arguments: 1...20 as ClosedRange<UInt64>)
    func effects(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let history = History(resolving: try RandomHistory.library(using: &random))
        for event in history.events where event.kind == .effective {
            let eve = AsOf(Moment(event.moment.day.adding(days: -1)))
            let entries = try [history, History(resolving: history.library.announced(by: eve))].map { history in
                FeedEntry(
                    event, of: try #require(history.notice(event.notice)), in: history, redlines: noTexts(history))
            }
            for part in [\FeedEntry.title, \.summary, \.html] {
                #expect(entries[0][keyPath: part] == entries[1][keyPath: part], "seed \(seed), \(event.path)")
            }
        }
    }

    @Test("What is known on a day is the same after any other was looked at", arguments: 1...20 as ClosedRange<UInt64>)
    func afterAnother(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let whole = History(resolving: try RandomHistory.library(using: &random))
        var earlier = whole
        for moment in Set(whole.events.map(\.moment)).shuffled(using: &random).prefix(12) {
            let asOf = AsOf(moment)
            let histories = [nil, whole, earlier].map { PublicHistory(of: whole.library, asOf: asOf, after: $0) }
            let told = histories.map { known in known.feedEntries(redlines: noTexts(known.history)).map(\.entry) }
            #expect(told[0] == told[1] && told[0] == told[2], "seed \(seed), as of \(moment)")
            earlier = histories[2].history
        }
        let again = History(resolving: whole.library, after: earlier)
        #expect(again.events == whole.events && again.notices.map(\.id) == whole.notices.map(\.id), "seed \(seed)")
    }
}
