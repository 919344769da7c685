import Model

/// Places, mechanisms and other values of a company's fields, as tables show them.
extension Language {
    /// The name of a country or an area: `the United States`, `Vereinigte Staaten`. A code that is none stands for itself.
    package func country(_ code: String) -> String {
        switch self {
        case .english: English.country(code)
        case .german: CountryNames.german[code] ?? code
        case .arabic: CountryNames.arabic[code] ?? code
        }
    }

    /// One place in words, the author's in them marked: `Ireland`, `Customer selects the region (Germany or Ireland)`.
    package func place(_ place: Place) -> String {
        switch place {
        case .code("GLOBAL"): say("worldwide")
        case .code(let code): country(code)
        case .rule(let words, let codes): rule(words.authored, of: codes)
        }
    }

    /// The words of a rule, and among which countries it chooses where it names some.
    package func rule(_ words: String, of codes: [String]) -> String {
        codes.isEmpty ? words : "\(words) (\(list(codes.map(country), .or)))"
    }

    /// Places as items of a sentence: a rule's words are quoted where those of one have a comma.
    package func items(_ places: [Place]) -> [String] {
        let isClear = !places.contains { if case .rule(let words, _) = $0 { words.hasSeparator } else { false } }
        return places.map { place in
            guard !isClear, case .rule(let words, let codes) = place else { return self.place(place) }
            return rule(quoted(words), of: codes)
        }
    }

    /// Kinds of data as items of one line, the author's words marked: quoted where a group among them has semicolons.
    package func items(_ groups: [TextGroup]) -> [String] {
        let lines = groups.map(\.line)
        let isClear = lines.count == 1 || !lines.contains { $0.contains(";") }
        return lines.map(isClear ? \.authored : quoted)
    }

    /// `the Data Privacy Framework and standard contractual clauses (module 3)`.
    package func transfer(_ transfer: Transfer) -> String {
        switch transfer {
        case .mechanisms(let codes): list(codes.map(mechanism))
        case .byLaw(let laws): self.laws(laws)
        }
    }

    /// Mechanisms by law; the law without a name is not named.
    package func laws(_ laws: [Transfer.Law], _ conjunction: Conjunction = .and) -> String {
        let items = laws.map { item in
            let mechanisms = list(item.mechanisms.map(mechanism), conjunction)
            return item.law.isEmpty ? mechanisms : say("\(mechanisms) for \(law(item.law))")
        }
        return self == .english
            ? English.predicates(items, conjunction == .and ? "and" : "or") : items.joined(separator: semicolon)
    }

    /// Each mechanism by itself, with its law where one is named: `the Data Privacy Framework for the EU`.
    package func mechanisms(_ transfer: Transfer) -> [String] {
        switch transfer {
        case .mechanisms(let codes): codes.map(mechanism)
        case .byLaw(let laws): laws.flatMap { law in law.mechanisms.map { self.laws([.init(law.law, [$0])]) } }
        }
    }

    /// What a law's code stands for: `the EU`; a code that is none stands for itself.
    package func law(_ law: String) -> String {
        switch law {
        case "EU": say("the EU")
        case "UK": country("GB")
        case "CH", "BR": country(law)
        default: law
        }
    }

    /// `standard contractual clauses (module 3)`; a code that is none stands for itself.
    package func mechanism(_ mechanism: String) -> String {
        switch mechanism {
        case "adequacy": say("an adequacy decision")
        case "DPF": say("the Data Privacy Framework")
        case "SCC": say("standard contractual clauses")
        case "SCC-2": say("standard contractual clauses (module 2)")
        case "SCC-3": say("standard contractual clauses (module 3)")
        case "BCR": say("binding corporate rules")
        case "derogation": say("a derogation")
        case "UK-IDTA": say("the UK International Data Transfer Agreement")
        case "UK-Addendum": say("the UK Addendum")
        case "BR-SCC": say("the Brazilian standard contractual clauses")
        case "none": say("no mechanism")
        default: mechanism
        }
    }

    /// For which part of a country's recipients a decision of adequacy holds, of those that the tables name.
    package func part(_ words: String) -> String {
        switch words {
        case "commercial organisations": say("commercial organisations")
        default: words
        }
    }

    /// One entry of a map in words, the author's in them marked: `training: never`.
    package func entry(_ entry: FieldValue.Entry) -> String? {
        let key = key(entry.key)
        switch entry.value {
        case .text(let text): return "\(key): \(text.authored)"
        case .texts(let texts):
            let isClear = !texts.contains { $0.hasSeparator }
            return "\(key): \(texts.map(isClear ? \.authored : quoted).joined(separator: comma))"
        case .bool(let value): return "\(key): \(value ? say("yes") : say("no"))"
        // They have names of their own.
        case .links(let links): return links.map { "\($0.name.authored): \($0.url)" }.joined(separator: semicolon)
        case .removed: return nil
        }
    }

    /// A key of a map in words: `human review`; one of its author's as it is.
    package func key(_ key: String) -> String {
        switch key {
        case "training": say("training")
        case "retention": say("retention")
        case "exceptions": say("exceptions")
        case "models": say("models")
        case "human_review": say("human review")
        default: key.split(separator: "_").joined(separator: " ")
        }
    }
}

extension English {
    /// The codes of those whose names have an article in a sentence.
    private static let withArticle: Set<String> = [
        "AE", "BS", "CD", "CF", "DO", "EEA", "EU", "FK", "FO", "GB", "GM", "IM", "KM", "KY", "MH", "MP", "MV", "NL",
        "PH", "SB", "SC", "TC", "TF", "UM", "US", "VA", "VG", "VI",
    ]

    /// A country's name as a sentence says it: `the United States`. A code that is none stands for itself.
    fileprivate static func country(_ code: String) -> String {
        guard let name = Country.name(of: code) else { return code }
        return withArticle.contains(code) && !name.lowercased().hasPrefix("the ") ? "the \(name)" : name
    }
}
