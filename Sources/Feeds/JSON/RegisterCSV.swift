import Formats
import Model

/// The columns of a register's CSV: ids first, then the fields by their keys, a map's keys behind a dot.
struct RegisterColumns {
    private struct Column {
        var title: String
        var value: ([ProviderField: FieldValue]) -> String
    }

    private var columns: [Column]

    /// The columns of some fields, in their order.
    init(_ fields: some Sequence<ProviderField>) {
        columns = fields.flatMap { field -> [Column] in
            let keys: [String]
            switch field.type {
            case .map(let names): keys = names
            case .urls(let names): keys = names + [ProviderField.otherLinks]
            case .ai: keys = ProviderField.aiKeys.map(\.key)
            default: return [Column(title: field.rawValue) { $0[field]?.cell ?? "" }]
            }
            return keys.map { key in
                Column(title: "\(field.rawValue).\(key)") { $0[field]?.cell(of: key) ?? "" }
            }
        }
    }

    var titles: [String] { columns.map(\.title) }

    func cells(_ fields: [ProviderField: FieldValue]) -> [String] {
        // Left out, the role is this one; a table of both kinds says so.
        let filled = fields.merging([.role: .text("subprocessor")]) { written, _ in written }
        return columns.map { $0.value(filled) }
    }
}

extension RegisterList {
    /// `/<register>.csv`: the list in force and what is upcoming, one row each.
    package func csv(terms: RegisterTerms) -> String {
        let columns = RegisterColumns(ProviderField.allCases.filter { !terms.isPrivate($0) })
        return CSV.file(
            [["id", "status", "since"] + columns.titles]
                + rows.map { ["\($0.id)", $0.status.rawValue, "\($0.since)"] + columns.cells($0.state.fieldsToday) })
    }
}

extension DatedList {
    /// `/<register>/on/<day>.csv`. The terms are those in force on its day. `recorded` is given where what a row says
    /// entered the record after the day.
    package func csv(terms: RegisterTerms) -> String {
        let shown = ProviderField.allCases.filter { field in
            terms.isRecorded(field) || rows.contains { $0.state.fields[field] != nil }
        }
        let columns = RegisterColumns(shown)
        return CSV.file(
            [["id", "since", "recorded"] + columns.titles]
                + rows.map { row in
                    [row.provider, "\(row.since)", row.recorded.map { "\($0)" } ?? ""]
                        + columns.cells(row.state.fields)
                })
    }
}

extension FieldValue {
    /// The value in one cell: items between `; `, the codes of a rule behind it, mechanisms behind their law.
    fileprivate var cell: String {
        switch self {
        case .text(let text): text
        case .texts(let texts): texts.joined(separator: "; ")
        case .groups(let groups): groups.map(\.line).joined(separator: "; ")
        case .places(let places):
            places.map { place in
                switch place {
                case .code(let code): code
                case .rule(let words, let codes): codes.isEmpty ? words : "\(words) (\(codes.joined(separator: ", ")))"
                }
            }
            .joined(separator: "; ")
        case .transfer(.mechanisms(let mechanisms)): mechanisms.joined(separator: "; ")
        case .transfer(.byLaw(let laws)):
            laws.map { "\($0.law): \($0.mechanisms.joined(separator: ", "))" }.joined(separator: "; ")
        case .date(let date): "\(date)"
        case .map(let entries): entries.map { "\($0.key): \($0.value.cell)" }.joined(separator: "; ")
        }
    }

    fileprivate func cell(of key: String) -> String {
        guard case .map(let entries) = self else { return "" }
        return entries.first { $0.key == key }?.value.cell ?? ""
    }
}

extension FieldValue.EntryValue {
    fileprivate var cell: String {
        switch self {
        case .text(let text): text
        case .texts(let texts): texts.joined(separator: "; ")
        case .bool(let value): value ? "true" : "false"
        case .links(let links): links.map { "\($0.name): \($0.url)" }.joined(separator: "; ")
        case .removed: ""
        }
    }
}
