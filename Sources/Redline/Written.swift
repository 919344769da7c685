import Formats
import Markdown

// Whether two things are the same to the byte. Two strings are equal in Swift when they only look the same ("é" as one
// character, and as a letter with an accent), and a redline gives back each text as it was written.

extension Inline {
    func isWritten(as other: Inline) -> Bool {
        switch (self, other) {
        case (.text(let one), .text(let two)), (.code(let one), .code(let two)), (.html(let one), .html(let two)),
            (.footnote(let one), .footnote(let two)):
            one.isWritten(as: two)
        case (.link(let one, let title, let words), .link(let two, let otherTitle, let others)),
            (.image(let one, let title, let words), .image(let two, let otherTitle, let others)):
            one.isWritten(as: two) && title.isWritten(as: otherTitle) && words.isWritten(as: others)
        case (.emphasis(let words), .emphasis(let others)), (.strong(let words), .strong(let others)),
            (.strikethrough(let words), .strikethrough(let others)):
            words.isWritten(as: others)
        default: self == other
        }
    }
}

extension [Inline] {
    func isWritten(as other: [Inline]) -> Bool { elementsEqual(other) { $0.isWritten(as: $1) } }
}

extension Block {
    func isWritten(as other: Block) -> Bool {
        switch (self, other) {
        case (.paragraph(let words), .paragraph(let others)): words.isWritten(as: others)
        case (.heading(let level, let words), .heading(let otherLevel, let others)):
            level == otherLevel && words.isWritten(as: others)
        case (.list(let list), .list(let other)):
            list.kind == other.kind && list.isTight == other.isTight
                && list.items.elementsEqual(other.items) { $0.isWritten(as: $1) }
        case (.quote(let blocks), .quote(let others)): blocks.isWritten(as: others)
        case (.code(let info, let text), .code(let otherInfo, let otherText)):
            info.isWritten(as: otherInfo) && text.isWritten(as: otherText)
        case (.table(let table), .table(let other)):
            table.alignments == other.alignments && table.header.isWritten(as: other.header)
                && table.rows.elementsEqual(other.rows) { $0.isWritten(as: $1) }
        case (.html(let one), .html(let two)): one.isWritten(as: two)
        default: self == other
        }
    }
}

extension [Block] {
    func isWritten(as other: [Block]) -> Bool { elementsEqual(other) { $0.isWritten(as: $1) } }
}

extension Block.List.Item {
    func isWritten(as other: Self) -> Bool { task == other.task && blocks.isWritten(as: other.blocks) }
}

extension [Block.Table.Cell] {
    func isWritten(as other: Self) -> Bool { elementsEqual(other) { $0.isWritten(as: $1) } }
}

extension Piece.Content {
    func isWritten(as other: Self) -> Bool {
        switch (self, other) {
        case (.block(let one), .block(let two)): one.isWritten(as: two)
        case (.item(let one), .item(let two)): one.isWritten(as: two)
        case (.row(let one), .row(let two)): one.isWritten(as: two)
        default: false
        }
    }
}
