extension BlockScan {
    /// Lines that cmark reads as one: a paragraph, a heading, a row of a table.
    struct Paragraph {
        var start: Int
        var end: Int
        /// Marks that cmark may look for the end of, or for the beginning of, all over the paragraph.
        var openers = 0
        /// The last line's text.
        var lastLine = 0..<0
        /// The most bars that stand on one of its lines.
        var bars = 0
        /// How many lines look like the line below the header of a table.
        var delimiterRows = 0
        /// Where definitions may be in it, the text of each of its lines.
        var lines: [Range<Int>] = []
        /// Whether it is the first block of its container.
        var isFirstChild = false
    }

    /// - Parameter isText: false for a heading or a line, in which no definition can be.
    mutating func addToParagraph(
        _ line: Line, isLazy: Bool = false, isText: Bool = true
    ) throws(MarkdownBounds.Excess) {
        let isFirst = paragraph == nil
        var open = paragraph ?? Paragraph(start: line.nonspace, end: line.end)
        // The only copy, so that its lines are not copied for each one added.
        paragraph = nil
        if isFirst { open.isFirstChild = lastContainer().map { !containers[$0].hasChild } ?? false }
        markChild()
        open.end = line.end
        open.lastLine = line.nonspace..<line.end
        count(line, in: &open)
        if isText, !isExact || (isFirst ? line.first == UInt8(ascii: "[") : !open.lines.isEmpty) {
            open.lines.append((isLazy ? line.offset : line.nonspace)..<line.end)
        }
        paragraph = open
    }

    private mutating func count(_ line: Line, in paragraph: inout Paragraph) {
        var (brackets, others, bars) = (0, 0, 0)
        var last: UInt8 = 0
        for byte in line.rest {
            switch byte {
            case UInt8(ascii: "["): brackets += 1
            case UInt8(ascii: "!"), UInt8(ascii: "?"): others += last == UInt8(ascii: "<") ? 1 : 0
            case UInt8(ascii: "~"): others += last == byte ? 0 : 1
            case UInt8(ascii: "|"): bars += 1
            default: break
            }
            last = byte
        }
        self.brackets += brackets
        paragraph.openers += brackets + others
        paragraph.bars = max(paragraph.bars, bars)
    }

    /// The paragraph is over: checks what cmark will have to do for it, and takes the definitions at its start.
    mutating func endParagraph() throws(MarkdownBounds.Excess) {
        guard let ended = paragraph else { return }
        paragraph = nil
        let length = ended.end - ended.start
        longestParagraph = max(longestParagraph, length)
        try MarkdownBounds.checkOpeners(ended.openers, in: ended.start..<ended.end)
        if isExact {
            let isUsedUp = !ended.lines.isEmpty && readDefinitions(ended.lines)
            if isUsedUp, ended.isFirstChild, let last = lastContainer() { containers[last].hasChild = false }
        } else {
            readPossibleDefinitions(ended.lines)
        }
    }
}
