import Markdown

extension RedlineWriter {
    mutating func write(_ table: MarkedTable) {
        html.startLine()
        html.open("table", ">\n<thead>\n<tr>\n")
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
                asDeleted(note: moved ? labels.movedAway : nil) { $0.writeRow(cells, table) }
            case .inserted(let cells): asInserted { $0.writeRow(cells, table) }
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
            switch column.move {
            case .away:
                writeFormer(marks.old, column, isHeader: isHeader)
                continue
            case .here:
                html.attributes = " data-change=\"inserted\" data-restated"
                if isHeader { html.attributes += " data-note=\"\(labels.columnMoved.escapedHTML)\"" }
            case nil:
                if column.old == nil { html.attributes = " data-change=\"inserted\"" }
                if column.new == nil { html.attributes = " data-change=\"deleted\"" }
            }
            html.writeOpening(ofCell: column.alignment, isHeader: isHeader)
            if column.move == .here { restating { $0.write(marks) } } else { write(marks) }
            html.writeClosing(ofCell: isHeader)
        }
    }

    /// A cell of a column that is elsewhere now, at its old place. Inside what is restated already the old text stands
    /// complete.
    private mutating func writeFormer(_ words: [Inline], _ column: MarkedTable.Column, isHeader: Bool) {
        guard !isRestating else { return }
        html.attributes = " data-change=\"deleted\" data-restated"
        html.writeOpening(ofCell: column.alignment, isHeader: isHeader)
        if !words.isEmpty {
            html.output += "<del data-restated>"
            if isOld { html.write(words) } else { fromOld { $0.html.write(words) } }
            html.output += "</del>"
        }
        html.writeClosing(ofCell: isHeader)
    }

    /// A row of one text; a cell that only the other one has is empty, so that the columns stand below each other.
    mutating func writeRow(_ cells: [Block.Table.Cell], _ table: MarkedTable) {
        html.open("tr", ">\n")
        for column in table.columns {
            let index = isOld ? column.old : column.new
            let words = index.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? []
            if column.move == .away {
                writeFormer(isOld ? words : [], column, isHeader: false)
                continue
            }
            let isCopy = isOld && column.move == .here
            if isCopy {
                html.attributes = " data-change=\"inserted\" data-restated"
            } else if index == nil {
                html.attributes = " data-change=\"\(isOld ? "inserted" : "deleted")\""
            }
            html.writeOpening(ofCell: column.alignment, isHeader: false)
            // A footnote is referred to once.
            html.writeRun(isCopy ? words.withoutFootnotes : words)
            html.writeClosing(ofCell: false)
        }
        html.output += "</tr>\n"
    }
}

extension [Inline] {
    fileprivate var withoutFootnotes: [Inline] {
        compactMap { inline in
            switch inline {
            case .footnote: nil
            case .emphasis(let children): .emphasis(children.withoutFootnotes)
            case .strong(let children): .strong(children.withoutFootnotes)
            case .strikethrough(let children): .strikethrough(children.withoutFootnotes)
            case .text, .softBreak, .hardBreak, .code, .link, .image, .html, .seam: inline
            }
        }
    }
}
