import Markdown

/// Makes a redline's passages.
struct Passages {
    private(set) var passages: [Passage] = []
    /// The footnotes, each behind the numbers that it has in the two texts.
    private(set) var footnotes: [Passage.Item] = []

    let labels = RedlineLabels()

    /// - Parameter isFull: whether what did not change is in it too. Otherwise an omission stands for it, and the
    ///   heading above what changed is there.
    init(_ redline: Redline, isFull: Bool) {
        passages =
            isFull ? redline.blocks.flatMap { self.passages($0, isFull: true) } : excerpt(of: redline.blocks)
        for footnote in redline.footnotes where isFull || !footnote.isKept {
            func label(_ number: Int?) -> Passage.Label? { number.map { Passage.Label(sign: "[^\($0)]") } }
            footnotes.append(
                .item(
                    old: label(footnote.old), new: label(footnote.new),
                    footnote.blocks.flatMap { self.passages($0, isFull: isFull || footnote.blocks.count == 1) }))
        }
    }

    // MARK: What to leave out

    /// The blocks that changed, each below the heading that it stands under.
    private func excerpt(of blocks: [MarkedBlock]) -> [Passage] {
        var excerpt: [Passage] = []
        var heading: Passage?
        /// Whether something is left out before the heading, and behind it.
        var omits = (before: false, behind: false)
        for block in blocks {
            if case .kept(let kept) = block {
                if kept.isHeading {
                    omits = (heading != nil || omits.behind, false)
                    heading = passages(block, isFull: false).first
                } else {
                    omits.behind = true
                }
                continue
            }
            if let heading, !block.isHeading {
                if omits.before { excerpt.append(.omission) }
                excerpt.append(heading)
                if omits.behind { excerpt.append(.omission) }
            } else if heading != nil || omits.behind {
                excerpt.append(.omission)
            }
            heading = nil
            omits = (false, false)
            excerpt += changed(block)
        }
        return heading != nil || omits.behind ? excerpt + [.omission] : excerpt
    }

    /// A block that changed, whole where a reader would see nothing marked in it.
    private func changed(_ block: MarkedBlock) -> [Passage] {
        let excerpt = passages(block, isFull: false)
        if block.differences == .typography { return [.note(labels.typography)] + excerpt }
        if excerpt.contains(where: \.hasMarks) { return excerpt }
        return [.note(labels.form)] + passages(block, isFull: true)
    }

    // MARK: Blocks

    private func passages(_ block: MarkedBlock, isFull: Bool) -> [Passage] {
        switch block {
        case .kept(let piece): piece.blocks.flatMap { plain($0, .kept) }
        case .deleted(let block, let moved): (moved ? [.note(labels.movedAway)] : []) + plain(block, .deleted)
        case .inserted(let block): plain(block, .inserted)
        case .words(let block, let marks): words(marks, of: block)
        case .list(let list): [self.list(list, oldKind: list.kind, isFull: isFull)]
        case .quote(let blocks): [.quote(blocks.flatMap { passages($0, isFull: true) })]
        case .table(let table): [self.table(table, isFull: isFull)]
        case .restated(let restatement): restated(restatement, isFull: isFull)
        }
    }

    private func words(_ marks: [MarkedInline], of block: Block) -> [Passage] {
        switch block {
        case .heading(let level, _): [.heading(old: level, new: level, marks)]
        case .code(let info, _): [.code(info: info, marks)]
        default: [.paragraph(marks)]
        }
    }

    /// Whole, as a reader could not tell otherwise what moved or was cut up.
    private func restated(_ restatement: Restatement, isFull: Bool) -> [Passage] {
        switch (restatement.reason, restatement.old.first, restatement.new.first) {
        case (.level, .heading(let old, _)?, .words(.heading(let new, _), let marks)?):
            return [.heading(old: old, new: new, marks)]
        case (.numbering, .list(let old)?, .list(let list)?):
            return note(on: .numbering) + [self.list(list, oldKind: old.kind, isFull: true)]
        case (.order, _, .table(let table)?): return note(on: .order) + [self.table(table, isFull: isFull)]
        default: break
        }
        let isReplaced = restatement.new.contains { if case .inserted = $0 { true } else { false } }
        return note(on: restatement.reason)
            + (isReplaced ? restatement.old.flatMap { plain($0, .deleted) } : [])
            + restatement.new.flatMap { passages($0, isFull: true) }
    }

    func note(on reason: Restatement.Reason) -> [Passage] { labels.note(on: reason).map { [.note($0)] } ?? [] }

    /// A block with nothing marked in it, as it is in the texts that have it.
    private func plain(_ block: Block, _ mark: Passage.Mark) -> [Passage] {
        switch block {
        case .paragraph(let words): return [.paragraph(mark.mark(words))]
        case .heading(let level, let words):
            let (old, new) = mark.sides(level)
            return [.heading(old: old, new: new, mark.mark(words))]
        case .list(let list):
            let items = list.items.enumerated().map { index, item in
                let (old, new) = mark.sides(Passage.Label(list.kind, index, task: item.task))
                return Passage.Item.item(old: old, new: new, item.blocks.flatMap { plain($0, mark) })
            }
            return [.list(items, isTight: list.isTight)]
        case .quote(let blocks): return [.quote(blocks.flatMap { plain($0, mark) })]
        case .code(let info, let text): return [.code(info: info, mark.mark([.text(text)]))]
        case .table(let table):
            return [
                .table(
                    header: table.header.map(mark.mark), table.rows.map { .row(mark, $0.map(mark.mark)) })
            ]
        case .thematicBreak: return [.rule(mark)]
        case .html, .seam: return []
        }
    }
}

// MARK: Lists and tables

extension Passages {
    private func list(_ list: MarkedList, oldKind: Block.List.Kind, isFull: Bool) -> Passage {
        var items: [Passage.Item] = []
        var (old, new) = (0, 0)
        func label(_ kind: Block.List.Kind, _ index: inout Int, task: Bool?) -> Passage.Label {
            defer { index += 1 }
            return Passage.Label(kind, index, task: task)
        }
        func add(_ oldLabel: Passage.Label?, _ newLabel: Passage.Label?, _ passages: [Passage]) {
            items.append(.item(old: oldLabel, new: newLabel, passages))
        }
        for item in list.items {
            switch item {
            case .kept(let piece):
                guard let item = piece.item else { continue }
                let labels = (label(oldKind, &old, task: item.task), label(list.kind, &new, task: item.task))
                if isFull {
                    add(labels.0, labels.1, item.blocks.flatMap { plain($0, .kept) })
                } else if items.last?.isOmission != true {
                    items.append(.omission)
                }
            case .deleted(let item, let moved):
                add(
                    label(oldKind, &old, task: item.task), nil,
                    (moved ? [.note(labels.movedAway)] : []) + item.blocks.flatMap { plain($0, .deleted) })
            case .inserted(let item):
                add(nil, label(list.kind, &new, task: item.task), item.blocks.flatMap { plain($0, .inserted) })
            case .changed(let oldTask, let newTask, let blocks, let moved):
                let newLabel = label(list.kind, &new, task: newTask)
                let oldLabel = moved ? newLabel : label(oldKind, &old, task: oldTask)
                add(oldLabel, newLabel, (moved ? [.note(labels.moved)] : []) + self.item(blocks, isFull || moved))
            }
        }
        return .list(items, isTight: list.newIsTight)
    }

    /// An item's blocks; the first is there to say whose the others are.
    private func item(_ blocks: [MarkedBlock], _ isFull: Bool) -> [Passage] {
        var passages: [Passage] = []
        var isOmitting = false
        for (index, block) in blocks.enumerated() {
            if block.isKept, index > 0, !isFull {
                isOmitting = true
                continue
            }
            if isOmitting { passages.append(.omission) }
            isOmitting = false
            passages += self.passages(block, isFull: isFull)
        }
        return isOmitting ? passages + [.omission] : passages
    }
}

extension Passage.Label {
    fileprivate init(_ kind: Block.List.Kind, _ index: Int, task: Bool?) {
        self.task = task
        switch kind {
        case .bullet: sign = "-"
        case .ordered(let start, let delimiter): sign = "\(start + index)\(delimiter == .period ? "." : ")")"
        }
    }
}

extension MarkedBlock {
    fileprivate var isHeading: Bool {
        switch self {
        case .kept(let piece): piece.isHeading
        case .deleted(let block, _), .inserted(let block), .words(let block, _):
            if case .heading = block { true } else { false }
        case .restated(let restatement): restatement.new.first?.isHeading ?? false
        case .list, .quote, .table: false
        }
    }
}
