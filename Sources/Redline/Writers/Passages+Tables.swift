import Markdown

extension Passages {
    func table(_ table: MarkedTable, isFull: Bool) -> Passage {
        // A column's old place is not shown.
        let columns = table.columns.indices.filter { table.columns[$0].move != .away }
        func cells(_ mark: Passage.Mark, _ cells: [Block.Table.Cell], _ place: (MarkedTable.Column) -> Int?)
            -> [[MarkedInline]]
        {
            columns.map { column in
                place(table.columns[column]).flatMap { cells.indices.contains($0) ? mark.mark(cells[$0]) : nil } ?? []
            }
        }
        var rows: [Passage.Row] = columns.filter { table.columns[$0].move == .here }.map { column in
            .note("\(labels.columnMoved): \(table.header[column].new.plainText)")
        }
        for row in table.rows {
            switch row {
            case .deleted(let deleted, let moved):
                if moved { rows.append(.note(labels.movedAway)) }
                rows.append(.row(.deleted, cells(.deleted, deleted) { $0.old }))
            case .inserted(let inserted): rows.append(.row(.inserted, cells(.inserted, inserted) { $0.new }))
            case .changed(let all, let moved):
                if moved { rows.append(.note(labels.moved)) }
                let cells = columns.map { all[$0] }
                if isFull || moved || cells.contains(where: \.hasMarks) {
                    rows.append(.row(.kept, cells))
                } else if rows.last?.isOmission != true {
                    rows.append(.omission)
                }
            }
        }
        return .table(header: columns.map { table.header[$0] }, rows)
    }
}
