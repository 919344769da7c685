import Model

/// A column of a register's list.
struct ListColumn {
    let label: String
    /// The fields that stand in it.
    private let fields: [ProviderField]
    /// What a row says in it, as HTML.
    let html: @Sendable ([ProviderField: FieldValue], FieldText) -> String

    /// In their order, between the company and since when it is listed.
    static let all: [ListColumn] =
        [.purpose, .data, .locations].map(ListColumn.init) + [
            ListColumn(Labels.field(.enabled), ProviderField.limits) { said, texts in texts.limits(said) },
            ListColumn(Labels.field(.links), [.terms, .links]) { said, texts in texts.documents(said) },
        ]

    private init(
        _ label: String, _ fields: [ProviderField],
        html: @escaping @Sendable ([ProviderField: FieldValue], FieldText) -> String
    ) {
        self.label = label
        self.fields = fields
        self.html = html
    }

    private init(_ field: ProviderField) {
        self.init(Labels.field(field), [field]) { said, texts in texts.html(said[field], of: field) }
    }

    /// Whether one of some rows says something in it.
    func isFilled(by rows: [[ProviderField: FieldValue]]) -> Bool {
        rows.contains { row in fields.contains { row[$0] != nil } }
    }
}
