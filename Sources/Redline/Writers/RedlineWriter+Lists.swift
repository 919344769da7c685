import Markdown

extension RedlineWriter {
    mutating func write(_ list: MarkedList) {
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

    mutating func write(_ item: MarkedItem) {
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

    mutating func write(_ blocks: [MarkedBlock], oldTask: Bool?, newTask: Bool?) {
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

    mutating func write(_ table: MarkedTable) {
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

    mutating func writeCells(_ cells: [[MarkedInline]], _ table: MarkedTable, isHeader: Bool) {
        for (column, marks) in zip(table.columns, cells) {
            if column.old == nil { html.attributes = " data-change=\"inserted\"" }
            if column.new == nil { html.attributes = " data-change=\"deleted\"" }
            html.writeOpening(ofCell: column.alignment, isHeader: isHeader)
            write(marks)
            html.writeClosing(ofCell: isHeader)
        }
    }

    /// A row of one text; a cell that only the other one has is empty, so that the columns stand below each other.
    mutating func writeRow(
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
}

extension MarkedItem {
    fileprivate var isTask: Bool {
        switch self {
        case .kept(let item), .deleted(let item, _), .inserted(let item): item.task != nil
        case .changed(let oldTask, let newTask, _, _): oldTask != nil || newTask != nil
        }
    }
}
