import Markdown

/// The words in blocks, whatever they are in.
struct BlockWords {
    private(set) var runs: [Run] = []
    /// What holds no words that are compared, with how often it comes.
    private(set) var solids: [Block: Int] = [:]

    /// The words of a paragraph or a heading.
    struct Run {
        /// As far as a hard break.
        var lines: [[Inline]]
        /// Whether it stands at the beginning of an item, behind its number or its sign.
        var isLabelled: Bool

        fileprivate func isWritten(as other: Run) -> Bool {
            isLabelled == other.isLabelled && lines.elementsEqual(other.lines) { $0.isWritten(as: $1) }
        }
    }

    /// - Parameter readsCode: of which blocks of code the lines are words too: where blanks before a sentence had made
    ///   code of it, and it is prose now.
    init(_ blocks: [Block], readsCode: (Block) -> Bool = { _ in false }) { add(blocks, isItem: false, readsCode) }

    private mutating func add(_ blocks: [Block], isItem: Bool, _ readsCode: (Block) -> Bool) {
        for (index, block) in blocks.enumerated() {
            switch block {
            case .paragraph(let words), .heading(_, let words):
                let lines =
                    words.contains(where: \.isHardBreak)
                    ? words.split(omittingEmptySubsequences: false, whereSeparator: \.isHardBreak).map(Array.init)
                    : [words]
                runs.append(Run(lines: lines, isLabelled: isItem && index == 0))
            case .list(let list): list.items.forEach { add($0.blocks, isItem: true, readsCode) }
            case .quote(let blocks): add(blocks, isItem: false, readsCode)
            case .code(_, let text) where readsCode(block):
                let lines = text.split(whereSeparator: \.isNewline).map { String($0.drop(while: \.isWhitespace)) }
                runs += lines.filter { !$0.isEmpty }.map { Run(lines: [[.text($0)]], isLabelled: false) }
            case .code, .table, .thematicBreak, .html, .seam: solids[block, default: 0] += 1
            }
        }
    }

    var lines: [[Inline]] { runs.flatMap(\.lines) }

    /// Of rows in which little differs, how many runs at each end are the same, less the two hundred nearest to what
    /// differs: what is the same weighs ten times what is not, so that nothing beside it is taken for a chance.
    func shared(with other: BlockWords) -> (first: Int, last: Int) {
        let nearest = 200
        guard min(runs.count, other.runs.count) > nearest else { return (0, 0) }
        let (first, last) = commonEnds(runs[...], other.runs[...]) { $0.isWritten(as: $1) }
        guard max(runs.count, other.runs.count) - first - last <= nearest / 10 else { return (0, 0) }
        return (max(0, first - nearest), max(0, last - nearest))
    }

    /// Each line as a paragraph.
    var paragraphs: [Piece.Content] { lines.map { .block(.paragraph($0)) } }

    /// Whether items have signs or numbers, and none of them a label as words too: `- (a) to end the contract`.
    var areLabels: Bool {
        runs.contains(where: \.isLabelled)
            && !runs.contains { $0.isLabelled && $0.lines.first?.withoutLabel.label.isEmpty == false }
    }
}

/// New blocks with the marks of their words.
struct MarkedBlockBuilder {
    /// Of each run of words, in order.
    var marks: ArraySlice<[MarkedInline]>
    /// What holds no words and is in the new blocks alone.
    var insertedSolids: [Block: Int]

    mutating func marked(_ blocks: [Block]) -> [MarkedBlock] {
        blocks.map { block in
            switch block {
            case .paragraph, .heading: return marked(words: block)
            case .list(let list):
                let items = list.items.map { item($0) }
                return .list(
                    MarkedList(kind: list.kind, oldIsTight: list.isTight, newIsTight: list.isTight, items: items))
            case .quote(let blocks): return .quote(marked(blocks))
            case .code, .table, .thematicBreak, .html, .seam:
                guard let count = insertedSolids[block], count > 0 else { return .kept(Piece(.block(block))) }
                insertedSolids[block] = count - 1
                return .inserted(block)
            }
        }
    }

    private mutating func marked(words block: Block) -> MarkedBlock {
        let marks = marks.popFirst() ?? []
        if marks.allSatisfy(\.isKept) { return .kept(Piece(.block(block))) }
        return marks.allSatisfy(\.isInserted) ? .inserted(block) : .words(block, marks)
    }

    private mutating func item(_ item: Block.List.Item) -> MarkedItem {
        // Most items are a paragraph in which nothing differs.
        if item.blocks.count == 1, item.blocks[0].isParagraph, marks.first?.allSatisfy(\.isKept) ?? true {
            marks = marks.dropFirst()
            return .kept(Piece(.item(item)))
        }
        let blocks = marked(item.blocks)
        if blocks.allSatisfy(\.isKept) { return .kept(Piece(.item(item))) }
        if blocks.allSatisfy(\.isInserted) { return .inserted(item) }
        return .changed(oldTask: item.task, newTask: item.task, blocks, moved: false)
    }
}

extension MarkedBlock {
    fileprivate var isInserted: Bool { if case .inserted = self { true } else { false } }
}

extension MarkedInline {
    fileprivate var isKept: Bool { if case .kept = self { true } else { false } }
    fileprivate var isInserted: Bool { if case .inserted = self { true } else { false } }
}

extension Inline {
    fileprivate var isHardBreak: Bool { if case .hardBreak = self { true } else { false } }
}

extension Block {
    var isCode: Bool { if case .code = self { true } else { false } }
}

// MARK: Labels

extension [[MarkedInline]] {
    /// Takes the marks off labels in the midst of words that became an item's own number or sign, or came in its place. One
    /// that came in the place of other words is marked.
    ///
    /// - Parameters:
    ///   - areLabelled: of each line, whether an item begins with it.
    ///   - areNew: whether the old items have signs or numbers alone.
    mutating func leaveOutLabels(_ areLabelled: [Bool], areNew: Bool) {
        for index in indices where areLabelled[index] {
            // What is gone between two lines is marked at the end of the first.
            if case .deleted(let words)? = self[index].first, words.isLabel {
                if self[index].dropFirst().first?.isInserted != true { self[index].removeFirst() }
            } else if index > 0, case .deleted(let words)? = self[index - 1].last, words.isLabel {
                if self[index].first?.isInserted != true { self[index - 1].removeLast() }
            }
        }
        guard areNew else { return }
        for index in indices where !areLabelled[index] {
            var before = index > 0 ? self[index - 1].last : nil
            self[index] = self[index].map { mark in
                defer { before = mark }
                if case .deleted? = before { return mark }
                return if case .inserted(let words) = mark, words.isLabel { .kept(words) } else { mark }
            }
        }
    }
}

extension [Inline] {
    /// A line without the label that it begins with: `(a)`, `1.`, `•`.
    var withoutLabel: (label: [Inline], words: [Inline]) {
        guard case .text(let text)? = first, text.mayBeginWithLabel else { return ([], self) }
        let label = text.prefix { !$0.isWhitespace }
        let rest = text.dropFirst(label.count)
        guard label.isLabel, !rest.isEmpty else { return ([], self) }
        let blanks = rest.prefix(while: \.isWhitespace)
        let words = rest.dropFirst(blanks.count)
        return (
            [.text(String(label + blanks))], (words.isEmpty ? [] : [.text(String(words))]) + Array(dropFirst())
        )
    }

    /// Whether it says no more than a label.
    var isLabel: Bool {
        let words = plainText
        // No label has more than seven signs.
        return words.utf8.count { (0x21...0x7E).contains($0) } <= 7 && words.filter { !$0.isWhitespace }[...].isLabel
    }
}

extension String {
    /// Whether a label may stand before its first blank, told by its bytes alone: most lines begin with a word.
    fileprivate var mayBeginWithLabel: Bool {
        var last: UInt8?
        // No label has more than seven signs, all of ASCII unless it is a single one; the blank behind it may be any.
        for (place, byte) in utf8.prefix(8).enumerated() {
            if byte >= 0x80 { return true }
            if byte <= 0x20 { return place < 2 || last == UInt8(ascii: ")") || last == UInt8(ascii: ".") }
            last = byte
        }
        return false
    }
}

extension Substring {
    /// A sign, or a number, a letter or two, or a roman number with its point or brackets.
    fileprivate var isLabel: Bool {
        if count == 1, let sign = first, "•‣◦▪–—-*·○●".contains(sign) { return true }
        var rest = self
        let isOpen = rest.first == "("
        if isOpen { rest.removeFirst() }
        guard let last = rest.popLast(), last == ")" || !isOpen && last == "." else { return false }
        guard !rest.isEmpty, rest.count <= 5, rest.allSatisfy(\.isASCII) else { return false }
        return rest.allSatisfy(\.isNumber) || rest.allSatisfy("ivxlcIVXLC".contains)
            || rest.count <= 2 && rest.allSatisfy(\.isLetter)
    }
}
