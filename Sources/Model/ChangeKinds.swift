/// What a change does to a provider's recorded state.
package struct ChangeEffect: Sendable, Hashable {
    /// In the order of `ChangeKind`.
    package var kinds: [ChangeKind]
    package var needsNotice: Bool
    package var addsSomething: Bool
}

extension ChangeEffect {
    /// Derives kinds and the need of notice from the state before and after a change.
    ///
    /// - Parameters:
    ///   - named: the recorded fields that the change names; all of them for a first state.
    ///   - isFirstState: whether it lists the provider for the first time.
    ///   - isCorrection: whether the list was wrong (`true_since`): then only what it adds needs notice.
    ///   - isMaterial: what the author says; false is heard only where nothing is added.
    package init(
        before: ProviderState, after: ProviderState, named: Set<ProviderField>, isFirstState: Bool,
        isCorrection: Bool, isMaterial: Bool, terms: RegisterTerms
    ) {
        var kinds: Set<ChangeKind> = []
        var adds = false
        var weighs = false
        if isFirstState {
            kinds = [.added]
            adds = true
        } else {
            for field in named {
                let difference = FieldDifference(field, from: before.fields[field], to: after.fields[field])
                kinds.formUnion(difference.kinds)
                guard terms.material.contains(field), !difference.kinds.isEmpty else { continue }
                if !difference.isPureLoss { weighs = true }
                if difference.addsSomething { adds = true }
            }
            if before.isListed, !after.isListed { kinds.insert(.removed) }
            if !before.isListed, after.isListed {
                kinds.insert(.returned)
                adds = true
            }
        }
        let becomesSubprocessor = !isFirstState && before.isRecipient && !after.isRecipient
        if becomesSubprocessor { adds = true }
        if isCorrection { kinds.insert(.corrected) }

        self.kinds = ChangeKind.allCases.filter(kinds.contains)
        addsSomething = adds && after.isListed
        let always = isFirstState || kinds.contains(.returned) || becomesSubprocessor
        let byField = isCorrection ? adds : weighs && (isMaterial || adds)
        // A recipient is no subprocessor and never needs notice; what is off the list needs none either.
        needsNotice = after.isListed && !after.isRecipient && (always || byField)
    }
}

extension ChangeEffect {
    /// The kinds of change that one field's difference makes; none where it says the same.
    package static func kinds(of field: ProviderField, from old: FieldValue?, to new: FieldValue?) -> Set<ChangeKind> {
        FieldDifference(field, from: old, to: new).kinds
    }
}

/// How one field differs, and whether that only takes something away.
struct FieldDifference {
    var kinds: Set<ChangeKind> = []
    /// Taking away a place, datum, subject, product, or one of several transfer mechanisms.
    var isPureLoss = false
    var addsSomething = false

    init(_ field: ProviderField, from old: FieldValue?, to new: FieldValue?) {
        if let old, let new {
            if old.isSame(as: new) { return }
        } else if old == nil, new == nil {
            return
        }
        switch field {
        case .name: kinds = [.renamed]
        case .entity: adding(.entityChanged)
        case .role: adding(.roleChanged)
        case .purpose: adding(.purposeChanged)
        case .ai: adding(.aiTermsChanged)
        case .data: members(from: old, to: new, added: .dataAdded, removed: .dataRemoved)
        case .subjects: members(from: old, to: new, added: .subjectAdded, removed: .subjectRemoved)
        case .products: products(from: old, to: new)
        case .locations: places(from: old, to: new)
        case .transfer: transfer(from: old, to: new)
        default: kinds = [.detailsChanged]
        }
        if kinds.isEmpty { kinds = [.detailsChanged] }
    }

    private mutating func adding(_ kind: ChangeKind) {
        kinds = [kind]
        addsSomething = true
    }

    private mutating func note(hasAdded: Bool, _ added: ChangeKind, hasLost: Bool, _ removed: ChangeKind) {
        if hasAdded { kinds.insert(added) }
        if hasLost { kinds.insert(removed) }
        addsSomething = hasAdded
        isPureLoss = !hasAdded
    }

    private mutating func members(
        from old: FieldValue?, to new: FieldValue?, added: ChangeKind, removed: ChangeKind
    ) {
        let (one, other) = (Set(old?.textList ?? []), Set(new?.textList ?? []))
        note(hasAdded: !other.isSubset(of: one), added, hasLost: !one.isSubset(of: other), removed)
    }

    /// Left out, `products` means all of them.
    private mutating func products(from old: FieldValue?, to new: FieldValue?) {
        switch (old, new) {
        case (_?, nil): note(hasAdded: true, .productAdded, hasLost: false, .productRemoved)
        case (nil, _?): note(hasAdded: false, .productAdded, hasLost: true, .productRemoved)
        default: members(from: old, to: new, added: .productAdded, removed: .productRemoved)
        }
    }

    /// A place inside one already listed (IE in EU) is not added, and one that stays inside another is not removed.
    private mutating func places(from old: FieldValue?, to new: FieldValue?) {
        let (one, other) = (old?.placeList ?? [], new?.placeList ?? [])
        note(
            hasAdded: !other.allSatisfy { $0.isInside(one) }, .locationAdded,
            hasLost: !one.allSatisfy { $0.isInside(other) }, .locationRemoved)
    }

    private mutating func transfer(from old: FieldValue?, to new: FieldValue?) {
        kinds = [.transferChanged]
        guard case .transfer(let one)? = old, case .transfer(let other)? = new else {
            addsSomething = true
            return
        }
        let (before, after) = (one.comparable, other.comparable)
        isPureLoss =
            before.keys == after.keys
            && after.allSatisfy { law, mechanisms in
                !mechanisms.isEmpty && mechanisms.isSubset(of: before[law] ?? [])
            }
        addsSomething = !isPureLoss
    }
}

extension FieldValue {
    /// The items of a list of texts; none for any other value.
    package var textList: [String] {
        if case .texts(let texts) = self { texts } else { [] }
    }

    /// The items of a list of places; none for any other value.
    package var placeList: [Place] {
        if case .places(let places) = self { places } else { [] }
    }
}

extension Place {
    /// Whether a list of places covers this one. A rule is covered by a rule of the same words, or where all the
    /// places that it chooses among are listed.
    package func isInside(_ places: [Place]) -> Bool {
        if places.contains(.code("GLOBAL")) { return true }
        let listed = places.reduce(into: Set<String>()) { area, place in
            for code in place.codes { area.formUnion(Country.area(of: code)) }
        }
        switch self {
        case .code(let code): return code != "GLOBAL" && Country.area(of: code).isSubset(of: listed)
        case .rule(let words, let codes):
            let hasSameRule = places.contains { if case .rule(words, _) = $0 { true } else { false } }
            let isCovered = codes.allSatisfy { Country.area(of: $0).isSubset(of: listed) }
            return codes.isEmpty ? hasSameRule : isCovered
        }
    }

    /// The codes that a place names: its own, or those its rule chooses among.
    package var codes: [String] {
        switch self {
        case .code(let code): [code]
        case .rule(_, let codes): codes
        }
    }
}
