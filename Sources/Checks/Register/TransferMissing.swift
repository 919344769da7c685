import Diagnostics
import Model
import Record

extension Check {
    /// `transfer-missing`: a place of processing without an adequacy decision on the day of effect that no transfer
    /// mechanism covers.
    ///
    /// GDPR Art. 44 to 49: data leaves the Union only on such a ground, and a customer must be able to see which. Places
    /// are those of `locations`, `storage` and `access`, and what a rule chooses among. Mechanisms without a law are the
    /// Union's; of those by law the Union's are always judged, those of the United Kingdom and of Switzerland where they
    /// are named, by their own dates.
    package static let transferMissing = Check { context in
        context.listings.flatMap { listing -> [Finding] in
            guard !listing.terms.isPrivate(.transfer), listing.change.isRead(.transfer) else { return [] }
            return listing.change.groundsByLaw.flatMap { grounds in
                uncovered(listing.change, grounds).map { Finding($0, of: listing.change.recordKey) }
            }
        }
    }

    /// `transfer-fallback`: the Data Privacy Framework is the only mechanism under a law.
    ///
    /// Two earlier frameworks were struck down, and an appeal against this one is pending (C-703/25 P); who has
    /// standard clauses beside it need not announce a change on that day.
    package static let transferFallback = Check { context in
        context.listings.flatMap { listing -> [Finding] in
            let change = listing.change
            guard change.writes(.transfer), context.isCurrent(.transfer, of: listing),
                let span = change.span(of: .transfer)
            else { return [] }
            return change.groundsByLaw.compactMap { grounds in
                guard grounds.restOnFrameworkAlone else { return nil }
                let place = span.place(ofWord: "DPF", behind: grounds.key)
                return Finding(
                    Diagnostic(.transferFallback, at: place, .fallback(grounds.law), help: .fallbackHelp(grounds.law)))
            }
        }
    }
}

/// The mechanisms on which a row's transfers under one law rest.
private struct Grounds {
    var law: TransferLaw
    /// Under which they are written; empty for a list without laws.
    var key: String
    var mechanisms: Set<TransferMechanism>

    init(_ law: TransferLaw, key: String = "", _ names: [String]) {
        self.law = law
        self.key = key
        mechanisms = Set(names.compactMap(TransferMechanism.init))
    }

    /// Whether nothing would be left of them without the Data Privacy Framework but decisions of adequacy.
    var restOnFrameworkAlone: Bool {
        let others = mechanisms.subtracting([.dpf, .adequacy])
        return mechanisms.contains(.dpf) && !others.contains { $0.covers("US", under: law, on: .distantPast) }
    }
}

extension Change {
    /// What the list says after it of each law that is judged, the Union's first.
    fileprivate var groundsByLaw: [Grounds] {
        guard case .transfer(let transfer)? = fieldsAfter[.transfer] else { return [Grounds(.eu, [])] }
        switch transfer {
        case .mechanisms(let names): return [Grounds(.eu, names)]
        case .byLaw(let laws):
            return TransferLaw.allCases.compactMap { law in
                guard let written = laws.last(where: { TransferLaw(written: $0.law) == law }) else {
                    return law == .eu ? Grounds(.eu, key: "EU", []) : nil
                }
                // Under another law it says openly that no data is to go there under it.
                if law != .eu, written.mechanisms == [TransferMechanism.none.rawValue] { return nil }
                return Grounds(law, key: written.law, written.mechanisms)
            }
        }
    }
}

/// The places after a change that nothing covers, each once, at its place in the change, or at the mechanisms where
/// those changed, or where the provider is listed again.
private func uncovered(_ change: Change, _ grounds: Grounds) -> [Diagnostic] {
    let (law, day) = (grounds.law, change.announcement.currentEffective)
    let isReturn = change.kinds.contains(.returned) || change.kinds.contains(.added)
    var seen: Set<String> = []
    var found: [Diagnostic] = []
    for field in placeFields {
        let places = change.fieldsAfter[field]?.placeList ?? []
        for code in places.flatMap(\.codes) where !seen.contains(code) {
            if AdequacyDecision.isAdequate(code, under: law, on: day) { continue }
            if grounds.mechanisms.contains(where: { $0.covers(code, under: law, on: day) }) { continue }
            let span =
                change.writes(field)
                ? change.span(of: field)?.place(ofWord: code)
                : change.span(of: .transfer) ?? (isReturn ? change.written.removed?.span : nil)
            guard let span else { continue }
            seen.insert(code)
            found.append(
                Diagnostic(
                    .transferMissing, at: span, .uncovered(code, field, under: law, on: day),
                    help: mend(code, under: law, on: day, of: change)))
        }
    }
    return found
}

private func mend(_ code: String, under law: TransferLaw, on day: CalendarDate, of change: Change) -> String {
    let clauses = law == .uk ? "UK-Addendum" : "SCC-3"
    let offer =
        TransferMechanism.dpf.covers(code, under: law, on: day)
        ? "[\(clauses)] if they are signed, or [DPF] if \(change.nameInFindings) is on its list"
        : "[\(clauses)] if they are signed, or what else covers it"
    guard case .transfer(let transfer)? = change.fieldsAfter[.transfer] else { return "add transfer: \(offer)" }
    guard case .byLaw(let laws) = transfer else { return "add to transfer \(offer)" }
    let key = laws.last { TransferLaw(written: $0.law) == law }?.law
    return key.map { "add to \($0) in transfer \(offer)" } ?? "add to transfer EU: \(offer)"
}

extension String {
    fileprivate static func uncovered(
        _ code: String, _ field: ProviderField, under law: TransferLaw, on day: CalendarDate
    ) -> String {
        let place = Country.name(of: code).map { "\(code) (\($0))" } ?? code
        let (owner, decision) =
            switch law {
            case .eu: ("", "adequacy decision of the EU")
            case .uk: (" for the United Kingdom", "adequacy regulations of the United Kingdom")
            case .ch: (" for Switzerland", "adequacy decision of Switzerland")
            }
        return "no transfer mechanism\(owner) covers \(place) in \(field.rawValue), which has no \(decision) on \(day)"
    }

    fileprivate static func fallback(_ law: TransferLaw) -> String {
        let owner =
            switch law {
            case .eu: ""
            case .uk: " for the United Kingdom"
            case .ch: " for Switzerland"
            }
        return "the Data Privacy Framework is the only transfer mechanism\(owner)"
    }

    fileprivate static func fallbackHelp(_ law: TransferLaw) -> String {
        law == .uk
            ? "add UK-Addendum, if it is agreed too" : "add SCC-3, if the standard clauses are agreed too"
    }
}
