import Diagnostics
import Model

extension LinkTargets {
    /// The problem with `provider:anthropic`: it has to be in a register on the text's day, by what was announced by
    /// the text's own moment. Where several registers have the id, one of them is enough, or the text's own.
    func problem(withProvider id: String, of register: String?, _ text: PublishedText) -> JudgedLink.Problem? {
        var candidates = providers[id] ?? []
        if let register { candidates.removeAll { $0.register != register } }
        guard let first = candidates.first else {
            let isUnreadable = unreadable.contains { path in
                path.hasPrefix("Content/\(register.map { $0 + "/" } ?? "")") && path.hasSuffix("/providers/\(id).yaml")
            }
            return isUnreadable ? nil : .missing(.provider(register: register, id: id))
        }
        let occasion = text.occasion
        if candidates.contains(where: { $0.provider.isListed(on: occasion.day, knownAt: occasion.known) }) {
            return nil
        }
        let own = candidates.first { $0.register == text.document } ?? first
        return .notListed(register: own.register, provider: id, occasion.day)
    }
}

extension Provider {
    /// Whether the list has the provider on a day, by what was announced by a moment.
    func isListed(on day: CalendarDate, knownAt known: Moment) -> Bool {
        var newest: (order: (CalendarDate, Moment, Int), isListed: Bool)?
        for change in changes where change.announcement.moment <= known {
            guard let effective = change.announcement.effective(knownAt: known), effective <= day else { continue }
            let isListed: Bool? = change.removed.map { !$0.value } ?? (change.isFirstState ? true : nil)
            guard let isListed else { continue }
            let order = (effective, change.announcement.announced.value, change.position)
            if let newest, newest.order > order { continue }
            newest = (order, isListed)
        }
        return newest?.isListed ?? false
    }
}
