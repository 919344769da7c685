import Feeds
import Formats
import Language
import Model

/// The words that facts have for what the model names, with a capital letter, as they begin a line.
enum Labels {
    static func state(_ state: EditionState) -> String {
        switch state {
        case .inForce: "In force"
        case .upcoming: "Upcoming"
        case .superseded: "Superseded"
        case .withdrawn: "Withdrawn"
        case .retired: "Retired"
        case .erased: "Erased"
        }
    }

    /// The word with which the box of a mark begins; nil where it needs none.
    static func mark(_ kind: String) -> String? {
        switch kind {
        case "late": "Told late"
        case "recorded": "Older history"
        case "urgent": "Short notice"
        case "applies": "Other days"
        case "interim": "Interim"
        case "corrected": "Corrected"
        case "postponed": "Postponed"
        default: EditionState(rawValue: kind).map(state)
        }
    }

    static func field(_ field: ProviderField) -> String {
        switch field {
        case .name: "Name"
        case .entity: "Legal entity"
        case .kind: "Kind"
        case .role: "Role"
        case .category: "Category"
        case .purpose: "Purpose"
        case .data: "Data"
        case .subjects: "Data subjects"
        case .locations: "Location of processing"
        case .storage: "Location of storage"
        case .access: "Access from"
        case .headquarters: "Headquarters"
        case .transfer: "Transfer mechanism"
        case .products: "Products"
        case .enabled: "Use"
        case .condition: "Condition"
        case .ai: "AI terms"
        case .via: "Engaged by"
        case .replaces: "Replaces"
        case .duration: "Duration"
        case .retention: "Retention"
        case .address: "Address"
        case .contact: "Contact"
        case .website: "Website"
        case .terms: "Terms"
        case .links: "Documents"
        case .identifiers: "Identifiers"
        case .verified: "Last checked"
        }
    }

    /// A word that a field may have, out of a fixed set; the word itself where it is none of them.
    static func choice(_ word: String, of field: ProviderField) -> String {
        switch (field, word) {
        case (.kind, "third-party"): "Third party"
        case (.kind, "affiliate"): "Affiliate"
        case (.role, "subprocessor"): "Subprocessor"
        case (.role, "recipient"): "Recipient"
        case (.enabled, "default"): "Enabled by default"
        case (.enabled, "opt-in"): "Only when the customer turns it on"
        case (.enabled, "opt-out"): "Unless the customer turns it off"
        default: word
        }
    }

    /// What an identifier is of; the key itself in words where it is its author's.
    static func identifier(_ key: String) -> String {
        switch key {
        case "lei": "LEI"
        case "vat": "VAT number"
        case "duns": "D-U-N-S number"
        default: Escaping.html(English.capitalized(key.replacing("_", with: " ")))
        }
    }

    /// What a link of a company leads to; nil where its key is its author's.
    static func link(_ key: String) -> String? {
        switch key {
        case "dpa": "Data processing agreement"
        case "privacy": "Privacy"
        case "security": "Security"
        case "status": "Status"
        case "subprocessors": "Its subprocessors"
        default: nil
        }
    }
}
