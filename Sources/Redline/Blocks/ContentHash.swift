import Markdown

/// A fast hash of what is written, byte for byte: two things that are written alike have the same one, in every run.
/// Things with the same one need not be alike.
struct ContentHash {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    init(_ content: Piece.Content) {
        switch content {
        case .block(let block): add(block)
        case .item(let item): add(item)
        case .row(let cells): add(cells)
        }
    }

    init(_ bytes: UnsafeRawBufferPointer) { add(bytes) }

    private mutating func add(_ word: UInt64) {
        let product = (value.addingReportingOverflow(0x2545_F491_4F6C_DD1D).partialValue ^ word)
            .multipliedFullWidth(by: 0x9FB2_1C65_1E98_DF25)
        value = product.high ^ product.low
    }

    private mutating func add(_ number: Int) { add(UInt64(truncatingIfNeeded: number)) }

    private mutating func add(_ text: String) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { add(UnsafeRawBufferPointer($0)) }
        if isDone == nil { Array(text.utf8).withUnsafeBytes { add($0) } }
    }

    /// Eight bytes at a time.
    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(bytes.count)
        var place = 0
        while place + 8 <= bytes.count {
            add(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        if place + 4 <= bytes.count {
            let first = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
            let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
            return add(UInt64(first) << 32 | UInt64(last))
        }
        var rest: UInt64 = 0
        while place < bytes.count {
            rest = rest << 8 | UInt64(bytes[place])
            place += 1
        }
        add(rest)
    }

    private mutating func add(_ block: Block) {
        switch block {
        case .paragraph(let words):
            add(1)
            add(words)
        case .heading(let level, let words):
            add(2)
            add(level)
            add(words)
        case .list(let list):
            add(list.isTight ? 3 : 4)
            if case .ordered(let start, let delimiter) = list.kind {
                add(start)
                add(delimiter == .period ? 1 : 2)
            }
            add(list.items.count)
            list.items.forEach { add($0) }
        case .quote(let blocks):
            add(5)
            add(blocks)
        case .code(let info, let text):
            add(6)
            add(info)
            add(text)
        case .table(let table):
            add(7)
            add(table.header)
            add(table.rows.count)
            table.rows.forEach { add($0) }
        case .thematicBreak: add(8)
        case .html(let text):
            add(9)
            add(text)
        case .seam(let seam):
            add(10)
            add(seam)
        }
    }

    private mutating func add(_ blocks: [Block]) {
        add(blocks.count)
        blocks.forEach { add($0) }
    }

    private mutating func add(_ item: Block.List.Item) {
        add(item.task.map { $0 ? 1 : 2 } ?? 0)
        add(item.blocks)
    }

    private mutating func add(_ cells: [Block.Table.Cell]) {
        add(cells.count)
        cells.forEach { add($0) }
    }

    private mutating func add(_ inlines: [Inline]) {
        add(inlines.count)
        for inline in inlines {
            switch inline {
            case .text(let text): add(1, text)
            case .softBreak: add(2)
            case .hardBreak: add(3)
            case .code(let text): add(4, text)
            case .html(let text): add(5, text)
            case .seam(let seam):
                add(12)
                add(seam)
            case .footnote(let label): add(6, label)
            case .emphasis(let children): add(7, children)
            case .strong(let children): add(8, children)
            case .strikethrough(let children): add(9, children)
            case .link(let destination, let title, let children):
                add(10, destination)
                add(title)
                add(children)
            case .image(let destination, let title, let children):
                add(11, destination)
                add(title)
                add(children)
            }
        }
    }

    private mutating func add(_ seam: Seam) {
        switch seam {
        case .paragraphEnd: add(0)
        case .backLink(let reference, let footnote):
            add(reference)
            add(footnote)
        }
    }

    private mutating func add(_ kind: Int, _ text: String) {
        add(kind)
        add(text)
    }

    private mutating func add(_ kind: Int, _ children: [Inline]) {
        add(kind)
        add(children)
    }
}
