import Formats
import Markdown
import Redline
import TestSupport
import Testing

@Suite("What redlines remember of one another")
struct MemoryTests {
    /// On all cores, as a site's redlines are made.
    @Test("A memory that has seen other editions changes nothing", arguments: 0..<12)
    func warm(seed: UInt64) {
        let editions = history(seed: seed)
        let memory = RedlineMemory()
        let texts = concurrentMap(editions) { ComparedText($0, memory: memory) }
        let pairs = editions.indices.dropFirst().flatMap { [($0 - 1, $0), (0, $0), ($0, 1)] }
        let warm = concurrentMap(pairs) { shown(Redline(from: texts[$0], to: texts[$1])) }
        for ((old, new), redline) in zip(pairs, warm) {
            let cold = shown(Redline(from: editions[old], to: editions[new]))
            #expect(redline == cold, "seed \(seed), \(old) to \(new)")
        }
    }

    @Test("Texts that two memories hold are compared as those of one", arguments: 0..<12)
    func strangers(seed: UInt64) {
        let editions = history(seed: seed &+ 1_000)
        let texts = editions.map { ComparedText($0) }
        for (old, new) in zip(editions.indices, editions.indices.dropFirst()) {
            // Back and forth: each memory learns of the other's pieces.
            for (one, other) in [(old, new), (new, old), (old, new)] {
                let apart = shown(Redline(from: texts[one], to: texts[other]))
                let together = shown(Redline(from: editions[one], to: editions[other]))
                #expect(apart == together, "seed \(seed), \(one) to \(other)")
            }
        }
    }

    @Test("A memory that let go of what it found finds the same anew", arguments: 0..<12)
    func forgotten(seed: UInt64) {
        let editions = history(seed: seed &+ 3_000)
        let memory = RedlineMemory()
        let texts = editions.map { ComparedText($0, memory: memory) }
        let pairs = editions.indices.flatMap { old in editions.indices.map { (old, $0) } }
        let redlines = pairs.map { Redline(from: texts[$0], to: texts[$1]) }
        memory.forget()
        // Those that are made already are still written, and texts made ready before and after are the same to it.
        let again = editions.map { ComparedText($0, memory: memory) }
        for ((old, new), redline) in zip(pairs, redlines) {
            let anew = shown(Redline(from: texts[old], to: again[new]))
            #expect(shown(redline) == anew, "seed \(seed), \(old) to \(new)")
        }
    }

    /// A label of its own keeps a redline from what is written of the parts of others.
    @Test("What is written of a part for all redlines is what each would write", arguments: 0..<24)
    func sharedParts(seed: UInt64) {
        let editions = history(seed: seed &+ 2_000)
        let memory = RedlineMemory()
        let texts = editions.map { ComparedText($0, memory: memory) }
        var labels = RedlineLabels()
        labels.deleted = "[gone: "
        for (old, new) in editions.indices.flatMap({ old in editions.indices.map { (old, $0) } }) {
            let redline = Redline(from: texts[old], to: texts[new])
            for attributes in ["", " lang=\"en\"", ""] {
                var options = HTMLOptions { $0 }
                options.idPrefix = "a."
                options.labels.attributes = attributes
                let alone = redline.html(options, labels: labels)
                #expect(
                    redline.html(options) == alone.replacing("[gone: ", with: "[deleted: "),
                    "seed \(seed), \(old) to \(new)")
            }
        }
    }

    private func history(seed: UInt64) -> [MarkdownText] {
        var text = RandomText(seed: seed &+ 60_000)
        var draft = text.draft()
        var editions = [draft]
        for _ in 0..<6 {
            draft = text.edited(draft, times: 1...5)
            editions.append(draft)
        }
        return editions.map { Exactness.parse(MarkdownSource.write($0)) }
    }

    private func shown(_ redline: Redline) -> String {
        redline.html(HTMLOptions { $0 }) + "\(redline.changes)\(redline.origins)\(redline.remark ?? "")"
    }
}
