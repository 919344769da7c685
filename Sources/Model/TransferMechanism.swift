/// A law that says on which ground data may go to another country, and whose decisions are known here.
package enum TransferLaw: String, CaseIterable, Sendable, Hashable {
    case eu = "EU"
    case uk = "UK"
    case ch = "CH"

    /// The law that a key of `transfer` names; no key stands for the Union's. Nil for the law of another country.
    package init?(written key: String) {
        switch key {
        case "", "EU": self = .eu
        case "UK", "GB": self = .uk
        case "CH": self = .ch
        default: return nil
        }
    }

    /// The country in which it holds; that of the Union holds in all of the EEA.
    var home: String? {
        switch self {
        case .eu: nil
        case .uk: "GB"
        case .ch: "CH"
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

    /// Whether it covers a transfer under a law to a country on a day.
    ///
    /// The Union's clauses serve Switzerland too; for the United Kingdom they need its Addendum.
    package func covers(_ country: String, under law: TransferLaw = .eu, on day: CalendarDate) -> Bool {
        switch self {
        case .adequacy: AdequacyDecision.isAdequate(country, under: law, on: day)
        case .dpf: country == "US" && AdequacyDecision.decision(for: country, under: law, on: day) != nil
        case .scc, .scc2, .scc3: law != .uk
        case .bcr, .derogation: true
        case .ukIDTA, .ukAddendum: law == .uk
        case .brSCC, .none: false
        }
    }
}
