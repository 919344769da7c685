import Diagnostics
import Disk
import Formats
import Foundation
import Model
import Serve
import Source
import TestSupport
import Testing
import TrustPress

@Suite("A preview shows what a build publishes, whatever was seen before")
struct RandomEditsTests {
    /// A thousand edits in all, of every kind of file, on different days; after each what is shown and said is held
    /// against a build of sources that are read anew.
    @Test("Random edits", arguments: 0..<20)
    func edits(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let live = try LiveFolder(editedWorld, patience: seed.isMultiple(of: 2) ? .zero : .seconds(60))
        var tree = editedWorld.tree
        var shown: SourceTree?
        // Of the same sources and day a build is made once.
        var builds: [String: (tree: SourceTree, built: Built)] = [:]
        func build(_ tree: SourceTree, _ day: String) throws -> Built {
            if let known = builds[day], known.tree.isSame(as: tree) { return known.built }
            let built = try self.build(tree, day)
            if built.files != nil { builds[day] = (tree, built) }
            return built
        }
        var sound = 0
        for step in 0..<50 {
            let before = tree
            Edit.random(&random).apply(to: &tree, &random)
            try live.change(before, to: tree)
            let day = random.pick(["2026-01-15", "2026-05-01", "2026-09-01"])
            live.letItBe(day)
            let place = "seed \(seed), edit \(step) as of \(day)"
            let look = await live.site.settled()
            let built = try build(tree, day)
            #expect(look.findings.listing == built.findings, "\(place)")
            #expect(look.isSound == (built.files != nil), "\(place)")
            if built.files != nil {
                shown = tree
                sound += 1
            }
            // Behind errors stands the last site in order.
            let files = try built.files ?? shown.flatMap { try build($0, day).files } ?? [:]
            for (path, bytes) in files.sorted(by: { $0.key < $1.key }) where !path.hasPrefix("record/") {
                #expect(await live.site.find(path, asOf: nil) == .file(path: path, bytes), "\(place), \(path)")
            }
        }
        #expect(sound > 3, "seed \(seed): too few of the edits leave a site that can be built")
    }

    private struct Built: Equatable {
        var files: [String: [UInt8]]?
        var findings: String
    }

    private func build(_ tree: SourceTree, _ day: String) throws -> Built {
        let site = try checkSite(tree) { offset throws(UsageError) in
            try AsOfChoice(option: day, epoch: nil, now: 0, offset: offset)
        }
        let rendered = try render(site)
        return Built(
            files: rendered.files.map { Dictionary(uniqueKeysWithValues: $0.map { ($0.path, $0.bytes) }) },
            findings: rendered.diagnostics.listing)
    }
}

extension LiveFolder {
    /// Makes of the files of a tree, which lie there, those of another one.
    fileprivate func change(_ before: SourceTree, to after: SourceTree) throws {
        for path in before.paths where after.files[path] == nil { try remove(path) }
        for (path, content) in after.files where before.files[path] != content {
            try folder.write(String(decoding: content.bytes, as: UTF8.self), to: path)
        }
    }
}

/// What somebody does to the files of a site.
private enum Edit: CaseIterable {
    case word, line, addedLine, copiedFile, movedFile, removedFile, template, restored

    static func random(_ random: inout SeededRandom) -> Edit { random.pick(allCases) }

    func apply(to tree: inout SourceTree, _ random: inout SeededRandom) {
        let paths = tree.paths
        guard !paths.isEmpty else { return tree = editedWorld.tree }
        let path = random.pick(paths)
        var lines = String(decoding: tree.files[path]?.bytes ?? [], as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let place = Int.random(in: 0..<lines.count, using: &random)
        switch self {
        case .word: lines[place] += random.pick([" again", " and more", ".", " [here](/privacy/2026-01-01/)", ":"])
        case .line: lines.remove(at: place)
        case .addedLine:
            lines.insert(
                random.pick(["", "# Another", "Some words.", "- an item", "title: Else", "[a]: /b", "note: x"]),
                at: place)
        case .copiedFile:
            tree.files["Content/privacy/2026-0\(Int.random(in: 1...9, using: &random))-05.md"] = tree.files[path]
            return
        case .movedFile:
            tree.files[random.pick(["Content/faq.md", "Content/privacy/2026-04-01.md", path])] =
                tree.files.removeValue(forKey: path)
            return
        case .removedFile:
            tree.files[path] = nil
            return
        case .template:
            tree.files["Templates/page.mustache"] =
                Bool.random(using: &random)
                ? nil : FileContent(Array("{{{heading}}}\n{{{text}}}\n<p>{{kind}}</p>\n".utf8))
            return
        case .restored:
            tree = editedWorld.tree
            return
        }
        tree.files[path] = FileContent(Array(lines.joined(separator: "\n").utf8))
    }
}

private let editedWorld = World(
    """
    -- Content/privacy/2026-01-01.md --
    ---
    title: Privacy Policy
    ---

    # Privacy Policy

    ## 1 Data

    We keep [names](#2).

    ## 2 Rights

    You may ask us, as [the list](/subprocessors/) says.
    -- Content/privacy/2026-04-01.md --
    ---
    title: Privacy Policy
    announced: 2026-02-01
    summary: Rights are [named](#2).
    ---

    # Privacy Policy

    ## 1 Data

    We keep names and addresses.

    ## 2 Rights

    You may ask us, object, and see [why](/help/).

    1. By mail.
    2. By letter.
    -- Content/terms/2026-01-01.md --
    ---
    title: Terms
    ---

    You may use it[^1].

    [^1]: Fairly.
    -- Content/help.md --
    # Help

    See [rights](privacy#2).
    -- Content/subprocessors/providers/bolt-mail.yaml --
    name: Bolt <Mail>
    entity: Bolt Mail Inc
    purpose: Sends mail
    data: [addresses]
    locations: [IE]
    announced: 2026-02-01
    effective: 2026-03-15
    note: We need *mail*.
    -- Content/subprocessors/providers/crane.yaml --
    name: Crane
    entity: Crane GmbH
    purpose: Reads mail
    data: [addresses]
    locations: [DE]
    announced: 2026-01-01
    changes:
      - announced: 2026-02-10
        effective: 2026-06-20
        locations: [DE, FR]
        note: Also in France.
        postponed: [{announced: 2026-06-01, effective: 2026-08-01, reason: Not ready.}]
      - announced: 2026-04-10
        effective: 2026-10-01
        removed: true
        note: No more.
        withdrawn: {announced: 2026-07-01, reason: We keep it.}
    """)
