import Language
import Model

extension GermanNotices {
    func phrase(_ fact: ChangeFact) -> GermanPhrase {
        switch fact {
        case .added(let isRecipient, let replaced, let purpose, let isStart):
            return addition(isRecipient, replaced, German.purposes([purpose]), isStart)
        case .removed: return .act(.strike, "aus der Liste", corrected: (.use, "nicht mehr"))
        case .returned(let isRecipient, let purpose):
            let role = isRecipient ? "als Empfänger " : ""
            return .act(
                .comeBack, "\(role)in die Liste", purpose: German.purposes([purpose]),
                corrected: (.use, "wieder \(role)".trimmed))
        case .clarified(let isAlone):
            let rest = isAlone ? " und sonst unverändert" : ""
            return .init(.stand, "mit einer Klarstellung in der Erläuterung\(rest) auf der Liste")
        case .renamed(let name): return .init(.bear, "den Namen \(name.authored)")
        case .entity(let entity): return .init(.provide, "von \(entity.authored)")
        case .role(let isRecipient):
            return .init(
                .be,
                isRecipient ? "Empfänger statt Unterauftragsverarbeiter" : "Unterauftragsverarbeiter statt Empfänger")
        case .purpose(let purpose):
            return .new(.serve) { "einem \($0 ? "neuen" : "anderen") Zweck (\(German.quoted(purpose)))" }
        case .ungiven(let field): return .init(.stand, "ohne Angabe \(field.ungiven) auf der Liste")
        case .data(let shift): return items(shift, .receive)
        case .subjects(let shift): return items(shift, .process, "Daten ", preposition: "über ")
        case .products(let shift): return products(shift)
        case .allProducts: return .init(.use, "für alle Produkte")
        case .noProduct: return .init(.use, "für kein Produkt mehr")
        case .onlyProducts(let left): return .init(.use, "nur noch für \(German.items(left))")
        case .places(let field, let shift): return places(field, shift)
        case .choice(let field, let rule, let codes, let earlier):
            let (verb, words) = field.processing
            let (new, old) = (GermanPlaces.choice(codes, field), GermanPlaces.choice(earlier, field))
            return .init(verb, words("", "nach der Regel \(German.quoted(rule)) \(new) statt \(old)"))
        case .unbound(let field, let rules):
            let (verb, words) = field.processing
            return .init(verb, words("", "ohne \(GermanPlaces.rules(rules))"))
        case .transfer(let shift): return transfer(shift)
        case .aiTerms(let terms): return aiTerms(terms)
        case .enabled(.byDefault): return .init(.be, "standardmäßig aktiviert")
        case .enabled(.optIn): return .init(.use, "nur auf Wunsch des Kunden (Opt-in)")
        case .enabled(.optOut): return .init(.use, "vorbehaltlich einer Abwahl durch den Kunden (Opt-out)")
        case .unconditional(let condition): return .init(.use, "ohne die Bedingung \(German.quoted(condition))")
        case .kind(let isAffiliate):
            return .init(.listAs, "unter den \(isAffiliate ? "verbundenen Unternehmen" : "Drittunternehmen")")
        case .details(let details):
            let said = details.map { $0.words(in: .german, ai: "KI-", \.german, ungiven: Self.ungiven) }
                .joined(separator: "; ")
            return .new(.stand) {
                "mit \($0 ? "neuen" : "anderen") Angaben\(said.isEmpty ? "" : " (\(said))") auf der Liste"
            }
        }
    }

    private func addition(
        _ isRecipient: Bool, _ replaced: String?, _ purpose: String, _ isStart: Bool
    ) -> GermanPhrase {
        let instead = replaced.map { "anstelle von \($0.authored)" } ?? ""
        let role = isRecipient ? "als Empfänger" : ""
        let used = (GermanVerb.use, "\(instead) \(role)".trimmed)
        if isStart {
            return .act(.stand, "\(instead) \(role) auf der Liste".trimmed, purpose: purpose, corrected: used)
        }
        return isRecipient
            ? .act(.enlist, "\(instead) \(role) in die Liste".trimmed, purpose: purpose, corrected: used)
            : .act(.engage, instead, purpose: purpose, corrected: used)
    }

    /// What a list of an author's words gains, loses, or has in place of all that it had. What is lost stands before `nicht
    /// mehr`, which goes for each of it and needs no gender.
    private func items(
        _ shift: Shift<[String]>, _ verb: GermanVerb, _ object: String = "", preposition: String = ""
    ) -> GermanPhrase {
        func words(_ items: [String]) -> String { preposition + German.items(items) }
        return switch shift {
        case .gain(let items, let also): .init(verb, (also ? "auch " : "") + object + words(items))
        case .loss(let items): .init(verb, "\(object)\(words(items)) nicht mehr")
        case .exchange(let new, let old): .init(verb, "\(object)\(words(new)) statt \(words(old))")
        }
    }

    private func products(_ shift: Shift<[String]>) -> GermanPhrase {
        switch shift {
        case .gain(let items, let also): .init(.use, (also ? "auch " : "") + "für \(German.items(items))")
        case .loss(let items): .init(.use, "nicht mehr für \(German.items(items))")
        case .exchange(let new, let old): .init(.use, "für \(German.items(new)) statt für \(German.items(old))")
        }
    }

    private func places(_ field: ProviderField, _ shift: Shift<[PlaceFact]>) -> GermanPhrase {
        let (verb, words) = field.processing
        func places(_ places: [PlaceFact], _ conjunction: Conjunction = .and) -> String {
            GermanPlaces.list(places, field, conjunction)
        }
        switch shift {
        case .gain(let new, let also): return .init(verb, words(also ? "auch" : "", places(new)))
        case .loss(let old): return .init(verb, words("nicht mehr", places(old, .or)))
        case .exchange(let new, let old): return .init(verb, words("", "\(places(new)) statt \(places(old))"))
        }
    }

    private func transfer(_ shift: Shift<[Transfer.Law]>) -> GermanPhrase {
        switch shift {
        case .gain(let laws, let also):
            .init(.receive, "Daten \(also ? "auch " : "")\(GermanTransfers.list(laws))")
        case .loss(let laws): .init(.receive, "Daten nicht mehr \(GermanTransfers.list(laws, .or))")
        case .exchange(let new, let old):
            .init(.receive, "Daten \(GermanTransfers.list(new)) statt \(GermanTransfers.list(old))")
        }
    }

    private func aiTerms(_ terms: [AITermFact]) -> GermanPhrase {
        let said = terms.compactMap { $0.words(in: .german, ungiven: Self.ungiven) }.joined(separator: "; ")
        return .new(.use) { "unter \($0 ? "neuen" : "anderen") KI-Bedingungen" + (said.isEmpty ? "" : " (\(said))") }
    }

    private static func ungiven(_ name: String) -> String { "\(name): nicht mehr angegeben" }
}

extension String {
    /// Without blanks at its ends.
    fileprivate var trimmed: String { English.folded(self) }
}

extension ProviderField {
    /// What a company does with data at the places of a field: the verb, and its words around an adverb and the places.
    fileprivate var processing: (GermanVerb, (_ adverb: String, _ places: String) -> String) {
        switch self {
        case .access: (.access, { English.folded("\($0) \($1) auf Daten") })
        case .storage: (.store, { English.folded("Daten \($0) \($1)") })
        default: (.process, { English.folded("Daten \($0) \($1)") })
        }
    }
}
