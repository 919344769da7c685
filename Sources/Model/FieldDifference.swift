/// How one field differs, and what that does.
struct FieldDifference {
    /// None where the field says the same.
    var kinds: Set<ChangeKind> = []
    /// Taking away a place, datum, subject or product of several, or a mechanism where a remaining one does.
    var isPureLoss = false
    /// More hands may touch a customer's data, or touch it in more or other ways; it counts where the field is
    /// material.
    var addsSomething = false
    /// What held the use within bounds goes: a rule, a condition, the last datum, place, subject or product that was
    /// stated. It counts always.
    var losesBound = false
    /// The text is the same but for a spelling correction.
    var isRespelt = false

    /// - Parameters:
    ///   - before: the recorded fields on either side of the change; beside the field itself the entity and the places
    ///     are looked at.
    ///   - day: the day of effect.
    init(
        _ field: ProviderField, from before: [ProviderField: FieldValue], to after: [ProviderField: FieldValue],
        on day: CalendarDate
    ) {
        let (old, new) = (before[field], after[field])
        if let old, let new {
            if old.isSame(as: new) { return }
        } else if old == nil, new == nil {
            return
        }
        switch field {
        case .name:
            text(.renamed, from: old, to: new)
            // Whose hands it is says the entity.
            if before[.entity] != nil, after[.entity] != nil { addsSomething = false }
        case .entity: text(.entityChanged, from: old, to: new)
        case .purpose: text(.purposeChanged, from: old, to: new)
        case .retention, .via, .condition: text(.detailsChanged, from: old, to: new)
        case .duration:
            text(.detailsChanged, from: old, to: new)
            // Said for the first time it only bounds what had no end.
            if old == nil { (isPureLoss, addsSomething) = (true, false) }
        case .role:
            kinds = [.roleChanged]
            isPureLoss = ProviderState(fields: before).isRecipient == ProviderState(fields: after).isRecipient
        case .data: members(from: old, to: new, added: .dataAdded, removed: .dataRemoved)
        case .subjects: members(from: old, to: new, added: .subjectAdded, removed: .subjectRemoved)
        case .products: products(from: old, to: new)
        case .locations, .storage, .access: places(from: old?.placeList ?? [], to: new?.placeList ?? [])
        case .transfer: transfer(from: old, to: new, at: after.places, on: day)
        case .ai: aiTerms(from: old, to: new)
        case .enabled: enabling(from: old, to: new)
        default: kinds = [.detailsChanged]
        }
        let hasOwnKinds = field != .storage && field != .access
        if kinds.isEmpty || !hasOwnKinds { kinds = [.detailsChanged] }
        losesBound = losesBound || field == .condition && new == nil
        isRespelt = Self.mayBeRespelt(field) && Self.isRespelt(old, new)
    }

    /// Never kinds of data, AI terms, rules or conditions: of these each letter counts.
    private static func mayBeRespelt(_ field: ProviderField) -> Bool {
        field == .subjects || field == .contact || field.type == .text && field != .condition
    }

    private static func isRespelt(_ old: FieldValue?, _ new: FieldValue?) -> Bool {
        switch (old, new) {
        case (.text(let one)?, .text(let other)?): return Spelling.isCorrection(one, other)
        case (.texts(let one)?, .texts(let other)?):
            let gone = one.filter { !other.comparedTexts.contains($0.compared) }
            let come = other.filter { !one.comparedTexts.contains($0.compared) }
            return gone.count == 1 && come.count == 1 && Spelling.isCorrection(gone[0], come[0])
        default: return false
        }
    }
}

extension FieldDifference {
    private mutating func text(_ kind: ChangeKind, from old: FieldValue?, to new: FieldValue?) {
        kinds = [kind]
        if case .text(let one)? = old, case .text(let other)? = new {
            addsSomething = one.compared != other.compared
        } else {
            addsSomething = true
        }
    }

    private mutating func note(hasAdded: Bool, _ added: ChangeKind, hasLost: Bool, _ removed: ChangeKind) {
        if hasAdded { kinds.insert(added) }
        if hasLost { kinds.insert(removed) }
        addsSomething = hasAdded
        isPureLoss = !hasAdded && !losesBound
    }

    private mutating func members(
        from old: FieldValue?, to new: FieldValue?, added: ChangeKind, removed: ChangeKind
    ) {
        let (one, other) = (old?.textList.comparedTexts ?? [], new?.textList.comparedTexts ?? [])
        losesBound = !one.isEmpty && other.isEmpty
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
    private mutating func places(from old: [Place], to new: [Place]) {
        losesBound = !old.isEmpty && (new.isEmpty || !old.allSatisfy { $0.keepsBound(in: new) })
        note(
            hasAdded: !new.allSatisfy { $0.isInside(old) }, .locationAdded,
            hasLost: !old.allSatisfy { $0.remains(in: new) }, .locationRemoved)
    }

    private mutating func transfer(from old: FieldValue?, to new: FieldValue?, at places: [Place], on day: CalendarDate)
    {
        kinds = [.transferChanged]
        if case .transfer(let one)? = old, case .transfer(let other)? = new {
            isPureLoss = other.isCovered(without: one, at: places, on: day)
        }
        addsSomething = !isPureLoss
    }

    /// Which models answer is a detail; how they may use the data is none, and neither is that models are used at all.
    private mutating func aiTerms(from old: FieldValue?, to new: FieldValue?) {
        guard let old, let new else {
            kinds = [.aiTermsChanged]
            addsSomething = true
            return
        }
        let (one, other) = (old.aiTerms, new.aiTerms)
        let hasOtherTerms = one.keys != other.keys || !one.allSatisfy { $1.isSame(as: other[$0]) }
        kinds = hasOtherTerms ? [.aiTermsChanged] : [.detailsChanged]
        addsSomething = one.mapValues(\.compared) != other.mapValues(\.compared)
    }

    private mutating func enabling(from old: FieldValue?, to new: FieldValue?) {
        kinds = [.detailsChanged]
        let (one, other) = (FieldValue.reach(of: old), FieldValue.reach(of: new))
        addsSomething = other > one
        isPureLoss = other == one
    }
}

extension FieldValue {
    /// The items of a list of texts, those of groups behind their names; none for any other value.
    package var textList: [String] {
        switch self {
        case .texts(let texts): texts
        case .groups(let groups): groups.flatMap(\.texts)
        default: []
        }
    }

    /// The items of a list of places; none for any other value.
    package var placeList: [Place] {
        if case .places(let places) = self { places } else { [] }
    }

    /// What AI terms say but for the models.
    fileprivate var aiTerms: [String: EntryValue] {
        guard case .map(let entries) = self else { return [:] }
        let terms = entries.filter { $0.key != "models" }.map { ($0.key, $0.value) }
        return Dictionary(terms, uniquingKeysWith: { _, last in last })
    }

    /// For how many customers it is switched on by what `enabled` says; left out is `default`.
    fileprivate static func reach(of enabled: FieldValue?) -> Int {
        switch enabled {
        case .text("opt-in"): 0
        case .text("opt-out"): 1
        default: 2
        }
    }
}

extension FieldValue.EntryValue {
    fileprivate func isSame(as other: Self?) -> Bool {
        guard let other else { return false }
        return FieldValue.map([.init("", self)]).isSame(as: .map([.init("", other)]))
    }

    fileprivate var compared: Self {
        switch self {
        case .text(let text): .text(text.compared)
        case .texts(let texts): .texts(texts.map(\.compared).sorted())
        case .bool, .links, .removed: self
        }
    }
}

extension [String] {
    /// The texts as they are compared.
    package var comparedTexts: Set<String> { Set(map(\.compared)) }
}
