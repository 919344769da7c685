import Diagnostics
import Formats

extension ListTable {
    /// The tables of delimited text. A row that names columns begins one; where the row above it has one cell alone, that
    /// is its title.
    ///
    /// - Parameter columns: knows which headers name columns.
    static func tables(ofCSV file: SourceFile, _ columns: ColumnNames) -> ([ListTable], [Diagnostic]) {
        let (records, isHeader, problems) = records(of: file, columns)
        var diagnostics = problems
        var tables: [ListTable] = []
        var title: Sourced<String>?
        for (index, record) in records.enumerated() {
            if isHeader[index] {
                tables.append(ListTable(title: title, header: record, rows: []))
                title = nil
                continue
            }
            let filled = record.filter { !$0.value.isEmpty }
            if filled.count == 1, index + 1 < records.count, isHeader[index + 1] {
                title = filled[0]
            } else if let width = tables.last?.header.count {
                if let extra = record.dropFirst(width).first(where: { !$0.value.isEmpty }) {
                    diagnostics.append(
                        Diagnostic(
                            .syntax, at: extra.span,
                            "this row has more cells than its table has columns, which are \(width)",
                            help: "put quotes around a cell with a comma in it, or give the column a name"))
                }
                if record.count < width {
                    diagnostics.warn(
                        .syntax, at: record[0].span,
                        "this row has \(record.count) of \(width) cells; the others are taken for empty",
                        help: "check that none of its cells is cut by a line break")
                }
                tables[tables.count - 1].rows.append(record.prefix(width).map { $0.map(JSONValue.string) })
            } else if isHeader.contains(true) {
                diagnostics.warn(
                    .syntax, at: filled[0].span,
                    "this line is not taken over: it stands above the names of the columns",
                    help: "check that it says nothing of a provider")
            }
        }
        return (tables, diagnostics)
    }

    /// The records that say something, and which of them name columns, by the sign that parts most columns that are known:
    /// texts between semicolons may hold more commas than there are semicolons.
    private static func records(
        of file: SourceFile, _ columns: ColumnNames
    ) -> (records: [[Sourced<String>]], isHeader: [Bool], [Diagnostic]) {
        let readings = CSVReader.signs(of: file).map { sign in
            let reader = CSVReader(file, delimitedBy: sign)
            let records = reader.records.filter { $0.contains { !$0.value.isEmpty } }
            let isHeader = columns.headers(among: records)
            let known = zip(records, isHeader).filter(\.1).map { record, _ in
                record.count { columns.column(of: $0.value) != nil }
            }
            return (count: known.max() ?? 0, reading: (records, isHeader, reader.diagnostics))
        }
        let most = readings.map(\.count).max()
        return readings.first { $0.count == most }?.reading ?? ([], [], [])
    }
}
