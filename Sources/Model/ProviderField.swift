/// The keys that describe a provider, in the order in which pages, CSV and JSON show them.
///
/// A new field of a provider is a case here, its type in `type`, and its label in `Labels` of `Pages`.
package enum ProviderField: String, CaseIterable, Sendable, Hashable {
    case name, entity, kind, role, category, purpose, data, subjects, locations, storage, access, headquarters
    case transfer, products, enabled, condition, ai, via, replaces, duration, retention, address, contact, website
    case terms, links, identifiers, verified

    /// The form of a field's value, in YAML as in the model.
    package enum ValueType: Sendable, Hashable {
        case text
        /// One of a few words.
        case choice([String])
        /// A list of texts, compared as a set.
        case texts
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
        /// A map of texts with these keys, whose values are addresses.
        case urls([String])
        /// The map of AI terms.
        case ai
    }

    package var type: ValueType {
        switch self {
        case .name, .entity, .category, .purpose, .condition, .duration, .retention, .address, .contact: .text
        case .kind: .choice(["third-party", "affiliate"])
        case .role: .choice(["subprocessor", "recipient"])
        case .enabled: .choice(["default", "opt-in", "opt-out"])
        case .data, .subjects: .texts
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
}

/// The value of a provider's field.
package enum FieldValue: Sendable, Hashable {
    case text(String)
    /// In written order; compared as a set by `isSame(as:)`.
    case texts([String])
    case places([Place])
    case transfer(Transfer)
    case date(CalendarDate)
    /// In written order; a change merges into it by key.
    case map([Entry])

    package struct Entry: Sendable, Hashable {
        package var key: String
        package var value: EntryValue

        package init(_ key: String, _ value: EntryValue) {
            self.key = key
            self.value = value
        }
    }

    package enum EntryValue: Sendable, Hashable {
        case text(String)
        case texts([String])
        case bool(Bool)
        /// `~`: in a change, the key goes; nowhere else.
        case removed
    }
}

/// One place of `locations`, `storage`, `access` or `headquarters`.
package enum Place: Sendable, Hashable {
    /// An ISO 3166-1 alpha-2 code, or `EU`, `EEA`, `GLOBAL`.
    case code(String)
    /// `{rule: Customer selects the region, of: [DE, US]}`: words, and the codes among which they choose.
    case rule(String, of: [String])
}

/// Under which mechanisms data is transferred.
package enum Transfer: Sendable, Hashable {
    /// For the EU, where no law is named.
    case mechanisms([String])
    /// By law, in written order: `{EU: [DPF], UK: [UK-Addendum]}`. An empty list is a removed law in a change.
    case byLaw([Law])

    package struct Law: Sendable, Hashable {
        package var law: String
        package var mechanisms: [String]

        package init(_ law: String, _ mechanisms: [String]) {
            self.law = law
            self.mechanisms = mechanisms
        }
    }
}
