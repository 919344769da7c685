import CMarkGFM

extension TreeReader {
    /// Notes a paragraph that begins like a clause, before it is added to what it stands in.
    mutating func noteOpening(_ words: [Inline], _ node: OpaquePointer) {
        defer { tree.paragraphs += 1 }
        guard quotes == 0, let (mark, title) = mark(of: words, node) else { return }
        tree.openings.append(
            Tree.Opening(
                mark: mark, paragraph: tree.paragraphs, headings: tree.headings.count, depth: items.count, words: title,
                range: places.block))
    }

    private func mark(of words: [Inline], _ node: OpaquePointer) -> (Tree.Opening.Mark, title: String)? {
        if case .strong(let bold)? = words.first {
            let title = bold.plainText
            if let mark = ClauseMark(bold: title, rest: words.dropFirst().start(ofLinks: true)) {
                return (.number(mark), title)
            }
        }
        if !items.isEmpty, blocks.last?.isEmpty == true, let number = itemNumber(cmark_node_parent(node)) {
            return (.label(ClauseLabel(item: number)), "")
        }
        if case .text(let text)? = words.first {
            let start = text.utf8.prefix(Self.startLength)
            let isWhole = words.count == 1 && start.count == text.utf8.count
            if ClauseLabel.isRuledOut(by: start, isWhole: isWhole) { return nil }
        }
        return ClauseLabel(words[...].start(ofLinks: false)).map { (.label($0), "") }
    }

    /// How many characters of each stretch of words are enough to see what they begin with.
    fileprivate static let startLength = 16

    /// The number that readers see before an item; nil where a bullet stands there.
    private func itemNumber(_ item: OpaquePointer?) -> Int? {
        guard let item, cmark_node_get_type(item) == CMARK_NODE_ITEM, let list = cmark_node_parent(item),
            cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
        else { return nil }
        return Int(cmark_node_get_list_start(list)) + (items.last?.count ?? 0)
    }
}

extension ArraySlice<Inline> {
    /// The first few letters: enough to see what words begin with.
    ///
    /// - Parameter ofLinks: whether those of a link that begins large count, in brackets as an author writes them.
    fileprivate func start(ofLinks: Bool) -> String {
        var words = ""
        for inline in self {
            switch inline {
            case .text(let text): words += text.prefix(TreeReader.startLength)
            case .emphasis(let children), .strong(let children): words += children[...].start(ofLinks: ofLinks)
            case .link(_, _, let children) where ofLinks:
                let start = children[...].start(ofLinks: true)
                words += start.first.map { $0.isLetter && !$0.isLowercase } ?? false ? "[\(start)" : " "
            default: words += " "
            }
            if words.utf8.count > TreeReader.startLength { break }
        }
        return words
    }
}
