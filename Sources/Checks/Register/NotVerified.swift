import Diagnostics
import Model

extension Check {
    /// `not-verified`: a row that legal last checked more than a year before the as-of day.
    ///
    /// A list that nobody looks at goes wrong quietly, and the controller is to have it readily available at all
    /// times (EDPB Opinion 22/2024). Rows that say no `verified` are left alone.
    package static let notVerified = Check { context in
        let today = context.asOf.day
        let providers = context.history.documents.flatMap { $0.register?.providers ?? [] }
        return providers.compactMap { provider in
            let state = provider.state(on: today)
            guard state.isListed, case .date(let verified)? = state.fieldsToday[.verified],
                verified.yearLater < today, let span = provider.provider.lastSpan(of: .verified, on: today)
            else { return nil }
            return Finding(
                Diagnostic(
                    .notVerified, at: span, .notVerified(state.name(orID: provider.provider.id), since: verified),
                    help: "check the row, then add to its changes: {announced: \(today), verified: \(today)}"))
        }
    }
}

extension CalendarDate {
    /// The same day a year later; of 29 February the 28th.
    fileprivate var yearLater: CalendarDate {
        CalendarDate(year: year + 1, month: month, day: day)
            ?? CalendarDate(year: year + 1, month: month, day: day - 1) ?? .distantFuture
    }
}

extension String {
    fileprivate static func notVerified(_ name: String, since day: CalendarDate) -> String {
        "\(name) was last verified on \(day), more than a year ago"
    }
}
