import Formats
import Markdown

/// Blocks that are others now although their words are much the same: paragraphs that are a list's items, an item that
/// is a heading, a paragraph that is a quote, items a level deeper, sentences that blanks had made code.
///
/// The words are compared as one run, whatever blocks they are in. The new blocks are shown with what differs marked in
/// them; the old ones stand before them for whoever takes the redline apart.
struct Recast: Sendable {
    private(set) var old: Range<Int>
    private(set) var new: Range<Int>
    let restatement: Restatement

    /// Nil where a table or a code block of the old ones is in none of the new: it could not be shown as deleted.
    init?(_ olds: [Block], at old: Range<Int>, as news: [Block], at new: Range<Int>, _ memory: RedlineMemory) {
        let now = BlockWords(news)
        let before = BlockWords(olds) { now.solids[$0] == nil }
        var solids = now.solids
        for solid in before.solids.keys {
            guard let count = solids[solid], count >= before.solids[solid, default: 0] else { return nil }
            solids[solid] = count - before.solids[solid, default: 0]
        }
        guard let marks = Self.marks(from: before, to: now, memory) else { return nil }
        var builder = MarkedBlockBuilder(marks: marks[...], insertedSolids: solids)
        self.old = old
        self.new = new
        restatement = Restatement(
            old: olds, new: builder.marked(news), reason: .init(from: olds, to: news))
    }

    /// The same of blocks that stand so much farther on.
    func moved(by old: Int, _ new: Int) -> Self {
        var moved = self
        moved.old = self.old.shifted(by: old)
        moved.new = self.new.shifted(by: new)
        return moved
    }

    /// The marks of each new run. A label that became an item's own number or sign, or came in its place, is not marked.
    private static func marks(
        from before: BlockWords, to now: BlockWords, _ memory: RedlineMemory
    ) -> [[MarkedInline]]? {
        let (areLabelsGone, areLabelsNew) = (now.areLabels, before.areLabels)
        let shared = before.shared(with: now)
        let oldRuns = before.runs.dropFirst(shared.first).dropLast(shared.last)
        let newRuns = now.runs.dropFirst(shared.first).dropLast(shared.last)
        let olds = oldRuns.flatMap(\.lines).map { areLabelsGone ? $0.withoutLabel.words : $0 }
        let news = newRuns.flatMap { run in
            run.lines.map { areLabelsNew && !run.isLabelled ? $0.withoutLabel : (label: [], words: $0) }
        }
        var marks = MarkedInline.marks(
            from: memory.tokens(of: olds, joinedBy: .softBreak),
            recastAs: memory.tokens(of: news.map(\.words), joinedBy: .seam(.paragraphEnd))
        )
        .cut(at: .seam(.paragraphEnd))
        guard marks.count == news.count else { return nil }
        let areLabelled = newRuns.flatMap { run in run.lines.indices.map { $0 == 0 && run.isLabelled } }
        marks.leaveOutLabels(areLabelled, areNew: areLabelsNew)
        var rest = marks[...]
        var labels = news.map(\.label)[...]
        let between = newRuns.map { run in
            let lines = run.lines.map { _ -> [MarkedInline] in
                let label = labels.removeFirst()
                return (label.isEmpty ? [] : [.kept(label)]) + rest.removeFirst()
            }
            return Array(lines.joined(separator: [.kept([.hardBreak])]))
        }
        // A run without marks stands as it is.
        return Array(repeating: [], count: shared.first) + between + Array(repeating: [], count: shared.last)
    }
}

extension MarkedBlock {
    /// What is marked between two blocks of a kind; or, where that is clearly less, what is marked when their words are
    /// compared whatever items they are in.
    func recastIfShorter(from old: Piece, to new: Piece, _ memory: RedlineMemory) -> MarkedBlock {
        let length = markedLength
        guard length > 0, isRearranged, 5 * SureWords.apart([old], [new]) < 4 * length,
            let recast = Recast(old.blocks, at: 0..<1, as: new.blocks, at: 0..<1, memory)
        else { return self }
        let other = MarkedBlock.restated(recast.restatement)
        return 5 * other.markedLength < 4 * length ? other : self
    }

    /// Whether something in it went and something came as a whole.
    private var isRearranged: Bool {
        let parts = wholeChanges
        return parts.went && parts.came
    }

    private var wholeChanges: (went: Bool, came: Bool) {
        func join(_ parts: [(went: Bool, came: Bool)]) -> (went: Bool, came: Bool) {
            (parts.contains(where: \.went), parts.contains(where: \.came))
        }
        switch self {
        case .kept, .words, .table: return (false, false)
        case .deleted: return (true, false)
        case .inserted: return (false, true)
        case .quote(let blocks): return join(blocks.map(\.wholeChanges))
        case .restated(let restatement): return join(restatement.new.map(\.wholeChanges))
        case .list(let list):
            return join(
                list.items.map { item in
                    switch item {
                    case .kept: (false, false)
                    case .deleted(_, let moved): (!moved, false)
                    case .inserted: (false, true)
                    case .changed(_, _, let blocks, _): join(blocks.map(\.wholeChanges))
                    }
                })
        }
    }
}

extension Restatement.Reason {
    fileprivate init(from olds: [Block], to news: [Block]) {
        let (before, now) = (Set(olds.map(\.form)), Set(news.map(\.form)))
        switch (before.count == 1 ? before.first : nil, now.count == 1 ? now.first : nil) {
        case (.paragraph, .paragraph) where olds.count == 1: self = .split
        case (.paragraph, .paragraph) where news.count == 1: self = .merged
        case (.list, .list): self = .form(.levels)
        case (let one?, let other?) where one == other: self = .form(.other)
        case (.paragraph, _): self = .form(olds.count == 1 ? .paragraph : .paragraphs)
        case (.heading, _) where olds.count == 1: self = .form(.heading)
        case (.list, _) where olds.count == 1: self = .form(.list)
        case (.quote, _) where olds.count == 1: self = .form(.quote)
        case (.code, _): self = .form(.code)
        default: self = .form(.other)
        }
    }
}

extension Block {
    fileprivate enum Form { case paragraph, heading, list, quote, code, other }

    fileprivate var form: Form {
        switch self {
        case .paragraph: .paragraph
        case .heading: .heading
        case .list: .list
        case .quote: .quote
        case .code: .code
        case .table, .thematicBreak, .html, .seam: .other
        }
    }
}
