import Formats

extension BlockScan {
    /// Reads the link reference definitions at the start of a paragraph, as cmark does when the paragraph is over.
    ///
    /// - Parameter lines: the text of each of its lines.
    /// - Returns: whether nothing else is in it.
    @discardableResult
    mutating func readDefinitions(_ lines: [Range<Int>]) -> Bool {
        var reader = DefinitionReader(text: text, lines: lines)
        while reader.first == UInt8(ascii: "["), let definition = reader.definition() {
            definitions.append(definition)
        }
        return reader.isBlank
    }

    /// Takes the definitions out of the open paragraph, and says whether nothing is left of it.
    mutating func takeDefinitions() -> Bool {
        guard isExact, let lines = paragraph?.lines, !lines.isEmpty else { return false }
        paragraph?.lines = []
        guard readDefinitions(lines) else { return false }
        paragraph = nil
        return true
    }

    /// Reads what may be definitions, on lines of which some may begin a paragraph. A definition is looked for over a
    /// few lines only.
    mutating func readPossibleDefinitions(_ lines: [Range<Int>]) {
        for (index, line) in lines.enumerated()
        where !line.isEmpty && text[line.lowerBound] == UInt8(ascii: "[")
            && line.lowerBound >= definitions.last?.range.upperBound ?? 0
        {
            readDefinitions(Array(lines[index...].prefix(8)))
        }
    }
}

/// Reads through the lines of a paragraph as if they were one text, with places in the source.
private struct DefinitionReader {
    let text: [UInt8]
    let lines: [Range<Int>]
    var line = 0
    var offset: Int

    init(text: [UInt8], lines: [Range<Int>]) {
        self.text = text
        self.lines = lines
        offset = lines.first?.lowerBound ?? 0
    }

    /// The next byte, a line feed at the end of each line; nil at the end.
    var first: UInt8? {
        guard lines.indices.contains(line) else { return nil }
        return offset < lines[line].upperBound ? text[offset] : UInt8(ascii: "\n")
    }

    var isBlank: Bool {
        var rest = self
        while let byte = rest.first {
            guard byte.isBlank else { return false }
            rest.advance()
        }
        return true
    }

    mutating func advance() {
        guard lines.indices.contains(line) else { return }
        if offset < lines[line].upperBound {
            offset += 1
        } else {
            line += 1
            if lines.indices.contains(line) { offset = lines[line].lowerBound }
        }
    }

    /// A definition that begins here; the reader is then behind it. Nil leaves the reader where it is.
    mutating func definition() -> BlockScan.Definition? {
        var rest = self
        guard let label = rest.label(), rest.first == UInt8(ascii: ":") else { return nil }
        rest.advance()
        rest.skipBlanks()
        let isBracketed = rest.first == UInt8(ascii: "<")
        let destination = rest.offset + (isBracketed ? 1 : 0)
        guard rest.skipDestination() else { return nil }
        let behindDestination = rest
        if rest.skipBlanks() > 0, rest.skipTitle(), rest.skipLineEnd() {
            // With a title.
        } else {
            rest = behindDestination
            guard rest.skipLineEnd() else { return nil }
        }
        let end = lines[max(rest.line - 1, line)].upperBound
        defer { self = rest }
        return BlockScan.Definition(label: label, destination: destination, range: offset..<end)
    }

    private mutating func label() -> Range<Int>? {
        advance()
        let start = offset
        var length = 0
        while let byte = first, byte != UInt8(ascii: "["), byte != UInt8(ascii: "]") {
            advance()
            length += 1
            if byte == UInt8(ascii: "\\"), let next = first, next.isASCIIPunctuation {
                advance()
                length += 1
            }
            guard length <= 1000 else { return nil }
        }
        guard first == UInt8(ascii: "]"), text[start..<offset].contains(where: { !$0.isBlank }) else { return nil }
        defer { advance() }
        return start..<offset
    }

    /// Blanks with at most one line end among them; says how many.
    @discardableResult
    private mutating func skipBlanks() -> Int {
        var count = 0
        var lineEnds = 0
        while let byte = first, byte.isBlank {
            if byte == UInt8(ascii: "\n") {
                lineEnds += 1
                if lineEnds > 1 { break }
            }
            advance()
            count += 1
        }
        return count
    }

    private mutating func skipDestination() -> Bool {
        let start = offset
        let isBracketed = first == UInt8(ascii: "<")
        if isBracketed { advance() }
        var depth = 0
        while let byte = first {
            switch byte {
            case UInt8(ascii: ">") where isBracketed:
                advance()
                return true
            case UInt8(ascii: "\n") where isBracketed, UInt8(ascii: "<") where isBracketed: return false
            case UInt8(ascii: "\\"):
                advance()
                if isBracketed || first?.isASCIIPunctuation == true { advance() }
                continue
            case UInt8(ascii: "(") where !isBracketed:
                depth += 1
                if depth > 32 { return false }
            case UInt8(ascii: ")") where !isBracketed:
                if depth == 0 { return offset > start }
                depth -= 1
            case _ where byte.isBlank && !isBracketed: return offset > start
            default: break
            }
            advance()
        }
        return false
    }

    /// A title in quotes or round brackets; the last sign that could end it does if none surely does.
    private mutating func skipTitle() -> Bool {
        guard let opening = first, "\"'(".utf8.contains(opening) else { return false }
        let closing = opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : opening
        advance()
        var lastEscaped: Self?
        while let byte = first {
            advance()
            if byte == closing { return true }
            if byte == opening { break }
            if byte == UInt8(ascii: "\\"), first == closing {
                advance()
                lastEscaped = self
            }
        }
        if let lastEscaped { self = lastEscaped }
        return lastEscaped != nil
    }

    /// Blanks up to a line end, and that.
    private mutating func skipLineEnd() -> Bool {
        while first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") { advance() }
        guard let byte = first else { return true }
        guard byte == UInt8(ascii: "\n") else { return false }
        advance()
        return true
    }
}
