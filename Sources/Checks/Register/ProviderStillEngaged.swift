import Diagnostics
import Model

extension Check {
    /// `provider-still-engaged`: a provider taken off the list while another row is `via` it.
    ///
    /// Whoever engages another processor is in the chain itself (GDPR Art. 28(4)), so the list would have a gap.
    package static let providerStillEngaged = Check { context in
        context.registers.flatMap { register -> [Finding] in
            register.providers.flatMap(\.changes).flatMap { change -> [Finding] in
                guard let removed = change.written.removed, removed.value, !change.announcement.isWithdrawn else {
                    return []
                }
                let day = change.announcement.currentEffective
                let id = change.id.provider
                guard register.provider(id)?.state(on: day).isListed == false else { return [] }
                let engaged = register.providers.filter { other in
                    let state = other.state(on: day)
                    return state.isListed && state.fieldsToday[.via] == .text(id)
                }
                return engaged.map { other in
                    Finding(
                        Diagnostic(
                            .providerStillEngaged, at: removed.span, .stillEngaged(id, by: other.provider.id, on: day),
                            help: "remove \(other.provider.id) by then too, or change its via"))
                }
            }
        }
    }

    /// `provider-not-listed`, of a row: `via` names a provider that is not on the list when the row takes effect, or
    /// `replaces` one that was never on it.
    ///
    /// Both are links to another row (contract, sections 3 and 6).
    package static let providerNotListedInRow = Check { context in
        context.registers.flatMap { register -> [Finding] in
            register.providers.flatMap(\.changes).flatMap { change -> [Finding] in
                guard !change.announcement.isWithdrawn, change.stateAfter.isListed else { return [] }
                return [ProviderField.via, .replaces].compactMap { field in
                    context.strayReference(field, of: change, in: register)
                }
            }
        }
    }
}

extension CheckContext {
    fileprivate var registers: [RegisterHistory] { history.documents.compactMap(\.register) }

    fileprivate func strayReference(_ field: ProviderField, of change: Change, in register: RegisterHistory) -> Finding?
    {
        guard case .text(let id)? = change.fieldsAfter[field], change.writes(field), let span = change.span(of: field),
            !id.isEmpty
        else { return nil }
        guard let other = register.provider(id) else {
            if unreadable.contains("Content/\(change.register)/providers/\(id).yaml") { return nil }
            let ids = register.providers.map(\.provider.id)
            return Finding(
                Diagnostic(
                    .providerNotListed, at: span, .unknown(id, in: change.register),
                    help: nearMiss(id, among: ids).map { "did you mean \($0)?" }
                        ?? "write the id of a provider, which is its file's name without .yaml"),
                announced: change.moment)
        }
        let day = change.announcement.currentEffective
        guard field == .via, !other.state(on: day).isListed else { return nil }
        return Finding(
            Diagnostic(
                .providerNotListed, at: span, .notListed(id, on: day),
                help: "list \(id) by then, or write which provider engages this one"),
            announced: change.moment)
    }
}

extension String {
    fileprivate static func stillEngaged(_ id: String, by other: String, on day: CalendarDate) -> String {
        "\(id) leaves the list on \(day), but \(other) is still engaged by it (via)"
    }

    fileprivate static func unknown(_ id: String, in register: String) -> String {
        "there is no provider \(id) in \(register)"
    }

    fileprivate static func notListed(_ id: String, on day: CalendarDate) -> String {
        "\(id) is not on the list on \(day), when this takes effect"
    }
}
