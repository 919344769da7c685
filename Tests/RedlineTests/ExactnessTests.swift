import Diagnostics
import Markdown
import Redline
import TestSupport
import Testing

@Suite("A redline holds both editions, exactly")
struct ExactnessTests {
    @Test("Generated documents and their edits", arguments: 0..<60)
    func edits(seed: UInt64) {
        var text = RandomText(seed: seed)
        for _ in 0..<8 {
            let old = text.draft()
            let new = text.edited(old, times: 1...6)
            expectExact(MarkdownSource.write(old), MarkdownSource.write(new), seed)
        }
    }

    @Test("Documents that have nothing but words in common", arguments: 0..<10)
    func strangers(seed: UInt64) {
        var text = RandomText(seed: seed &+ 10_000)
        for _ in 0..<4 {
            let (old, new) = (MarkdownSource.write(text.draft()), MarkdownSource.write(text.draft()))
            expectExact(old, new, seed)
            expectExact(old, "", seed)
            expectExact("", new, seed)
            expectExact(old, old, seed)
        }
    }

    @Test("Lines of Markdown lost, doubled and swapped, whatever they then mean", arguments: 0..<30)
    func lines(seed: UInt64) {
        var text = RandomText(seed: seed &+ 20_000)
        for _ in 0..<8 {
            let old = MarkdownSource.write(text.draft())
            var lines = old.split(separator: "\n", omittingEmptySubsequences: false)
            for _ in 0..<text.number(1...5) {
                let place = text.number(0...lines.count - 1)
                switch text.number(0...4) {
                case 0 where lines.count > 1: lines.remove(at: place)
                case 1: lines.insert(lines[place], at: text.number(0...lines.count))
                case 2: lines.swapAt(place, text.number(0...lines.count - 1))
                case 3: lines[place] = lines[place].dropFirst(text.number(1...3))
                default:
                    lines[place] = text.pick(["  ", "> ", "- ", "1. ", "#", "|", "*", "~~", "[^a]: "]) + lines[place]
                }
            }
            expectExact(old, lines.joined(separator: "\n"), seed)
        }
    }

    /// Expects that the redline of two texts holds both; where it does not, it is told of the least texts of which the
    /// same is true.
    private func expectExact(
        _ old: String, _ new: String, _ seed: UInt64, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard Exactness(old, new).defect != nil else { return }
        let least = Exactness.leastWithDefect(old, new)
        Issue.record(
            """
            seed \(seed)
            --- old
            \(least.old)
            --- new
            \(least.new)
            --- \(Exactness(least.old, least.new).defect ?? "")
            """,
            sourceLocation: sourceLocation)
    }
}
