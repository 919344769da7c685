import Diagnostics
import Formats
import Model

/// Reads the rows of dated tables, and says of each column once where it went.
struct RowReader {
    let names: ColumnNames
    let titles: TableTitles
    var cells: CellReader
    private(set) var diagnostics: [Diagnostic] = []
    /// What is said of columns that are no fields.
    private(set) var columnRemarks: [Remark] = []
    /// The keys of columns that are no fields, with what the column was called.
    private(set) var otherKeys: [String: String] = [:]
    private(set) var told: Set<String> = []

    mutating func rows(of list: DatedTables) -> DatedRows {
        var rows: [ListRow] = []
        let tables = list.tables.filter { table in
            guard let title = titleOfOtherTimes(table) else { return true }
            let count = table.rows.count
            if count > 0 {
                diagnostics.warn(
                    .wrongType, at: title.span,
                    "the \(count == 1 ? "row" : "\(count) rows") below \"\(title.value)\" "
                        + "\(count == 1 ? "is" : "are") not taken over: the title says that the companies are not on "
                        + "the list",
                    help: "where they are on it, give the table another title; "
                        + "announce what is to come with trustpress new")
            }
            return false
        }
        for table in tables {
            var columns = names.columns(of: table.header.map(\.value))
            // Numbers are the ids of a database, and none of ours.
            if let id = columns.firstIndex(of: .id),
                !table.rows.contains(where: { $0.count > id && $0[id].value.line.contains(where: \.isLetter) })
            {
                columns[id] = .other("listed_id")
            }
            guard columns.contains(.field(.name)) else {
                guard let row = table.rows.first else { continue }
                let first = table.header.first { !$0.value.isEmpty }
                diagnostics.append(
                    Diagnostic(
                        .missingKey, at: first?.span ?? row[0].span, "none of these columns is the name of a company",
                        help: "say which one is, as --column \"\(first?.value ?? "Vendor")=name\""))
                continue
            }
            report(columns, of: table)
            let said = titles.fields(of: table, among: tables, &cells)
            if said.contains(where: { $0.key == Self.unreadKey("products") }) {
                otherKeys[Self.unreadKey("products")] = "products"
            }
            if said.isEmpty, let title = table.title, !TableTitles.isOfAnyList(title.value) {
                tell(
                    .invisibleText, at: title.span,
                    "the title \"\(title.value)\" is not taken over with the rows below it",
                    help: "what it says of them can stand in their files, as condition: or category:")
            }
            let isOfNames = !table.rows.contains { row in row.count { !$0.isBlank } > 1 }
            rows += table.rows.compactMap { row(withoutMarkup($0, columns), columns, said, isOfNames: isOfNames) }
        }
        return DatedRows(day: list.day, rows: rows.joinedByProduct)
    }

    /// The title that says of a table that its companies are not on the list on its day. Of the titles above one that says
    /// that they are, none does.
    private func titleOfOtherTimes(_ table: ListTable) -> Sourced<String>? {
        let titles = table.parts + [table.title].compactMap(\.self)
        let present = titles.lastIndex { OtherTimes.isPresent(inTitle: $0.value) }
        return titles[(present ?? 0)...].first {
            cells.knownProduct($0.value) == nil && OtherTimes.isSaid(inTitle: $0.value)
        }
    }

    /// Adds what is said of many lists, once.
    private mutating func tell(_ id: CheckID, at span: SourceSpan, _ message: String, help: String) {
        if told.insert(message).inserted { diagnostics.warn(id, at: span, message, help: help) }
    }

    /// The cells with their words alone; of a row whose name is struck out none.
    private mutating func withoutMarkup(
        _ row: [Sourced<JSONValue>], _ columns: [Column]
    ) -> [Sourced<JSONValue>] {
        let read = zip(row, columns).map { ($0, $0.value.withoutMarkup(isAddress: $1.isAddress)) }
        if let name = zip(read, columns).first(where: { $1 == .field(.name) && $0.1.isStruckOut }) {
            diagnostics.warn(
                .wrongType, at: name.0.0.span,
                "this row is not taken over: \"\(name.0.0.value.line)\" is struck out",
                help: "where the company is on the list, take the strokes away")
            return []
        }
        for (cell, clean) in read where !clean.leftOut.isEmpty {
            let names = clean.leftOut.uniqued
            tell(
                .leftoverMarkup, at: cell.span,
                "\"\(cell.value.line)\" is taken over without \(names.joined(separator: " and "))",
                help: names.contains("the mark of a note")
                    ? "what its note says of the company can stand in its file, as condition:"
                    : "check that its words still say what they are to say")
        }
        return read.map { cell, clean in Sourced(clean.value, at: cell.span) }
    }

    private mutating func row(
        _ cells: [Sourced<JSONValue>], _ columns: [Column], _ said: [JSONValue.Member], isOfNames: Bool
    ) -> ListRow? {
        guard let first = cells.first, cells.contains(where: { !$0.isBlank }) else { return nil }
        if !isOfNames, let name = columns.firstIndex(of: .field(.name)), name < cells.count, !cells[name].isBlank {
            let others = cells.indices.filter { $0 != name && !cells[$0].isBlank }.map { cells[$0].value.line }
            if isRemark(cells[name].value.line, beside: others) {
                diagnostics.warn(
                    .missingKey, at: cells[name].span,
                    "this row is not taken over: \"\(cells[name].value.line)\" is no company",
                    help: "where it says something of a company, that can stand in its file, as condition:")
                return nil
            }
            if others.isEmpty {
                tell(
                    .missingKey, at: cells[name].span,
                    "this row has a name alone, and \"\(cells[name].value.line)\" is taken for a company",
                    help: "take its file away where it is none")
            }
        }
        var values = Dictionary(said.map { ($0.key, $0.value) }, uniquingKeysWith: { one, _ in one })
        var (id, others): (String?, [JSONValue.Member]) = (nil, said.filter { ProviderField(rawValue: $0.key) == nil })
        for (cell, column) in zip(cells, columns) where !cell.isBlank {
            switch column {
            case .id: id = cell.value.text
            case .derived("status"), .other("status"):
                if OtherTimes.isSaid(inStatus: cell.value.line) {
                    diagnostics.warn(
                        .wrongType, at: cell.span,
                        "this row is not taken over: its status is \"\(cell.value.line)\"",
                        help: "announce what is to come with trustpress new provider; what has ended needs nothing")
                    return nil
                }
                if case .other(let key) = column { others.append(JSONValue.Member(key, .string(cell.value.line))) }
            case .derived: break
            case .other(let key): others.append(JSONValue.Member(key, .string(cell.value.line)))
            case .key(let field, let key):
                let name = "\(field.rawValue)_\(key)"
                guard let value = self.cells.value(cell, of: field, key: key, unread: Self.unreadKey(name)) else {
                    others.append(unread(cell, name))
                    continue
                }
                values[field.rawValue] = (values[field.rawValue] ?? [:]).with(key, value)
            case .field(let field):
                if let value = self.cells.value(cell, of: field, unread: Self.unreadKey(field.rawValue)) {
                    if value != .null { values[field.rawValue] = value }
                } else {
                    others.append(unread(cell, field.rawValue))
                }
            }
        }
        guard values["name"] != nil else {
            diagnostics.append(
                Diagnostic(
                    .missingKey, at: (cells.first { !$0.isBlank } ?? first).span, "this row has no name",
                    help: "write the company's name into it; where it belongs to the row above, put it there"))
            return nil
        }
        let fields = ProviderField.allCases.compactMap { field in
            values[field.rawValue].map { JSONValue.Member(field.rawValue, $0) }
        }
        return ListRow(id: id, fields: fields + others, span: first.span)
    }

    /// A cell that its field cannot hold, under a key of its own.
    private mutating func unread(_ cell: Sourced<JSONValue>, _ field: String) -> JSONValue.Member {
        otherKeys[Self.unreadKey(field)] = field
        return JSONValue.Member(Self.unreadKey(field), .string(cell.value.line))
    }

    static func unreadKey(_ field: String) -> String { "unread_\(field)" }

    private mutating func report(_ columns: [Column], of table: ListTable) {
        for (index, column) in columns.enumerated() {
            guard case .other(let key) = column, otherKeys[key] == nil,
                table.rows.contains(where: { $0.count > index && !$0[index].isBlank })
            else { continue }
            let name = table.header[index]
            let title = name.value.withoutLineBreaks(by: " ")
            let words = title.isEmpty ? "column \(index + 1)" : "the column \"\(title)\""
            otherKeys[key] = title.isEmpty ? "column \(index + 1)" : title
            // One that has no column yet: of two columns that are said to be one field the other gives way.
            let free = [ProviderField.purpose, .locations, .data, .condition].first { !columns.contains(.field($0)) }
            let field = (free ?? .purpose).rawValue
            let said = Diagnostic(
                .unknownKey, at: name.span, "\(words) is none of a provider's fields",
                help: title.isEmpty || table.header.count { $0.value == name.value } > 1
                    ? "if it is a field, name it so in its first cell, as \(field)"
                    : "if it is a field, say which, as --column \"\(title)=\(field)\"")
            columnRemarks.append(Remark(said.asWarning(), key: key))
        }
    }
}

extension JSONValue {
    /// An object with one member more.
    fileprivate func with(_ key: String, _ value: JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.key != key } + [Member(key, value)])
    }
}
