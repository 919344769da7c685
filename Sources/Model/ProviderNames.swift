/// What a provider is called: the name that was written last of all that takes effect by a day; where none is, the entity.
struct ProviderNames: Sendable {
    /// Who wrote the name and when it holds, then the same of the entity.
    private let written: [(field: ProviderField, texts: Standing<Writing>)]

    init(_ changes: [Change]) {
        written = ProviderState.naming.map { field in
            (field, Standing(changes.compactMap { Writing(of: field, by: $0) }))
        }
    }

    /// On a day, by what was announced by a moment. As long as none holds, the first; nil where there is none by then.
    func name(on day: CalendarDate, knownAt known: Moment) -> String? {
        name(knownAt: known) { $1.inForce(on: day, knownAt: known) }
    }

    /// The same before a change that takes effect on a day. What the change itself says of the name is no name before it,
    /// though it was known for an earlier day until it was postponed to this one.
    func name(before change: Change, on day: CalendarDate, knownAt known: Moment) -> String? {
        name(knownAt: known) { $1.inForce(on: day, before: change.rank, knownAt: known, without: change.rank) }
    }

    /// The same after it.
    func name(after change: Change, on day: CalendarDate, knownAt known: Moment) -> String? {
        name(knownAt: known) {
            Writing(of: $0, by: change) ?? $1.inForce(on: day, before: change.rank, knownAt: known)
        }
    }

    private func name(knownAt known: Moment, _ newest: (ProviderField, Standing<Writing>) -> Writing?) -> String? {
        for (field, texts) in written {
            if let text = newest(field, texts)?.text { return text }
        }
        return written.lazy.compactMap { $0.texts.first(knownAt: known)?.text }.first
    }

    /// What one change makes of a field.
    private struct Writing: Standable {
        let announcement: Announcement
        let rank: ProviderChange.Rank
        /// Nil where it takes the text away.
        let text: String?

        /// Nil for a change that does not touch it.
        init?(of field: ProviderField, by change: Change) {
            guard change.before.fields[field] != nil || change.after.fields[field] != nil else { return nil }
            announcement = change.announcement
            rank = change.rank
            text = if case .text(let text)? = change.after.fields[field] { text } else { nil }
        }
    }
}

/// Who is told of a company is told of it by the name that it has when what is told takes effect, as far as that had been
/// announced: a name that only comes is not told yet, and one that has come is.
extension History {
    /// What a provider is called on a day, by what was announced by a moment; its id where it has no name.
    package func name(
        of provider: String, in register: String, on day: CalendarDate, knownAt known: Moment = .last
    ) -> String {
        names(of: provider, in: register)?.name(on: day, knownAt: known) ?? provider
    }

    /// What a change, told at a moment, calls another provider of its register.
    package func name(of provider: String, beside change: Change, toldAt told: Moment) -> String {
        name(
            of: provider, in: change.register, on: change.announcement.planned(knownAt: told),
            knownAt: change.known(toldAt: told))
    }

    /// What the company of a change is called before it, told at a moment.
    package func name(before change: Change, toldAt told: Moment) -> String {
        let day = change.announcement.planned(knownAt: told)
        return names(of: change.id.provider, in: change.register)?
            .name(before: change, on: day, knownAt: change.known(toldAt: told)) ?? change.id.provider
    }

    /// What it is called after it, as the list has it then.
    package func name(of change: Change, toldAt told: Moment = .last) -> String {
        let day = change.announcement.planned(knownAt: told)
        return names(of: change.id.provider, in: change.register)?
            .name(after: change, on: day, knownAt: change.known(toldAt: told)) ?? change.id.provider
    }

    private func names(of provider: String, in register: String) -> ProviderNames? {
        document(register)?.register?.provider(provider)?.names
    }
}

extension Change {
    /// What was announced by this moment counts in what is told of the change at another: what was announced with it, and what
    /// was by the day before. On the day itself something may still be announced, when this has been told already.
    fileprivate func known(toldAt told: Moment) -> Moment { max(moment, told.eve) }
}
