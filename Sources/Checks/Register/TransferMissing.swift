import Diagnostics
import Model
import Record

extension Check {
    /// `transfer-missing`: a place of processing outside the EEA, without an adequacy decision on the day of effect,
    /// that no transfer mechanism covers.
    ///
    /// GDPR Art. 44 to 49: data leaves the Union only on such a ground, and a customer must be able to see which. Places
    /// are those of `locations`, `storage` and `access`, and what a rule chooses among; of a map of mechanisms by law
    /// its `EU` counts.
    package static let transferMissing = Check { context in
        context.listings.flatMap { listing -> [Finding] in
            guard !listing.terms.isPrivate(.transfer) else { return [] }
            return uncovered(listing.change).map { Finding($0, of: listing.change.recordKey) }
        }
    }

    /// `transfer-fallback`: the EU-US Data Privacy Framework is the only mechanism.
    ///
    /// Two earlier frameworks were struck down, and an appeal against this one is pending (C-703/25 P); who has
    /// standard clauses beside it need not announce a change on that day.
    package static let transferFallback = Check { context in
        context.listings.compactMap { listing in
            let change = listing.change
            guard change.writes(.transfer), context.isCurrent(.transfer, of: listing),
                let span = change.span(of: .transfer)
            else { return nil }
            let onItsOwn: Set<TransferMechanism> = [.scc, .scc2, .scc3, .bcr, .derogation]
            let mechanisms = change.mechanismsForEU
            guard mechanisms.contains(.dpf), onItsOwn.isDisjoint(with: mechanisms) else { return nil }
            return Finding(
                Diagnostic(
                    .transferFallback, at: span.place(ofWord: "DPF"), .fallback,
                    help: "add SCC-3, if the standard clauses are agreed too"))
        }
    }
}

private let placeFields: [ProviderField] = [.locations, .storage, .access]

/// A finding for each place that a change leaves uncovered, where it names it. A change that names the mechanisms alone
/// is blamed there for all places, and one that lists a provider again where it says so.
private func uncovered(_ change: Change) -> [Diagnostic] {
    let day = change.announcement.currentEffective
    let mechanisms = change.mechanismsForEU
    let isReturn = change.kinds.contains(.returned)
    var seen: Set<String> = []
    var found: [Diagnostic] = []
    for field in placeFields {
        let places = change.fieldsAfter[field]?.placeList ?? []
        for code in places.flatMap(\.codes) where !seen.contains(code) {
            if mechanisms.contains(where: { $0.covers(code, on: day) }) || isFree(code, on: day) { continue }
            let span =
                change.writes(field)
                ? change.span(of: field)?.place(ofWord: code)
                : change.span(of: .transfer) ?? (isReturn ? change.written.removed?.span : nil)
            guard let span else { continue }
            seen.insert(code)
            found.append(
                Diagnostic(
                    .transferMissing, at: span, .uncovered(code, field, on: day),
                    help: mend(code, on: day, of: change)))
        }
    }
    return found
}

/// Whether data may go to a place without a mechanism.
private func isFree(_ code: String, on day: CalendarDate) -> Bool {
    code == "EU" || code == "EEA" || AdequacyDecision.isAdequate(code, on: day)
}

private func mend(_ code: String, on day: CalendarDate, of change: Change) -> String {
    let offer =
        TransferMechanism.dpf.covers(code, on: day)
        ? "[SCC-3], or [DPF] if \(change.name) is on its list" : "[SCC-3], or what else covers it"
    guard case .transfer(let transfer)? = change.fieldsAfter[.transfer] else { return "add transfer: \(offer)" }
    guard case .byLaw(let laws) = transfer else { return "add to transfer \(offer)" }
    return laws.contains { $0.law == "EU" } ? "add to EU in transfer \(offer)" : "add to transfer EU: \(offer)"
}

extension Change {
    /// The mechanisms that stand for the EU after it: the list without a law, or the map's `EU`.
    fileprivate var mechanismsForEU: Set<TransferMechanism> {
        guard case .transfer(let transfer)? = fieldsAfter[.transfer] else { return [] }
        let names: [String]
        switch transfer {
        case .mechanisms(let list): names = list
        case .byLaw(let laws): names = laws.last { $0.law == "EU" }?.mechanisms ?? []
        }
        return Set(names.compactMap(TransferMechanism.init))
    }
}

extension String {
    fileprivate static func uncovered(_ code: String, _ field: ProviderField, on day: CalendarDate) -> String {
        let place = Country.name(of: code).map { "\(code) (\($0))" } ?? code
        return
            "no transfer mechanism covers \(place) in \(field.rawValue), which has no adequacy decision of the EU on \(day)"
    }

    fileprivate static let fallback = "the Data Privacy Framework is the only transfer mechanism"
}
