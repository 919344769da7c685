extension Transfer {
    /// Whether mechanisms only go, and of each law from which one goes a remaining one covers every place that needs
    /// one: nothing rests on less than before.
    ///
    /// - Parameters:
    ///   - places: all that the list says of where data is afterwards.
    ///   - day: the day of effect, on which decisions of adequacy are asked for.
    func isCovered(without gone: Transfer, at places: [Place], on day: CalendarDate) -> Bool {
        let (before, after) = (gone.comparable, comparable)
        guard before.keys == after.keys else { return false }
        return after.allSatisfy { law, left in
            guard let had = before[law], left.isSubset(of: had) else { return false }
            return left == had
                || left.compactMap(TransferMechanism.init).contains { $0.covers(places, under: law, on: day) }
        }
    }
}

extension TransferMechanism {
    /// Whether it covers each of some places that needs a mechanism under a law. Where no country is named, or any may
    /// be, only what covers all countries does. A derogation is an exception for single transfers (GDPR Art. 49), so
    /// nothing else may go for its sake.
    fileprivate func covers(_ places: [Place], under law: String, on day: CalendarDate) -> Bool {
        if self == .derogation { return false }
        if coversAllCountries(under: law) { return true }
        guard let law = TransferLaw(written: law), !places.isEmpty, !places.contains(where: \.codes.isEmpty) else {
            return false
        }
        return places.flatMap(\.codes).allSatisfy { code in
            AdequacyDecision.isAdequate(code, under: law, on: day) || covers(code, under: law, on: day)
        }
    }

    private func coversAllCountries(under law: String) -> Bool {
        let isOfUK = TransferLaw(written: law) == .uk
        return switch self {
        case .scc, .scc2, .scc3: !isOfUK && law != "BR"
        case .bcr: true
        case .ukIDTA, .ukAddendum: isOfUK
        case .brSCC: law == "BR"
        case .adequacy, .dpf, .derogation, .none: false
        }
    }
}
