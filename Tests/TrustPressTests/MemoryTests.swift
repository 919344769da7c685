import Diagnostics
import Disk
import Formats
import Model
import Source
import TestSupport
import Testing
import TrustPress

@Suite("A memory of earlier looks changes nothing but time")
struct MemoryTests {
    /// A thousand edits in all, of every kind of file; after each the site is held against one that is read anew.
    @Test("Random edits", arguments: 0..<20)
    func edits(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let memory = SiteMemory()
        var tree = memoryWorld.tree
        var sound = 0
        for step in 0..<50 {
            Edit.random(&random).apply(to: &tree, &random)
            let day = random.pick(["2026-01-15", "2026-05-01", "2026-09-01"])
            let (warm, cold) = (try build(tree, day, memory), try build(tree, day, SiteMemory()))
            #expect(warm == cold, "seed \(seed), edit \(step) as of \(day)")
            if warm.files != nil { sound += 1 }
            guard step.isMultiple(of: 5) else { continue }
            let asOf = AsOf(try #require(Moment(day)))
            let (preview, fresh) = (Preview(of: tree, asOf: asOf, memory: memory), Preview(of: tree, asOf: asOf))
            #expect(preview?.paths == fresh?.paths, "seed \(seed), edit \(step) as of \(day)")
            for path in preview?.paths.shuffled(using: &random).prefix(5) ?? [] {
                let page = preview?.page(at: path)
                #expect(page == fresh?.page(at: path), "seed \(seed), edit \(step), \(path)")
                // What is previewed is what is published.
                if let files = cold.files { #expect(page == files[path], "seed \(seed), edit \(step), \(path)") }
            }
        }
        #expect(sound > 3, "seed \(seed): too few of the edits leave a site that can be built")
    }

    private struct Built: Equatable {
        var files: [String: [UInt8]]?
        var findings: String
    }

    private func build(_ tree: SourceTree, _ day: String, _ memory: SiteMemory) throws -> Built {
        let site = try checkSite(tree, memory: memory) { offset throws(UsageError) in
            try AsOfChoice(option: day, epoch: nil, now: 0, offset: offset)
        }
        let rendered = try render(site)
        return Built(
            files: rendered.files.map { Dictionary(uniqueKeysWithValues: $0.map { ($0.path, $0.bytes) }) },
            findings: rendered.diagnostics.listing)
    }
}

/// What somebody does to the files of a site.
private enum Edit: CaseIterable {
    case word, line, addedLine, copiedFile, movedFile, removedFile, template, restored

    static func random(_ random: inout SeededRandom) -> Edit { random.pick(allCases) }

    func apply(to tree: inout SourceTree, _ random: inout SeededRandom) {
        let paths = tree.paths
        guard !paths.isEmpty else { return tree = memoryWorld.tree }
        let path = random.pick(paths)
        var lines = String(decoding: tree.files[path] ?? [], as: UTF8.self)
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
                Bool.random(using: &random) ? nil : Array("{{{heading}}}\n{{{text}}}\n<p>{{kind}}</p>\n".utf8)
            return
        case .restored:
            tree = memoryWorld.tree
            return
        }
        tree.files[path] = Array(lines.joined(separator: "\n").utf8)
    }
}

private let memoryWorld = World(
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
    """)
