import Feeds
import Formats
import Model
import Notices
import Source
import Testing
import TestSupport

/// The notice of a block that weakens: where it stands, and what becomes of it when another takes its place.
@Suite struct TermsNoticeTests {
    private let world = """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        documents: [privacy, subprocessors, security]
        products: {studio: Studio, desk: Desk}
        since: 2026-01-01
        notice:
          - {days: 30, objection_days: 30, documents: {security: {days: 0}}}
          - {announced: 2026-02-01, from: 2026-04-01, days: 30, objection_days: 14, documents: {security: {days: 0}}}
          - {announced: 2026-03-01T09:00, from: 2026-04-01, days: 30, objection_days: 30, documents: {security: {days: 0}}}
          - {announced: 2026-03-02, from: 2026-05-01, days: 30, objection_days: 20, documents: {security: {days: 0}}}
        register:
          - {}
          - {announced: 2026-03-02, from: 2026-05-01, unrecorded: [contact, links, verified, address]}
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy Policy
        ---
        -- Content/security/2026-01-01.md --
        ---
        title: Security
        ---
        -- Content/subprocessors/2026-01-01.md --
        ---
        title: Subprocessors
        ---
        -- Content/subprocessors/providers/brill.yaml --
        name: Brill
        entity: Brill SA
        purpose: Hosts it
        data: [logs]
        products: [studio]
        announced: 2026-01-01
        """

    private func files(_ asOf: String) throws -> (history: History, files: [String: String]) {
        let reading = readLibrary(World(world).tree)
        #expect(reading.diagnostics.listing == "")
        let asOf = AsOf(try moment(asOf))
        let known = PublicHistory(of: try #require(reading.library), asOf: asOf)
        let files = machineFiles(known, redlines: noTexts(known.history), pages: [])
        return (known.history, Dictionary(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { $1 })
    }

    @Test("Its events, each told as it was when it happened")
    func events() throws {
        let (history, _) = try files("2026-06-01")
        let told = history.events.filter { $0.notice.document == NoticeID.siteDocument }.map { event in
            "\(event.path): \(Sentences(history).sentences(for: event).joined(separator: " "))"
        }
        #expect(
            told == [
                "notice/notice-terms-2026-02-01: From 1 April 2026, the time to object to changes of Subprocessors and new documents will be 14 days instead of 30.",
                "notice/notice-terms-2026-02-01/withdrawn/2026-03-01: Withdrawn: the announcement that, from 1 April 2026, the time to object to changes of Subprocessors and new documents will be 14 days instead of 30.",
                "notice/notice-terms-2026-03-02: From 1 May 2026, the time to object to changes of Subprocessors and new documents will be 20 days instead of 30. From 1 May 2026, changes of the address of companies on Subprocessors will no longer be announced.",
                "notice/notice-terms-2026-03-02/effective/2026-05-01: From 1 May 2026, the time to object to changes of Subprocessors and new documents is 20 days instead of 30. From 1 May 2026, changes of the address of companies on Subprocessors are no longer announced.",
            ])
    }

    @Test("It is in the feeds of the documents that it concerns and of every product, and in no other")
    func feeds() throws {
        let (_, files) = try files("2026-02-10")
        let path = ":notice/notice-terms-2026-02-01"
        let found = files.filter { $0.key.hasPrefix("feeds/") && $0.value.replacing("\r\n ", with: "").contains(path) }
            .keys.sorted()
        let names = ["all", "product/desk", "product/studio", "subprocessors"]
        #expect(found == names.flatMap { name in ["atom", "ics", "json", "rss"].map { "feeds/\(name).\($0)" } })
        // The feed keeps the title of its document.
        #expect(files["feeds/subprocessors.atom"]?.contains("<title>Acme: Subprocessors</title>") == true)
        #expect(
            files["feeds/all.atom"]?.contains(
                "<title>From 1 April 2026, the time to object to changes of Subprocessors and new documents will be 14 days "
                    + "instead of 30</title>") == true)
    }

    @Test("Its JSON says what was lost, setting by setting")
    func json() throws {
        let (_, files) = try files("2026-03-02")
        func terms(_ notice: String) -> String? {
            files["notices/\(notice).json"].flatMap { JSONValue(reading: $0) }?["terms"]?.canonical
        }
        #expect(
            terms("notice-terms-2026-03-02") == """
                [{"announced":"2026-03-02","block":"notice","effective":"2026-05-01","losses":[{"after":20,"before":30,\
                "documents":["subprocessors","*"],"setting":"objection_days"}],"withdrawn":null},\
                {"announced":"2026-03-02","block":"register","effective":"2026-05-01","losses":[{"documents":\
                ["subprocessors"],"fields":["address"],"setting":"unrecorded"}],"withdrawn":null}]
                """)
        #expect(terms("notice-terms-2026-02-01")?.contains("\"withdrawn\":\"2026-03-01T09:00\"") == true)
    }

    @Test("Nothing of it shows before its announcement")
    func embargo() throws {
        let (history, files) = try files("2026-02-28")
        #expect(history.settings.notice.count == 2)
        #expect(!files.values.contains { $0.contains("2026-03-0") || $0.contains("Withdrawn") })
    }

    /// The order of the navigation may change, and what was told may not.
    @Test("The order of the documents alters nothing of it")
    func order() throws {
        let other = world.replacing("[privacy, subprocessors, security]", with: "[security, subprocessors, privacy]")
        let (_, files) = try files("2026-06-01")
        let known = PublicHistory(
            of: try #require(readLibrary(World(other).tree).library), asOf: AsOf(try moment("2026-06-01")))
        let again = machineFiles(known, redlines: noTexts(known.history), pages: [])
        for file in again where file.path.hasPrefix("notices/notice-terms") {
            #expect(files[file.path] == String(decoding: file.bytes, as: UTF8.self))
        }
    }
}
