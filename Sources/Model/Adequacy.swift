/// A decision that a country protects personal data as the law does under which data goes there: of the European
/// Commission (GDPR Art. 45), or its like in the United Kingdom and in Switzerland.
package struct AdequacyDecision: Sendable, Hashable {
    /// ISO 3166-1 alpha-2.
    package var country: String
    /// The day of the decision, or from which it applies.
    package var from: CalendarDate
    /// Its last day; nil where it has no end.
    package var until: CalendarDate?
    package var scope: Scope

    /// To whom the decision applies.
    package enum Scope: Sendable, Hashable {
        case everyone
        /// Words for a part of the country's recipients that the law of a place says, not a list.
        case part(String)
        /// Only those that take part in the Data Privacy Framework under that law; the mechanism `DPF` says so.
        case participants
    }

    /// The decision that holds for a country on a day under a law; nil where there is none.
    package static func decision(
        for country: String, under law: TransferLaw = .eu, on day: CalendarDate
    ) -> AdequacyDecision? {
        all(under: law).first { $0.country == country && $0.from <= day && day <= $0.until ?? .distantFuture }
    }

    /// Whether data may go to a country, or an area, on a day without a mechanism: it is where the law holds, it lies in
    /// the EEA, which all three laws trust, or a decision covers it that asks for no list to be on.
    package static func isAdequate(
        _ country: String, under law: TransferLaw = .eu, on day: CalendarDate
    ) -> Bool {
        if law.home == country || country == "EU" || country == "EEA" { return true }
        if Country.area(of: "EEA").contains(country) { return true }
        guard let decision = decision(for: country, under: law, on: day) else { return false }
        return decision.scope != .participants
    }
}
