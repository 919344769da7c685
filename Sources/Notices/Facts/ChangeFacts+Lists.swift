import Formats
import Model

/// What the lists of a company gain and lose: data, subjects, places, products, mechanisms.
extension ChangeFacts {
    var data: [ChangeFact] { shifts(.data)?.map(ChangeFact.data) ?? [.ungiven(.data)] }

    var subjects: [ChangeFact] { shifts(.subjects)?.map(ChangeFact.subjects) ?? [.ungiven(.subjects)] }

    /// Of products none named are all.
    var products: [ChangeFact] {
        guard after[.products] != nil else { return [.allProducts] }
        if before[.products] == nil {
            let left = after[.products]?.textList ?? []
            return left.isEmpty ? [.noProduct] : [.onlyProducts(left.map(names.name(ofProduct:)))]
        }
        return shifts(.products) { names.name(ofProduct: $0) }?.map(ChangeFact.products) ?? [.ungiven(.products)]
    }

    /// What a list of texts gains, loses, or has in place of all that it had; nil where nothing is left of it.
    private func shifts(_ field: ProviderField, name: (String) -> String = { $0 }) -> [Shift<[String]>]? {
        let (old, new) = (before[field]?.textList ?? [], after[field]?.textList ?? [])
        let (oldItems, newItems) = (old.comparedTexts, new.comparedTexts)
        let added = new.filter { !oldItems.contains($0.compared) }.map(name)
        let removed = old.filter { !newItems.contains($0.compared) }.map(name)
        if new.isEmpty { return old.isEmpty ? [] : nil }
        if !added.isEmpty, removed.count == old.count, !removed.isEmpty {
            return [.exchange(added, insteadOf: removed)]
        }
        return (added.isEmpty ? [] : [.gain(added, also: !old.isEmpty)]) + (removed.isEmpty ? [] : [.loss(removed)])
    }

    /// What the places of a field gain and lose: of an area that is listed in part before or after, the part.
    func places(_ field: ProviderField) -> [ChangeFact] {
        let (old, new) = (before[field]?.placeList ?? [], after[field]?.placeList ?? [])
        if new.isEmpty { return old.isEmpty ? [] : [.ungiven(field)] }
        var facts: [ChangeFact] = []
        // A rule that stays with another choice is told as that; one that goes, as the bound that it was.
        let kept = Set(old.compactMap(\.ruleWords)).intersection(new.compactMap(\.ruleWords))
        func isKept(_ place: Place) -> Bool { place.ruleWords.map(kept.contains) ?? false }
        for rule in new where isKept(rule) {
            guard case .rule(let words, let codes) = rule,
                let earlier = old.first(where: { $0.ruleWords == rule.ruleWords }),
                Set(earlier.codes) != Set(codes)
            else { continue }
            facts.append(.choice(field, rule: words, of: codes, insteadOf: earlier.codes))
        }
        let added = new.filter { !isKept($0) && !$0.isInside(old) }
        let removed = old.filter { !isKept($0) && !$0.remains(in: new) }
        let unbound = old.filter { $0.isRule && !isKept($0) && $0.remains(in: new) }
        let gone = old.filter { place in !isKept(place) && (place.isRule || !place.remains(in: new)) }
        let countries = (added.filter { !$0.isRule }, gone.filter { !$0.isRule })
        if !added.isEmpty, !gone.isEmpty, gone.count == old.count, added.count == new.count,
            !PlaceFact.overlap(countries.0, countries.1)
        {
            return [.places(field, .exchange(PlaceFact.all(added), insteadOf: PlaceFact.all(gone)))]
        }
        if !added.isEmpty {
            facts.append(.places(field, .gain(PlaceFact.all(added, outside: old), also: !old.isEmpty)))
        }
        if !removed.isEmpty { facts.append(.places(field, .loss(PlaceFact.all(removed, outside: new)))) }
        if !unbound.isEmpty { facts.append(.unbound(field, PlaceFact.all(unbound))) }
        return facts
    }
}

extension PlaceFact {
    /// Of a place that holds some of the others only the rest is meant.
    static func all(_ places: [Place], outside others: [Place] = []) -> [PlaceFact] {
        let known = others.flatMap(\.codes).filter { $0 != "GLOBAL" }
        return places.map { place in
            switch place {
            case .rule(let words, let codes): return .rule(words, of: codes)
            case .code(let code):
                let area = Country.area(of: code)
                let inside = known.filter { $0 != code && Country.area(of: $0).isSubset(of: area) }
                return .code(code, outside: inside.uniqued)
            }
        }
    }

    /// Whether two lists of places have a country in common.
    fileprivate static func overlap(_ one: [Place], _ other: [Place]) -> Bool {
        !Place.area(of: one).isDisjoint(with: Place.area(of: other))
    }
}

extension ChangeFacts {
    /// What mechanisms the company's transfers gain and lose, law by law.
    var transfer: [ChangeFact] {
        guard case .transfer(let new)? = after[.transfer] else { return [.ungiven(.transfer)] }
        guard case .transfer(let old)? = before[.transfer] else {
            return [.transfer(.gain(Self.laws(of: new), also: false))]
        }
        let (one, other) = Self.alike(old, new)
        let (added, removed) = (Self.missing(in: one, of: other), Self.missing(in: other, of: one))
        if added.isEmpty, removed.isEmpty { return [.transfer(.gain(Self.laws(of: new), also: false))] }
        if !added.isEmpty, removed == one { return [.transfer(.exchange(added, insteadOf: removed))] }
        return (added.isEmpty ? [] : [.transfer(.gain(added, also: true))])
            + (removed.isEmpty ? [] : [.transfer(.loss(removed))])
    }

    /// A list without laws is one of a law without a name.
    private static func laws(of transfer: Transfer) -> [Transfer.Law] {
        switch transfer {
        case .mechanisms(let list): [Transfer.Law("", list)]
        case .byLaw(let laws): laws
        }
    }

    /// Both by law where one is: a list without laws is the EU's.
    private static func alike(_ one: Transfer, _ other: Transfer) -> ([Transfer.Law], [Transfer.Law]) {
        switch (one, other) {
        case (.mechanisms, .byLaw): (laws(of: one).map { Transfer.Law("EU", $0.mechanisms) }, laws(of: other))
        case (.byLaw, .mechanisms): (laws(of: one), laws(of: other).map { Transfer.Law("EU", $0.mechanisms) })
        default: (laws(of: one), laws(of: other))
        }
    }

    private static func missing(in old: [Transfer.Law], of new: [Transfer.Law]) -> [Transfer.Law] {
        new.compactMap { law in
            let known = Set(old.filter { $0.law == law.law }.flatMap(\.mechanisms))
            let missing = law.mechanisms.filter { !known.contains($0) }
            return missing.isEmpty ? nil : Transfer.Law(law.law, missing)
        }
    }
}
