import Markdown

extension Draft {
    /// Every sequence of blocks: the document's own, then those in quotes, items and footnotes.
    mutating func visitBlocks(_ edit: (inout [Block]) -> Void) {
        blocks.visitBlocks(edit)
        for index in footnotes.indices { footnotes[index].blocks.visitBlocks(edit) }
    }

    /// Every run of words, those inside marked up words too.
    mutating func visitWords(_ edit: (inout [Inline]) -> Void) {
        visitBlocks { blocks in
            for index in blocks.indices { blocks[index].visitOwnWords { $0.visitWords(edit) } }
        }
    }

    mutating func visitLists(_ edit: (inout Block.List) -> Void) {
        visitBlocks { blocks in
            for index in blocks.indices {
                guard case .list(var list) = blocks[index] else { continue }
                edit(&list)
                blocks[index] = .list(list)
            }
        }
    }

    mutating func visitTables(_ edit: (inout Block.Table) -> Void) {
        visitBlocks { blocks in
            for index in blocks.indices {
                guard case .table(var table) = blocks[index] else { continue }
                edit(&table)
                blocks[index] = .table(table)
            }
        }
    }
}

extension [Block] {
    fileprivate mutating func visitBlocks(_ edit: (inout [Block]) -> Void) {
        edit(&self)
        for index in indices {
            switch self[index] {
            case .quote(var blocks):
                blocks.visitBlocks(edit)
                self[index] = .quote(blocks)
            case .list(var list):
                for item in list.items.indices { list.items[item].blocks.visitBlocks(edit) }
                self[index] = .list(list)
            default: break
            }
        }
    }
}

extension Block {
    /// The words of a paragraph or a heading, or of each cell of a table.
    fileprivate mutating func visitOwnWords(_ edit: (inout [Inline]) -> Void) {
        switch self {
        case .paragraph(var words):
            edit(&words)
            self = .paragraph(words)
        case .heading(let level, var words):
            edit(&words)
            self = .heading(level: level, words)
        case .table(var table):
            for column in table.header.indices { edit(&table.header[column]) }
            for row in table.rows.indices {
                for column in table.rows[row].indices { edit(&table.rows[row][column]) }
            }
            self = .table(table)
        default: break
        }
    }
}

extension [Inline] {
    fileprivate mutating func visitWords(_ edit: (inout [Inline]) -> Void) {
        edit(&self)
        for index in indices {
            guard var words = self[index].words else { continue }
            words.visitWords(edit)
            self[index] = self[index].with(words)
        }
    }
}

extension Inline {
    /// What is marked up; nil of anything else.
    var words: [Inline]? {
        switch self {
        case .emphasis(let words), .strong(let words), .strikethrough(let words), .link(_, _, let words),
            .image(_, _, let words):
            words
        case .text, .softBreak, .hardBreak, .code, .html, .footnote, .seam: nil
        }
    }

    func with(_ words: [Inline]) -> Inline {
        switch self {
        case .emphasis: .emphasis(words)
        case .strong: .strong(words)
        case .strikethrough: .strikethrough(words)
        case .link(let destination, let title, _): .link(destination: destination, title: title, words)
        case .image(let destination, let title, _): .image(destination: destination, title: title, words)
        case .text, .softBreak, .hardBreak, .code, .html, .footnote, .seam: self
        }
    }
}
