import Markdown

/// The words of a paragraph, heading or cell.
struct TokenRun: Sendable {
    private(set) var tokens: [Token] = []
    /// The styled parts in it, by their place in the run, and which tokens each holds.
    private(set) var styles: [(style: MarkedInline.Style, range: Range<Int>)] = []

    init(_ inlines: [Inline]) { add(inlines, styles: []) }

    /// The words of a code block, in which every character counts as it is written.
    init(code: String) {
        for word in Words(code) {
            add(.text(word.text), word.kind == .space ? .sign : word.kind, [], length: word.text.utf8.count)
        }
    }

    private mutating func add(_ inlines: [Inline], styles: [Int]) {
        for inline in inlines {
            switch inline {
            case .text(let text):
                for word in Words(text) {
                    add(
                        .text(word.text), word.kind, styles, length: word.text.utf8.count,
                        key: word.kind == .space ? .softBreak : .text(word.plain))
                }
            case .softBreak: add(inline, .space, styles, length: 1)
            case .hardBreak, .html: add(inline, .sign, styles, length: 0)
            case .code(let text): add(inline, .word, styles, length: text.utf8.count)
            case .link(let destination, let title, let children):
                let key = Inline.link(destination: destination, title: title, children.plain)
                add(inline, .word, styles, length: children.plainText.utf8.count, key: key)
            case .image(_, _, let children): add(inline, .word, styles, length: children.plainText.utf8.count)
            case .footnote: add(inline, .sign, styles, length: 1)
            case .emphasis(let children): add(children, .emphasis, inline, styles)
            case .strong(let children): add(children, .strong, inline, styles)
            case .strikethrough(let children): add(children, .strikethrough, inline, styles)
            }
        }
    }

    private mutating func add(
        _ leaf: Inline, _ kind: Token.Kind, _ styles: [Int], length: Int, key: Inline? = nil
    ) {
        tokens.append(Token(leaf: leaf, kind: kind, styles: styles, length: length, key: Token.Key(key ?? leaf)))
    }

    private mutating func add(
        _ children: [Inline], _ style: MarkedInline.Style, _ whole: Inline, _ around: [Int]
    ) {
        // A style around nothing is an element all the same.
        guard !children.isEmpty else { return add(whole, .sign, around, length: 0) }
        let number = styles.count
        let start = tokens.count
        styles.append((style, start..<start))
        add(children, styles: around + [number])
        styles[number].range = start..<tokens.count
    }
}

extension [Inline] {
    /// As it would be typed on a plain keyboard.
    fileprivate var plain: [Inline] {
        map { inline in
            switch inline {
            case .text(let text): .text(Typography.plain(text) ?? text)
            case .emphasis(let children): .emphasis(children.plain)
            case .strong(let children): .strong(children.plain)
            case .strikethrough(let children): .strikethrough(children.plain)
            case .softBreak, .hardBreak, .code, .image, .html, .footnote, .link: inline
            }
        }
    }
}

// MARK: Back to a tree

extension TokenRun {
    /// Tokens as inlines again, with the styles around them within so many.
    func tree(_ range: Range<Int>, _ depth: Int) -> [Inline] {
        var inlines: [Inline] = []
        var place = range.lowerBound
        while place < range.upperBound {
            if tokens[place].styles.count > depth {
                let style = styles[tokens[place].styles[depth]]
                let end = min(style.range.upperBound, range.upperBound)
                inlines.append(style.style.inline(tree(place..<end, depth + 1)))
                place = end
                continue
            }
            var text = ""
            while place < range.upperBound, tokens[place].styles.count <= depth,
                case .text(let word) = tokens[place].leaf
            {
                text += word
                place += 1
            }
            if text.isEmpty {
                inlines.append(tokens[place].leaf)
                place += 1
            } else {
                inlines.append(.text(text))
            }
        }
        return inlines
    }

    func isTyped(_ range: Range<Int>) -> Bool { tokens.isTyped(range) }
}

extension [Token] {
    /// Whether what is there can come and go without a change of the words: nothing, or a blank beside a sign, a
    /// character of a script without blanks, or an end of the text.
    func isTyped(_ range: Range<Int>) -> Bool {
        guard self[range].allSatisfy({ $0.kind == .space }) else { return false }
        guard !range.isEmpty else { return true }
        return [range.lowerBound - 1, range.upperBound].contains {
            indices.contains($0) ? self[$0].kind != .word : true
        }
    }
}
