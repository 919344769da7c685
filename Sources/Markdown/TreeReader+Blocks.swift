import CMarkGFM

extension TreeReader {
    mutating func enterBlock(_ node: OpaquePointer, _ type: cmark_node_type) throws(MarkdownBounds.Excess) {
        switch type {
        case CMARK_NODE_DOCUMENT: blocks.append([])
        case CMARK_NODE_ITEM:
            blocks.append([])
            noteNumber(of: node)
        case CMARK_NODE_BLOCK_QUOTE:
            blocks.append([])
            quotes += 1
            try nest(node)
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            quotes += 1
            footnoteLines.insert(node.startLine)
            blocks.append([])
            try nest(node)
        case CMARK_NODE_LIST:
            items.append([])
            numbers.append([])
            try nest(node)
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
            inlines.append([])
            places.enter(startLine: node.startLine, endLine: node.endLine)
        case types.cell:
            inlines.append([])
            let line = node.startLine
            if isInHeader { places.enterHeader(startLine: line) } else { places.enter(startLine: line, endLine: line) }
        case types.table: table = Block.Table(alignments: alignments(of: node), header: [], rows: [])
        case types.row:
            row = []
            isInHeader = cmark_gfm_extensions_get_table_row_is_header(node) != 0
        case CMARK_NODE_CODE_BLOCK:
            let text = string(cmark_node_get_literal(node))
            let info = string(cmark_node_get_fence_info(node))
            add(.code(info: info, text: text))
            keep(text, of: node)
            if info.contains(where: \.isWhitespace) {
                noteWords(behindFenceOn: Int(cmark_node_get_start_line(node)))
            }
        case CMARK_NODE_HTML_BLOCK:
            let text = string(cmark_node_get_literal(node))
            add(.html(text))
            keep(text, of: node)
            tree.rawHTML.append(places.lines(node.startLine, through: node.endLine))
        case CMARK_NODE_THEMATIC_BREAK: add(.thematicBreak)
        default: break
        }
    }

    mutating func exitBlock(_ node: OpaquePointer, _ type: cmark_node_type) {
        switch type {
        case CMARK_NODE_DOCUMENT: tree.blocks = blocks.popLast() ?? []
        case CMARK_NODE_BLOCK_QUOTE:
            nesting -= 1
            quotes -= 1
            add(.quote(blocks.popLast() ?? []))
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            nesting -= 1
            quotes -= 1
            let label = footnoteLabel(number: tree.footnotes.count + 1)
            tree.footnotes.append(Footnote(label: label, blocks: blocks.popLast() ?? []))
        case CMARK_NODE_LIST:
            nesting -= 1
            let kind = kind(of: node)
            add(.list(Block.List(kind: kind, isTight: isTight(node), items: items.popLast() ?? [])))
            noteMisnumbering(of: kind, numbers.popLast() ?? [])
        case CMARK_NODE_ITEM:
            let item = Block.List.Item(task: task(of: node), blocks: blocks.popLast() ?? [])
            if !items.isEmpty { items[items.count - 1].append(item) }
        case CMARK_NODE_PARAGRAPH:
            let words = (inlines.popLast() ?? []).withoutOuterBreaks
            noteOpening(words, node)
            add(.paragraph(words))
            tree.leaves.append(MarkdownText.Leaf(kind: .paragraph, range: places.block, words: words))
        case CMARK_NODE_HEADING:
            let words = inlines.popLast() ?? []
            let level = min(max(Int(cmark_node_get_heading_level(node)), 1), 6)
            add(.heading(level: level, words))
            tree.leaves.append(MarkdownText.Leaf(kind: .heading, range: places.block, words: words))
            let place = places.heading(atLine: node.startLine)
            tree.headings.append(Tree.Heading(level: level, text: words.plainText, range: place))
        case types.cell: row.append((inlines.popLast() ?? []).withoutOuterBreaks)
        case types.row:
            if isInHeader { table.header = row } else { table.rows.append(row) }
            tree.leaves.append(MarkdownText.Leaf(kind: .row, range: places.block, words: Array(row.joined())))
        case types.table: add(.table(table))
        default: break
        }
    }

    func footnoteLabel(number: Int) -> String {
        footnoteLabels.indices.contains(number - 1) ? footnoteLabels[number - 1] : String(number)
    }

    /// Keeps which lines a block of code or raw HTML has; cmark's end lines of them are sometimes one too far.
    private mutating func keep(_ literal: String, of node: OpaquePointer) {
        var (length, offset, character): (CInt, CInt, CChar) = (0, 0, 0)
        let isFenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0
        let first = node.startLine + (isFenced ? 1 : 0)
        let count = literal.utf8.count { $0 == UInt8(ascii: "\n") }
        literalLines.append(first..<first + count)
        if !isFenced, cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK {
            tree.indentedCode.append(places.lines(first, through: first + max(count, 1) - 1))
        }
    }

    private mutating func add(_ block: Block) {
        if !blocks.isEmpty { blocks[blocks.count - 1].append(block) }
    }

    private mutating func nest(_ node: OpaquePointer) throws(MarkdownBounds.Excess) {
        nesting += 1
        guard nesting <= MarkdownBounds.nesting else {
            throw MarkdownBounds.Excess(.nesting, places.lines(node.startLine, through: node.startLine))
        }
    }

    private func kind(of list: OpaquePointer) -> Block.List.Kind {
        guard cmark_node_get_list_type(list) == CMARK_ORDERED_LIST else { return .bullet }
        return .ordered(
            start: Int(cmark_node_get_list_start(list)),
            delimiter: cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? .parenthesis : .period)
    }

    private func isTight(_ list: OpaquePointer) -> Bool { cmark_node_get_list_tight(list) != 0 }

    /// Whether the task is done, read from the source: cmark takes any `[x]` on the line for the mark.
    private func task(of item: OpaquePointer) -> Bool? {
        guard cmark_node_get_syntax_extension(item) != nil else { return nil }
        return places.isTaskDone(atLine: item.startLine)
    }

    private func alignments(of table: OpaquePointer) -> [Block.Table.Alignment] {
        guard let letters = cmark_gfm_extensions_get_table_alignments(table) else { return [] }
        return (0..<Int(cmark_gfm_extensions_get_table_columns(table))).map { column in
            switch letters[column] {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .none
            }
        }
    }
}
