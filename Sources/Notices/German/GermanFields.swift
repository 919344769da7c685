import Model

extension ProviderField {
    /// Behind `ohne Angabe`.
    var ungiven: String {
        switch self {
        case .entity: "eines Rechtsträgers"
        case .purpose: "eines Zwecks"
        case .data: "von Daten"
        case .subjects: "betroffener Personen"
        case .locations: "von Orten der Verarbeitung"
        case .storage: "von Orten der Speicherung"
        case .access: "von Orten des Zugriffs"
        case .transfer: "einer Grundlage der Übermittlung"
        case .products: "von Produkten"
        case .ai: "von KI-Bedingungen"
        default: "zu \(german)"
        }
    }

    /// As a sentence names it, without an article.
    var german: String {
        switch self {
        case .name: "Name"
        case .entity: "Rechtsträger"
        case .kind: "Art"
        case .role: "Rolle"
        case .category: "Kategorie"
        case .purpose: "Zweck"
        case .data: "Arten von Daten"
        case .subjects: "betroffene Personen"
        case .locations: "Orte der Verarbeitung"
        case .storage: "Orte der Speicherung"
        case .access: "Orte des Zugriffs"
        case .headquarters: "Hauptsitz"
        case .transfer: "Grundlage der Übermittlung"
        case .products: "Produkte"
        case .enabled: "Aktivierung"
        case .condition: "Bedingung"
        case .ai: "KI-Bedingungen"
        case .via: "beauftragt von"
        case .replaces: "anstelle von"
        case .duration: "Dauer"
        case .retention: "Aufbewahrung"
        case .address: "Anschrift"
        case .contact: "Kontakt"
        case .website: "Website"
        case .terms: "Nutzungsbedingungen"
        case .links: "Links"
        case .identifiers: "Kennungen"
        case .verified: "Datum der Überprüfung"
        }
    }
}
