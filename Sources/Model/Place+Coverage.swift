extension Place {
    /// Whether data may be at this place by a list of places already, so that naming it adds nothing: a country inside
    /// one that is listed, or a rule that chooses among such countries or among those of the same rule. What a rule
    /// chooses among is not listed by itself: the rule is its bound.
    package func isInside(_ places: [Place]) -> Bool {
        if places.contains(.code("GLOBAL")) { return true }
        let listed = Self.area(of: places.filter { !$0.isRule })
        switch self {
        case .code(let code): return code != "GLOBAL" && Country.area(of: code).isSubset(of: listed)
        case .rule(let words, let codes):
            let same = places.filter { $0.ruleWords == words.compared }
            if same.contains(where: \.codes.isEmpty) { return true }
            let area = listed.union(Self.area(of: same))
            return !codes.isEmpty && codes.allSatisfy { Country.area(of: $0).isSubset(of: area) }
        }
    }

    /// Whether data may still be at this place by a list of places, be it by a rule.
    package func remains(in places: [Place]) -> Bool {
        if places.contains(.code("GLOBAL")) { return true }
        let area = Self.area(of: places)
        switch self {
        case .code(let code): return code != "GLOBAL" && Country.area(of: code).isSubset(of: area)
        case .rule(let words, let codes):
            if places.contains(where: { $0.ruleWords == words.compared && ($0.codes.isEmpty || codes.isEmpty) }) {
                return true
            }
            return !codes.isEmpty && codes.allSatisfy { Country.area(of: $0).isSubset(of: area) }
        }
    }

    /// Whether a list has this rule with the same words and the same choice; true of a country, which bounds nothing.
    func keepsBound(in places: [Place]) -> Bool {
        guard let words = ruleWords else { return true }
        return places.contains { $0.ruleWords == words && Set($0.codes) == Set(codes) }
    }

    /// The codes that a place names: its own, or those its rule chooses among.
    package var codes: [String] {
        switch self {
        case .code(let code): [code]
        case .rule(_, let codes): codes
        }
    }

    package var isRule: Bool { ruleWords != nil }

    /// The words of a rule as they are compared; nil for a country.
    package var ruleWords: String? {
        if case .rule(let words, _) = self { words.compared } else { nil }
    }

    /// The countries of all codes that some places name.
    package static func area(of places: [Place]) -> Set<String> {
        places.reduce(into: []) { area, place in
            for code in place.codes { area.formUnion(Country.area(of: code)) }
        }
    }
}
