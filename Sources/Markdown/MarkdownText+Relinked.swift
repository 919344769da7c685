extension MarkdownText {
    /// The text with other destinations behind its links and pictures.
    ///
    /// - Parameter destination: where one leads instead; nil leaves its words alone.
    package func relinked(_ destination: (String) -> String?) -> MarkdownText {
        guard links.contains(where: { destination($0.destination) != $0.destination }) else { return self }
        var copy = self
        copy.pieces = []
        copy.blocks = blocks.map { $0.relinked(destination) }
        for index in footnotes.indices {
            copy.footnotes[index].blocks = footnotes[index].blocks.map { $0.relinked(destination) }
        }
        return copy
    }
}

extension Block {
    fileprivate func relinked(_ destination: (String) -> String?) -> Block {
        switch self {
        case .paragraph(let words): return .paragraph(words.relinked(destination))
        case .heading(let level, let words): return .heading(level: level, words.relinked(destination))
        case .quote(let blocks): return .quote(blocks.map { $0.relinked(destination) })
        case .list(var list):
            for index in list.items.indices {
                list.items[index].blocks = list.items[index].blocks.map { $0.relinked(destination) }
            }
            return .list(list)
        case .table(var table):
            table.header = table.header.map { $0.relinked(destination) }
            table.rows = table.rows.map { row in row.map { $0.relinked(destination) } }
            return .table(table)
        case .code, .thematicBreak, .html, .seam: return self
        }
    }
}

extension [Inline] {
    fileprivate func relinked(_ destination: (String) -> String?) -> [Inline] {
        flatMap { inline -> [Inline] in
            switch inline {
            case .emphasis(let children): return [.emphasis(children.relinked(destination))]
            case .strong(let children): return [.strong(children.relinked(destination))]
            case .strikethrough(let children): return [.strikethrough(children.relinked(destination))]
            case .link(let old, let title, let children):
                let words = children.relinked(destination)
                return destination(old).map { [.link(destination: $0, title: title, words)] } ?? words
            case .image(let old, let title, let children):
                guard let new = destination(old) else { return [.text(children.plainText)] }
                return [.image(destination: new, title: title, children)]
            case .text, .softBreak, .hardBreak, .code, .html, .footnote, .seam: return [inline]
            }
        }
    }
}
