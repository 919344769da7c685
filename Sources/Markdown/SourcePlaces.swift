import Formats

/// Where the parts of a tree stand in the text.
///
/// cmark's lines of blocks can be trusted, its places of inlines cannot (they are wrong after hard breaks, code spans
/// and titles over several lines, and lacking for autolinks). So the place of a link or of raw HTML is looked for in
/// the lines of its own block, from where the last one was found. What is not found, because it is written in a way
/// that this does not follow, has its whole block as its place.
struct SourcePlaces {
    let text: [UInt8]
    let lineStarts: [Int]
    /// The bytes of the block that is being read.
    private(set) var block = 0..<0
    /// Where to look from.
    var cursor = 0
    /// How many bytes may still be looked at in vain in this block.
    var patience = 0

    /// The lines of the headers of tables, by the line on which cmark has the table begin.
    private var tableHeaders: [Int: Range<Int>] = [:]

    init(_ scan: BlockScan) {
        text = scan.text
        var starts = [0]
        while let end = text.next(UInt8(ascii: "\n"), from: starts[starts.count - 1]) { starts.append(end + 1) }
        lineStarts = starts
        for (start, header) in scan.tableHeaders { tableHeaders[line(at: start)] = header }
    }

    /// The bytes of lines, counted from 1, without the last line feed.
    func lines(_ first: Int, through last: Int) -> Range<Int> {
        let first = min(max(first, 1), lineStarts.count)
        let last = min(max(last, first), lineStarts.count)
        let start = lineStarts[first - 1]
        let end = last < lineStarts.count ? lineStarts[last] - 1 : text.count
        return start..<max(start, end)
    }

    /// The line, counted from 1, on which a byte is.
    func line(at offset: Int) -> Int { lineStarts.firstPlace { $0 > offset } }

    /// A cell of a table's header begins. The line that cmark gives it is that of the paragraph above the table, if the
    /// two are not parted by an empty line.
    mutating func enterHeader(startLine: Int) {
        guard let header = tableHeaders[startLine] else {
            enter(startLine: startLine, endLine: startLine)
            return
        }
        patience = 1 << 16
        if block != header { cursor = header.lowerBound }
        block = header
    }

    /// A paragraph, heading or cell begins. A line of 0 is cmark's for "unknown": then the block is somewhere behind
    /// the last one.
    mutating func enter(startLine: Int, endLine: Int) {
        patience = 1 << 16
        if startLine > 0 {
            let range = lines(startLine, through: endLine)
            // Cells of one row follow one another.
            if range.lowerBound != block.lowerBound { cursor = range.lowerBound }
            block = range
        } else {
            block = min(cursor, text.count)..<text.count
        }
    }

    /// The words of the heading that begins on a line, without its `#` signs.
    func heading(atLine line: Int) -> Range<Int> {
        let range = lines(line, through: line)
        let bytes = text[range]
        var start = bytes.firstIndex { !$0.isBlank && $0 != UInt8(ascii: ">") } ?? range.lowerBound
        if let sign = bytes[start...].firstIndex(of: UInt8(ascii: "#")),
            bytes[start..<sign].allSatisfy({ !$0.isASCIILetter })
        {
            start = bytes[sign...].firstIndex { $0 != UInt8(ascii: "#") && !$0.isBlank } ?? sign
        }
        let end = bytes[start...].lastIndex { !$0.isBlank }.map { $0 + 1 } ?? range.upperBound
        return start..<max(start, end)
    }

    /// Whether the task item that begins on a line is marked as done.
    func isTaskDone(atLine line: Int) -> Bool {
        let range = lines(line, through: line)
        guard let bracket = text[range].firstIndex(of: UInt8(ascii: "[")), bracket + 1 < range.upperBound else {
            return false
        }
        return text[bracket + 1] | 0x20 == UInt8(ascii: "x")
    }

    /// The label of the footnote definition whose text begins at a line's byte, counted from 1.
    func footnoteLabel(atLine line: Int, column: Int) -> String {
        let range = lines(line, through: line)
        let end = min(max(range.lowerBound, range.lowerBound + column - 1), range.upperBound)
        guard let closing = text[range.lowerBound..<end].lastIndex(of: UInt8(ascii: "]")),
            let opening = (range.lowerBound..<closing).last(where: { text[$0...].starts(with: "[^".utf8) })
        else { return String(line) }
        return String(decoding: text[min(opening + 2, closing)..<closing], as: UTF8.self)
    }
}
