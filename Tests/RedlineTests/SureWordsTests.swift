import Markdown
import TestSupport
import Testing

@testable import Redline

/// What spares the search for another way to mark: it must never be more than what any way marks.
@Suite("Words that are marked whatever becomes of their blocks")
struct SureWordsTests {
    @Test("No redline marks less", arguments: 0..<60)
    func least(seed: UInt64) {
        var text = RandomText(seed: seed &+ 90_000)
        for _ in 0..<6 {
            let draft = text.draft()
            let other = text.chance(1, of: 4) ? text.draft() : text.edited(draft, times: 1...6)
            let memory = RedlineMemory()
            let (old, new) = (compared(draft, memory), compared(other, memory))
            let marked = Redline(from: old, to: new).parts.reduce(0) { $0 + ($1.marked?.markedLength ?? 0) }
            #expect(SureWords.apart(old.pieces, new.pieces) <= marked, "seed \(seed)")
            guard
                let recast = Recast(
                    old.pieces.flatMap(\.blocks), at: old.pieces.indices, as: new.pieces.flatMap(\.blocks),
                    at: new.pieces.indices, memory)
            else { continue }
            #expect(
                SureWords.apart(old.pieces, new.pieces) <= MarkedBlock.restated(recast.restatement).markedLength,
                "seed \(seed), recast")
        }
    }

    @Test(
        "Words of one text alone weigh what they are long, but for labels, signs and capitals",
        arguments: [
            ("The fee is due.", "The price is due.", "fee".count + "price".count),
            ("(iv) Fees are due.", "Fees are due.", 0), ("1. Fees are due.", "(a) Fees are due.", 0),
            ("Fees — “all” — are due.", "FEES - 'all' - are due.", 0),
            ("Due *now*ish.", "Due nowish.", 0), ("Due *now*ish.", "Due later.", "later".count),
        ])
    func weights(old: String, new: String, apart: Int) {
        let memory = RedlineMemory()
        let pieces = [old, new].map { ComparedText(Exactness.parse($0), memory: memory).pieces }
        #expect(SureWords.apart(pieces[0], pieces[1]) == apart)
    }

    private func compared(_ draft: Draft, _ memory: RedlineMemory) -> ComparedText {
        ComparedText(Exactness.parse(MarkdownSource.write(draft)), memory: memory)
    }
}
