import Diagnostics
import Model

/// What the lists of a company gain and lose: data, subjects, places, products, mechanisms.
extension Phrases {
    var data: [Phrase] {
        gains(.data, unlisted: "data") {
            .begin(.receive, also: $1, Wording.items($0))
        } loses: { items in
            .end(.receive) { Wording.items(items, $0) }
        } exchanges: {
            .begin(.receive, "\(Wording.items($0)) instead of \(Wording.items($1))")
        }
    }

    var subjects: [Phrase] {
        gains(.subjects, unlisted: "data subjects") {
            .begin(.process, also: $1, "data about \(Wording.items($0))")
        } loses: { items in
            .end(.process) { "data about \(Wording.items(items, $0))" }
        } exchanges: {
            .begin(.process, "data about \(Wording.items($0)) instead of \(Wording.items($1))")
        }
    }

    /// Of products none named are all.
    var products: [Phrase] {
        guard after[.products] != nil else { return [.begin(.use, "for all products")] }
        if before[.products] == nil {
            let left = after[.products]?.textList.map(product) ?? []
            return left.isEmpty
                ? [.end(.use) { _ in "for any product" }] : [.begin(.use, "for \(Wording.items(left)) only")]
        }
        return gains(.products, unlisted: "products") {
            .begin(.use, also: $1, "for \(Wording.items($0.map(product)))")
        } loses: { items in
            .end(.use) { "for \(Wording.items(items.map(product), $0))" }
        } exchanges: {
            .begin(.use, "for \(Wording.items($0.map(product))) instead of \(Wording.items($1.map(product)))")
        }
    }

    private func product(_ id: String) -> String { names.name(ofProduct: id) }

    /// The phrases for what a list of texts gains, loses, or has in place of all that it had.
    private func gains(
        _ field: ProviderField, unlisted: String, _ gain: ([String], _ also: Bool) -> Phrase,
        loses: ([String]) -> Phrase, exchanges: ([String], [String]) -> Phrase
    ) -> [Phrase] {
        let (old, new) = (before[field]?.textList ?? [], after[field]?.textList ?? [])
        let (oldItems, newItems) = (old.comparedTexts, new.comparedTexts)
        let added = new.filter { !oldItems.contains($0.compared) }
        let removed = old.filter { !newItems.contains($0.compared) }
        if new.isEmpty { return old.isEmpty ? [] : [.unlisted(unlisted)] }
        if !added.isEmpty, removed.count == old.count, !removed.isEmpty { return [exchanges(added, removed)] }
        return (added.isEmpty ? [] : [gain(added, !old.isEmpty)]) + (removed.isEmpty ? [] : [loses(removed)])
    }

    /// What the places of a field gain and lose: of an area that is listed in part before or after, the part.
    func places(_ field: ProviderField) -> [Phrase] {
        let (verb, preposition, unlisted): (Verb, String, String) =
            switch field {
            case .storage: (.store, "in", "places of storage")
            case .access: (.access, "from", "places of access")
            default: (.process, "in", "places of processing")
            }
        let (old, new) = (before[field]?.placeList ?? [], after[field]?.placeList ?? [])
        if new.isEmpty { return old.isEmpty ? [] : [.unlisted(unlisted)] }
        func words(_ places: [Place], outside others: [Place], _ conjunction: String = "and") -> String {
            Wording.places(places, preposition, outside: others, conjunction)
        }
        var phrases: [Phrase] = []
        // A rule that stays with another choice is told as that; one that goes, as the bound that it was.
        let kept = Set(old.compactMap(\.ruleWords)).intersection(new.compactMap(\.ruleWords))
        func isKept(_ place: Place) -> Bool { place.ruleWords.map(kept.contains) ?? false }
        for rule in new where isKept(rule) {
            guard let earlier = old.first(where: { $0.ruleWords == rule.ruleWords }),
                Set(earlier.codes) != Set(rule.codes)
            else { continue }
            phrases.append(.begin(verb, "data \(Wording.choice(of: rule, insteadOf: earlier, preposition))"))
        }
        let added = new.filter { !isKept($0) && !$0.isInside(old) }
        let removed = old.filter { !isKept($0) && !$0.remains(in: new) }
        let unbound = old.filter { $0.isRule && !isKept($0) && $0.remains(in: new) }
        let gone = old.filter { place in !isKept(place) && (place.isRule || !place.remains(in: new)) }
        let countries = (added.filter { !$0.isRule }, gone.filter { !$0.isRule })
        if !added.isEmpty, !gone.isEmpty, gone.count == old.count, added.count == new.count,
            !Wording.overlap(countries.0, countries.1)
        {
            return [.begin(verb, "data \(words(added, outside: [])) instead of \(words(gone, outside: []))")]
        }
        if !added.isEmpty { phrases.append(.begin(verb, also: !old.isEmpty, "data \(words(added, outside: old))")) }
        if !removed.isEmpty { phrases.append(.end(verb) { "data \(words(removed, outside: new, $0))" }) }
        if !unbound.isEmpty { phrases.append(.begin(verb, "data without \(Wording.rules(unbound))")) }
        return phrases
    }
}

extension Phrases {
    /// What mechanisms the company's transfers gain and lose, law by law.
    var transfer: [Phrase] {
        guard case .transfer(let new)? = after[.transfer] else { return [.unlisted("a transfer mechanism")] }
        guard case .transfer(let old)? = before[.transfer] else {
            return [.begin(.receive, "data under \(Wording.transfer(new))")]
        }
        let (one, other) = Self.alike(old, new)
        let (added, removed) = (Self.missing(in: one, of: other), Self.missing(in: other, of: one))
        if added.isEmpty, removed.isEmpty { return [.begin(.receive, "data under \(Wording.transfer(new))")] }
        if !added.isEmpty, !removed.isEmpty, Wording.laws(removed) == Wording.laws(one) {
            return [
                .begin(.receive, "data under \(Wording.laws(added)) instead of \(Wording.laws(removed))")
            ]
        }
        var phrases: [Phrase] = []
        if !added.isEmpty { phrases.append(.begin(.receive, also: true, "data under \(Wording.laws(added))")) }
        if !removed.isEmpty { phrases.append(.end(.receive) { "data under \(Wording.laws(removed, $0))" }) }
        return phrases
    }

    /// Both by law where one is: a list without laws is the EU's.
    private static func alike(_ one: Transfer, _ other: Transfer) -> ([Transfer.Law], [Transfer.Law]) {
        switch (one, other) {
        case (.mechanisms(let one), .mechanisms(let other)):
            ([Transfer.Law("", one)], [Transfer.Law("", other)])
        case (.byLaw(let one), .byLaw(let other)): (one, other)
        case (.mechanisms(let one), .byLaw(let other)): ([Transfer.Law("EU", one)], other)
        case (.byLaw(let one), .mechanisms(let other)): (one, [Transfer.Law("EU", other)])
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
