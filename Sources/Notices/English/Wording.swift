import Language
import Model

/// Places, mechanisms and fields in the words of an English sentence.
enum Wording {
    /// `in Ireland and the United States`, `worldwide`, `under the rule “Customer selects the region” (Germany or
    /// Ireland)`, `in the European Union outside Ireland`, joined.
    static func places(_ places: [PlaceFact], _ preposition: String, _ conjunction: String) -> String {
        var countries: [String] = []
        var parts: [String] = []
        for case .code(let code, let outside) in places {
            let rest = outside.isEmpty ? "" : " outside " + English.list(outside.map(country))
            if code == "GLOBAL" {
                parts.append(rest.isEmpty ? "worldwide" : String(rest.dropFirst()))
            } else if rest.isEmpty {
                countries.append(country(code))
            } else {
                parts.append("\(preposition) \(country(code))\(rest)")
            }
        }
        let plain = countries.isEmpty ? [] : ["\(preposition) " + English.list(countries, conjunction)]
        let rules = places.compactMap(rule).map { "under \($0)" }
        return English.predicates(plain + parts + rules, conjunction)
    }

    /// `the rule “Customer selects the region” (Germany or Ireland)`, joined.
    static func rules(_ places: [PlaceFact]) -> String { English.list(places.compactMap(rule)) }

    private static func rule(_ place: PlaceFact) -> String? { place.rule(in: .english).map { "the rule \($0)" } }

    /// `under the rule “Closest data center” in Germany or France instead of in Germany or the United States`.
    static func choice(of rule: String, _ codes: [String], insteadOf earlier: [String], _ preposition: String) -> String
    {
        func choice(_ codes: [String]) -> String {
            codes.isEmpty ? "\(preposition) any place" : "\(preposition) \(English.list(codes.map(country), "or"))"
        }
        return "under the rule \(English.quoted(rule)) \(choice(codes)) instead of \(choice(earlier))"
    }

    static func items(_ items: [String], _ conjunction: String = "and") -> String {
        English.list(Language.english.clear(items), conjunction)
    }

    /// A country's name as a sentence says it: `the United States`. A code that is none stands for itself.
    static func country(_ code: String) -> String { Language.english.country(code) }

    /// A field as the details of a sentence name it.
    static func field(_ field: ProviderField) -> String {
        switch field {
        case .storage: "places of storage"
        case .access: "places of access"
        case .enabled: "how it is enabled"
        case .via: "engaged by"
        case .replaces: "in place of"
        case .ai: "AI terms"
        case .terms: "terms of service"
        case .verified: "date of verification"
        default: field.rawValue
        }
    }
}
