import Model

/// Places, mechanisms and fields in the words of a sentence.
package enum Wording {
    /// `in Ireland and the United States`, `worldwide`, `under the rule “Customer selects the region” (Germany or
    /// Ireland)`, joined. Of a place that holds some of the others only the rest is meant: `in the European Union
    /// outside Ireland`.
    static func places(
        _ places: [Place], _ preposition: String, outside others: [Place] = [], _ conjunction: String = "and"
    ) -> String {
        let known = others.flatMap(\.codes).filter { $0 != "GLOBAL" }
        var countries: [String] = []
        var parts: [String] = []
        var rules: [String] = []
        for place in places {
            switch place {
            case .code(let code):
                let area = Country.area(of: code)
                let inside = known.filter { $0 != code && Country.area(of: $0).isSubset(of: area) }.uniqued
                let rest = inside.isEmpty ? "" : " outside " + English.list(inside.map(country))
                if code == "GLOBAL" {
                    parts.append(rest.isEmpty ? "worldwide" : String(rest.dropFirst()))
                } else if rest.isEmpty {
                    countries.append(country(code))
                } else {
                    parts.append("\(preposition) \(country(code))\(rest)")
                }
            case .rule: rules.append("under \(Self.rules([place]))")
            }
        }
        let plain = countries.isEmpty ? [] : ["\(preposition) " + English.list(countries, conjunction)]
        return English.predicates(plain + parts + rules, conjunction)
    }

    /// `the rule “Customer selects the region” (Germany or Ireland)`, joined.
    static func rules(_ places: [Place]) -> String {
        English.list(
            places.compactMap { place in
                guard case .rule(let words, let codes) = place else { return nil }
                let choice = codes.isEmpty ? "" : " (\(English.list(codes.map(country), "or")))"
                return "the rule \(English.quoted(words))\(choice)"
            })
    }

    /// `under the rule “Closest data center” in Germany or France instead of in Germany or the United States`.
    static func choice(of rule: Place, insteadOf earlier: Place, _ preposition: String) -> String {
        guard case .rule(let words, let codes) = rule else { return "" }
        func choice(_ codes: [String]) -> String {
            codes.isEmpty ? "\(preposition) any place" : "\(preposition) \(English.list(codes.map(country), "or"))"
        }
        return "under \(rules([.rule(words, of: [])])) \(choice(codes)) instead of \(choice(earlier.codes))"
    }

    /// Whether two lists of places have a country in common.
    static func overlap(_ one: [Place], _ other: [Place]) -> Bool {
        func area(_ places: [Place]) -> Set<String> {
            places.flatMap(\.codes).reduce(into: []) { $0.formUnion(Country.area(of: $1)) }
        }
        return !area(one).isDisjoint(with: area(other))
    }

    /// An author's items in a sentence; in quotation marks where one has a comma or an `and` of its own.
    static func items(_ items: [String], _ conjunction: String = "and") -> String {
        let items = items.map(English.folded)
        let isClear =
            items.count == 1
            || !items.contains { item in
                [",", ";", " and ", " or "].contains { item.contains($0) }
            }
        return English.list(items.map(isClear ? \.authored : English.quoted), conjunction)
    }

    /// One place in words, the author's in them marked, for a table: `Ireland`, `Customer selects the region (Germany or Ireland)`.
    package static func place(_ place: Place) -> String {
        switch place {
        case .code("GLOBAL"): "worldwide"
        case .code(let code): country(code)
        case .rule(let words, let codes):
            codes.isEmpty ? words.authored : "\(words.authored) (\(English.list(codes.map(country), "or")))"
        }
    }

    /// One entry of a map in words, the author's in them marked, for a table: `training: never`.
    package static func entry(_ entry: FieldValue.Entry) -> String? {
        let key = key(entry.key)
        switch entry.value {
        case .text(let text): return "\(key): \(text.authored)"
        case .texts(let texts): return "\(key): \(texts.map(\.authored).joined(separator: ", "))"
        case .bool(let value): return "\(key): \(value ? "yes" : "no")"
        // They have names of their own.
        case .links(let links): return links.map { "\($0.name.authored): \($0.url)" }.joined(separator: "; ")
        case .removed: return nil
        }
    }

    /// A key of a map in words: `human review`.
    static func key(_ key: String) -> String { key.split(separator: "_").joined(separator: " ") }

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
        case .byLaw(let laws): Self.laws(laws)
        }
    }

    /// Mechanisms by law; the law without a name is not named.
    static func laws(_ laws: [Transfer.Law], _ conjunction: String = "and") -> String {
        English.predicates(
            laws.map { item in
                let mechanisms = English.list(item.mechanisms.map(mechanism), conjunction)
                return item.law.isEmpty ? mechanisms : "\(mechanisms) for \(law(item.law))"
            }, conjunction)
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

    /// `standard contractual clauses (module 3)`; a code that is none stands for itself.
    package static func mechanism(_ mechanism: String) -> String {
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
        case .via: "engaged by"
        case .replaces: "in place of"
        case .ai: "AI terms"
        case .terms: "terms of service"
        case .verified: "date of verification"
        default: field.rawValue
        }
    }
}

extension [String] {
    /// Each once, where it stands first.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
