import Language
import Model

/// A column of a register's list: a field, and what belongs to it and is shown below it in small.
struct ListColumn {
    let field: ProviderField
    /// Below the purpose stands when it holds, and below the place where else data is, unless these are columns too.
    private let below: [ProviderField]

    init(_ field: ProviderField, of all: [ProviderField] = []) {
        self.field = field
        let fields: [ProviderField] =
            switch field {
            case .purpose: [.condition]
            case .locations: [.storage, .access]
            default: []
            }
        below = fields.filter { !all.contains($0) }
    }

    /// Whether it is of what a reader looks for first: what a company is for, and where.
    var isFirst: Bool { field == .purpose || field == .locations }

    /// In their order, between the company and since when it is listed: those of site.yaml, or what readers ask for first.
    static func all(_ terms: RegisterTerms) -> [ListColumn] {
        let fields = terms.columns ?? [.purpose, .data, .locations, .transfer]
        return fields.map { ListColumn($0, of: fields) }
    }

    /// What a row says in it on a day, as HTML.
    func html(_ row: ListTables.Row, _ texts: FieldText, on day: CalendarDate) -> String {
        let said = row.state.fieldsToday
        let notes = below.compactMap { field -> String? in
            guard let value = said[field], value != said[self.field] else { return nil }
            let words = texts.site.language.line(texts.items(value, of: field))
            return HTML.inline(
                "span", ["class": "cond"],
                field == .condition ? words : "\(texts.site.language.label(of: field)): \(words)")
        }
        if said[field] == nil, !notes.isEmpty { return notes.joined() }
        if field == .transfer { return texts.transfer(said, on: day) + notes.joined() }
        return texts.html(said[field], of: field) + notes.joined()
    }

    /// Whether one of some rows says something in it on a day. That no mechanism is needed in the EEA fills none.
    func isFilled(by rows: [[ProviderField: FieldValue]], on day: CalendarDate) -> Bool {
        rows.contains { row in
            if field == .transfer, case .decisions? = DerivedGround(row, on: day) { return true }
            return ([field] + below).contains { row[$0] != nil }
        }
    }
}
