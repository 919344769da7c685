extension HTMLWriter {
    package mutating func write(_ list: Block.List) {
        let name: String
        var classes: [String] = []
        if case .ordered(let start, let delimiter) = list.kind {
            name = "ol"
            output += start == 1 ? "<ol" : "<ol start=\"\(start)\""
            if delimiter == .parenthesis { classes.append("parenthesis") }
        } else {
            name = "ul"
            output += "<ul"
        }
        if list.items.contains(where: { $0.task != nil }) { classes.append("tasks") }
        if !classes.isEmpty { write(attribute: "class", classes.joined(separator: " ")) }
        output += ">\n"
        for item in list.items { write(item, isTight: list.isTight) }
        output += "</\(name)>\n"
    }

    private mutating func write(_ item: Block.List.Item, isTight: Bool) {
        if let isDone = item.task {
            output += "<li class=\"task\"><input type=\"checkbox\" disabled\(isDone ? " checked" : "")"
            write(attribute: "aria-label", isDone ? options.labels.taskDone : options.labels.taskOpen)
            output += "> "
        } else {
            output += "<li>"
        }
        for block in item.blocks {
            if isTight, case .paragraph(let words) = block {
                write(words)
            } else {
                if output.utf8.last != UInt8(ascii: "\n") { output += "\n" }
                write(block)
            }
        }
        output += "</li>\n"
    }

    package mutating func write(_ table: Block.Table) {
        output += "<table>\n<thead>\n"
        write(table.header, of: table, isHeader: true)
        output += "</thead>\n"
        if !table.rows.isEmpty {
            output += "<tbody>\n"
            for row in table.rows { write(row, of: table, isHeader: false) }
            output += "</tbody>\n"
        }
        output += "</table>\n"
    }

    private mutating func write(_ row: [Block.Table.Cell], of table: Block.Table, isHeader: Bool) {
        output += "<tr>\n"
        for (column, cell) in row.enumerated() {
            output += isHeader ? "<th scope=\"col\"" : "<td"
            switch table.alignments.indices.contains(column) ? table.alignments[column] : .none {
            case .none: break
            case .left: output += " class=\"align-left\""
            case .center: output += " class=\"align-center\""
            case .right: output += " class=\"align-right\""
            }
            output += ">"
            write(cell)
            output += isHeader ? "</th>\n" : "</td>\n"
        }
        output += "</tr>\n"
    }
}
