import Formats
import Import
import Model
import Source
import TestSupport
import Testing

@Suite("A document is added to the list in site.yaml, and nothing else of the file is another")
struct ListingTests {
    /// site.yaml with a document `cookies` more; nil where it cannot be added.
    private func listed(_ bytes: [UInt8]) throws -> String? {
        let tree = SourceTree(files: ["Content/site.yaml": bytes])
        let known = try #require(ImportedSite.Known(tree, document: "cookies"))
        let site = ImportedSite(
            adding: [], of: "cookies", last: nil, to: known, today: CalendarDate(ordinal: 739_947))
        return site.listing.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test(
        "In each form of a list",
        arguments: [
            ("documents: [terms, privacy]  # all\n", "documents: [terms, privacy, cookies]  # all\n"),
            ("documents:\n  - terms\n  - privacy # last\n", "documents:\n  - terms\n  - privacy # last\n  - cookies\n"),
            ("documents: [\n  terms,\n  privacy,\n  ]\n", "documents: [\n  terms,\n  privacy, cookies,\n  ]\n"),
        ])
    func forms(before: String, after: String) throws {
        let site = World.site(documents: ["terms", "privacy"])
        #expect(
            try listed(Array(site.replacing("documents: [terms, privacy]\n", with: before).utf8))
                == site.replacing("documents: [terms, privacy]\n", with: after))
    }

    @Test("Ends of lines and a byte order mark stay; a file that is not in UTF-8 is left alone")
    func bytes() throws {
        let site = World.site(documents: ["privacy"])
        let windows = "\u{FEFF}" + site.replacing("\n", with: "\r\n")
        let added = try #require(try listed(Array(windows.utf8)))
        #expect(Array(added.utf8) == Array(windows.replacing("[privacy]", with: "[privacy, cookies]").utf8))
        let latin = Array(site.utf8).flatMap { $0 == UInt8(ascii: "A") ? [0xC4] : [$0] }
        #expect(try listed(latin) == nil)
    }
}
