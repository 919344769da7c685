import Diagnostics
import Feeds
import Formats
import Model
import Notices
import Source
import TestSupport
import Testing

/// A policy becomes a register: what was published of it stays as it was.
@Suite("A policy that becomes a register")
struct NewRegisterTests {
    private static let ghost = """

        -- Content/terms/providers/ghost.yaml --
        name: Ghost
        entity: Ghost GmbH
        purpose: Runs the servers
        data: [messages]
        announced: 2026-03-02
        effective: 2026-05-01
        note: Needed.
        """

    /// What a site publishes for machines at an as-of.
    private func files(_ more: String = "", language: String = "de", asOf: String) throws -> [String: String] {
        var world = World(
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---

            Be good.
            -- Content/terms/2026-04-15.md --
            ---
            title: Terms
            announced: 2026-02-15
            summary: Kinder.
            ---

            Be kind.
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---

            We keep all.
            -- Content/privacy/2026-04-20.md --
            ---
            title: Privacy
            announced: 2026-02-20
            summary: The end.
            retired: {replaced_by: [terms]}
            ---

            It stands in the terms.
            """ + more)
        world.files["Content/site.yaml"]?.replace("language: en", with: "language: \(language)")
        let reading = readLibrary(world.tree)
        #expect(reading.diagnostics.listing == "")
        let known = PublicHistory(of: try #require(reading.library), asOf: AsOf(try moment(asOf)))
        let files = machineFiles(known, redlines: noTexts(known.history), pages: [])
        return Dictionary(
            files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }, uniquingKeysWith: { $1 })
    }

    @Test("Entries, notices and calendars say what they said", arguments: ["de", "ar", "en"])
    func told(language: String) throws {
        let before = try files(language: language, asOf: "2026-06-01")
        let after = try files(Self.ghost, language: language, asOf: "2026-06-01")
        for path in [
            "notices/terms-2026-01-01.json", "notices/terms-2026-02-15.json", "notices/privacy-2026-02-20.json",
        ] {
            #expect(before[path] != nil && before[path] == after[path], "\(path)")
        }
        for feed in ["terms", "privacy"] {
            let told = try [before, after].map { files in
                let text = try #require(files["feeds/\(feed).json"])
                guard case .array(let items)? = JSONValue(reading: text)?["items"] else { return [String]() }
                return items.map(\.canonical)
            }
            #expect(told[0].count > 1 && told[0].allSatisfy(told[1].contains), "\(feed)")
            let entries = try [before, after].map { files in
                try #require(files["feeds/\(feed).ics"]).split(separator: "BEGIN:VEVENT").dropFirst().map {
                    $0.split(separator: "END:VEVENT").first ?? ""
                }
            }
            #expect(entries[0].count > 1 && entries[0].allSatisfy(entries[1].contains), "\(feed)")
        }
        if language == "de" {
            let item = try #require(after["feeds/terms.json"])
            #expect(item.contains("Das Dokument „Terms“") && !item.contains("Die Liste „Terms“"))
        }
    }

    @Test("An embargoed row gives nothing away")
    func embargoed() throws {
        #expect(try files(asOf: "2026-03-01") == files(Self.ghost, asOf: "2026-03-01"))
        #expect(try files(Self.ghost, asOf: "2026-03-02")["terms.json"] != nil)
        let older = Self.ghost.replacing("2026-03-02\neffective: 2026-05-01", with: "2025-11-01\nrecorded: 2026-03-02")
        #expect(try files(asOf: "2026-03-01") == files(older, asOf: "2026-03-01"))
    }

    @Test("Its time map keeps the days of its text, and goes on with those of its list")
    func states() throws {
        func states(_ asOf: String, _ row: String = Self.ghost) throws -> [String] {
            try #require(try files(row, asOf: asOf)["terms.timemap"]).split(separator: ",\n").dropFirst(2).map {
                String($0.dropFirst("<https://trust.acme.example".count).prefix { $0 != ">" })
            }
        }
        let texts = ["/terms/2026-01-01/", "/terms/2026-04-15/"]
        #expect(try states("2026-03-02") == [texts[0]])
        #expect(try states("2026-04-30") == texts)
        #expect(try states("2026-05-01") == texts + ["/terms/on/2026-05-01/"])
        // What a list of an earlier day that was entered later says holds from that day on.
        let older = Self.ghost.replacing("2026-03-02\neffective: 2026-05-01", with: "2025-11-01\nrecorded: 2026-03-02")
        #expect(try states("2026-05-01", older) == ["/terms/on/2025-11-01/"])
    }
}
