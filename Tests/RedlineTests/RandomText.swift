import TestSupport
@testable import Markdown

/// A document as it is written: the tree, and the footnotes that it may refer to.
struct Draft {
    var blocks: [Block] = []
    var footnotes: [Footnote] = []
}

/// Makes up policies with everything that a Markdown text can hold, and edits of them.
struct RandomText {
    var random: SeededRandom

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func draft() -> Draft {
        var draft = Draft()
        draft.footnotes = ["a", "b", "note", "ä"].prefix(number(0...4)).map { Footnote(label: $0, blocks: []) }
        if chance(4, of: 5) { draft.blocks.append(.heading(level: 1, words(1...4))) }
        let sections = number(0...4)
        for section in 0..<sections {
            let number = chance(2, of: 3) ? [.text("\(section + 1). ")] : [Inline]()
            draft.blocks.append(.heading(level: chance(1, of: 6) ? self.number(1...6) : 2, number + words(1...4)))
            draft.blocks += blocks(1...5, depth: 0)
        }
        if sections == 0 { draft.blocks += blocks(0...6, depth: 0) }
        for index in draft.footnotes.indices { draft.footnotes[index].blocks = footnote() }
        return draft
    }

    mutating func footnote() -> [Block] { chance(3, of: 4) ? [.paragraph(words(2...9))] : blocks(1...3, depth: 2) }

    mutating func blocks(_ count: ClosedRange<Int>, depth: Int) -> [Block] {
        (0..<number(count)).map { _ in block(depth: depth) }
    }

    mutating func block(depth: Int) -> Block {
        switch number(0...(depth < 3 ? 13 : 8)) {
        case 0: .thematicBreak
        case 1: .code(info: pick(["", "", "swift", "json title=x"]), text: code())
        case 2: .table(table())
        case 3: chance(1, of: 3) ? .html("<div>raw</div>") : .heading(level: number(1...6), words(1...4))
        case 4...8: .paragraph(words(3...24))
        case 9: .quote(blocks(1...3, depth: depth + 1))
        default: .list(list(depth: depth + 1))
        }
    }

    mutating func list(depth: Int) -> Block.List {
        let kind: Block.List.Kind =
            if chance(1, of: 2) {
                .bullet
            } else {
                .ordered(
                    start: chance(1, of: 3) ? number(0...12) : 1, delimiter: chance(1, of: 3) ? .parenthesis : .period)
            }
        let hasTasks = chance(1, of: 4)
        let isTight = chance(2, of: 3)
        let items = (0..<number(1...5)).map { _ in
            var item = self.item(depth: depth, isTight: isTight)
            if hasTasks, chance(3, of: 4) { item.task = chance(1, of: 2) }
            return item
        }
        return Block.List(kind: kind, isTight: isTight, items: items)
    }

    mutating func item(depth: Int, isTight: Bool) -> Block.List.Item {
        var blocks = [Block.paragraph(words(1...10))]
        if chance(1, of: 4) { blocks += self.blocks(isTight ? 1...1 : 1...2, depth: depth) }
        if chance(1, of: 15) { blocks = [] }
        return Block.List.Item(blocks: blocks)
    }

    mutating func table() -> Block.Table {
        let width = number(1...4)
        return Block.Table(
            alignments: (0..<width).map { _ in alignment() }, header: (0..<width).map { _ in cell() },
            rows: (0..<number(0...5)).map { _ in (0..<width).map { _ in cell() } })
    }

    mutating func alignment() -> Block.Table.Alignment { pick([.none, .none, .left, .center, .right]) }

    mutating func cell() -> Block.Table.Cell { chance(1, of: 8) ? [] : words(1...4) }

    mutating func code() -> String {
        (0..<number(0...4)).map { _ in
            pick(["", "let x = 1", "  deep", "if a < b && c {", "end", "x  =  y", "# no heading"]) + "\n"
        }
        .joined()
    }

    // MARK: Chances

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func chance(_ count: Int, of total: Int) -> Bool { number(1...total) <= count }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }
}
