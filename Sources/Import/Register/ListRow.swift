import Diagnostics
import Formats
import Model

/// A row of a list as a provider's file says it.
struct ListRow {
    /// As our own lists have it.
    var id: String?
    /// By their keys, in the order of a provider's file; with keys of their own behind them.
    var fields: [JSONValue.Member]
    var span: SourceSpan

    var name: String { value("name")?.text ?? "" }

    func value(_ key: String) -> JSONValue? { fields.first { $0.key == key }?.value }

    /// What it says, whatever the order of its lists.
    var digest: JSONValue {
        .object(
            fields.map { member in
                guard case .array(let items) = member.value else { return member }
                return JSONValue.Member(member.key, .array(items.sorted { $0.canonical < $1.canonical }))
            })
    }
}

/// The list of a day.
struct DatedRows {
    var day: CalendarDate
    var rows: [ListRow]
}

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

    mutating func rows(of list: DatedTables) -> DatedRows {
        var rows: [ListRow] = []
        for table in list.tables {
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
            let said = titles.fields(of: table, among: list.tables, &cells)
            rows += table.rows.compactMap { row($0, columns, said) }
        }
        return DatedRows(day: list.day, rows: rows.joinedByProduct)
    }

    private mutating func row(
        _ cells: [Sourced<JSONValue>], _ columns: [Column], _ said: [JSONValue.Member]
    ) -> ListRow? {
        guard let first = cells.first, cells.contains(where: { !$0.isBlank }) else { return nil }
        var values = Dictionary(said.map { ($0.key, $0.value) }, uniquingKeysWith: { one, _ in one })
        var (id, others): (String?, [JSONValue.Member]) = (nil, [])
        for (cell, column) in zip(cells, columns) where !cell.isBlank {
            switch column {
            case .id: id = cell.value.text
            case .derived("status") where cell.value.text == "upcoming":
                diagnostics.append(.upcoming(cell))
                return nil
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

    private static func unreadKey(_ field: String) -> String { "unread_\(field)" }

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

extension [ListRow] {
    /// Rows that say the same but for their products, as one: a company that stands in the tables of several products.
    fileprivate var joinedByProduct: [ListRow] {
        var places: [JSONValue: Int] = [:]
        var joined: [ListRow] = []
        for row in self {
            guard case .array(let products)? = row.value("products") else {
                joined.append(row)
                continue
            }
            var rest = row
            rest.fields.removeAll { $0.key == "products" }
            if let place = places[rest.digest],
                let index = joined[place].fields.firstIndex(where: { $0.key == "products" }),
                case .array(let known) = joined[place].fields[index].value, !products.contains(where: known.contains)
            {
                joined[place].fields[index].value = .array(known + products)
            } else {
                places[rest.digest] = joined.count
                joined.append(row)
            }
        }
        return joined
    }
}

extension Diagnostic {
    fileprivate static func noName(_ table: ListTable) -> Diagnostic {
        let first = table.header.first { !$0.value.isEmpty }
        let span = first?.span ?? table.rows[0][0].span
        return Diagnostic(
            .missingKey, at: span, "none of these columns is the name of a company",
            help: "say which one is, as --column \"\(first?.value ?? "Vendor")=name\"")
    }

    fileprivate static func nameless(_ cell: Sourced<JSONValue>) -> Diagnostic {
        Diagnostic(
            .missingKey, at: cell.span, "this row has no name",
            help: "write the company's name into it; where it belongs to the row above, put it there")
    }

    fileprivate static func upcoming(_ cell: Sourced<JSONValue>) -> Diagnostic {
        Diagnostic(
            .wrongType, at: cell.span, "this row is not taken over: it was not on the list yet",
            help: "announce it with trustpress new provider"
        ).asWarning()
    }
}
