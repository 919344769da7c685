import Markdown

extension MarkedList {
    /// Two lists that are not the same, item by item.
    init(
        from before: (list: Block.List, piece: Piece), to now: (list: Block.List, piece: Piece), _ memory: RedlineMemory
    ) {
        let (old, new) = (before.list, now.list)
        kind = new.kind
        oldIsTight = old.isTight
        newIsTight = new.isTight
        items = []
        let (olds, news) = (before.piece.parts(memory), now.piece.parts(memory))
        let alignment = PieceAlignment(olds, news, memory)
        items = alignment.steps.map { step in
            switch step {
            case .deleted(let place, let moved): .deleted(old.items[place], moved: moved)
            case .inserted(let place): .inserted(new.items[place])
            case .pair(let pair, let moved):
                item((old.items[pair.old], olds[pair.old]), (new.items[pair.new], news[pair.new]), moved: moved, memory)
            }
        }
    }

    private func item(
        _ old: (item: Block.List.Item, piece: Piece), _ new: (item: Block.List.Item, piece: Piece), moved: Bool,
        _ memory: RedlineMemory
    ) -> MarkedItem {
        let isSpaced = oldIsTight != newIsTight && new.item.blocks.contains(where: \.isParagraph)
        if old.piece == new.piece, !moved, !isSpaced { return .kept(new.piece) }
        var blocks = BlockAlignment(from: old.piece.parts(memory), to: new.piece.parts(memory), memory: memory).marked
        if isSpaced, !moved { blocks = blocks.map(\.respaced) }
        return .changed(oldTask: old.item.task, newTask: new.item.task, blocks, moved: moved)
    }
}

extension Block {
    var isParagraph: Bool { if case .paragraph = self { true } else { false } }
}

extension MarkedBlock {
    /// A paragraph of both texts that is an element of its own in one of them only.
    fileprivate var respaced: MarkedBlock {
        switch self {
        case .kept(let piece) where piece.isParagraph:
            .restated(Restatement(old: piece.blocks, new: [self], reason: .spacing))
        case .words(let block, let marks) where block.isParagraph:
            .restated(Restatement(old: [.paragraph(marks.old)], new: [self], reason: .spacing))
        default: self
        }
    }
}

extension [MarkedInline] {
    /// The words of the old text.
    package var old: [Inline] {
        flatMap { mark -> [Inline] in
            switch mark {
            case .kept(let inlines), .deleted(let inlines): inlines
            case .inserted: []
            case .styled(let style, let marks): [style.inline(marks.old)]
            case .restated(let old, _, _): old
            }
        }
    }

    /// The words of the new text.
    package var new: [Inline] {
        flatMap { mark -> [Inline] in
            switch mark {
            case .kept(let inlines), .inserted(let inlines): inlines
            case .deleted: []
            case .styled(let style, let marks): [style.inline(marks.new)]
            case .restated(_, let marks, _): marks.new
            }
        }
    }
}

extension MarkedInline.Style {
    package func inline(_ children: [Inline]) -> Inline {
        switch self {
        case .emphasis: .emphasis(children)
        case .strong: .strong(children)
        case .strikethrough: .strikethrough(children)
        }
    }
}
