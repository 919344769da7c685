import Formats

/// How what was read is written.
extension MessageText {
    /// Ends what is being read, with an empty line before the next.
    mutating func gap() {
        flush()
        wantGap()
    }

    /// An empty line belongs to what is around both blocks: none of a quote stands before it.
    mutating func wantGap() {
        if pendingGap.map({ margin.count < $0.count }) ?? true { pendingGap = margin }
    }

    mutating func take() -> String {
        defer { words = "" }
        return words.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
            .joined(separator: " ")
    }

    mutating func closeTerm() {
        defer { (term, definitions) = ("", []) }
        guard !term.isEmpty || !definitions.isEmpty else {
            flush()
            return
        }
        let name = style == .markdown ? "- **\(term):**" : "\(term):"
        if definitions.count == 1, let definition = definitions.first {
            wrap("\(name) \(definition)", hanging: "  ")
        } else {
            emit(name)
            margin.append("  ")
            for definition in definitions { wrap((style == .markdown ? "- " : "") + definition, hanging: "  ") }
            margin.removeLast()
        }
    }

    mutating func closeRow() {
        let row = cells.joined(separator: " | ")
        emit(style == .markdown ? "| \(row) |" : row)
        if style == .markdown, needsRule { emit("|" + String(repeating: "---|", count: cells.count)) }
        needsRule = false
    }

    /// Writes the words that were read.
    mutating func flush() {
        let run = words
        words = ""
        defer { lone = nil }
        guard run.contains(where: { !$0.isWhitespace }) else { return }
        if let lone, lone.run == run {
            if lone.isListed { links.removeLast() }
            wrap(lone.label + ":", hanging: "")
            emit(lone.address)
            return
        }
        wrap(run, hanging: "")
    }

    /// Writes words in lines that hold as many as fit; a longer word has a line of its own.
    mutating func wrap(_ text: String, hanging: String) {
        var isolates = Isolates()
        for (number, paragraph) in text.split(separator: "\n", omittingEmptySubsequences: true).enumerated() {
            let words = paragraph.split(separator: " ")
            var line = number > 0 ? hanging : ""
            var column = room(line)
            var isEmpty = true
            for word in words {
                let length = Self.columns(word)
                if let width, !isEmpty, column + 1 + length > width {
                    emit(directed(line, &isolates))
                    (line, isEmpty) = (hanging, true)
                    column = room(line)
                }
                line += isEmpty ? word : " " + word
                column += length + (isEmpty ? 0 : 1)
                isEmpty = false
            }
            let isBroken = style == .markdown && number + 1 < text.split(separator: "\n").count
            let directed = directed(line, &isolates)
            emit(isBroken ? directed + "\\" : directed)
        }
    }

    func room(_ line: String) -> Int { margin.reduce(line.count) { $0 + $1.count } }

    /// Lines are in one element more: the first begins with a sign of it.
    mutating func enter(_ sign: String, then rest: String) {
        margin.append(rest)
        // A quote or a text as it is has its sign on every line, be it in an item whose own sign is still to come.
        if sign != rest || marker.depth > 0 { marker = (marker.text + sign, marker.depth + 1) }
    }

    /// Lines are in a footnote, whose number they say as what refers to it does.
    mutating func enterFootnote(_ number: Int) {
        let sign = footnote("\(number)") + ": "
        switch style {
        case .plain: enter(sign, then: String(repeating: " ", count: sign.count))
        case .markdown: enter("- " + sign, then: "  ")
        }
    }

    /// What refers to a footnote: `[^1]`. A raised number alone would read as a part of what it stands behind, and one in brackets
    /// is that of a link.
    func footnote(_ number: String) -> String { style == .markdown ? Self.escaped("[^\(number)]") : "[^\(number)]" }

    mutating func emit(_ line: String) {
        let outer = margin.dropLast(marker.depth).joined()
        if let pendingGap, lines.last?.isEmpty == false { lines.append(pendingGap.joined().withoutBlanksAtEnd) }
        pendingGap = nil
        lines.append((outer + marker.text + line).withoutBlanksAtEnd)
        marker = ("", 0)
    }
}
