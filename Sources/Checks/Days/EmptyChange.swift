import Diagnostics
import Model
import Record

extension Check {
    /// `empty-change`: a change that names nothing, that says what the list says already by then, or that is about a
    /// provider which is not on the list then; or an item of `renamed` that changes no name.
    ///
    /// Customers would be told of nothing (a removed provider is listed again by `removed: false`, and by nothing else).
    /// A change of private and unrecorded fields alone is never announced, and of an erased one the words may be gone. A
    /// note alone is a clarification, where it says `material: false`.
    package static let emptyChange = Check { context in
        let names = context.settings.names
        let renamings = zip(names, names.dropFirst()).compactMap { before, after in
            after.from.map { Renaming(from: $0, before: before.terms, after: after.terms) }
        }
        let empty = renamings.filter(\.isEmpty).map { renaming in
            Finding(
                Diagnostic(
                    .emptyChange, at: renaming.from.span,
                    "this item of renamed says nothing that does not hold already",
                    help: "add what changes (organization, contacts, products or language), or take the item out"),
                of: renaming.recordKeys.first)
        }
        let providers = context.history.documents.flatMap { $0.register?.providers ?? [] }
        return empty
            + providers.filter { !$0.provider.hasDaysAstray }.flatMap { provider in
                provider.judgedChanges.compactMap { change in
                    // What a new row says, and this item does not.
                    let missing = context.settings.registerTerms(at: change.moment).required
                        .subtracting(change.written.fields.keys)
                    return emptiness(of: change, missing, in: provider, context.history).map { Finding($0) }
                        ?? unsaid(by: change, missing).map { Finding($0, of: change.recordKey) }
                }
                    + provider.changesTakenBack(among: provider.judgedChanges)
            }
    }
}

/// `missing-key`: what a row must say that a change lists for the first time. Its first state was withdrawn before it was
/// in force, so nothing that stood there holds.
private func unsaid(by change: Change, _ missing: Set<ProviderField>) -> Diagnostic? {
    guard change.kinds.contains(.added), !missing.isEmpty else { return nil }
    return Diagnostic(
        .missingKey, at: change.written.removed?.span ?? change.span,
        "\(change.id.provider) was never on the list, and this item lists it without \(missing.listed)",
        help:
            "add \(missing.listed) here, as in the state that was withdrawn; where this item is published, in one of its own"
    )
}

extension ProviderHistory {
    /// The changes of which it can be said what they change: what comes before the first state is out of order.
    fileprivate var judgedChanges: [Change] {
        guard let first = provider.changes.first?.announcement.moment else { return [] }
        return changes.filter {
            !$0.written.isFirstState && $0.announcement.erased == nil && $0.announcement.unread.isEmpty
                && $0.moment >= first
        }
    }

    /// The changes that are about a day on which the provider is not on the list, and do not put it there.
    var changesOffList: [Change] {
        judgedChanges.filter { !$0.namesNothing && !$0.before.isListed && !$0.after.isListed }
    }

    /// What was announced by the moment of a change, and lists the provider on a day after that of the change.
    fileprivate func listing(after change: Change) -> (change: Change, day: CalendarDate)? {
        changes.filter { $0.moment <= change.moment && !$0.before.isListed && $0.after.isListed }
            .compactMap { other in other.announcement.effective(knownAt: change.moment).map { (other, $0) } }
            .filter { $0.1 > change.announcement.effective.value }
            .min { $0.1 < $1.1 }
    }

    /// What takes the provider off the list before a change of the same moment, and stands behind it in the file: it came to a
    /// change that was there.
    fileprivate func removal(before change: Change) -> Change? {
        changes.last { other in
            other.moment == change.moment && other.written.position > change.written.position
                && other.before.isListed && !other.after.isListed
                && other.announcement.effective.value < change.announcement.effective.value
        }
    }
}

extension Change {
    /// Whether it names nothing of the list and is no clarification.
    fileprivate var namesNothing: Bool {
        written.fields.isEmpty && written.removed == nil && !(written.isClarification && written.note != nil)
    }
}

/// - Parameter missing: what a new row must say, and this change does not.
private func emptiness(
    of change: Change, _ missing: Set<ProviderField>, in provider: ProviderHistory, _ history: History
) -> Diagnostic? {
    let written = change.written
    let day = change.announcement.effective.value
    if change.namesNothing {
        return Diagnostic(
            .emptyChange, at: change.span, "this change names nothing that it changes",
            help: written.note == nil
                ? "add the keys that change, or take the change out"
                : "add the keys that change, or material: false if the note only clarifies")
    }
    if !change.before.isListed, !change.after.isListed {
        if let removal = provider.removal(before: change) { return earlyRemoval(removal, before: change, on: day) }
        return Diagnostic(
            .emptyChange, at: written.removed?.span ?? change.span,
            "\(change.id.provider) is not on the list on \(day), when this change takes effect",
            help: helpOffList(change, missing, in: provider, history))
    }
    guard !(written.isClarification && written.note != nil), change.before.isSame(as: change.after) else { return nil }
    if let removed = written.removed, written.fields.isEmpty {
        return Diagnostic(
            .emptyChange, at: removed.span, "\(change.id.provider) is on the list already on \(day)",
            help: "take the change out")
    }
    let named = change.before.fields.keys.map(\.rawValue).sorted().joined(separator: ", ")
    return Diagnostic(
        .emptyChange, at: change.span, .sameAsBefore(named, day),
        help: "write what is new, or take the change out")
}

/// Of a removal that leaves nothing to a change which is announced with it and takes effect later.
private func earlyRemoval(_ removal: Change, before change: Change, on day: CalendarDate) -> Diagnostic {
    let verb = removal.announcement.namesEffective ? "write" : "add"
    // A correction has no day of effect but its own.
    let since = removal.written.trueSince == nil ? "" : "take true_since out and "
    return Diagnostic(
        .emptyChange, at: removal.written.removed?.span ?? removal.span,
        "\(removal.id.provider) leaves the list on \(removal.announcement.effective.value), "
            + "before its change of \(day), announced with this, takes effect",
        help: "\(since)\(verb) effective: \(day) or a later day, or take the change that takes effect on \(day) out"
    ).also(change.span, "the change of \(day)")
}

/// What to do about a change of a day on which the provider is not on the list.
private func helpOffList(
    _ change: Change, _ missing: Set<ProviderField>, in provider: ProviderHistory, _ history: History
) -> String {
    let listing = provider.listing(after: change)
    if change.written.removed?.value == true {
        guard let (listing, day) = listing, listing.moment < change.moment else { return "take the change out" }
        return "take the change out; if it is not to be listed on \(day), add withdrawn: {announced: \(change.moment), "
            + "reason: …} to what announces that (\(listing.id))"
    }
    let earliest = history.noticeTerms(for: .change(change), of: change.register)
        .earliestEffective(announced: change.moment.day, for: change.register)
    if let (_, day) = listing {
        let effective = "\(change.announcement.namesEffective ? "write" : "add") effective: "
        // A correction has no day of effect but its own. What was so on a list of then can still be told in words.
        let since = change.written.trueSince?.value
        let told = since.flatMap { since in
            provider.state(on: since).isListed ? "; what was wrong from \(since) on, say in note" : nil
        }
        return (since == nil ? "" : "take true_since out and ")
            + "\(effective)\(max(day, earliest)) or a later day: it is listed from \(day)"
            + (told ?? "")
    }
    let isNew = change.stateBefore.isBlank
    let keys = isNew && !missing.isEmpty ? ", and \(missing.listed)," : ""
    let isTooSoon =
        change.announcement.urgent == nil && change.announcement.recorded == nil && change.written.trueSince == nil
        && change.moment.day > history.settings.since.value && change.announcement.effective.value < earliest
    let editorial = change.written.announcement.material?.value == false ? " in place of material: false" : ""
    return "add removed: false\(keys)\(editorial) to list it\(isNew ? "" : " again")"
        + (isTooSoon ? ", with effective: \(earliest) or later" : "") + ", or take the change out"
}

extension Set<ProviderField> {
    /// `name, entity, purpose`, in the order of the fields.
    fileprivate var listed: String {
        ProviderField.allCases.filter(contains).map(\.rawValue).joined(separator: ", ")
    }
}

extension String {
    fileprivate static func sameAsBefore(_ named: String, _ day: CalendarDate) -> String {
        let what = named.isEmpty ? "this change says nothing" : "this change says of \(named)"
        return named.isEmpty
            ? "\(what) that the list does not say already" : "\(what) what the list says already on \(day)"
    }
}
