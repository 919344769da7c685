/// The keys that describe a provider, in the order in which pages, CSV and JSON show them.
///
/// A new field of a provider is a case here, its type in `type`, and its label in `label(of:)` of `Language`.
package enum ProviderField: String, CaseIterable, Sendable, Hashable {
    case name, entity, kind, role, category, purpose, data, subjects, locations, storage, access, headquarters
    case transfer, products, enabled, condition, ai, via, replaces, duration, retention, address, contact, website
    case terms, links, identifiers, verified

    /// The form of a field's value, in YAML as in the model.
    package enum ValueType: Sendable, Hashable {
        case text
        /// One of a few words.
        case choice([String])
        /// A text, or a list of several.
        case oneOrMore
        /// A list of texts, compared as a set.
        case texts
        /// A list of texts and of groups of texts, compared as a set.
        case groups
        /// A list of places: country codes, EU, EEA, GLOBAL, or rules.
        case places
        /// A list of mechanisms, or a map of lists by law.
        case transfer
        /// A list of product ids of site.yaml.
        case products
        /// The id of another provider of the same register.
        case provider
        case url
        case date
        /// A map of texts with these keys.
        case map([String])
        /// A map of addresses with these keys, and under `other` a list of links with names of their own.
        case urls([String])
        /// The map of AI terms.
        case ai
    }

    package var type: ValueType {
        switch self {
        case .name, .entity, .category, .purpose, .condition, .duration, .retention, .address: .text
        case .contact: .oneOrMore
        case .kind: .choice(["third-party", "affiliate"])
        case .role: .choice(["subprocessor", "recipient"])
        case .enabled: .choice(["default", "opt-in", "opt-out"])
        case .data: .groups
        case .subjects: .texts
        case .locations, .storage, .access, .headquarters: .places
        case .transfer: .transfer
        case .products: .products
        case .via, .replaces: .provider
        case .website, .terms: .url
        case .links: .urls(["dpa", "privacy", "security", "status", "subprocessors"])
        case .identifiers: .map(["lei", "euid", "vat", "duns"])
        case .verified: .date
        case .ai: .ai
        }
    }

    /// The keys of `ai`, with what each holds.
    package static let aiKeys: [(key: String, type: AIKeyType)] = [
        ("training", .text), ("retention", .text), ("exceptions", .text), ("models", .texts), ("human_review", .bool),
    ]

    package enum AIKeyType: Sendable, Hashable { case text, texts, bool }

    /// The key of `links` under which links have names of their own.
    package static let otherLinks = "other"
}
