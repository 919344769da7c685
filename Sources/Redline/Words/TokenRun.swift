import Formats
import Markdown

/// The words of a paragraph, heading or cell.
struct TokenRun: Sendable {
    private(set) var tokens: [Token] = []
    /// The texts that are cut into tokens, and what is a token as a whole, without what stands around it.
    private var leaves: [Inline] = []
    /// The styled parts in it, by their place in the run, and which tokens each holds.
    private(set) var styles: [(style: MarkedInline.Style, range: Range<Int>)] = []
    /// Of tokens the places in `styles` of those around them, the outermost first.
    private var paths: [[Int]] = [[]]

    init(_ inlines: [Inline], _ memory: RedlineMemory) { add(inlines, path: 0, memory) }

    /// The words of a code block, in which every character counts as it is written.
    init(code: String, _ memory: RedlineMemory) { add(code, path: 0, isCode: true, memory) }

    /// Runs behind one another, with another one between them.
    init(joining runs: [TokenRun], by separator: TokenRun) {
        for (index, run) in runs.enumerated() {
            if index > 0 { append(separator) }
            append(run)
        }
    }

    private mutating func append(_ run: TokenRun) {
        let (start, leaf, path, style) = (tokens.count, Int32(leaves.count), Int32(paths.count), styles.count)
        tokens += run.tokens.lazy.map { token in
            var token = token
            token.path += path
            token.leaf += leaf
            return token
        }
        leaves += run.leaves
        styles += run.styles.lazy.map { ($0.style, $0.range.shifted(by: start)) }
        paths += run.paths.lazy.map { $0.map { $0 + style } }
    }

    private mutating func add(_ inlines: [Inline], path: Int, _ memory: RedlineMemory) {
        for inline in inlines {
            switch inline {
            case .text(let text): add(text, path: path, memory)
            case .softBreak: add(inline, .space, path, length: 1, memory)
            case .hardBreak, .html, .seam: add(inline, .sign, path, length: 0, memory)
            case .code(let text): add(inline, .word, path, length: text.utf8.count, memory)
            case .link(let destination, let title, let children):
                let key = Inline.link(destination: destination, title: title, children.plain)
                add(inline, .word, path, length: children.plainLength, key: key, memory)
            case .image(_, _, let children):
                add(inline, .word, path, length: children.plainLength, memory)
            case .footnote: add(inline, .sign, path, length: 1, memory)
            case .emphasis(let children): add(children, .emphasis, inline, path, memory)
            case .strong(let children): add(children, .strong, inline, path, memory)
            case .strikethrough(let children): add(children, .strikethrough, inline, path, memory)
            }
        }
    }

    private mutating func add(_ text: String, path: Int, isCode: Bool = false, _ memory: RedlineMemory) {
        let parts = Words(text).parts
        let numbers = memory.numbers(of: text, parts, isCode: isCode)
        let (leaf, depth) = (Int32(leaves.count), Int32(paths[path].count))
        leaves.append(.text(text))
        tokens += parts.indices.lazy.map { index in
            let part = parts[index]
            return Token(
                key: numbers[index].key, form: numbers[index].form, length: Int32(part.bytes.count), depth: depth,
                path: Int32(path), leaf: leaf, start: Int32(part.bytes.lowerBound),
                kind: isCode && part.kind == .space ? .sign : part.kind)
        }
    }

    private mutating func add(
        _ leaf: Inline, _ kind: Token.Kind, _ path: Int, length: Int, key: Inline? = nil,
        _ memory: RedlineMemory
    ) {
        let numbers = memory.numbers(of: leaf, key: key ?? leaf)
        tokens.append(
            Token(
                key: numbers.key, form: numbers.form, length: Int32(length), depth: Int32(paths[path].count),
                path: Int32(path), leaf: Int32(leaves.count), start: nil, kind: kind))
        leaves.append(leaf)
    }

    private mutating func add(
        _ children: [Inline], _ style: MarkedInline.Style, _ whole: Inline, _ around: Int,
        _ memory: RedlineMemory
    ) {
        // A style around nothing is an element all the same.
        guard !children.isEmpty else { return add(whole, .sign, around, length: 0, memory) }
        let number = styles.count
        let start = tokens.count
        styles.append((style, start..<start))
        paths.append(paths[around] + [number])
        add(children, path: paths.count - 1, memory)
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
            case .softBreak, .hardBreak, .code, .image, .html, .footnote, .link, .seam: inline
            }
        }
    }
}

extension TokenRun {
    /// The places of the styles around a token, the outermost first.
    func styles(around place: Int) -> [Int] { paths[Int(tokens[place].path)] }

    /// Whether a token stands in more styles than so many.
    func isStyled(_ place: Int, beyond depth: Int) -> Bool { tokens[place].depth > depth }

    /// The place of the style around a token that is the next one within so many.
    func style(of place: Int, beyond depth: Int) -> Int { styles(around: place)[depth] }
}

// MARK: Back to a tree

extension TokenRun {
    /// Tokens as inlines again, with the styles around them within so many.
    func tree(_ range: Range<Int>, _ depth: Int) -> [Inline] {
        var inlines: [Inline] = []
        var place = range.lowerBound
        while place < range.upperBound {
            if isStyled(place, beyond: depth) {
                let style = styles[style(of: place, beyond: depth)]
                let end = min(style.range.upperBound, range.upperBound)
                inlines.append(style.style.inline(tree(place..<end, depth + 1)))
                place = end
                continue
            }
            guard tokens[place].start != nil else {
                inlines.append(leaf(at: place))
                place += 1
                continue
            }
            var text = ""
            while place < range.upperBound, !isStyled(place, beyond: depth), let start = tokens[place].start {
                let leaf = tokens[place].leaf
                var end = start
                while place < range.upperBound, tokens[place].leaf == leaf {
                    end += tokens[place].length
                    place += 1
                }
                let part = self.text(leaf, start, end)
                if text.isEmpty { text = part } else { text += part }
            }
            inlines.append(.text(text))
        }
        return inlines
    }

    /// Bytes of a text; tokens of one stand side by side in it, in the same styles.
    private func text(_ leaf: Int32, _ start: Int32, _ end: Int32) -> String {
        guard case .text(let text) = leaves[Int(leaf)] else { return "" }
        if start == 0, end == text.utf8.count { return text }
        let first = text.utf8.index(text.startIndex, offsetBy: Int(start))
        return String(text[first..<text.utf8.index(first, offsetBy: Int(end - start))])
    }

    /// What a token is, or the text that it is a part of.
    private func leaf(at place: Int) -> Inline { leaves[Int(tokens[place].leaf)] }

    /// Whether a token is this, as a whole.
    func isLeaf(_ leaf: Inline, at place: Int) -> Bool { tokens[place].start == nil && self.leaf(at: place) == leaf }

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
