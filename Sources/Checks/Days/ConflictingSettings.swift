import Diagnostics
import Model

extension Check {
    /// `conflicting-settings`: `since` is still to come while something is public already.
    ///
    /// What is announced by `since` is the starting state and needs no notice; a day in the future would lift the notice
    /// of all that is announced until then. (That a field is both announced and kept from customers is found when
    /// site.yaml is read.)
    package static let conflictingSettings = Check { context in
        let (since, today) = (context.settings.since, context.asOf.day)
        guard since.value > today, !context.settings.unreadable.contains("since") else { return [] }
        let announced = context.history.documents.flatMap(\.items).map(\.announcement.moment)
        guard let first = announced.min(), context.asOf.covers(first) else { return [] }
        return [
            Finding(
                Diagnostic(
                    .conflictingSettings, at: since.span,
                    "the starting state would last until \(since.value), and what was announced on \(first.day) is public "
                        + "on \(today) already",
                    help: "write since: \(today) or an earlier day"))
        ]
    }
}
