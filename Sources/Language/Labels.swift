import Model

/// The words that pages have for what the model names, with a capital letter, as they begin a line.
extension Language {
    package func label(of state: EditionState) -> String {
        switch state {
        case .inForce: say("In force")
        case .upcoming: say("Upcoming")
        case .superseded: say("Superseded")
        case .withdrawn: say("Withdrawn")
        case .retired: say("Retired")
        case .erased: say("Erased")
        }
    }

    /// The word with which the box of a mark begins; nil where it needs none.
    package func mark(_ kind: String) -> String? {
        switch kind {
        case "late": say("Told late")
        case "recorded": say("Older history")
        case "urgent": say("Short notice")
        case "applies": say("Other days")
        case "interim": say("Interim")
        case "corrected": say("Corrected")
        case "postponed": say("Postponed")
        default: EditionState(rawValue: kind).map(label)
        }
    }

    package func label(of field: ProviderField) -> String {
        switch field {
        case .name: say("Name")
        case .entity: say("Legal entity")
        case .kind: say("Kind")
        case .role: say("Role")
        case .category: say("Category")
        case .purpose: say("Purpose")
        case .data: say("Data")
        case .subjects: say("Data subjects")
        case .locations: say("Location of processing")
        case .storage: say("Location of storage")
        case .access: say("Access from")
        case .headquarters: say("Headquarters")
        case .transfer: say("Transfer mechanism")
        case .products: say("Products")
        case .enabled: say("Use")
        case .condition: say("Condition")
        case .ai: say("AI terms")
        case .via: say("Engaged by")
        case .replaces: say("Replaces")
        case .duration: say("Duration")
        case .retention: say("Retention")
        case .address: say("Address")
        case .contact: say("Contact")
        case .website: say("Website")
        case .terms: say("Terms")
        case .links: say("Documents")
        case .identifiers: say("Identifiers")
        case .verified: say("Last checked")
        }
    }

    /// A word that a field may have, out of a fixed set; the word itself where it is none of them.
    package func choice(_ word: String, of field: ProviderField) -> String {
        switch (field, word) {
        case (.kind, "third-party"): say("Third party")
        case (.kind, "affiliate"): say("Affiliate")
        case (.role, "subprocessor"): say("Subprocessor")
        case (.role, "recipient"): say("Recipient")
        case (.enabled, "default"): say("Enabled by default")
        case (.enabled, "opt-in"): say("Only when the customer turns it on")
        case (.enabled, "opt-out"): say("Unless the customer turns it off")
        default: word
        }
    }

    /// What an identifier is of; the key itself in words where it is its author's.
    package func identifier(_ key: String) -> String {
        switch key {
        case "lei": say("LEI")
        case "vat": say("VAT number")
        case "duns": say("D-U-N-S number")
        default: English.capitalized(key.replacing("_", with: " "))
        }
    }

    /// What a link of a company leads to; nil where its key is its author's.
    package func link(_ key: String) -> String? {
        switch key {
        case "dpa": say("Data processing agreement")
        case "privacy": say("Privacy")
        case "security": say("Security")
        case "status": say("Status")
        case "subprocessors": say("Its subprocessors")
        default: nil
        }
    }
}

extension ProviderField {
    /// The word that a field out of a fixed set has where it is left out: a company that does not say how it is enabled is so by
    /// default, and one without a role is a subprocessor.
    package var impliedWord: String? { self == .enabled ? "default" : self == .role ? "subprocessor" : nil }
}
