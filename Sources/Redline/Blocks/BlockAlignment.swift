import Markdown

/// Which blocks of two texts, items or quotes are one and the same, and what became of each.
struct BlockAlignment: Sendable {
    let old: [Piece]
    let new: [Piece]
    /// In the order in which a redline shows them.
    private(set) var entries: [Entry] = []
    let memory: RedlineMemory

    enum Entry: Sendable {
        case pair(Pair, moved: Bool)
        /// Where it moved, its pair comes elsewhere.
        case deleted(Int, moved: Bool)
        case inserted(Int)
        /// One paragraph that is several now, or the other way round.
        case regrouped(old: Range<Int>, new: Range<Int>)
        /// Blocks that are others now, although their words are much the same.
        indirect case recast(Recast)
    }

    /// - Parameters:
    ///   - headings: where the blocks are two texts' own, what holds these together.
    ///   - memory: of blocks that were compared before.
    init(
        from old: [Piece], to new: [Piece], headings: (old: HeadingPaths, new: HeadingPaths)? = nil,
        memory: RedlineMemory
    ) {
        self.memory = memory
        self.old = old
        self.new = new
        let fixed = headings.map { headingPairs($0.old, $0.new) } ?? []
        let alignment = PieceAlignment(old, new, fixed: fixed, memory)
        let groups = Regrouping(alignment)
        let movedFrom = Set(alignment.moves.map(\.old))
        let moves = Dictionary(uniqueKeysWithValues: alignment.moves.map { ($0.new, $0) })
        var place = Pair(old: 0, new: 0)
        func addUnpaired(upTo end: Pair) {
            for index in place.old..<max(end.old, place.old) {
                entries.append(.deleted(index, moved: movedFrom.contains(index)))
            }
            for index in place.new..<max(end.new, place.new) {
                entries.append(moves[index].map { .pair($0, moved: true) } ?? .inserted(index))
            }
        }
        for pair in alignment.pairs {
            if let group = groups.groups[pair] {
                addUnpaired(upTo: Pair(old: group.old.lowerBound, new: group.new.lowerBound))
                entries.append(.regrouped(old: group.old, new: group.new))
                place = Pair(old: group.old.upperBound, new: group.new.upperBound)
            } else {
                addUnpaired(upTo: pair)
                entries.append(.pair(pair, moved: false))
                place = Pair(old: pair.old + 1, new: pair.new + 1)
            }
        }
        addUnpaired(upTo: Pair(old: old.count, new: new.count))
        entries = recast(entries)
    }
}

// MARK: Marking

extension BlockAlignment {
    /// The blocks of both texts with what became of them, entry by entry.
    var marked: [MarkedBlock] { entries.compactMap { part($0)?.block } }

    /// The same, for a text as a whole.
    var parts: [RedlinePart] { entries.compactMap(part) }

    /// Nil for what is no block.
    func part(_ entry: Entry) -> RedlinePart? {
        switch entry {
        case .deleted(let place, let moved): (moved ? old[place].movedAway : old[place].gone).map { .marked($0) }
        case .inserted(let place): new[place].came.map { .marked($0) }
        case .pair(let pair, true): moved(pair)
        case .pair(let pair, false): part(pair)
        case .regrouped(let olds, let news): part(.regrouped, old: olds, new: news) { regrouped(olds, news) }
        case .recast(let recast):
            part(.recast, old: recast.old, new: recast.new) { .restated(recast.restatement) }
        }
    }

    private func part(
        _ kind: RedlineMemory.Stretch.Kind, old olds: Range<Int>, new news: Range<Int>, _ mark: () -> MarkedBlock
    ) -> RedlinePart {
        .marked(memory.part(RedlineMemory.Stretch(kind: kind, old: old[olds], new: new[news]), mark: mark))
    }

    private func part(_ pair: Pair) -> RedlinePart? {
        // Most are the same: of these one is held, and the other only looked at.
        if old[pair.old] == new[pair.new] { return .kept(new[pair.new]) }
        let (before, now) = (old[pair.old], new[pair.new])
        guard let one = before.block, let other = now.block else { return nil }
        return .marked(
            memory.part(RedlineMemory.PiecePair(old: before, new: now, isMoved: false)) {
                MarkedBlock(from: (before, one), to: (now, other), memory)
            })
    }

    private func moved(_ pair: Pair) -> RedlinePart {
        .marked(
            memory.part(RedlineMemory.PiecePair(old: old[pair.old], new: new[pair.new], isMoved: true)) {
                .restated(Restatement(old: [], new: part(pair).map { [$0.block] } ?? [], reason: .moved))
            })
    }

    /// One side is a single paragraph.
    private func regrouped(_ olds: Range<Int>, _ news: Range<Int>) -> MarkedBlock {
        let joined = (
            old: memory.tokens(of: old[olds], joinedBy: .softBreak),
            new: memory.tokens(of: new[news], joinedBy: .seam(.paragraphEnd))
        )
        let marks = MarkedInline.marks(from: joined.old, to: joined.new).cut(at: .seam(.paragraphEnd))
        let paragraphs = zip(news, marks).map { place, marks in
            MarkedBlock.words(.paragraph(new[place].inlines ?? []), marks)
        }
        return .restated(
            Restatement(
                old: old[olds].flatMap(\.blocks), new: paragraphs, reason: news.count > 1 ? .split : .merged))
    }
}

extension [MarkedInline] {
    /// Cut at an inline that only the new text has; there it is inserted between two paragraphs, so in no style.
    func cut(at end: Inline) -> [[MarkedInline]] {
        var parts: [[MarkedInline]] = [[]]
        for mark in self {
            guard case .inserted(let inlines) = mark else {
                parts[parts.count - 1].append(mark)
                continue
            }
            for (index, part) in inlines.split(separator: end, omittingEmptySubsequences: false).enumerated() {
                if index > 0 { parts.append([]) }
                if !part.isEmpty { parts[parts.count - 1].append(.inserted([Inline](part))) }
            }
        }
        return parts
    }
}

extension Piece {
    var block: Block? {
        if case .block(let block) = content { block } else { nil }
    }

    var item: Block.List.Item? {
        if case .item(let item) = content { item } else { nil }
    }

    /// What stands in a text for it.
    var blocks: [Block] { block.map { [$0] } ?? [] }
}

extension MarkedBlock {
    /// Two blocks that are not the same.
    fileprivate init(
        from before: (piece: Piece, block: Block), to now: (piece: Piece, block: Block), _ memory: RedlineMemory
    ) {
        let (old, new) = (before.block, now.block)
        switch (old, new) {
        case (.paragraph, .paragraph): self = .words(new, MarkedInline.marks(from: before.piece, to: now.piece, memory))
        case (.heading(let oldLevel, _), .heading(let newLevel, _)):
            let marked = MarkedBlock.words(new, MarkedInline.marks(from: before.piece, to: now.piece, memory))
            self = oldLevel == newLevel ? marked : .restated(Restatement(old: [old], new: [marked], reason: .level))
        case (.code(_, let one), .code(_, let other)):
            self = .words(new, MarkedInline.marks(fromCode: one, to: other, memory))
        case (.quote, .quote):
            let alignment = BlockAlignment(
                from: before.piece.parts(memory), to: now.piece.parts(memory), memory: memory)
            self = MarkedBlock.quote(alignment.marked).recastIfShorter(from: before.piece, to: now.piece, memory)
        case (.list(let one), .list(let other)):
            let marked = MarkedBlock.list(MarkedList(from: (one, before.piece), to: (other, now.piece), memory))
            self =
                one.kind.isWritten(as: other.kind)
                ? marked.recastIfShorter(from: before.piece, to: now.piece, memory)
                : .restated(Restatement(old: [old], new: [marked], reason: .numbering))
        case (.table(let one), .table(let other)):
            self.init(from: (one, before.piece), to: (other, now.piece), memory)
        default: self = .restated(Restatement(old: [old], new: [.inserted(new)], reason: .spacing))
        }
    }
}

extension Block.List.Kind {
    /// Whether two lists are the same element: the sign behind an item's number is no matter of it.
    fileprivate func isWritten(as other: Self) -> Bool {
        switch (self, other) {
        case (.bullet, .bullet): true
        case (.ordered(let one, _), .ordered(let two, _)): one == two
        default: false
        }
    }
}
