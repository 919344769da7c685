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
            if !table.rows.isEmpty { diagnostics.append(.otherTimes(title, count: table.rows.count)) }
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
                if !table.rows.isEmpty { diagnostics.append(.noName(table)) }
                continue
            }
            report(columns, of: table)
            let said = titles.fields(of: table, among: tables, &cells)
            if said.contains(where: { $0.key == Self.unreadKey("products") }) {
                otherKeys[Self.unreadKey("products")] = "products"
            }
            if said.isEmpty, let title = table.title, !TableTitles.isOfAnyList(title.value) { tell(.title(title)) }
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
    private mutating func tell(_ diagnostic: Diagnostic) {
        if told.insert(diagnostic.message).inserted { diagnostics.append(diagnostic) }
    }

    /// The cells with their words alone; of a row whose name is struck out none.
    private mutating func withoutMarkup(
        _ row: [Sourced<JSONValue>], _ columns: [Column]
    ) -> [Sourced<JSONValue>] {
        let read = row.map { ($0, $0.value.withoutMarkup()) }
        if let name = zip(read, columns).first(where: { $1 == .field(.name) && $0.1.isStruckOut }) {
            diagnostics.append(.struckOut(name.0.0))
            return []
        }
        for (cell, clean) in read where !clean.leftOut.isEmpty {
            tell(.without(clean.leftOut, cell))
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
                diagnostics.append(.remark(cells[name]))
                return nil
            }
            if others.isEmpty { tell(.nameAlone(cells[name])) }
        }
        var values = Dictionary(said.map { ($0.key, $0.value) }, uniquingKeysWith: { one, _ in one })
        var (id, others): (String?, [JSONValue.Member]) = (nil, said.filter { ProviderField(rawValue: $0.key) == nil })
        for (cell, column) in zip(cells, columns) where !cell.isBlank {
            switch column {
            case .id: id = cell.value.text
            case .derived("status"), .other("status"):
                if OtherTimes.isSaid(inStatus: cell.value.line) {
                    diagnostics.append(.notListed(cell))
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
            diagnostics.append(.nameless(cells.first { !$0.isBlank } ?? first))
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
            let said = Diagnostic(
                .unknownKey, at: name.span, "\(words) is none of a provider's fields",
                help: "if it is a field, say which, as --column \"\(title)=purpose\"")
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
