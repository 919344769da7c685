import Feeds
import Model

/// Rows of a list under one heading: those of a category.
struct ListGroup {
    /// The category; nil where no row of the list has one.
    var heading: String?
    var rows: [ListTables.Row]

    /// The rows by category, in alphabetical order, those without one last.
    ///
    /// Rows of one entity stand together, in the order of their first, whose category is that of all: each that has
    /// another says so itself.
    static func all(of rows: [ListTables.Row]) -> [ListGroup] {
        var categories: [String] = []
        var groups: [String: ListGroup] = [:]
        for entity in byEntity(rows) {
            let category = entity.first?.category
            let key = category?.compared ?? ""
            if groups[key] == nil {
                categories.append(key)
                groups[key] = ListGroup(heading: category, rows: [])
            }
            groups[key]?.rows += entity
        }
        if rows.contains(where: { $0.category != nil }) { groups[""]?.heading = withoutCategory }
        // The empty key is that of the rows without a category.
        let sorted = categories.sorted { one, other in (one.isEmpty ? 1 : 0, one) < (other.isEmpty ? 1 : 0, other) }
        return sorted.compactMap { groups[$0] }
    }

    /// Whether the heading is an author's category.
    var hasCategory: Bool { heading != Self.withoutCategory }

    /// What a row says of its category where that is not the heading; an author's words marked.
    func exception(of row: ListTables.Row) -> String? {
        guard let heading, row.category?.compared != heading.compared else { return nil }
        if let category = row.category { return category.authored }
        return heading == Self.withoutCategory ? nil : Self.withoutCategory
    }

    private static let withoutCategory = "Without a category"

    private static func byEntity(_ rows: [ListTables.Row]) -> [[ListTables.Row]] {
        var order: [String] = []
        var groups: [String: [ListTables.Row]] = [:]
        for row in rows {
            let entity = if case .text(let entity)? = row.state.fields[.entity] { entity } else { row.id }
            if groups[entity] == nil { order.append(entity) }
            groups[entity, default: []].append(row)
        }
        return order.compactMap { groups[$0] }
    }
}

extension ListTables.Row {
    /// The category as it is written; nil where there is none.
    fileprivate var category: String? {
        if case .text(let category)? = state.fieldsToday[.category], !category.isEmpty { category } else { nil }
    }
}
