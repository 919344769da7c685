import Diagnostics
import Model
import TestSupport
import Testing
import Yams

@testable import Source

/// Whatever a source says, it is read to an end, and what is found stands in the file.
@Suite("Sources mutated at random")
struct FuzzTests {
    private static let site = World.site(
        documents: ["privacy", "subprocessors"],
        """
        products: {studio: Studio}
        register: [{private: [cost]}, {from: 2027-01-01, required: [name, ai]}]
        checks: {broken-link: warning}
        security_txt: {expires: 2027-06-30, languages: [en]}
        """)

    private static let edition = """
        ---
        title: "Privacy: Policy"   # a comment
        announced: 2026-05-01T09:30
        summary: |
          **What** changes.

        postponed:
          - {announced: 2026-05-02, effective: 2026-07-01, reason: R1}

          # a comment
          - announced: 2026-05-03
            effective: 2026-08-01
            reason: 'It''s
              late'
        # stays
        withdrawn: {announced: 2026-05-04T10:00,
          reason: "R\\"3"}

        applies: [{to: New, from: 2026-05-02}]
        ---
        # Text
        """

    private static let provider = """
        name: Acme
        entity: Acme Ltd
        purpose: >-
          Hosting
          and more
        data: [text, "more, text"]
        locations: [DE, {rule: Closest, of: [DE, US]}]
        transfer: {EU: [DPF, SCC-3]}
        ai: {training: never, models: [a, b], human_review: false}
        cost: {a: [x, y]}
        announced: 2026-01-01
        changes:
          - announced: 2026-03-01
            effective: 2026-04-01
            locations: [US]
            transfer: ~
            note: |-
              Two

              lines
          - {announced: 2026-05-01, removed: true, note: x}
        """

    private static let pieces = [
        "&a ", "*a", "!!str ", "? ", "- ", ": ", ":", "\n", "\n\n", "\t", " ", "  ", "{", "}", "[", "]", ",", "\"", "'",
        "|\n", ">+\n", "#", " # ", "---\n", "...\n", "%TAG\n", "~", "null", "\u{0}", "\u{FEFF}", "\u{2028}", "\\", "é",
        "👩‍👧", "title: x\n", "announced: 2026-02-30\n", "changes:\n", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "\r",
        "\r\n",
        "<<: x\n", "=", "1", "2026-99-99", "withdrawn: x\n", "@", "`",
    ]

    @Test("Everything is read to an end", arguments: 1...4 as ClosedRange<UInt64>)
    func anything(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let sources = [
            ("Content/site.yaml", Self.site), ("Content/privacy/2026-06-01.md", Self.edition),
            ("Content/subprocessors/providers/acme.yaml", Self.provider),
        ]
        for _ in 0..<200 {
            var files = Dictionary(uniqueKeysWithValues: sources.map { ($0.0, Array($0.1.utf8)) })
            files["Content/subprocessors/2026-01-01.md"] = Array("---\ntitle: T\n---\n".utf8)
            let (path, source) = sources[Int.random(in: 0..<3, using: &random)]
            files[path] = mutated(Array(source.utf8), &random)
            let reading = readLibrary(SourceTree(contents: files))
            let text = String(decoding: files[path] ?? [], as: UTF8.self)
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count + 2
            for finding in reading.diagnostics where finding.file == path {
                #expect(finding.line <= lines && finding.column >= 1, "seed \(seed): \(text.debugDescription)")
            }
            if path.hasSuffix(".md") { check(reading, seed: seed, text) }
        }
    }

    private func mutated(_ source: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
        var bytes = source
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let start = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: start)
            default: bytes.insert(contentsOf: Array((Self.pieces.randomElement(using: &random) ?? "").utf8), at: start)
            }
        }
        return bytes
    }

    /// Of an edition without a finding: the published front matter says the same as the source's, but for the keys
    /// that are left out. Yams alone is asked.
    private func check(_ reading: Reading, seed: UInt64, _ text: String) {
        guard reading.diagnostics.isEmpty, let edition = reading.library?.documents.first?.editions.first else {
            return
        }
        guard case .found(let whole) = FrontMatter.cut(edition.source),
            case let published = SourceFile(path: "p", text: edition.publishedText),
            case .found(let rest) = FrontMatter.cut(published),
            let before = try? compose(yaml: String(edition.source.substring(whole.yaml)), .basic)?.mapping,
            let after = try? compose(yaml: String(published.substring(rest.yaml)), .basic)?.mapping
        else {
            Issue.record("seed \(seed): \(text.debugDescription)")
            return
        }
        let kept = before.filter { !PublishedSource.unpublishedKeys.contains($0.key.string ?? "") }
        #expect(kept.map(\.key) == after.map(\.key), "seed \(seed): \(text.debugDescription)")
        for (one, other) in zip(kept, after) {
            // Blank lines that stay may become part of a text that counts them.
            let isSame = folded(one.value) == folded(other.value)
            #expect(isSame, "seed \(seed): \(text.debugDescription)")
        }
        #expect(edition.source.substring(whole.body) == published.substring(rest.body))
    }

    /// The node as text without its place.
    private func folded(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): String(scalar.string.reversed().drop { $0 == "\n" })
        case .sequence(let items): "[\(items.map { folded($0) })]"
        case .mapping(let entries): "{\(entries.map { folded($0.key) + ":" + folded($0.value) })}"
        case .alias: "*"
        }
    }
}
