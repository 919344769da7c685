@testable import Markdown

extension RandomText {
    // MARK: Words

    mutating func edit(_ words: inout [Inline]) {
        guard !words.isEmpty else {
            words = [.text(word())]
            return
        }
        let place = number(0...words.count - 1)
        switch number(0...13) {
        case 0, 1: words.insert(contentsOf: [.text(word()), .text(" ")], at: place)
        case 2: words.insert(contentsOf: self.words(1...6) + [.text(" ")], at: place)
        case 3: words.insert(contentsOf: [marked(), .text(" ")], at: place)
        case 4: words.remove(at: place)
        case 5: words.removeSubrange(place..<min(words.count, place + number(1...8)))
        case 6, 7: words[place] = .text(word())
        case 8: words.swapAt(place, number(0...words.count - 1))
        case 9: wrap(&words, from: place)
        case 10: if let inner = words[place].words { words.replaceSubrange(place...place, with: inner) }
        case 11: for index in words.indices { words[index] = edited(words[index]) }
        case 12: words[place] = pick([.softBreak, .hardBreak, .text(" "), .footnote(label: label())])
        default: words.insert(.footnote(label: label()), at: place)
        }
    }

    private mutating func wrap(_ words: inout [Inline], from place: Int) {
        let range = place..<min(words.count, place + number(1...3))
        let inner = Array(words[range])
        let wrapper = pick([
            Inline.emphasis([]), .strong([]), .strikethrough([]), .link(destination: destination(), title: "", []),
        ])
        words.replaceSubrange(range, with: [wrapper.with(inner)])
    }

    private mutating func edited(_ inline: Inline) -> Inline {
        guard chance(2, of: 3) else { return inline }
        return switch inline {
        case .link(_, _, let words): .link(destination: destination(), title: chance(1, of: 3) ? "New" : "", words)
        case .image(_, let title, let words): .image(destination: "/files/c.png", title: title, words)
        case .emphasis(let words): .strong(words)
        case .strong(let words): pick([.emphasis(words), .emphasis([.strong(words)])])
        case .code(let text): .code(text + "x")
        default: inline
        }
    }

    // MARK: Blocks

    mutating func edit(_ blocks: inout [Block]) {
        guard !blocks.isEmpty else {
            blocks = [block(depth: 1)]
            return
        }
        let place = number(0...blocks.count - 1)
        switch number(0...11) {
        case 0, 1: blocks.insert(block(depth: 1), at: place)
        case 2: blocks.remove(at: place)
        case 3: blocks.insert(blocks[place], at: number(0...blocks.count))
        case 4, 5: blocks.insert(blocks.remove(at: place), at: number(0...blocks.count))
        case 6:
            guard case .paragraph(let words) = blocks[place], words.count > 1 else { return }
            let cut = number(1...words.count - 1)
            blocks.replaceSubrange(
                place...place, with: [.paragraph(Array(words[..<cut])), .paragraph(Array(words[cut...]))])
        case 7:
            guard place + 1 < blocks.count, case .paragraph(let one) = blocks[place],
                case .paragraph(let other) = blocks[place + 1]
            else { return }
            blocks.replaceSubrange(place...place + 1, with: [.paragraph(one + [.text(" ")] + other)])
        case 8:
            let end = min(blocks.count, place + number(1...3))
            blocks.replaceSubrange(place..<end, with: [.quote(Array(blocks[place..<end]))])
        case 9:
            let end = min(blocks.count, place + number(1...3))
            let items = blocks[place..<end].map { Block.List.Item(blocks: [$0]) }
            blocks.replaceSubrange(
                place..<end, with: [.list(Block.List(kind: .bullet, isTight: chance(1, of: 2), items: items))])
        case 10: if case .quote(let inner) = blocks[place] { blocks.replaceSubrange(place...place, with: inner) }
        default: blocks[place] = edited(blocks[place])
        }
    }

    /// The block with another frame and the same words, where it has both.
    private mutating func edited(_ block: Block) -> Block {
        switch block {
        case .paragraph(let words): chance(1, of: 2) ? .heading(level: number(1...6), words) : .quote([block])
        case .heading(_, let words): chance(1, of: 5) ? .paragraph(words) : .heading(level: number(1...6), words)
        case .code(let info, let text):
            chance(1, of: 2) ? .code(info: info + "x", text: text) : .code(info: info, text: code() + text)
        case .html, .seam: .thematicBreak
        case .quote, .table, .thematicBreak, .list: block
        }
    }

    // MARK: Lists and tables

    mutating func edit(_ list: inout Block.List) {
        guard !list.items.isEmpty else { return }
        let place = number(0...list.items.count - 1)
        switch number(0...10) {
        case 0: list.kind = list.kind == .bullet ? .ordered(start: 1, delimiter: .period) : .bullet
        case 1, 2: list.kind = .ordered(start: number(0...9), delimiter: pick([.period, .parenthesis]))
        case 3: list.isTight.toggle()
        case 4: list.items.insert(item(depth: 3, isTight: list.isTight), at: place)
        case 5: list.items.remove(at: place)
        case 6: list.items.insert(list.items.remove(at: place), at: number(0...list.items.count))
        case 7: list.items.insert(list.items[place], at: number(0...list.items.count))
        case 8: list.items[place].task = pick([nil, true, false])
        case 9:
            // An item goes below the one before it.
            guard place > 0 else { return }
            let item = list.items.remove(at: place)
            let inner = Block.List(kind: list.kind, isTight: list.isTight, items: [item])
            list.items[place - 1].blocks.append(.list(inner))
        default:
            for index in list.items.indices where list.items[index].task != nil { list.items[index].task?.toggle() }
        }
    }

    mutating func edit(_ table: inout Block.Table) {
        let column = number(0...table.header.count - 1)
        let row = number(0...max(table.rows.count - 1, 0))
        switch number(0...8) {
        case 0, 1:
            table.header.insert(cell(), at: column)
            table.alignments.insert(alignment(), at: column)
            for index in table.rows.indices { table.rows[index].insert(cell(), at: column) }
        case 2 where table.header.count > 1:
            table.header.remove(at: column)
            table.alignments.remove(at: column)
            for index in table.rows.indices { table.rows[index].remove(at: column) }
        case 3:
            let other = number(0...table.header.count - 1)
            table.header.swapAt(column, other)
            table.alignments.swapAt(column, other)
            for index in table.rows.indices { table.rows[index].swapAt(column, other) }
        case 4: table.rows.insert(table.header.map { _ in cell() }, at: min(row, table.rows.count))
        case 5 where !table.rows.isEmpty: table.rows.remove(at: row)
        case 6 where !table.rows.isEmpty: table.rows.swapAt(row, number(0...table.rows.count - 1))
        case 7 where !table.rows.isEmpty: table.rows.insert(table.rows[row], at: number(0...table.rows.count))
        default: table.alignments[column] = alignment()
        }
    }
}
