import Markdown

/// The words that a redline adds for readers.
package struct RedlineLabels: Sendable, Hashable {
    /// For a screen reader, before words and behind them.
    package var deleted = "[deleted: "
    package var inserted = "[added: "
    package var end = "]"
    /// Shown beside a block.
    package var movedAway = "Moved from here"
    package var moved = "Moved here"
    package var split = "Paragraph split"
    package var merged = "Paragraphs joined"
    package var level = "Level of the heading changed"
    package var numbering = "Numbering changed"
    /// Where redlines are text, of a block that says the same in another form: its spacing, its alignment.
    package var form = "Only the form changed"

    package init() {}

    func note(on reason: Restatement.Reason) -> String? {
        switch reason {
        case .moved: moved
        case .split: split
        case .merged: merged
        case .level: level
        case .numbering: numbering
        case .spacing: nil
        }
    }
}

extension Redline {
    /// The content of the redline's article.
    ///
    /// Words are in `<ins>` and `<del>`, with words for screen readers of the class `visually-hidden`. An element of
    /// one text alone has `data-change`, `inserted` or `deleted`. Where an element is another one now although its
    /// words are much the same, both stand there with `data-restated`: the old one for whoever rejects the change, not
    /// to be shown, the new one with the words that differ marked in it and `data-note` to say what changed.
    package func html(_ options: HTMLOptions, labels: RedlineLabels = RedlineLabels()) -> String {
        var writer = RedlineWriter(self, options, labels)
        writer.write(blocks)
        writer.writeFootnotes(footnotes)
        return writer.html.output
    }
}

/// Writes a redline as HTML, both texts in one.
struct RedlineWriter {
    var html: HTMLWriter
    private let redline: Redline
    private let labels: RedlineLabels
    /// What is written and the ids of the other text, while those of one are in `html`.
    private var otherIDs: HTMLIDs
    private var isOld = false
    /// Inside a new element whose old one is written already: what is in both is only the new text's then, and what
    /// is deleted is there for the reader alone.
    private var isRestating = false
    private var isNewTight = false
    private var isOldTight = false
    /// How many footnotes are in the old text alone so far.
    private var goneFootnotes = 0

    init(_ redline: Redline, _ options: HTMLOptions, _ labels: RedlineLabels) {
        self.redline = redline
        self.labels = labels
        let (old, new) = (redline.old.text, redline.new.text)
        html = HTMLWriter(options, headings: new.headings, footnotes: new.footnotes)
        otherIDs = HTMLIDs(
            anchors: old.headings.map { redline.new.anchor(ofRemoved: $0.anchor) }, footnotes: old.footnotes)
        // References of the old text are numbered behind those of the new one, as far as it has more of them: so
        // every link back has a place to lead to, and no id comes twice.
        otherIDs.references = redline.new.references
        otherIDs.limits = redline.old.references
        html.writesBackLinks = true
    }

    // MARK: Blocks

    mutating func write(_ blocks: [MarkedBlock]) { blocks.forEach { write($0) } }

    private mutating func write(_ block: MarkedBlock) {
        switch block {
        case .kept(let block): writeKept(block)
        case .deleted(let block, let moved):
            asDeleted(note: moved ? labels.movedAway : nil) { $0.writePlain(block) }
        case .inserted(let block): asInserted { $0.writePlain(block) }
        case .words(let block, let marks): write(marks, of: block)
        case .list(let list): write(list)
        case .quote(let blocks):
            html.open("blockquote")
            html.output += ">\n"
            let outer = (isOldTight, isNewTight)
            (isOldTight, isNewTight) = (false, false)
            write(blocks)
            (isOldTight, isNewTight) = outer
            html.output += "</blockquote>\n"
        case .table(let table): write(table)
        case .restated(let restatement): write(restatement)
        }
    }

    private mutating func writeKept(_ block: Block) {
        if !isRestating { otherIDs.headings += block.headingCount }
        writePlain(block)
    }

    /// A block with nothing marked in it; in a tight list a paragraph is no element.
    private mutating func writePlain(_ block: Block) {
        if case .paragraph(let words) = block, isOld ? isOldTight : isNewTight {
            html.attributes = ""
            html.writeRun(words)
        } else if case .html(let links) = block {
            html.attributes = ""
            html.writeRun([.html(links)])
        } else {
            html.startLine()
            html.write(block)
        }
    }

    private mutating func write(_ marks: [MarkedInline], of block: Block) {
        switch block {
        case .paragraph:
            if isNewTight { return write(marks) }
            html.startLine()
            html.open("p")
            html.output += ">"
            write(marks)
            html.output += "</p>\n"
        case .heading(let level, _):
            html.startLine()
            let anchor = html.ids.nextAnchor()
            let before = isRestating ? nil : otherIDs.nextAnchor()
            let name = "h\(min(max(level + html.options.headingShift, 1), 6))"
            html.open(name)
            if let anchor { html.write(id: anchor) }
            html.output += ">"
            write(marks)
            writeFormerAnchor(before, anchor)
            html.output += "</\(name)>\n"
        case .code(let info, _):
            html.startLine()
            html.open("pre")
            html.output += "><code"
            html.writeLanguage(info)
            html.output += ">"
            marks.forEach { writeCode($0) }
            html.output += "</code></pre>\n"
        case .list, .quote, .table, .thematicBreak, .html: break
        }
    }

    /// A place for links of the old text to a heading that has another anchor now.
    private mutating func writeFormerAnchor(_ former: String?, _ anchor: String?) {
        guard let former, former != anchor, !former.contains(":") else { return }
        html.output += "<span class=\"visually-hidden\""
        html.write(id: former)
        html.output += "></span>"
    }

    private mutating func writeCode(_ mark: MarkedInline) {
        func text(_ inlines: [Inline]) -> String {
            inlines.reduce(into: "") { text, inline in
                if case .text(let part) = inline { text += part }
            }
        }
        switch mark {
        case .kept(let inlines): html.output.appendEscaped(text(inlines))
        case .deleted(let inlines): wrap(isDeleted: true) { $0.html.output.appendEscaped(text(inlines)) }
        case .inserted(let inlines): wrap(isDeleted: false) { $0.html.output.appendEscaped(text(inlines)) }
        case .styled: break
        }
    }

    private mutating func write(_ restatement: Restatement) {
        // Inside what is restated already the old text stands complete.
        if !isRestating {
            for (index, block) in restatement.old.enumerated() {
                // Bare paragraphs are kept apart by the line end alone.
                if index > 0 { html.startLine() }
                asDeleted(isRestated: true) { $0.writePlain(block) }
            }
        }
        for (index, block) in restatement.new.enumerated() {
            if case .inserted = block {
                write(block)
                continue
            }
            restating {
                if $0.isNewTight, block.isParagraph {
                    $0.html.output += "<ins data-restated>"
                    $0.write(block)
                    $0.html.output += "</ins>"
                    return
                }
                $0.html.attributes = " data-change=\"inserted\" data-restated"
                if index == 0, let note = $0.labels.note(on: restatement.reason) {
                    $0.html.attributes += " data-note=\"\(note.escaped)\""
                }
                $0.write(block)
            }
        }
    }

    // MARK: Lists and tables

    private mutating func write(_ list: MarkedList) {
        html.startLine()
        let hasTasks = list.items.contains { $0.isTask }
        html.writeOpening(of: list.kind, hasTasks: hasTasks)
        let outer = (isOldTight, isNewTight)
        for item in list.items {
            (isOldTight, isNewTight) = (list.oldIsTight, list.newIsTight)
            write(item)
        }
        (isOldTight, isNewTight) = outer
        html.writeClosing(of: list.kind)
    }

    private mutating func write(_ item: MarkedItem) {
        switch item {
        case .kept(let item):
            if !isRestating { otherIDs.headings += item.blocks.reduce(0) { $0 + $1.headingCount } }
            html.write(item, isTight: isNewTight)
        case .inserted(let item): asInserted { $0.html.write(item, isTight: $0.isNewTight) }
        case .deleted(let item, let moved):
            asDeleted(note: moved ? labels.movedAway : nil) { $0.html.write(item, isTight: $0.isOldTight) }
        case .changed(let oldTask, let newTask, let blocks, let moved):
            guard moved else { return write(blocks, oldTask: oldTask, newTask: newTask) }
            restating {
                $0.html.attributes = " data-change=\"inserted\" data-restated data-note=\"\($0.labels.moved.escaped)\""
                $0.write(blocks, oldTask: newTask, newTask: newTask)
            }
        }
    }

    private mutating func write(_ blocks: [MarkedBlock], oldTask: Bool?, newTask: Bool?) {
        html.open("li")
        html.output += oldTask == nil && newTask == nil ? ">" : " class=\"task\">"
        if oldTask == newTask {
            if let newTask { html.writeBox(isDone: newTask) }
        } else {
            if let oldTask { wrap(isDeleted: true) { $0.html.writeBox(isDone: oldTask) } }
            if let newTask { wrap(isDeleted: false) { $0.html.writeBox(isDone: newTask) } }
        }
        if oldTask != nil || newTask != nil { html.output += " " }
        let (isOldTight, isNewTight) = (isOldTight, isNewTight)
        for (index, block) in blocks.enumerated() {
            (self.isOldTight, self.isNewTight) = (isOldTight, isNewTight)
            // Bare paragraphs are kept apart by the line end alone.
            if index > 0 { html.startLine() }
            write(block)
        }
        html.output += "</li>\n"
    }

    private mutating func write(_ table: MarkedTable) {
        html.startLine()
        html.open("table")
        html.output += ">\n<thead>\n<tr>\n"
        writeCells(table.header, table, isHeader: true)
        html.output += "</tr>\n</thead>\n"
        guard table.oldHasRows || table.newHasRows else {
            html.output += "</table>\n"
            return
        }
        html.output += "<tbody"
        if !table.oldHasRows { html.output += " data-change=\"inserted\"" }
        if !table.newHasRows { html.output += " data-change=\"deleted\"" }
        html.output += ">\n"
        for row in table.rows {
            switch row {
            case .deleted(let cells, let moved):
                asDeleted(note: moved ? labels.movedAway : nil) { writer in
                    writer.writeRow(cells, table) { $0.old }
                }
            case .inserted(let cells): asInserted { writer in writer.writeRow(cells, table) { $0.new } }
            case .changed(let cells, let moved):
                guard moved else {
                    html.output += "<tr>\n"
                    writeCells(cells, table, isHeader: false)
                    html.output += "</tr>\n"
                    continue
                }
                restating {
                    $0.html.output += "<tr data-change=\"inserted\" data-restated>\n"
                    $0.writeCells(cells, table, isHeader: false)
                    $0.html.output += "</tr>\n"
                }
            }
        }
        html.output += "</tbody>\n</table>\n"
    }

    private mutating func writeCells(_ cells: [[MarkedInline]], _ table: MarkedTable, isHeader: Bool) {
        for (column, marks) in zip(table.columns, cells) {
            if column.old == nil { html.attributes = " data-change=\"inserted\"" }
            if column.new == nil { html.attributes = " data-change=\"deleted\"" }
            html.writeOpening(ofCell: column.alignment, isHeader: isHeader)
            write(marks)
            html.writeClosing(ofCell: isHeader)
        }
    }

    /// A row of one text; a cell that only the other one has is empty, so that the columns stand below each other.
    private mutating func writeRow(
        _ cells: [Block.Table.Cell], _ table: MarkedTable, _ place: (MarkedTable.Column) -> Int?
    ) {
        html.open("tr")
        html.output += ">\n"
        for column in table.columns {
            let index = place(column)
            if index == nil { html.attributes = " data-change=\"\(isOld ? "inserted" : "deleted")\"" }
            html.writeOpening(ofCell: column.alignment, isHeader: false)
            if let index, cells.indices.contains(index) { html.writeRun(cells[index]) }
            html.writeClosing(ofCell: false)
        }
        html.output += "</tr>\n"
    }

    // MARK: Words

    private mutating func write(_ marks: [MarkedInline]) {
        for mark in marks {
            switch mark {
            case .kept(let inlines): html.write(inlines)
            case .deleted(let inlines): asWords(isDeleted: true, inlines)
            case .inserted(let inlines): asWords(isDeleted: false, inlines)
            case .styled(let style, let marks):
                html.output += "<\(style.element)>"
                write(marks)
                html.output += "</\(style.element)>"
            }
        }
    }

    private mutating func asWords(isDeleted: Bool, _ inlines: [Inline]) {
        let isBlank = inlines.allSatisfy(\.isBlank)
        wrap(isDeleted: isDeleted, isBlank: isBlank) { writer in
            isDeleted ? writer.fromOld { $0.html.write(inlines) } : writer.html.write(inlines)
        }
    }

    private mutating func wrap(
        isDeleted: Bool, isBlank: Bool = false, _ write: (inout RedlineWriter) -> Void
    ) {
        let wrapping = wrapping(isDeleted: isDeleted, isBlank: isBlank)
        html.output += wrapping.opening
        write(&self)
        html.output += wrapping.closing
    }

    private func wrapping(isDeleted: Bool, isBlank: Bool = false) -> HTMLWriter.Wrapping {
        func hidden(_ words: String) -> String {
            isBlank ? "" : "<span class=\"visually-hidden\">\(words.escaped)</span>"
        }
        let name = isDeleted ? "del" : "ins"
        return HTMLWriter.Wrapping(
            opening: "<\(name)>" + hidden(isDeleted ? labels.deleted : labels.inserted),
            closing: hidden(labels.end) + "</\(name)>")
    }

    // MARK: States

    /// Writes with the old text's ids and tightness.
    private mutating func fromOld(_ write: (inout RedlineWriter) -> Void) {
        // What is deleted inside a restated element is written a second time: it has no ids.
        let ids = html.ids
        html.ids = otherIDs
        if isRestating { html.ids.anchors = [] }
        isOld = true
        write(&self)
        isOld = false
        if !isRestating { otherIDs = html.ids } else { otherIDs.references = html.ids.references }
        html.ids = ids
    }

    private mutating func asDeleted(
        note: String? = nil, isRestated: Bool = false, _ write: (inout RedlineWriter) -> Void
    ) {
        fromOld { writer in
            writer.html.attributes = " data-change=\"deleted\"" + (isRestated ? " data-restated" : "")
            if let note { writer.html.attributes += " data-note=\"\(note.escaped)\"" }
            let wrapping = writer.wrapping(isDeleted: true)
            writer.html.wrapping =
                isRestated ? HTMLWriter.Wrapping(opening: "<del data-restated>", closing: "</del>") : wrapping
            writer.inside(write)
            writer.html.wrapping = nil
        }
    }

    private mutating func asInserted(_ write: (inout RedlineWriter) -> Void) {
        let outer = html.wrapping
        html.attributes = " data-change=\"inserted\""
        html.wrapping = wrapping(isDeleted: false)
        inside(write)
        html.wrapping = outer
    }

    private mutating func restating(_ write: (inout RedlineWriter) -> Void) {
        let outer = isRestating
        isRestating = true
        write(&self)
        isRestating = outer
    }

    /// Writes what keeps its own tightness.
    private mutating func inside(_ write: (inout RedlineWriter) -> Void) {
        let outer = (isOldTight, isNewTight)
        write(&self)
        (isOldTight, isNewTight) = outer
    }

    // MARK: Footnotes

    mutating func writeFootnotes(_ footnotes: [MarkedFootnote]) {
        guard !footnotes.isEmpty else { return }
        let hasOld = footnotes.contains { $0.old != nil }
        let hasNew = footnotes.contains { $0.new != nil }
        html.output += "<section class=\"footnotes\""
        if !hasOld || !hasNew { html.output += " data-change=\"\(hasOld ? "deleted" : "inserted")\"" }
        html.write(attribute: "aria-label", html.options.labels.footnotes)
        html.output += ">\n<ol>\n"
        for footnote in footnotes { write(footnote) }
        html.output += "</ol>\n</section>\n"
    }

    private mutating func write(_ footnote: MarkedFootnote) {
        html.output += "<li"
        let number: Int
        if let new = footnote.new {
            number = new
            if footnote.old == nil { html.output += " data-change=\"inserted\"" }
        } else {
            // A number that the new text's footnotes leave free, so that links to it lead somewhere.
            goneFootnotes += 1
            number = redline.new.text.footnotes.count + goneFootnotes
            html.output += " data-change=\"deleted\""
        }
        html.write(id: "fn:\(number)")
        html.output += ">\n"
        write(footnote.blocks)
        html.output += "</li>\n"
    }
}

extension String {
    /// With the characters escaped that mean something in HTML.
    fileprivate var escaped: String {
        var text = ""
        text.appendEscaped(self)
        return text
    }
}

extension Inline {
    fileprivate var isBlank: Bool {
        switch self {
        case .softBreak: true
        case .text(let text): text.allSatisfy(\.isWhitespace)
        default: false
        }
    }
}

extension MarkedBlock {
    fileprivate var isParagraph: Bool {
        switch self {
        case .kept(let block), .words(let block, _): block.isParagraph
        default: false
        }
    }
}

extension MarkedItem {
    fileprivate var isTask: Bool {
        switch self {
        case .kept(let item), .deleted(let item, _), .inserted(let item): item.task != nil
        case .changed(let oldTask, let newTask, _, _): oldTask != nil || newTask != nil
        }
    }
}

extension MarkedInline.Style {
    var element: String {
        switch self {
        case .emphasis: "em"
        case .strong: "strong"
        case .strikethrough: "s"
        }
    }
}
