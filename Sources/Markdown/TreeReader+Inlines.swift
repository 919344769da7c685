import CMarkGFM

extension TreeReader {
    mutating func enterInline(_ node: OpaquePointer, _ type: cmark_node_type) throws(MarkdownBounds.Excess) {
        switch type {
        case CMARK_NODE_TEXT: addWords(cmark_node_get_literal(node))
        case CMARK_NODE_SOFTBREAK:
            // The end of a line behind a `<br>` is no further blank.
            if inlines.last?.last != .hardBreak { add(.softBreak) }
        case CMARK_NODE_LINEBREAK: add(.hardBreak)
        case CMARK_NODE_CODE:
            add(.code(string(cmark_node_get_literal(node))))
            places.skipCode()
        case CMARK_NODE_HTML_INLINE:
            let literal = string(cmark_node_get_literal(node))
            add(.html(literal))
            tree.rawHTML.append(places.find(literal))
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            let number = cmark_node_get_literal(node).flatMap { Int(String(cString: $0)) }
            add(.footnote(label: footnoteLabel(number: number ?? 0)))
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
            openLinks.append(tree.links.count)
            let (destination, definition) = destination(cmark_node_get_url(node))
            let label = definition.map { prepared.label(ofDefinition: $0) }
            let found = places.findLink(to: destination, label: label)
            if let definition, let label { noteLabel(of: definition, label, shownAt: found.text) }
            tree.links.append(
                Tree.Link(
                    destination: destination, text: "", isImage: type == CMARK_NODE_IMAGE, range: found.destination,
                    textRange: found.text))
            try open()
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG, types.strikethrough: try open()
        default: break
        }
    }

    mutating func exitInline(_ node: OpaquePointer, _ type: cmark_node_type) {
        // A leaf to us, if not to cmark's iterator.
        guard type != CMARK_NODE_FOOTNOTE_REFERENCE else { return }
        let children = inlines.popLast() ?? []
        switch type {
        case CMARK_NODE_EMPH: add(.emphasis(children))
        case CMARK_NODE_STRONG: add(.strong(children))
        case types.strikethrough: add(.strikethrough(children))
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
            guard let index = openLinks.popLast() else { break }
            tree.links[index].text = children.plainText
            let destination = tree.links[index].destination
            places.leaveLink(tree.links[index].range, tree.links[index].textRange)
            let title = string(cmark_node_get_title(node))
            if type == CMARK_NODE_LINK, !title.isEmpty, !children.isVisible {
                tree.hiddenWords.append((.title, tree.links[index].range))
            }
            add(
                type == CMARK_NODE_IMAGE
                    ? .image(destination: destination, title: title, children)
                    : .link(destination: destination, title: title, children))
        default: break
        }
    }

    /// A link's destination, and the definition that gave it, if one did. Links of one definition share one string.
    private mutating func destination(_ url: UnsafePointer<CChar>?) -> (String, definition: Int?) {
        guard let url else { return ("", nil) }
        guard let definition = prepared.definition(ofDestination: url) else { return (string(url), nil) }
        if let known = destinations[definition] { return (known, definition) }
        let destination = string(url)
        destinations[definition] = destination
        return (destination, definition)
    }

    private mutating func add(_ inline: Inline) {
        if !inlines.isEmpty { inlines[inlines.count - 1].append(inline) }
    }

    private mutating func open() throws(MarkdownBounds.Excess) {
        inlines.append([])
        guard inlines.count <= MarkdownBounds.inlineNesting + 1 else {
            throw MarkdownBounds.Excess(.inlineNesting, places.block)
        }
    }

    /// Adds text as it comes out of the tree, each `<br>` in it as a line break.
    private mutating func addWords(_ literal: UnsafePointer<CChar>?) {
        guard let literal else { return }
        guard prepared.hasLineBreaks else { return addText(string(literal)) }
        for (index, piece) in LineBreak.pieces(of: String(cString: literal)).enumerated() {
            if index > 0 { add(.hardBreak) }
            if !piece.isEmpty { addText(restored(String(piece))) }
        }
    }

    /// Adds text, its bare addresses as links.
    private mutating func addText(_ text: String) {
        guard openLinks.isEmpty, prepared.mayHoldAddress, text.mayHoldAddress else {
            add(.text(text))
            return
        }
        for part in BareAddress.parts(of: text, isAtBoundary: isAtBoundary) {
            switch part {
            case .text(let text): add(.text(text))
            case .address(let text, let destination):
                let range = places.find(text)
                tree.links.append(
                    Tree.Link(destination: destination, text: text, isImage: false, range: range, textRange: range))
                add(.link(destination: destination, title: "", [.text(text)]))
            }
        }
    }

    /// Whether an address may begin where the next text begins: at the start of a line or beside an emphasis mark.
    private var isAtBoundary: Bool {
        switch inlines.last?.last {
        case nil, .softBreak, .hardBreak, .emphasis, .strong, .strikethrough: true
        default: false
        }
    }
}
