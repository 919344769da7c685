/// The value of a provider's field.
package enum FieldValue: Sendable, Hashable {
    case text(String)
    /// In written order; compared as a set by `isSame(as:)`.
    case texts([String])
    /// A list that has a group; in written order, and compared as the set of its texts, each behind its group's name.
    case groups([TextGroup])
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
        /// `other` of `links`, in written order; compared as a set.
        case links([NamedLink])
        /// `~`: in a change, the key goes; nowhere else.
        case removed
    }
}

/// An item of `data`: a text, or `{group: Contact, of: [name, mail]}`.
package enum TextGroup: Sendable, Hashable {
    case text(String)
    case group(String, of: [String])

    /// Its texts as a list without groups has them: `Contact: name`, `Contact: mail`.
    package var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .group(let name, let texts): texts.map { "\(name): \($0)" }
        }
    }

    /// In one line: `Contact: name, mail`; with semicolons where a text has a comma.
    package var line: String {
        switch self {
        case .text(let text): text
        case .group(let name, let texts):
            "\(name): \(texts.joined(separator: texts.contains { $0.contains(",") } ? "; " : ", "))"
        }
    }
}

/// A link of a provider that has a name of its own: `{name: Trust center, url: https://example.com/trust}`.
package struct NamedLink: Sendable, Hashable, Comparable {
    package var name: String
    package var url: String

    package init(_ name: String, _ url: String) {
        self.name = name
        self.url = url
    }

    package static func < (one: Self, other: Self) -> Bool { (one.name, one.url) < (other.name, other.url) }
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
