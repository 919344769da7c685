import Diagnostics
import Model

/// Finds the event that a command line names.
struct EventChoice {
    /// Of the whole library, for what is still to come.
    let everything: History
    /// Of what is public.
    let known: PublicHistory

    /// - Throws: `UsageError` for one that is not there, or not yet.
    func event(_ id: String, _ kind: Event.Kind?) throws(UsageError) -> Event {
        // Without what stands before it in a permanent id.
        var rest = id[...]
        for prefix in ["tag:\(known.settings.authority.value):", "notice/"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
        }
        let name = String(rest)
        if let notice = everything.notices.first(where: { "\($0.id)" == name }) {
            return try newest(kind ?? .announced, of: notice)
        }
        if let event = known.events.first(where: { $0.name == name }) {
            guard kind == nil || kind == event.kind else {
                throw UsageError(
                    "\(event.name) is the event \"\(event.kind.rawValue)\"; leave --event out, or name the notice "
                        + "\(event.notice)")
            }
            return event
        }
        if let event = everything.events.first(where: { $0.name == name }) { throw notYet([event]) }
        throw unknown(name)
    }

    private func newest(_ kind: Event.Kind, of notice: Notice) throws(UsageError) -> Event {
        func isMeant(_ event: Event) -> Bool { event.notice == notice.id && event.kind == kind }
        if let event = known.events.last(where: isMeant) { return event }
        let coming = everything.events.filter(isMeant)
        if !coming.isEmpty { throw notYet(coming) }
        let others = known.events.filter { $0.notice == notice.id }.map(\.name)
        guard !others.isEmpty else {
            throw notYet(everything.events.filter { $0.notice == notice.id && $0.kind == .announced })
        }
        throw UsageError(
            "\(notice.id) has no event \"\(kind.rawValue)\"; its events are \(others.joined(separator: ", "))")
    }

    private func notYet(_ events: [Event]) -> UsageError {
        let first = events.min { $0.moment < $1.moment }
        guard let first else { return UsageError("there is no such event") }
        return UsageError(
            "\(first.notice) \(first.kind.phrase) on \(first.moment), and this run speaks for \(known.asOf); a later one can tell it, or "
                + "say --as-of \(first.moment)")
    }

    /// Of a document that is named all its notices are said; else of nearly the right name the right one, or the newest.
    private func unknown(_ name: String) -> UsageError {
        let notices = known.notices.map(\.id)
        let document = notices.last { name == $0.document || name.hasPrefix("\($0.document)-") }?.document
        let ids = notices.filter { document == nil || $0.document == document }.map { "\($0)" }
        // A day is right or it is another one, however near.
        let near = document == nil ? nearMiss(name, among: ids.filter { $0.suffix(10) == name.suffix(10) }) : nil
        let list = ids.suffix(Self.mostListed).joined(separator: ", ")
        let help =
            near.map { "did you mean \($0)?" }
            ?? (ids.isEmpty
                ? "the site has none yet"
                : (ids.count > Self.mostListed
                    ? "the newest are \(list)" : "there \(ids.count == 1 ? "is" : "are") \(list)"))
        return UsageError(
            name.isEmpty ? "say which notice: \(help)" : "there is no notice and no event \"\(name.shown)\"; \(help)")
    }

    /// How many notices are offered in one line.
    private static let mostListed = 10
}
