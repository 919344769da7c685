/// On what the transfers of a row rest that names no mechanism, as the tables of countries have it on a day.
package enum DerivedGround: Sendable, Hashable {
    /// All its places lie in the EEA, where none is needed.
    case notNeeded
    /// Of each place outside the EEA the Union's decision, which needs nothing besides (GDPR Art. 45).
    case decisions([AdequacyDecision])

    /// Nil for a row that names a mechanism, no place at all or a rule without countries, and where a place has no decision or
    /// one that asks for a list to be on: who is on it the tables do not know.
    package init?(_ said: [ProviderField: FieldValue], on day: CalendarDate) {
        let places = said.places
        guard said[.transfer] == nil, !places.isEmpty, !places.contains(where: \.codes.isEmpty) else { return nil }
        let area = Country.area(of: "EEA")
        var decisions: [AdequacyDecision] = []
        for code in places.flatMap(\.codes) where !Country.area(of: code).isSubset(of: area) {
            guard let decision = AdequacyDecision.decision(for: code, on: day), decision.scope != .participants else {
                return nil
            }
            if !decisions.contains(decision) { decisions.append(decision) }
        }
        self = decisions.isEmpty ? .notNeeded : .decisions(decisions)
    }
}

extension [ProviderField: FieldValue] {
    /// Where data is: where it is processed and stored, and from where it is accessed.
    package var places: [Place] { [.locations, .storage, .access].flatMap { self[$0]?.placeList ?? [] } }
}
