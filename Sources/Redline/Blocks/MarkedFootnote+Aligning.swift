import Markdown

extension MarkedFootnote {
    /// The footnotes of two texts in the order of a redline: what is one and the same once.
    static func align(_ old: [[Piece]], _ new: [[Piece]], _ memory: RedlineMemory) -> [MarkedFootnote] {
        func whole(_ footnotes: [[Piece]]) -> [Piece] {
            memory.pieces(of: footnotes.map { .block(.quote($0.compactMap(\.block))) })
        }
        func added(_ place: Int) -> MarkedFootnote {
            let marked = new[place].compactMap { $0.block.map { MarkedBlock.inserted($0) } }
            return MarkedFootnote(old: nil, new: place + 1, blocks: marked)
        }
        return PieceAlignment(whole(old), whole(new), memory).steps.map { step in
            switch step {
            case .deleted(let place, _):
                let marked = old[place].compactMap { $0.block.map { MarkedBlock.deleted($0, moved: false) } }
                return MarkedFootnote(old: place + 1, new: nil, blocks: marked)
            case .inserted(let place): return added(place)
            // It is shown as gone where it was.
            case .pair(let pair, moved: true): return added(pair.new)
            case .pair(let pair, moved: false):
                let marked = BlockAlignment(from: old[pair.old], to: new[pair.new], memory: memory).marked
                return MarkedFootnote(old: pair.old + 1, new: pair.new + 1, blocks: marked)
            }
        }
    }
}
