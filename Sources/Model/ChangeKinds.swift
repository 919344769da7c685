/// What a change does to a provider's recorded state.
package struct ChangeEffect: Sendable, Hashable {
    /// In the order of `ChangeKind`.
    package var kinds: [ChangeKind]
    package var needsNotice: Bool
    package var addsSomething: Bool
    /// The fields whose texts it corrects in their spelling, where the author says that it is no more.
    package var respelt: Set<ProviderField>
}

extension ChangeEffect {
    /// Derives kinds and the need of notice from the state before and after a change.
    ///
    /// - Parameters:
    ///   - named: the recorded fields that the change names; all of them for a first state.
    ///   - isFirstState: whether it lists the provider for the first time.
    ///   - isCorrection: whether the list was wrong (`true_since`): then only what it adds needs notice.
    ///   - isMaterial: what the author says; false is heard only where nothing is added.
    ///   - isClarification: whether it is a note alone, which says more of what the list says already.
    ///   - day: the day of effect.
    ///   - wasJudged: whether a field's text was erased later, on one side or on both: nothing was added to it by what is not
    ///     material, or that would not have been published.
    ///   - mayRespell: whether a field's text was not corrected already within the notice period: word by word a text
    ///     would become another.
    package init(
        before: ProviderState, after: ProviderState, named: Set<ProviderField>, isFirstState: Bool,
        isCorrection: Bool, isMaterial: Bool, isClarification: Bool, on day: CalendarDate, terms: RegisterTerms,
        wasJudged: (ProviderField) -> Bool, mayRespell: (ProviderField) -> Bool
    ) {
        var kinds: Set<ChangeKind> = []
        var respelt: Set<ProviderField> = []
        // What was withdrawn before it was in force was never on the list, and nothing returns to it.
        let isAddition = isFirstState || before.isBlank && after.isListed
        // More hands or more uses; so by a material field; what reaches a recipient; any weight at all.
        var (adds, addsMaterially, givesMore, weighs) = (false, false, false, false)
        for field in isAddition ? [] : named {
            let difference = FieldDifference(field, from: before.fields, to: after.fields, on: day)
            guard !difference.kinds.isEmpty else { continue }
            if !isMaterial, wasJudged(field) {
                // An editorial change adds no place.
                if case .places? = after.fields[field] {
                    kinds.insert(.detailsChanged)
                } else {
                    kinds.formUnion(difference.kinds)
                }
                continue
            }
            kinds.formUnion(difference.kinds)
            if !isMaterial, difference.isRespelt, mayRespell(field) {
                respelt.insert(field)
                continue
            }
            if difference.losesBound { adds = true }
            guard terms.isMaterial(field) else { continue }
            if !difference.isPureLoss { weighs = true }
            guard difference.addsSomething || difference.losesBound else { continue }
            (adds, addsMaterially) = (true, true)
            if Self.givesData.contains(field) { givesMore = true }
        }
        if before.isListed, !after.isListed { kinds.insert(.removed) }
        if isAddition { kinds.insert(.added) } else if !before.isListed, after.isListed { kinds.insert(.returned) }
        if isClarification { kinds.insert(.detailsChanged) }
        if isCorrection { kinds.insert(.corrected) }

        let switchesRole = !isAddition && before.isRecipient != after.isRecipient
        let always = kinds.contains(.added) || kinds.contains(.returned) || switchesRole
        let byFields =
            if after.isRecipient { givesMore } else if isCorrection { addsMaterially } else {
                weighs && (isMaterial || addsMaterially)
            }
        self.kinds = ChangeKind.allCases.filter(kinds.contains)
        self.respelt = respelt
        addsSomething = after.isListed && (always || adds)
        // What is off the list needs none.
        needsNotice = after.isListed && (always || byFields)
    }

    /// A recipient's own changes count where it gets more data, of more people, for another purpose or at more places.
    private static let givesData: Set<ProviderField> = [.data, .subjects, .purpose, .locations, .storage, .access]

    /// The kinds of change that one field's difference makes; none where it says the same.
    package static func kinds(of field: ProviderField, from old: FieldValue?, to new: FieldValue?) -> Set<ChangeKind> {
        func only(_ value: FieldValue?) -> [ProviderField: FieldValue] { value.map { [field: $0] } ?? [:] }
        return FieldDifference(field, from: only(old), to: only(new), on: .distantPast).kinds
    }
}
