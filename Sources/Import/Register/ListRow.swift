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

extension [ListRow] {
    /// Rows that say the same but for their products, as one: a company that stands in the tables of several products.
    var joinedByProduct: [ListRow] {
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
