import Language
import Model

/// Places in Arabic sentences. Names of countries are the same in every case.
enum ArabicPlaces {
    /// `في أيرلندا وكندا`, `في جميع أنحاء العالم`, `وفق القاعدة «اختيار العميل» (ألمانيا أو أيرلندا)`, `في الاتحاد الأوروبي خارج أيرلندا`,
    /// joined.
    static func list(_ places: [PlaceFact], _ field: ProviderField) -> String {
        var plain: [String] = []
        var parts: [String] = []
        for case .code(let code, let outside) in places {
            let rest = outside.isEmpty ? "" : "خارج \(Arabic.list(outside.map(Language.arabic.country)))"
            if rest.isEmpty {
                plain.append(code)
            } else if code == "GLOBAL" {
                parts.append(field == .access ? "من \(rest)" : rest)
            } else {
                parts.append("\(field.preposition) \(Language.arabic.country(code)) \(rest)")
            }
        }
        let rules = places.compactMap(rule).map { "وفق \($0)" }
        return Arabic.list(joined(plain, field, .and) + parts + rules)
    }

    /// `القاعدة «اختيار العميل» (ألمانيا أو أيرلندا)`, joined.
    static func rules(_ places: [PlaceFact]) -> String { Arabic.list(places.compactMap(rule)) }

    private static func rule(_ place: PlaceFact) -> String? { place.rule(in: .arabic).map { "القاعدة \($0)" } }

    /// What a rule leaves to choose: `في ألمانيا أو فرنسا`, `في أي مكان`.
    static func choice(_ codes: [String], _ field: ProviderField) -> String {
        codes.isEmpty ? "\(field.preposition) أي مكان" : Arabic.list(joined(codes, field, .or), .or)
    }

    /// The preposition once, but before each of them where a name has an `و` of its own.
    private static func joined(_ codes: [String], _ field: ProviderField, _ conjunction: Conjunction) -> [String] {
        let names = codes.map(Language.arabic.country)
        guard !names.isEmpty else { return [] }
        if names.contains(where: { $0.contains(" و") }) { return names.map { "\(field.preposition) \($0)" } }
        return ["\(field.preposition) \(Arabic.list(names, conjunction))"]
    }
}

extension ProviderField {
    fileprivate var preposition: String { self == .access ? "من" : "في" }
}

/// Transfer mechanisms in Arabic sentences.
enum ArabicTransfers {
    /// `بموجب البنود التعاقدية القياسية (الوحدة 3) فيما يخص الاتحاد الأوروبي`, law by law.
    static func list(_ laws: [Transfer.Law]) -> String {
        Arabic.list(
            laws.map { item in
                let words =
                    item.mechanisms == ["none"]
                    ? "دون آلية نقل" : "بموجب \(Arabic.list(item.mechanisms.map(Language.arabic.mechanism)))"
                return item.law.isEmpty ? words : "\(words) فيما يخص \(Language.arabic.law(item.law))"
            })
    }
}
