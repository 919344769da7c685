import Formats

/// One pass over a text before cmark sees it: which lists and quotes are open on each line, and what stands in one
/// paragraph. It finds what cmark would be slow on, and the definitions that its tree says nothing of.
///
/// It follows cmark's rules for containers (quotes, list items, footnotes) and for the lines that belong to one
/// paragraph. It knows nothing of blocks of raw HTML, nor of code inside containers, and reads them like any text.
/// Where it errs it takes a paragraph for longer or a list for deeper than it is: once it has seen a line that may
/// begin such a block (`isExact` is then false) it ends a paragraph at an empty line only.
struct BlockScan {
    let text: [UInt8]

    // What is found.
    var definitions: [Definition] = []
    var footnotes: [FootnoteDefinition] = []
    /// Cells behind the last column of their table, which cmark drops.
    var droppedCells: [Range<Int>] = []
    /// The line of each table's header, by the byte at which the paragraph above it begins: cmark's tables begin there.
    var tableHeaders: [Int: Range<Int>] = [:]
    /// How many brackets open anywhere.
    var brackets = 0
    /// How deep containers were at most, and how long the longest paragraph.
    private(set) var depth = 0
    var longestParagraph = 0

    // What is open.
    var containers: [Container] = []
    var paragraph: Paragraph?
    var table: Table?
    private var fence: (byte: UInt8, length: Int)?
    var isExact = true
    var work = MarkdownBounds.Work()

    /// A link reference definition, which cmark takes out of the text.
    struct Definition: Equatable {
        var label: Range<Int>
        /// Where its destination begins, behind a pointed bracket.
        var destination: Int
        var range: Range<Int>
    }

    struct FootnoteDefinition: Equatable {
        var label: Range<Int>
        /// From its bracket to the end of its line.
        var range: Range<Int>
    }

    struct Container {
        var kind: Kind
        /// Whether there is a block in it already.
        var hasChild = false

        enum Kind {
            case quote
            /// Its lines are indented by so many columns.
            case item(Int)
            case footnote
        }
    }

    static func read(_ text: [UInt8]) throws(MarkdownBounds.Excess) -> BlockScan {
        var scan = BlockScan(text: text)
        // Byte order marks are not handed to cmark.
        var start = text.countOfMarks
        while start < text.count {
            let end = text.next(UInt8(ascii: "\n"), from: start) ?? text.count
            try scan.read(Line(text: text, start: start, end: end))
            start = end + 1
        }
        try scan.endParagraph()
        return scan
    }

    private init(text: [UInt8]) { self.text = text }

    private mutating func read(_ line: Line) throws(MarkdownBounds.Excess) {
        if let open = fence {
            if line.closesFence(open.byte, length: open.length) { fence = nil }
            return
        }
        var line = line
        let matched = matchContainers(&line)
        let isMatched = matched == containers.count
        var opened: [Container] = []
        while let container = newContainer(
            &line, interrupts: isExact && paragraph != nil && isMatched && opened.isEmpty)
        {
            opened.append(container)
            guard matched + opened.count <= MarkdownBounds.nesting else {
                throw MarkdownBounds.Excess(.nesting, line.start..<line.end)
            }
        }
        let isTask = opened.count == 1 && line.isTask && line.indent <= 3
        if isTask { line.skipTaskMark() }
        if line.indent <= 3, line.mayBeginHTML { isExact = false }
        let goesOn = opened.isEmpty && paragraph != nil && !line.isBlank && !startsLeaf(line, isMatched: isMatched)
        if goesOn, !isMatched {
            // A lazy line: what it does not match stays open all the same.
            try addToParagraph(line, isLazy: true)
            return
        }
        if !isMatched || !opened.isEmpty {
            if isExact { try endParagraph() }
            table = nil
            containers.removeLast(containers.count - matched)
            if !opened.isEmpty { markChild() }
            for index in opened.indices.dropLast() { opened[index].hasChild = true }
            containers += opened
            depth = max(depth, containers.count)
        }
        if line.isBlank, !opened.isEmpty, !isExact {
            // It may be words to cmark: a mark with nothing behind it does not end every paragraph.
            paragraph?.end = line.end
        } else if isTask, !line.isBlank {
            // Behind the brackets of a task there are but words.
            try addToParagraph(line)
        } else {
            try readLeaf(line, goesOn: goesOn)
        }
    }

    /// Goes past the marks of the open containers and says how many of them the line goes on with.
    private func matchContainers(_ line: inout Line) -> Int {
        for (index, container) in containers.enumerated() {
            switch container.kind {
            case .quote:
                guard line.indent <= 3, line.first == UInt8(ascii: ">") else { return index }
                line.skipQuoteMark()
            case .item(let width):
                if line.indent >= width {
                    line.skip(columns: width)
                } else if line.isBlank, container.hasChild {
                    line.skip(columns: line.indent)
                } else {
                    return index
                }
            case .footnote:
                if line.indent >= 4 { line.skip(columns: 4) } else if !line.isEmpty { return index }
            }
        }
        return containers.count
    }

    /// The container that begins at the line's next byte, if one does; the line is then behind its mark.
    private mutating func newContainer(_ line: inout Line, interrupts: Bool) -> Container? {
        guard line.indent <= 3, let first = line.first else { return nil }
        if first == UInt8(ascii: ">") {
            line.skipQuoteMark()
            return Container(kind: .quote)
        }
        guard !line.isThematicBreak else { return nil }
        if let label = line.footnoteLabel {
            footnotes.append(FootnoteDefinition(label: label, range: line.nonspace..<line.end))
            line.skipFootnoteMark(label: label)
            return Container(kind: .footnote)
        }
        guard let marker = line.listMarker(interruptsParagraph: interrupts) else { return nil }
        return Container(kind: .item(line.skipListMarker(length: marker)))
    }

    /// Whether a line begins a block that is no paragraph, where a paragraph is open.
    private func startsLeaf(_ line: Line, isMatched: Bool) -> Bool {
        line.indent <= 3
            && (line.isHeading || line.opensFence || line.isThematicBreak
                || (isMatched && (line.isSetextUnderline || line.mayBeginHTML)))
    }

    /// Reads what stands behind the marks of containers.
    private mutating func readLeaf(_ line: Line, goesOn: Bool) throws(MarkdownBounds.Excess) {
        if line.isBlank {
            try endParagraph()
            table = nil
        } else if goesOn {
            if try !openTable(line) { try addToParagraph(line) }
        } else if line.indent > 3 {
            // Indented code.
            table = nil
            markChild()
            if !isExact { try addToParagraph(line) }
        } else if line.mayBeginHTML {
            table = nil
            try addToParagraph(line)
        } else if line.opensFence {
            table = nil
            if isExact, containers.isEmpty {
                try endParagraph()
                fence = (text[line.nonspace], line.fenceLength)
            } else {
                isExact = false
                try addToParagraph(line)
            }
        } else if line.isSetextUnderline, takeDefinitions() {
            // Below nothing but definitions it is no underline.
            try addToParagraph(line)
        } else if line.isHeading || line.isThematicBreak || (paragraph != nil && line.isSetextUnderline) {
            table = nil
            if isExact { try endParagraph() }
            try addToParagraph(line, isText: false)
            if isExact { try endParagraph() }
        } else if let table, try addRow(line, to: table) {
            // A row, with cells of its own.
        } else {
            try addToParagraph(line)
        }
    }

    /// A block begins in the innermost container.
    func lastContainer() -> Int? { containers.isEmpty ? nil : containers.count - 1 }

    mutating func markChild() {
        if let last = lastContainer() { containers[last].hasChild = true }
    }
}
