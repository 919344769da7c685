import Model

/// Places, mechanisms and fields in the words of a sentence.
package enum Wording {
    /// `in Ireland and the United States`, `worldwide`, `under the rule “Customer selects the region” (Germany or
    /// Ireland)`, joined.
    static func places(_ places: [Place]) -> String {
        var countries: [String] = []
        var rules: [String] = []
        var isWorldwide = false
        for place in places {
            switch place {
            case .code("GLOBAL"): isWorldwide = true
            case .code(let code): countries.append(country(code))
            case .rule(let words, let codes):
                let choice = codes.isEmpty ? "" : " (\(English.list(codes.map(country), "or")))"
                rules.append("under the rule \(English.quoted(words))\(choice)")
            }
        }
        let parts = (countries.isEmpty ? [] : ["in " + English.list(countries)]) + (isWorldwide ? ["worldwide"] : [])
        return English.list(parts + rules)
    }

    /// One place in words, for a table: `Ireland`, `Customer selects the region (Germany or Ireland)`.
    package static func place(_ place: Place) -> String {
        switch place {
        case .code("GLOBAL"): "worldwide"
        case .code(let code): country(code)
        case .rule(let words, let codes):
            codes.isEmpty ? words : "\(words) (\(English.list(codes.map(country), "or")))"
        }
    }

    /// One entry of a map in words, for a table: `training: never`.
    package static func entry(_ entry: FieldValue.Entry) -> String? {
        let key = entry.key.split(separator: "_").joined(separator: " ")
        switch entry.value {
        case .text(let text): return "\(key): \(text)"
        case .texts(let texts): return "\(key): \(texts.joined(separator: ", "))"
        case .bool(let value): return "\(key): \(value ? "yes" : "no")"
        case .removed: return nil
        }
    }

    /// A country's name as a sentence says it: `the United States`. A code that is none stands for itself.
    static func country(_ code: String) -> String {
        let withArticle: Set<String> = [
            "AE", "BS", "CD", "CF", "DO", "EEA", "EU", "FK", "FO", "GB", "GM", "IM", "KM", "KY", "MH", "MP", "MV", "NL",
            "PH", "SB", "SC", "TC", "TF", "UM", "US", "VA", "VG", "VI",
        ]
        guard let name = Country.name(of: code) else { return code }
        return withArticle.contains(code) && !name.lowercased().hasPrefix("the ") ? "the \(name)" : name
    }

    /// `the EU-U.S. Data Privacy Framework and standard contractual clauses (module 3)`.
    package static func transfer(_ transfer: Transfer) -> String {
        switch transfer {
        case .mechanisms(let list): English.list(list.map(mechanism))
        case .byLaw(let laws):
            English.list(laws.map { "\(English.list($0.mechanisms.map(mechanism))) for \(law($0.law))" })
        }
    }

    private static func law(_ law: String) -> String {
        switch law {
        case "EU": "the EU"
        case "UK": "the United Kingdom"
        case "CH": "Switzerland"
        case "BR": "Brazil"
        default: law
        }
    }

    private static func mechanism(_ mechanism: String) -> String {
        switch mechanism {
        case "adequacy": "an adequacy decision"
        case "DPF": "the Data Privacy Framework"
        case "SCC": "standard contractual clauses"
        case "SCC-2": "standard contractual clauses (module 2)"
        case "SCC-3": "standard contractual clauses (module 3)"
        case "BCR": "binding corporate rules"
        case "derogation": "a derogation"
        case "UK-IDTA": "the UK International Data Transfer Agreement"
        case "UK-Addendum": "the UK Addendum"
        case "BR-SCC": "the Brazilian standard contractual clauses"
        case "none": "no mechanism"
        default: mechanism
        }
    }

    /// A field as the details of a sentence name it.
    static func field(_ field: ProviderField) -> String {
        switch field {
        case .storage: "places of storage"
        case .access: "places of access"
        case .enabled: "how it is enabled"
        case .via: "the company that engages it"
        case .replaces: "whom it replaces"
        case .ai: "AI terms"
        case .terms: "terms of service"
        case .verified: "date of verification"
        default: field.rawValue
        }
    }
}
