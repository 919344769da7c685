import Diagnostics
import Yams

/// Turns Yams' nodes, which know where they start, into nodes with their whole stretch of the file.
struct YAMLConverter {
    private let file: SourceFile
    private let firstLine: Int
    private let findings: Findings
    private let tokens: [YAMLToken]
    /// The last token that stands no later than each mark; several may start at one (`[` and what is in it do not).
    private let tokenAt: [YAMLMark: Int]
    /// For each `[` or `{` the token that closes it.
    private let closing: [Int: Int]
    /// The keys that Yams saw a stand-in for, by where they start.
    private let maskedKeys: [Int: String]

    init(_ file: SourceFile, _ scanner: YAMLScanner, firstLine: Int, findings: Findings) {
        self.file = file
        self.firstLine = firstLine
        self.findings = findings
        tokens = scanner.tokens
        var tokenAt: [YAMLMark: Int] = [:]
        var closing: [Int: Int] = [:]
        var open: [Int] = []
        for (index, token) in scanner.tokens.enumerated() {
            tokenAt[token.start] = index
            if token.kind == .open { open.append(index) }
            if token.kind == .close, let start = open.popLast() { closing[start] = index }
        }
        self.tokenAt = tokenAt
        self.closing = closing
        maskedKeys = Dictionary(
            scanner.masks.compactMap { mask in mask.key.map { (mask.range.lowerBound, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// No deeper than the scan allows.
    func convert(_ node: Node) -> YAMLNode {
        switch node {
        case .scalar(let scalar): return convert(scalar)
        case .sequence(let sequence):
            let items = sequence.map { convert($0) }
            return YAMLNode(content: .list(items), span: span(from: sequence.mark, last: items.last?.span))
        case .mapping(let mapping): return convert(mapping)
        case .alias: return YAMLNode(content: .broken, span: span(from: nil, last: nil))
        }
    }

    private func convert(_ scalar: Node.Scalar) -> YAMLNode {
        let (token, place) = place(of: scalar.mark)
        // A value that was left out has no token of its own: the mark is that of what comes next.
        let isLeftOut = scalar.string.isEmpty && scalar.style == .plain
        guard let token, token.isScalar, !isLeftOut else {
            return YAMLNode(
                content: .scalar(scalar.string, isPlain: scalar.style == .plain), span: SourceSpan(file, place..<place))
        }
        let span = SourceSpan(file, token.range)
        if token.kind == .alias { return YAMLNode(content: .broken, span: span) }
        return YAMLNode(content: .scalar(scalar.string, isPlain: token.kind == .scalar(.plain)), span: span)
    }

    private func convert(_ mapping: Node.Mapping) -> YAMLNode {
        var seen: [String: SourceSpan] = [:]
        var entries: [YAMLNode.Entry] = []
        var last: SourceSpan?
        var astray: [YAMLNode.Entry] = []
        // Of `changes` with an item whose keys stand on lines of their own.
        var changes: Int?
        for (keyNode, valueNode) in mapping {
            let keyValue = convert(keyNode)
            var value = convert(valueNode)
            if value.isEmpty { value.span = keyValue.span }
            last = value.span
            guard let key = maskedKeys[keyValue.span.range.lowerBound] ?? keyValue.scalar else {
                if !keyValue.isBroken {
                    findings.add(
                        .syntax, at: keyValue.span, "a list or a map stands where a key should",
                        help: "write the key as a word, then a colon, a space and the value")
                }
                continue
            }
            if let first = seen[key] {
                // It stood here before `changes`, and comes again behind its items.
                if let changes, first.range.lowerBound < changes {
                    astray.append(YAMLNode.Entry(key: key, keySpan: keyValue.span, value: value))
                    continue
                }
                findings.add(
                    .duplicateKey, at: keyValue.span, "\"\(shown(key))\" stands twice here",
                    help: "keep one of the two", first: first)
                continue
            }
            seen[key] = keyValue.span
            entries.append(YAMLNode.Entry(key: key, keySpan: keyValue.span, value: value))
            if key == "changes", hasLines(value) { changes = keyValue.span.range.lowerBound }
        }
        if !astray.isEmpty { entries = returned(astray, to: entries) }
        return YAMLNode(content: .map(entries), span: span(from: mapping.mark, last: last))
    }

    /// Keys behind `changes` in the column of that: one of them stands above it already, so they were to be in its last item.
    /// That is reported once, and they are read there.
    private func returned(_ astray: [YAMLNode.Entry], to entries: [YAMLNode.Entry]) -> [YAMLNode.Entry] {
        guard let index = entries.firstIndex(where: { $0.key == "changes" }),
            case .list(var items) = entries[index].value.content, let item = items.last,
            case .map(var inner) = item.content, let column = inner.first?.keySpan
        else { return entries }
        var entries = entries
        let lines = (entries[(index + 1)...] + astray).sorted {
            $0.keySpan.range.lowerBound < $1.keySpan.range.lowerBound
        }
        let start = file.range(ofLine: file.line(at: column.range.lowerBound)).lowerBound
        let blanks = column.range.lowerBound - start
        let end = lines.count > 1 ? " down to \(lines[lines.count - 1].key)" : ""
        findings.add(
            .syntax, at: lines[0].keySpan,
            "\"\(lines[0].key)\" stands outside of changes, and belongs to the item above it",
            help: "put \(blanks == 1 ? "a blank" : "\(blanks) blanks") more before "
                + (lines.count > 1 ? "each line\(end)" : "this line"))
        var known = Set(inner.map(\.key))
        inner += lines.filter { known.insert($0.key).inserted }
        items[items.count - 1].content = .map(inner)
        entries[index].value.content = .list(items)
        entries.removeSubrange((index + 1)...)
        return entries
    }

    /// Whether the keys of the last item of a list stand on lines of their own, and not in braces.
    private func hasLines(_ list: YAMLNode) -> Bool {
        guard case .list(let items) = list.content, case .map(let keys)? = items.last?.content,
            let first = keys.first?.keySpan.range.lowerBound
        else { return false }
        let start = file.range(ofLine: file.line(at: first)).lowerBound
        return !file.substring(start..<first).contains("{")
    }

    /// The token at a mark of Yams, and the byte at which it starts.
    private func place(of mark: Mark?) -> (token: YAMLToken?, start: Int) {
        guard let mark else { return (nil, 0) }
        let own = YAMLMark(line: mark.line + firstLine - 1, column: mark.column)
        if let index = tokenAt[own] { return (tokens[index], tokens[index].range.lowerBound) }
        return (nil, file.offset(line: own.line, scalarColumn: own.column))
    }

    /// A list or a map: to its closing bracket, or to the end of its last value.
    private func span(from mark: Mark?, last: SourceSpan?) -> SourceSpan {
        let (token, start) = place(of: mark)
        var end = max(start, last?.range.upperBound ?? start)
        if let token, token.kind == .open, let index = tokenAt[token.start], let close = closing[index] {
            end = max(end, tokens[close].range.upperBound)
        }
        return SourceSpan(file, start..<end)
    }
}

/// A text of an author for a message: its first line, at most 60 characters of it.
func shown(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count <= 60 && line.endIndex == text.endIndex ? text : line.prefix(60) + "…"
}
