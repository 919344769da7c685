import Language
import Model

/// Places in German sentences: names of countries with their articles, in the cases that prepositions ask for.
enum GermanPlaces {
    /// `in Irland und in den Vereinigten Staaten`, `weltweit`, `nach der Regel „Der Kunde wählt“ (Deutschland oder
    /// Irland)`, `in der Europäischen Union außerhalb Irlands`, joined.
    static func list(_ places: [PlaceFact], _ field: ProviderField, _ conjunction: Conjunction = .and) -> String {
        var plain: [String] = []
        var parts: [String] = []
        for case .code(let code, let outside) in places {
            let rest = outside.isEmpty ? "" : "außerhalb \(German.list(outside.map(genitive)))"
            if code == "GLOBAL" {
                parts.append(rest.isEmpty ? "weltweit" : field == .access ? "von \(rest)" : rest)
            } else if rest.isEmpty {
                plain.append(code)
            } else {
                parts.append("\(at(code, field)) \(rest)")
            }
        }
        let rules = places.compactMap(rule).map { "nach der \($0)" }
        return German.list(joined(plain, field, conjunction) + parts + rules, conjunction)
    }

    /// `die Regel „Der Kunde wählt“ (Deutschland oder Irland)`, joined.
    static func rules(_ places: [PlaceFact]) -> String { German.list(places.compactMap(rule).map { "die \($0)" }) }

    private static func rule(_ place: PlaceFact) -> String? { place.rule(in: .german).map { "Regel \($0)" } }

    /// What a rule leaves to choose: `in Deutschland oder Frankreich`, `an jedem Ort`.
    static func choice(_ codes: [String], _ field: ProviderField) -> String {
        if codes.isEmpty { return field == .access ? "von jedem Ort" : "an jedem Ort" }
        return German.list(joined(codes, field, .or), .or)
    }

    /// The preposition once where all names go without an article and an `und` of their own, else before each of them.
    private static func joined(_ codes: [String], _ field: ProviderField, _ conjunction: Conjunction) -> [String] {
        let isPlain = codes.allSatisfy {
            articled[$0] == nil && !islands.contains($0) && !Language.german.country($0).contains(" und ")
        }
        guard isPlain, !codes.isEmpty else { return codes.map { at($0, field) } }
        let names = German.list(codes.map(Language.german.country), conjunction)
        return ["\(field == .access ? "aus" : "in") \(names)"]
    }

    /// `in den Vereinigten Staaten`, `im Vereinigten Königreich`, `auf den Philippinen`; of access `aus der Schweiz`.
    private static func at(_ code: String, _ field: ProviderField) -> String {
        let isIsland = islands.contains(code)
        let preposition = field == .access ? (isIsland ? "von" : "aus") : isIsland ? "auf" : "in"
        let words = "\(preposition) \(articled[code]?.dative ?? Language.german.country(code))"
        for (long, short) in [("in dem ", "im "), ("von dem ", "vom ")] where words.hasPrefix(long) {
            return short + words.dropFirst(long.count)
        }
        return words
    }

    /// Behind `außerhalb`: `Irlands`, `der Vereinigten Staaten`, `von Laos`.
    private static func genitive(_ code: String) -> String {
        if let words = articled[code]?.genitive { return words }
        let name = Language.german.country(code)
        let hasEnding =
            !name.contains(where: { $0.isWhitespace || $0 == "(" })
            && !["s", "x", "z", "ß"].contains { name.hasSuffix($0) }
        return hasEnding && name != code ? name + "s" : "von \(name)"
    }
}
