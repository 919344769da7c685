import Markdown

extension MarkedFootnote {
    /// The footnotes of two texts in the order of a redline: what is one and the same once.
    static func align(_ old: [[Piece]], _ new: [[Piece]], _ memory: RedlineMemory) -> [MarkedFootnote] {
        func whole(_ footnotes: [[Piece]]) -> [Piece] {
            memory.pieces(of: footnotes.map { .block(.quote($0.compactMap(\.block))) })
        }
        var footnotes: [MarkedFootnote] = []
        var place = Pair(old: 0, new: 0)
        for pair in PieceAlignment(whole(old), whole(new), memory).pairs + [Pair(old: old.count, new: new.count)] {
            for index in place.old..<pair.old {
                let marked = old[index].compactMap { $0.block.map { MarkedBlock.deleted($0, moved: false) } }
                footnotes.append(MarkedFootnote(old: index + 1, new: nil, blocks: marked))
            }
            for index in place.new..<pair.new {
                let marked = new[index].compactMap { $0.block.map { MarkedBlock.inserted($0) } }
                footnotes.append(MarkedFootnote(old: nil, new: index + 1, blocks: marked))
            }
            guard pair.old < old.count, pair.new < new.count else { break }
            let marked = BlockAlignment(from: old[pair.old], to: new[pair.new], memory: memory).marked
            footnotes.append(MarkedFootnote(old: pair.old + 1, new: pair.new + 1, blocks: marked))
            place = Pair(old: pair.old + 1, new: pair.new + 1)
        }
        return footnotes
    }
}
