import Model

/// A column of a register's list: a field, and what belongs to it and is shown below it in small.
struct ListColumn {
    let field: ProviderField

    var label: String { Labels.field(field) }

    /// In their order, between the company and since when it is listed.
    static let all: [ListColumn] = [.purpose, .data, .locations, .transfer].map(ListColumn.init)

    /// Below the purpose stands when it holds, and below the place where else data is.
    private var below: [ProviderField] {
        switch field {
        case .purpose: [.condition]
        case .locations: [.storage, .access]
        default: []
        }
    }

    /// What a row says in it, as HTML.
    func html(_ said: [ProviderField: FieldValue], _ texts: FieldText) -> String {
        let notes = below.compactMap { field -> String? in
            guard let value = said[field], value != said[self.field] else { return nil }
            let words = texts.items(value, of: field).joined(separator: ", ")
            return HTML.inline(
                "span", ["class": "cond"], field == .condition ? words : "\(Labels.field(field)): \(words)")
        }
        let value = said[field] == nil && !notes.isEmpty ? "" : texts.html(said[field], of: field)
        return value + notes.joined()
    }

    /// Whether one of some rows says something in it.
    func isFilled(by rows: [[ProviderField: FieldValue]]) -> Bool {
        rows.contains { row in ([field] + below).contains { row[$0] != nil } }
    }
}
