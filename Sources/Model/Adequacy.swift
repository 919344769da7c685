/// A decision of the European Commission that a country protects personal data as the Union does (GDPR Art. 45).
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
        /// Only those that take part in the EU-US Data Privacy Framework; the mechanism `DPF` says so.
        case participants
    }

    /// The decision that holds for a country on a day; nil where there is none.
    package static func decision(for country: String, on day: CalendarDate) -> AdequacyDecision? {
        all.first { $0.country == country && $0.from <= day && day <= $0.until ?? .distantFuture }
    }

    /// Whether data may go to a country on a day without a mechanism: it lies in the EEA, or a decision covers it that
    /// asks for no list to be on.
    package static func isAdequate(_ country: String, on day: CalendarDate) -> Bool {
        if Country.area(of: "EEA").contains(country) { return true }
        guard let decision = decision(for: country, on: day) else { return false }
        return decision.scope != .participants
    }

    /// All decisions, by country.
    ///
    /// Canada: 2002/2/EC. The United Kingdom: (EU) 2021/1772, as extended. The United States: (EU) 2023/1795, against
    /// which an appeal is pending (C-703/25 P). Brazil: (EU) 2026/179.
    package static let all: [AdequacyDecision] = [
        row("AD", (2010, 10, 19)),
        row("AR", (2003, 6, 30)),
        row("BR", (2026, 1, 26)),
        row("CA", (2001, 12, 20), scope: .part("commercial organisations")),
        row("CH", (2000, 7, 26)),
        row("FO", (2010, 3, 5)),
        row("GB", (2021, 6, 28), until: (2031, 12, 27)),
        row("GG", (2003, 11, 21)),
        row("IL", (2011, 1, 31)),
        row("IM", (2004, 4, 28)),
        row("JE", (2008, 5, 8)),
        row("JP", (2019, 1, 23)),
        row("KR", (2021, 12, 17)),
        row("NZ", (2012, 12, 19)),
        row("US", (2023, 7, 10), scope: .participants),
        row("UY", (2012, 8, 21)),
    ].compactMap(\.self)

    private static func row(
        _ country: String, _ from: (Int, Int, Int), until: (Int, Int, Int)? = nil, scope: Scope = .everyone
    ) -> AdequacyDecision? {
        CalendarDate(year: from.0, month: from.1, day: from.2).map { first in
            AdequacyDecision(
                country: country, from: first,
                until: until.flatMap { CalendarDate(year: $0.0, month: $0.1, day: $0.2) }, scope: scope)
        }
    }
}

/// On what a transfer of personal data out of the Union, or out of a country with laws like its own, rests.
package enum TransferMechanism: String, CaseIterable, Sendable, Hashable {
    case adequacy
    case dpf = "DPF"
    /// Standard contractual clauses, (EU) 2021/914; with the number of the module where it is known.
    case scc = "SCC"
    case scc2 = "SCC-2"
    case scc3 = "SCC-3"
    case bcr = "BCR"
    case derogation
    case ukIDTA = "UK-IDTA"
    case ukAddendum = "UK-Addendum"
    case brSCC = "BR-SCC"
    case none

    /// Whether it covers a transfer from the Union to a country on a day.
    package func covers(_ country: String, on day: CalendarDate) -> Bool {
        switch self {
        case .adequacy: AdequacyDecision.isAdequate(country, on: day)
        case .dpf: country == "US" && AdequacyDecision.decision(for: country, on: day) != nil
        case .scc, .scc2, .scc3, .bcr, .derogation: true
        case .ukIDTA, .ukAddendum, .brSCC, .none: false
        }
    }
}
