import Diagnostics
import Feeds
import Formats
import Model
import Notices
import Site
import Testing

@Suite("Formats of feeds")
struct FeedFormatTests {
    private func files(_ history: History, _ asOf: String) throws -> [String: String] {
        let files = machineFiles(
            PublicHistory(of: history.library, asOf: AsOf(try moment(asOf))), redlines: noTexts(history), pages: [])
        return Dictionary(
            files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }, uniquingKeysWith: { $1 })
    }

    /// A company whose name and purpose hold what each format has a rule for.
    private func awkward() throws -> History {
        let first = try announcement("2026-11-23T15:00", "2026-12-24")
        let fields: Fields = [
            .name: .text("A&B <script> ]]> 🦑"), .purpose: .text("مزود \"x\" \u{1}\u{FFFE}"), .data: .texts(["prompts"]),
        ]
        return try history([register([provider("ab", fields, first)])])
    }

    @Test("RSS: escaped twice where a reader takes the text for HTML, once elsewhere")
    func rss() throws {
        let feed = try #require(try files(awkward(), "2026-11-30")["feeds/product/studio.rss"])
        let head = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:fh="http://purl.org/syndication/history/1.0">
              <channel>
                <title>Acme: subprocessors of Studio</title>
                <link>https://trust.acme.example/</link>
                <description>Acme: subprocessors of Studio</description>
                <language>en</language>
                <lastBuildDate>Mon, 23 Nov 2026 15:00:00 +0100</lastBuildDate>
                <atom:link rel="self" type="application/rss+xml" href="https://trust.acme.example/feeds/product/studio.rss"/>
                <item>
                  <title>Subprocessors: A&amp;B &lt;script&gt; ]]&gt; 🦑 will be added on 24 December 2026 (purpose: “مزود &quot;x&quot; ”)</title>
                  <link>https://trust.acme.example/notices/subprocessors-2026-11-23/</link>
                  <guid isPermaLink="false">tag:acme.example,2026:notice/subprocessors-2026-11-23</guid>
                  <pubDate>Mon, 23 Nov 2026 15:00:00 +0100</pubDate>
                  <category>Subprocessors</category>
                  <description>A&amp;amp;B &amp;lt;script&amp;gt; ]]&amp;gt; 🦑 will be added on 24 December 2026 (purpose: “مزود &amp;quot;x&amp;quot; ”). Customers may object until 23 December.</description>
                  <content:encoded>&lt;p&gt;A&amp;amp;B &amp;lt;script&amp;gt; ]]&amp;gt; 🦑 will be added
            """
        #expect(feed.hasPrefix(head), "\(feed)")
        #expect(feed.hasSuffix("</content:encoded>\n    </item>\n  </channel>\n</rss>\n"))
    }

    @Test("JSON Feed: the same ids, full content")
    func json() throws {
        let feed = try #require(try files(awkward(), "2026-11-30")["feeds/all.json"])
        let head = #"""
            {
              "version": "https://jsonfeed.org/version/1.1",
              "title": "Acme: all changes",
              "home_page_url": "https://trust.acme.example/",
              "feed_url": "https://trust.acme.example/feeds/all.json",
              "language": "en",
              "authors": [
                {
                  "name": "Acme"
                }
              ],
              "items": [
                {
                  "id": "tag:acme.example,2026:notice/subprocessors-2026-11-23",
                  "url": "https://trust.acme.example/notices/subprocessors-2026-11-23/",
                  "title": "Subprocessors: A&B <script> ]]> 🦑 will be added on 24 December 2026 (purpose: “مزود \"x\" \#u{5C}u0001\#u{FFFE}”)",
            """#
        #expect(feed.hasPrefix(head), "\(feed)")
        #expect(feed.hasSuffix("\n      ]\n    }\n  ]\n}\n"))
    }

    @Test("A feed without entries is a feed, in every format")
    func empty() throws {
        let files = try files(try history([register([])], since: "2026-01-01"), "2026-11-30")
        #expect(files["feeds/product/cloud.json"]?.hasSuffix("  \"items\": []\n}\n") == true)
        #expect(files["feeds/product/cloud.rss"]?.contains("<lastBuildDate>Thu, 01 Jan 2026 00:00:00 +0100<") == true)
        #expect(files["feeds/product/cloud.atom"]?.contains("<updated>2026-01-01T00:00:00+01:00</updated>") == true)
    }

    @Test("Every feed is in the list of subscriptions")
    func opml() throws {
        let opml = try files(try history([register([])]), "2026-11-30")["feeds/subscriptions.opml"]
        #expect(
            opml == """
                <?xml version="1.0" encoding="UTF-8"?>
                <opml version="2.0">
                  <head>
                    <title>Acme</title>
                  </head>
                  <body>
                    <outline text="Acme: all changes" title="Acme: all changes" type="rss" xmlUrl="https://trust.acme.example/feeds/all.atom" htmlUrl="https://trust.acme.example/"/>
                    <outline text="Acme: Subprocessors" title="Acme: Subprocessors" type="rss" xmlUrl="https://trust.acme.example/feeds/subprocessors.atom" htmlUrl="https://trust.acme.example/subprocessors/"/>
                    <outline text="Acme: subprocessors of Cloud" title="Acme: subprocessors of Cloud" type="rss" xmlUrl="https://trust.acme.example/feeds/product/cloud.atom" htmlUrl="https://trust.acme.example/"/>
                    <outline text="Acme: subprocessors of Studio" title="Acme: subprocessors of Studio" type="rss" xmlUrl="https://trust.acme.example/feeds/product/studio.atom" htmlUrl="https://trust.acme.example/"/>
                  </body>
                </opml>

                """)
    }

    @Test(
        "Dates as mail has them, at the site's offset",
        arguments: [
            ("2026-11-23T15:00", "Mon, 23 Nov 2026 15:00:00 +0100"), ("2027-02-28", "Sun, 28 Feb 2027 00:00:00 +0100"),
            ("0001-01-06T00:01", "Sat, 06 Jan 0001 00:01:00 +0100"),
        ])
    func dates(written: String, mail: String) throws {
        #expect(try settings([]).mailDate(Stamp(moment(written))) == mail)
    }

    @Test(
        "A day begins in Greenwich when it does at the site's offset",
        arguments: [
            (0, "Mon, 01 Mar 2027 00:00:00 GMT"), (60, "Sun, 28 Feb 2027 23:00:00 GMT"),
            (-330, "Mon, 01 Mar 2027 05:30:00 GMT"), (1439, "Sun, 28 Feb 2027 00:01:00 GMT"),
            (-1439, "Mon, 01 Mar 2027 23:59:00 GMT"),
        ])
    func midnights(offset: Int, date: String) throws {
        var settings = try settings([])
        settings.utcOffset = UTCOffset(minutes: offset)
        #expect(try settings.httpDate(ofMidnight: moment("2027-03-01").day) == date)
    }
}
