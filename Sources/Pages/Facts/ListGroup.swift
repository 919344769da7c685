import Language
import Model

/// Rows of a list under one heading: those of a category, of a kind, or for the same products.
struct ListGroup {
    /// What they have in common; nil for those that say nothing of it.
    var value: FieldValue?
    var rows: [ListTables.Row]

    /// The rows in groups, in alphabetical order of what their headings say, behind them those for no product
    /// and those that say nothing.
    ///
    /// Under categories and kinds rows of one entity stand together, in the order of their first, which says where: each
    /// that has another one says so itself.
    static func all(of rows: [ListTables.Row], by grouping: RegisterTerms.Grouping) -> [ListGroup] {
        let field = grouping.field
        var order: [String?] = []
        var groups: [String?: ListGroup] = [:]
        for rows in field == .products ? rows.map({ [$0] }) : byEntity(rows) {
            let value = rows.first?.state.fieldsToday[field]
            let key = value?.groupingKey
            if groups[key] == nil {
                order.append(key)
                groups[key] = ListGroup(value: value, rows: [])
            }
            groups[key]?.rows += rows
        }
        // The empty key is that of the rows for no product.
        func place(_ key: String?) -> (Int, String) { (key.map { $0.isEmpty ? 1 : 0 } ?? 2, key ?? "") }
        let sorted = order.sorted { place($0) < place($1) }
        return sorted.compactMap { groups[$0] }
    }

    /// Whether a row says another thing than the heading.
    func isException(_ row: ListTables.Row, of grouping: RegisterTerms.Grouping) -> Bool {
        row.state.fieldsToday[grouping.field]?.groupingKey != value?.groupingKey
    }

    /// Rows of one entity together. Two of which it is erased may be of two.
    private static func byEntity(_ rows: [ListTables.Row]) -> [[ListTables.Row]] {
        var order: [String] = []
        var groups: [String: [ListTables.Row]] = [:]
        for row in rows {
            let entity = row.state.entity ?? row.id
            if groups[entity] == nil { order.append(entity) }
            groups[entity, default: []].append(row)
        }
        return order.compactMap { groups[$0] }
    }
}

extension RegisterTerms.Grouping {
    var field: ProviderField {
        switch self {
        case .category: .category
        case .kind: .kind
        case .product: .products
        }
    }

    /// What is said of rows that say nothing.
    func nothing(in language: Language) -> String {
        switch self {
        case .category: language.say("Without a category")
        case .kind: language.say("Kind not stated")
        case .product: language.say("All products")
        }
    }
}

extension FieldValue {
    /// By which rows are found to say the same; empty for a list of nothing.
    fileprivate var groupingKey: String? {
        switch self {
        case .text(let text): text.compared
        case .texts(let texts): texts.map(\.compared).sorted().joined(separator: "\n")
        default: nil
        }
    }
}
