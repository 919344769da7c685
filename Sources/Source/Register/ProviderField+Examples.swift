import Model

extension ProviderField {
    /// A value that would do, for helps.
    var exampleValue: String {
        switch self {
        case .name: "Example Cloud"
        case .entity: "Example Cloud Ltd"
        case .data: "customer content"
        case .subjects: "customers' staff"
        case .locations, .storage, .access, .headquarters: "DE"
        case .transfer: "SCC-3"
        case .products: "studio"
        case .purpose: "Hosts the databases"
        case .verified: "YYYY-MM-DD, the day on which the row was last checked"
        case .website, .terms: "https://example.com"
        case .links: "dpa: https://example.com/dpa"
        case .identifiers: "vat: DE000000000"
        case .ai: "training: never, retention: 30 days"
        case .kind: "third-party"
        case .role: "subprocessor"
        case .enabled: "default"
        case .category, .condition, .via, .replaces, .duration, .retention, .address: "…"
        case .contact: "privacy@example.com"
        }
    }

    /// Whether its author chooses the words of its value: false for days, codes, ids and fixed words.
    var holdsFreeWords: Bool {
        switch type {
        case .text, .oneOrMore, .texts, .groups, .url, .map, .urls, .ai: true
        case .choice, .places, .transfer, .products, .provider, .date: false
        }
    }

    /// A line that would do, for helps: `entity: Example Cloud Ltd`.
    var example: String {
        switch type {
        case .texts, .groups, .places, .transfer, .products: "\(rawValue): [\(exampleValue)]"
        case .map, .urls, .ai: "\(rawValue): {\(exampleValue)}"
        default: "\(rawValue): \(exampleValue)"
        }
    }
}
