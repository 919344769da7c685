import Diagnostics
import Model
import Record

extension Check {
    /// `provider-still-engaged`: a provider taken off the list while another row is `via` it.
    ///
    /// Whoever engages another processor is in the chain itself (GDPR Art. 28(4)), so the list would have a gap.
    package static let providerStillEngaged = Check { context in
        context.registers.flatMap { register -> [Finding] in
            let engaged = register.byEngager
            return register.providers.flatMap { provider in
                provider.changes.flatMap { removal($0, from: provider, engaged[provider.provider.id] ?? []) }
            }
        }
    }

    /// `provider-not-listed`, of a row: `via` names a provider that is not on the list when the row takes effect; and
    /// `broken-link`, of a row: `via` or `replaces` names one that does not exist, or leads back to the row itself.
    ///
    /// Both are links to another row, and lead nowhere then; down the chain every processor has a name (GDPR Art. 28(4)).
    package static let providerNotListedInRow = Check { context in
        context.registers.flatMap { register -> [Finding] in
            let providers = register.byID
            return register.changes.flatMap { change -> [Finding] in
                guard !change.announcement.isWithdrawn, change.stateAfter.isListed else { return [] }
                return [ProviderField.via, .replaces].compactMap { field in
                    context.strayReference(field, of: change, among: providers)
                }
            }
        }
    }
}

/// Findings about a change that takes a provider off the list.
///
/// - Parameter candidates: the rows that name it in `via` at some time.
private func removal(
    _ change: Change, from provider: ProviderHistory, _ candidates: [ProviderHistory]
) -> [Finding] {
    guard let removed = change.written.removed, removed.value, !change.announcement.isWithdrawn else { return [] }
    let day = change.announcement.currentEffective
    let id = provider.provider.id
    guard !provider.state(on: day).isListed else { return [] }
    return candidates.compactMap { other in
        let state = other.state(on: day)
        guard state.isListed, state.fieldsToday[.via] == .text(id) else { return nil }
        return Finding(
            Diagnostic(
                .providerStillEngaged, at: removed.span,
                "\(id) leaves the list on \(day), but \(other.provider.id) is still engaged by it (via)",
                help: "remove \(other.provider.id) by then too, or change its via"
            ).also(other.provider.lastSpan(of: .via, on: day), "engaged by it, as is said here"))
    }
}

extension RegisterHistory {
    fileprivate var byID: [String: ProviderHistory] {
        Dictionary(providers.map { ($0.provider.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The rows that are engaged by another one at some time, by that one's id.
    fileprivate var byEngager: [String: [ProviderHistory]] {
        var rows: [String: [ProviderHistory]] = [:]
        for provider in providers {
            let engagers = provider.provider.changes.compactMap { change -> String? in
                if case .text(let id)? = change.fields[.via]?.value { id } else { nil }
            }
            for id in Set(engagers) { rows[id, default: []].append(provider) }
        }
        return rows
    }
}

extension CheckContext {
    fileprivate var registers: [RegisterHistory] { history.documents.compactMap(\.register) }

    fileprivate func strayReference(
        _ field: ProviderField, of change: Change, among providers: [String: ProviderHistory]
    ) -> Finding? {
        guard case .text(let id)? = change.fieldsAfter[field], change.writes(field), let span = change.span(of: field),
            !id.isEmpty
        else { return nil }
        guard let other = providers[id] else {
            if unreadable.contains("Content/\(change.register)/providers/\(id).yaml") { return nil }
            let ids = providers.keys.sorted()
            return Finding(
                Diagnostic(
                    .brokenLink, at: span, "there is no provider \(id) in \(change.register)",
                    help: nearID(id, among: ids).map { "did you mean \($0)?" }
                        ?? "write the id of a provider, which is its file's name without .yaml"),
                of: change.recordKey)
        }
        let day = change.announcement.currentEffective
        if let ring = ring(from: change.id.provider, over: other, by: field, on: day, among: providers) {
            return Finding(
                Diagnostic(
                    .brokenLink, at: span, .leadsBack(ring, by: field),
                    help: "write the id of another provider, or take the line out"),
                of: change.recordKey)
        }
        guard field == .via, !other.state(on: day).isListed else { return nil }
        return Finding(
            Diagnostic(
                .providerNotListed, at: span, "\(id) is not on the list on \(day), when this takes effect",
                help: "list \(id) by then, or write which provider engages this one"),
            of: change.recordKey)
    }

    /// The rows of a chain that leads back to the one that names another, that one first; nil where it does not. A row may
    /// be the one that names it, or be engaged by it down the chain.
    private func ring(
        from id: String, over other: ProviderHistory, by field: ProviderField, on day: CalendarDate,
        among providers: [String: ProviderHistory]
    ) -> [String]? {
        var row = other
        var ring = [id]
        var seen: Set<String> = []
        while seen.insert(row.provider.id).inserted {
            if row.provider.id == id { return ring }
            ring.append(row.provider.id)
            guard field == .via, case .text(let next)? = row.state(on: day).fieldsToday[.via],
                let next = providers[next]
            else { return nil }
            row = next
        }
        return nil
    }
}

extension String {
    /// - Parameter ring: each engaged by the next, and the last by the first.
    fileprivate static func leadsBack(_ ring: [String], by field: ProviderField) -> String {
        switch ring.count {
        case 1: return "\(ring[0]) names itself in \(field.rawValue)"
        case 2: return "\(ring[1]) is itself engaged by \(ring[0]) (via), so neither is engaged by anybody else"
        default:
            let links = zip(ring, ring.dropFirst() + ring.prefix(1)).map { "\($0) by \($1)" }
            let shown = links.count > 6 ? links.prefix(5) + ["…"] + links.suffix(1) : links[...]
            return "these engage each other in a ring (via), and nobody else engages them: "
                + shown.joined(separator: ", ")
        }
    }
}
