import Markdown

extension RandomText {
    /// The document after so many edits, as a lawyer makes them and as an importer does.
    mutating func edited(_ draft: Draft, times: ClosedRange<Int>) -> Draft {
        var draft = draft
        for _ in 0..<number(times) {
            switch number(0...19) {
            case 0...7: editWords(of: &draft)
            case 8...11: editBlocks(of: &draft)
            case 12, 13: editList(of: &draft)
            case 14, 15: editTable(of: &draft)
            case 16: editFootnotes(of: &draft)
            case 17, 18: editClauses(of: &draft)
            default: editAllHeadings(of: &draft)
            }
        }
        return draft
    }

    /// Calls `edit` with one of all that `visit` goes through.
    private mutating func one<Part>(
        of draft: inout Draft, _ visit: (inout Draft, (inout Part) -> Void) -> Void,
        _ edit: @escaping (inout RandomText, inout Part) -> Void
    ) {
        var count = 0
        visit(&draft) { _ in count += 1 }
        guard count > 0 else { return }
        var left = number(0...count - 1)
        var random = self
        visit(&draft) { part in
            if left == 0 { edit(&random, &part) }
            left -= 1
        }
        self = random
    }

    private mutating func editWords(of draft: inout Draft) {
        one(of: &draft, { $0.visitWords($1) }) { (random, words: inout [Inline]) in random.edit(&words) }
    }

    private mutating func editList(of draft: inout Draft) {
        one(of: &draft, { $0.visitLists($1) }) { (random, list: inout Block.List) in random.edit(&list) }
    }

    private mutating func editTable(of draft: inout Draft) {
        one(of: &draft, { $0.visitTables($1) }) { (random, table: inout Block.Table) in random.edit(&table) }
    }

    private mutating func editBlocks(of draft: inout Draft) {
        if chance(1, of: 5) {
            // A block goes from one place to any other.
            var moved: Block?
            one(of: &draft, { $0.visitBlocks($1) }) { (random, blocks: inout [Block]) in
                if !blocks.isEmpty { moved = blocks.remove(at: random.number(0...blocks.count - 1)) }
            }
            guard let moved else { return }
            one(of: &draft, { $0.visitBlocks($1) }) { (random, blocks: inout [Block]) in
                blocks.insert(moved, at: random.number(0...blocks.count))
            }
        } else if chance(1, of: 2) {
            edit(&draft.blocks)
        } else {
            one(of: &draft, { $0.visitBlocks($1) }) { (random, blocks: inout [Block]) in random.edit(&blocks) }
        }
    }

    private mutating func editFootnotes(of draft: inout Draft) {
        switch number(0...3) {
        case 0 where !draft.footnotes.isEmpty: draft.footnotes.remove(at: number(0...draft.footnotes.count - 1))
        case 1:
            let label = label()
            if !draft.footnotes.contains(where: { $0.label == label }) {
                draft.footnotes.append(Footnote(label: label, blocks: footnote()))
            }
        case 2:
            // What two footnotes say changes places: so do their numbers.
            guard draft.footnotes.count > 1 else { return }
            let blocks = draft.footnotes[0].blocks
            draft.footnotes[0].blocks = draft.footnotes[1].blocks
            draft.footnotes[1].blocks = blocks
        default:
            let (one, other) = (label(), label())
            draft.visitWords { words in
                for index in words.indices where words[index] == .footnote(label: one) {
                    words[index] = .footnote(label: other)
                }
            }
        }
    }

    /// A heading with all that is under it is moved, taken away or said twice.
    private mutating func editClauses(of draft: inout Draft) {
        let starts = draft.blocks.indices.filter {
            if case .heading = draft.blocks[$0] { true } else { false }
        }
        guard !starts.isEmpty else { return }
        let start = pick(starts)
        let end = starts.first { $0 > start } ?? draft.blocks.count
        let clause = draft.blocks[start..<end]
        let rest = Array(draft.blocks[..<start] + draft.blocks[end...])
        switch number(0...3) {
        case 0: draft.blocks = rest
        case 1: draft.blocks.insert(contentsOf: clause, at: pick(starts))
        default:
            draft.blocks = rest
            draft.blocks.insert(contentsOf: clause, at: number(0...rest.count))
        }
    }

    /// All clauses are numbered anew, or all headings lowered.
    private mutating func editAllHeadings(of draft: inout Draft) {
        let lowers = chance(1, of: 3)
        var next = number(1...3)
        for index in draft.blocks.indices {
            guard case .heading(let level, var words) = draft.blocks[index] else { continue }
            if lowers {
                draft.blocks[index] = .heading(level: min(level + 1, 6), words)
            } else if case .text(let text) = words.first, text.first?.isNumber == true {
                words[0] = .text("\(next). ")
                next += 1
                draft.blocks[index] = .heading(level: level, words)
            }
        }
    }
}
