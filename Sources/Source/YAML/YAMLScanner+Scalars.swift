extension YAMLScanner {
    /// A value without quotes: up to a comment, a `: `, a bracket or comma where it stands in brackets, or a line that
    /// is not indented further than what it belongs to.
    mutating func scanPlain() {
        noteCandidate()
        mayStartKey = false
        let start = (position, mark)
        let minimumColumn = indentation + 1
        var end = position
        while position < bytes.count, !isAtDocumentMarker, byte() != UInt8(ascii: "#") {
            let before = position
            scanWord()
            if position > before { end = position }
            guard isBlank(), position < bytes.count else { break }
            let lineBefore = mark.line
            while position < bytes.count, isBlank() { advance() }
            if mark.line > lineBefore { mayStartKey = true }
            if flows.isEmpty, mark.column < minimumColumn { break }
        }
        if end == start.0 {
            // Nothing that can be a value; Yams tells.
            advance()
            end = position
        }
        if mark.line == start.1.line { mayStartKey = false }
        append(.scalar(.plain), from: start.0, to: end, at: start.1)
    }

    private mutating func scanWord() {
        while !isBlank() {
            if byte() == UInt8(ascii: ":"), isBlank(at: 1) { return }
            if !flows.isEmpty {
                switch byte() {
                case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
                    return
                default: break
                }
            }
            advance()
        }
    }

    mutating func scanQuoted() {
        noteCandidate()
        mayStartKey = false
        let start = (position, mark)
        let quote = byte()
        let isDouble = quote == UInt8(ascii: "\"")
        advance()
        while position < bytes.count {
            if isDouble, byte() == UInt8(ascii: "\\") {
                advance(by: 2)
            } else if byte() == quote {
                advance()
                // Two single quotes are one in the text.
                guard !isDouble, byte() == quote else { break }
                advance()
            } else {
                advance()
            }
        }
        append(.scalar(isDouble ? .doubleQuoted : .singleQuoted), from: start.0, to: position, at: start.1)
    }

    /// A text after `|` or `>`: every line that is indented further than what it belongs to, and blank lines among
    /// them. The blank lines after its last line are not counted as part of it.
    mutating func scanBlockScalar() {
        candidates[candidates.count - 1] = nil
        mayStartKey = true
        let start = (position, mark)
        advance()
        var increment: Int?
        while !isAtLineEnd, !isBlank() {
            if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte()) { increment = Int(byte() - UInt8(ascii: "0")) }
            advance()
        }
        var end = position
        while !isAtLineEnd { advance() }
        advance()
        // Columns of the content, from 1. It is deeper than what it belongs to, never in the first column, and no
        // less deep than the blank lines before it.
        var least = max(indentation + 1, 2)
        var column = increment.map { max(indentation, 1) + $0 }
        while position < bytes.count {
            let spaces = bytes[position...].prefix { $0 == UInt8(ascii: " ") }.count
            let next = position + spaces
            if next >= bytes.count || bytes[next] == UInt8(ascii: "\n") {
                // Blank; in the text where a line of it follows.
                if column == nil { least = max(least, spaces + 1) }
                advance(by: spaces + 1)
                continue
            }
            guard spaces + 1 >= (column ?? least) else { break }
            column = column ?? spaces + 1
            while !isAtLineEnd { advance() }
            let line = bytes[next..<position]
            if line.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) { end = position }
            advance()
        }
        append(.scalar(.block), from: start.0, to: end, at: start.1)
    }
}
