import Diagnostics
import Model

extension Check {
    /// `provider-not-listed`: a link to a provider that is not in the register on the text's own day.
    ///
    /// A policy that names a company the list does not have contradicts the list.
    package static let providerNotListed = Check { context in
        context.findings(of: .providerNotListed) { problem, link, text in
            let place = text.place(of: link.link)
            guard case .notListed(let register, let id, let day, _) = problem else {
                return Diagnostic(.providerNotListed, at: place, "")
            }
            let provider = context.history.document(register)?.register?.provider(id)?.provider
            return Diagnostic(
                .providerNotListed, at: place, .notListed(id, in: register, on: day),
                help: provider.map { help(for: $0, on: day, knownAt: text.occasion.known) })
        }
    }

    private static func help(for provider: Provider, on day: CalendarDate, knownAt known: Moment) -> String {
        if let first = provider.changes.first?.announcement {
            if first.moment > known { return "leave the link out: it is announced on \(first.moment)" }
            if let effective = first.effective(knownAt: known), effective > day {
                return "leave the link out, or let this text take effect on \(effective) or later"
            }
        }
        return "write the name without a link, or name the provider that is listed instead"
    }
}

extension String {
    fileprivate static func notListed(_ id: String, in register: String, on day: CalendarDate) -> String {
        "\(id) is not in the list of \(register) on \(day)"
    }
}
