extension HTMLWriter {
    package mutating func write(_ list: Block.List) {
        writeOpening(of: list.kind, hasTasks: list.items.contains { $0.task != nil })
        for item in list.items { write(item, isTight: list.isTight) }
        writeClosing(of: list.kind)
    }

    package mutating func writeOpening(of kind: Block.List.Kind, hasTasks: Bool) {
        var classes: [String] = []
        switch kind {
        case .ordered(let start, let delimiter):
            open("ol")
            if start != 1 { output += " start=\"\(start)\"" }
            if delimiter == .parenthesis { classes.append("parenthesis") }
        case .bullet: open("ul")
        }
        if hasTasks { classes.append("tasks") }
        if !classes.isEmpty { write(attribute: "class", classes.joined(separator: " ")) }
        output += ">\n"
    }

    package mutating func writeClosing(of kind: Block.List.Kind) { output += kind == .bullet ? "</ul>\n" : "</ol>\n" }

    /// The box of a task, done or not.
    package mutating func writeBox(isDone: Bool) {
        output += "<input type=\"checkbox\" disabled\(isDone ? " checked" : "")"
        write(attribute: "aria-label", isDone ? options.labels.taskDone : options.labels.taskOpen)
        output += "\(options.labels.attributes)>"
    }

    package mutating func write(_ item: Block.List.Item, isTight: Bool) {
        open("li")
        // The only element that its first words have.
        if isTight, case .paragraph? = item.blocks.first(where: { !$0.isHTML }) { put(.paragraphID) }
        if let isDone = item.task {
            output += " class=\"task\">"
            put(.box(isDone: isDone))
            output += " "
        } else {
            output += ">"
        }
        var isFirst = true
        for block in item.blocks where !block.isHTML {
            if isTight, case .paragraph(let words) = block {
                if !isFirst {
                    startLine()
                    put(.bareParagraph)
                }
                put(.places)
                writeRun(words)
            } else {
                startLine()
                write(block)
            }
            isFirst = false
        }
        output += "</li>\n"
    }

    package mutating func write(_ table: Block.Table) {
        open("table", ">\n<thead>\n")
        write(table.header, alignments: table.alignments, isHeader: true)
        output += "</thead>\n"
        if !table.rows.isEmpty {
            output += "<tbody>\n"
            for row in table.rows { write(row, alignments: table.alignments, isHeader: false) }
            output += "</tbody>\n"
        }
        output += "</table>\n"
    }

    private mutating func write(_ row: [Block.Table.Cell], alignments: [Block.Table.Alignment], isHeader: Bool) {
        open("tr", ">\n")
        for (column, cell) in row.enumerated() {
            writeOpening(ofCell: alignments.indices.contains(column) ? alignments[column] : .none, isHeader: isHeader)
            writeRun(cell)
            writeClosing(ofCell: isHeader)
        }
        output += "</tr>\n"
    }

    package mutating func writeOpening(ofCell alignment: Block.Table.Alignment, isHeader: Bool) {
        open(isHeader ? "th" : "td")
        if isHeader { output += " scope=\"col\"" }
        switch alignment {
        case .none: break
        case .left: output += " class=\"align-left\""
        case .center: output += " class=\"align-center\""
        case .right: output += " class=\"align-right\""
        }
        output += ">"
    }

    package mutating func writeClosing(ofCell isHeader: Bool) { output += isHeader ? "</th>\n" : "</td>\n" }

    package mutating func startLine() {
        // What stands in a hole, or before a fragment, is not known yet.
        let isOpen = holes.map { ($0.last?.place ?? 0) == output.count } ?? false
        if isOpen { put(.lineStart) } else { output.startLine() }
    }
}

extension Block {
    fileprivate var isHTML: Bool { if case .html = self { true } else { false } }
}
