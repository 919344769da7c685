extension BlockScan {
    struct Table {
        var columns: Int
    }

    /// Whether a line below a paragraph makes the paragraph's last line the header of a table.
    mutating func openTable(_ line: Line) throws(MarkdownBounds.Excess) -> Bool {
        guard line.indent <= 3, isDelimiterRow(line.rest) else { return false }
        // cmark looks through the whole paragraph for a header, and in time square to the cells of a line.
        paragraph?.delimiterRows += 1
        guard let open = paragraph else { return false }
        work.vainBytes += open.end - open.start
        let columns = cells(in: line.nonspace..<line.end).count
        try MarkdownBounds.checkTable(columns: max(columns, open.bars - 1), at: line.start..<line.end)
        try MarkdownBounds.checkDelimiterRows(open.delimiterRows, vainBytes: work.vainBytes, at: line.start..<line.end)
        guard cells(in: open.lastLine).count == columns else { return false }
        table = Table(columns: columns)
        tableHeaders[open.start] = open.lastLine
        guard isExact else { return false }
        // What stands above the header is a paragraph, but cmark takes no definitions out of it.
        paragraph?.lines = []
        try endParagraph()
        return true
    }

    /// Reads a line as a row of the open table; a line without a cell ends the table instead.
    mutating func addRow(_ line: Line, to table: Table) throws(MarkdownBounds.Excess) -> Bool {
        let cells = cells(in: line.nonspace..<line.end)
        guard !cells.isEmpty else {
            self.table = nil
            return false
        }
        try MarkdownBounds.checkTable(columns: cells.count, at: line.start..<line.end)
        work.addedCells += max(0, table.columns - cells.count)
        try MarkdownBounds.checkAddedCells(work.addedCells, at: line.start..<line.end)
        if cells.count > table.columns, let last = cells.last {
            let dropped = cells[table.columns].lowerBound..<last.upperBound
            if text[dropped].contains(where: { !$0.isBlank && $0 != UInt8(ascii: "|") }) {
                droppedCells.append(dropped)
            }
        }
        try addToParagraph(line, isText: false)
        if isExact { try endParagraph() }
        return true
    }

    /// The line below a header: cells of hyphens, with or without colons at their ends.
    private func isDelimiterRow(_ row: ArraySlice<UInt8>) -> Bool {
        var rest = row
        func skipBlanks() { rest = rest.drop(while: \.isBlank) }
        if rest.first == UInt8(ascii: "|") { rest = rest.dropFirst() }
        while true {
            skipBlanks()
            if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
            let hyphens = rest.prefix { $0 == UInt8(ascii: "-") }.count
            guard hyphens > 0 else { return false }
            rest = rest.dropFirst(hyphens)
            if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
            skipBlanks()
            guard rest.first == UInt8(ascii: "|") else { return rest.isEmpty }
            rest = rest.dropFirst()
            if rest.allSatisfy(\.isBlank) { return true }
        }
    }

    /// The cells of a row as cmark counts them: what stands between its bars, those behind a backslash apart.
    func cells(in row: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = row.lowerBound
        func skipBar() {
            start += 1
            while start < row.upperBound, text[start].isBlank { start += 1 }
        }
        if start < row.upperBound, text[start] == UInt8(ascii: "|") { skipBar() }
        while start < row.upperBound {
            var end = start
            while end < row.upperBound,
                text[end] != UInt8(ascii: "|") || (end > start && text[end - 1] == UInt8(ascii: "\\"))
            {
                end += 1
            }
            cells.append(start..<end)
            start = end
            if start < row.upperBound { skipBar() }
        }
        return cells
    }
}
