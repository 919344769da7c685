import Diagnostics
import Foundation
import Model
import Serve
import Source
import Synchronization
import TestSupport
import Testing
import TrustPress

/// A site's folder on disk that a preview looks at, as of 2026-05-01 at first.
final class LiveFolder: Sendable {
    let folder: TemporaryFolder
    let site: LiveSite
    private let clock = Clock()

    /// The clock of a run.
    private final class Clock: Sendable {
        let day = Mutex("2026-05-01")
    }

    /// - Parameter patience: as the site takes it.
    init(_ world: World, patience: Duration = .milliseconds(50)) throws {
        folder = try TemporaryFolder()
        for (path, text) in world.files { try folder.write(text, to: path) }
        let baseline = WatchedBaseline(.none, site: folder.path, searchPath: "")
        site = LiveSite(folder.path, after: baseline, pause: .zero, patience: patience) {
            [clock] offset throws(UsageError) in
            try AsOfChoice(option: clock.day.withLock { $0 }, epoch: nil, now: 0, offset: offset)
        }
    }

    func letItBe(_ day: String) { clock.day.withLock { $0 = day } }

    func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: "\(folder.path)/\(path)") }

    func move(_ path: String, to other: String) throws {
        try FileManager.default.moveItem(atPath: "\(folder.path)/\(path)", toPath: "\(folder.path)/\(other)")
    }

    /// What stands at a path as a text; nil where nothing does.
    ///
    /// - Parameter isChecked: whether to wait for the checks of what was saved last.
    func page(_ path: String, on day: String? = nil, isChecked: Bool = true) async -> String? {
        _ = isChecked ? await site.current() : await site.newest()
        let asOf = day.flatMap { Moment($0) }.map(AsOf.init)
        guard case .file(_, let bytes) = await site.find(path, asOf: asOf) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

@Suite("A site's folder while somebody works in it")
struct LiveSiteTests {
    private static let first = "Content/privacy/2026-01-01.md"

    private func live(patience: Duration = .milliseconds(50)) throws -> LiveFolder {
        try LiveFolder(
            World(
                """
                -- \(Self.first) --
                ---
                title: Privacy Policy
                ---

                We keep names.
                -- Content/privacy/2026-06-15.md --
                ---
                title: Privacy Policy
                announced: 2026-04-01
                summary: Nothing is kept.
                ---

                We keep nothing.
                """), patience: patience)
    }

    private func edition(_ words: String) -> String { "---\ntitle: Privacy Policy\n---\n\n\(words)\n" }

    @Test("What is saved is seen, and what is saved as it was is not news")
    func saves() async throws {
        let live = try live()
        let number = await live.site.current().number
        #expect(await live.site.current().number == number)
        try live.folder.write(edition("We keep addresses."), to: Self.first)
        #expect(try #require(await live.page("privacy/")).contains("We keep addresses."))
        #expect(await live.site.current().number == number + 1)
        try live.folder.write(edition("We keep addresses."), to: Self.first)
        #expect(await live.site.current().number == number + 1)
        // Of the same length, within the same moment.
        try live.folder.write(edition("We keep addressez."), to: Self.first)
        #expect(try #require(await live.page("privacy/")).contains("We keep addressez."))
    }

    @Test("Any day is shown, and each machine's file")
    func days() async throws {
        let live = try live()
        #expect(try #require(await live.page("privacy/")).contains("We keep names."))
        #expect(try #require(await live.page("privacy/", on: "2026-06-15")).contains("We keep nothing."))
        #expect(await live.page("privacy/2026-06-15/", on: "2026-03-31") == nil)
        #expect(try #require(await live.page("privacy/2026-06-15.md", on: "2026-04-01")).contains("We keep nothing."))
        #expect(await live.page("privacy/2026-06-15.md", on: "2026-03-31") == nil)
        #expect(try #require(await live.page("feeds/all.atom")).contains("Nothing is kept."))
        #expect(try #require(await live.page("assets/style.css")).isEmpty == false)
        #expect(await live.site.find("privacy", asOf: nil) == .folder)
    }

    @Test("Behind an error stands the last site in order")
    func errors() async throws {
        let live = try live()
        _ = await live.site.current()
        try live.folder.write("---\ntilte: Privacy Policy\n---\n\nOther words.\n", to: Self.first)
        let look = await live.site.current()
        #expect(!look.isSound)
        #expect(look.findings.map(\.message).contains { $0.contains("tilte") }, "\(look.findings)")
        #expect(try #require(await live.page("privacy/")).contains("We keep names."))
        try live.folder.write(edition("Other words."), to: Self.first)
        #expect(await live.site.current().isSound)
        #expect(try #require(await live.page("privacy/")).contains("Other words."))
    }

    @Test("What is saved shows before it is checked, and no more once checks find an error in it")
    func ahead() async throws {
        let live = try live(patience: .zero)
        let number = await live.site.current().number
        try live.folder.write(edition("We keep addresses."), to: Self.first)
        #expect(await live.site.newest().number == number + 1)
        #expect(try #require(await live.page("privacy/", isChecked: false)).contains("We keep addresses."))
        #expect(await live.site.current().number == number + 1, "the bar told this already")
        #expect(try #require(await live.page("feeds/all.atom", isChecked: false)).contains("Nothing is kept."))
        // An edition to come, of which no page says anything yet.
        let coming = "Content/privacy/2026-08-15.md"
        try live.folder.write(
            "---\ntitle: Privacy Policy\nannounced: 2026-06-01\nsummary: x\n---\n\nSee [it](/nowhere/).\n", to: coming)
        #expect(await live.site.newest().number == number + 2)
        let look = await live.site.current()
        #expect(look.findings.filter { $0.severity == .error }.map(\.id) == [.brokenLink])
        #expect(look.number == number + 3)
        // Another save may not have mended it, so its pages wait.
        try live.folder.write(edition("We keep cookies."), to: Self.first)
        #expect(await !live.site.newest().isSound)
        #expect(try #require(await live.page("privacy/", isChecked: false)).contains("We keep addresses."))
        try live.remove(coming)
        #expect(await live.site.newest().isSound)
        #expect(try #require(await live.page("privacy/", isChecked: false)).contains("We keep cookies."))
        // What reading finds is never shown.
        try live.folder.write("---\ntilte: Privacy Policy\n---\n\nOther words.\n", to: Self.first)
        #expect(await !live.site.newest().isSound)
        #expect(try #require(await live.page("privacy/", isChecked: false)).contains("We keep cookies."))
    }

    @Test("A site that was never in order shows nothing, and says why")
    func brokenFromTheStart() async throws {
        let live = try live()
        try live.folder.write("organization: {\n", to: "Content/site.yaml")
        let look = await live.site.current()
        #expect(!look.isSound && !look.findings.isEmpty)
        #expect(await live.page("privacy/") == nil)
        #expect(await live.page("") == nil)
    }

    @Test("Files and folders that come, go and are swapped")
    func upheaval() async throws {
        let live = try live()
        _ = await live.site.current()
        try live.move("Content", to: "Elsewhere")
        let gone = await live.site.current()
        #expect(try #require(gone.trouble).contains("has no folder Content"))
        #expect(try #require(await live.page("privacy/")).contains("We keep names."))
        try live.folder.write("a file", to: "Content")
        #expect(await live.site.current().trouble != nil)
        try live.remove("Content")
        try live.move("Elsewhere", to: "Content")
        #expect(await live.site.current().isSound)
        // An edition swapped for a folder of its name, and back.
        try live.move(Self.first, to: "kept.md")
        try live.folder.write("x", to: "\(Self.first)/inside.md")
        #expect(await !live.site.current().isSound)
        try live.remove(Self.first)
        try live.move("kept.md", to: Self.first)
        #expect(await live.site.current().isSound)
        try live.move("Content/privacy/2026-06-15.md", to: "Content/privacy/2026-07-15.md")
        #expect(await live.page("privacy/2026-07-15/") != nil)
        #expect(await live.page("privacy/2026-06-15/") == nil)
    }

    @Test(
        "Nothing of the disk is to be had but what is published",
        arguments: [
            "../secret", "/etc/passwd", "Content/site.yaml", "Content/../secret", "..", ".", "site.yaml", ".trustpress",
            "privacy/../../secret", "files/../../secret", "privacy/\0", "Content/privacy/2026-01-01.md",
        ])
    func nothingElse(path: String) async throws {
        let live = try live()
        try live.folder.write("secret", to: "secret")
        _ = await live.site.current()
        #expect(await live.site.find(path, asOf: nil) == .nothing)
    }

    /// A site of which only a whole build finds that it gives away a private value.
    private func leaking() throws -> LiveFolder {
        var world = World(
            """
            -- Content/subprocessors/2026-01-01.md --
            ---
            title: Subprocessors
            ---

            Hosting is paid by CC-4711-EU.
            -- Content/subprocessors/providers/bolt-mail.yaml --
            name: Bolt Mail
            entity: Bolt Mail Inc
            purpose: Sends mail
            data: [addresses]
            locations: [IE]
            cost_center: CC-4711-EU
            announced: 2026-01-01
            effective: 2026-01-01
            """)
        world.files["Content/site.yaml"]? += "register: {private: [cost_center]}\n"
        return try LiveFolder(world)
    }

    @Test("What only a whole build finds is told a moment later, and holds on")
    func whole() async throws {
        let live = try leaking()
        #expect(await live.site.current().isSound)
        let look = await live.site.settled()
        #expect(look.findings.filter { $0.severity == .error }.map(\.id) == [.privateField])
        #expect(await live.page("subprocessors/") == nil, "no site was in order before")
        // Another minute of the same day is no news.
        live.letItBe("2026-05-01T10:00")
        #expect(await live.site.current().findings == look.findings)
        live.letItBe("2026-05-01T10:01")
        #expect(await live.site.settled().number == look.number)
        #expect(await !live.site.current().isSound)
    }

    @Test("What a whole build finds of sources that are no longer the last is no site in order behind an error")
    func overtaken() async throws {
        let live = try leaking()
        #expect(await live.site.current().isSound)
        try live.folder.write("---\ntilte: x\n---\n", to: "Content/subprocessors/2026-01-01.md")
        #expect(await !live.site.settled().isSound)
        #expect(await live.page("subprocessors/") == nil)
    }

    @Test("A file of a day to come is as settled as any other")
    func fromTheFuture() throws {
        let live = try live()
        let file = "\(live.folder.path)/\(Self.first)"
        let day = Date(timeIntervalSince1970: 4_000_000_000)
        try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: file)
        let later = Int(Date().timeIntervalSince1970 * 1e9) + 60_000_000_000
        let state = SourceState(of: live.folder.path)
        #expect(!state.isChanged(within: later...(later + 60_000_000_000)))
        #expect(state.isChanged(within: 3_999_999_999_000_000_000...4_000_000_001_000_000_000))
    }
}
