import Diagnostics
import Model

extension Check {
    /// `listed-twice`: the same company for the same purpose in two rows that are on the list at once, today or on a day
    /// to come.
    ///
    /// A customer cannot tell which of the two holds. Companies are known by their `entity`, and by their name where one
    /// of two rows has no entity; case, white space and punctuation make no difference. Rows that are each for other
    /// customers are two: those that name products of which none is in both, and those with conditions that differ. A
    /// place sets none apart, as one row has as many as there are.
    package static let listedTwice = Check { context in
        let today = context.asOf.day
        return context.history.documents.compactMap(\.register).flatMap { register in
            let stays = register.providers.flatMap { Stay.all(of: $0, from: today) }.sorted()
            var found: [String: Diagnostic] = [:]
            for (earlier, later) in Stay.together(stays) where found[later.id] == nil {
                found[later.id] = Diagnostic(
                    .listedTwice, at: later.span, .listedTwice(later, beside: earlier, on: today),
                    help: .listedTwiceHelp
                ).also(earlier.span, "the other row")
            }
            return found.values.sorted().map { Finding($0) }
        }
    }
}

extension String {
    fileprivate static func listedTwice(_ stay: Stay, beside other: Stay, on today: CalendarDate) -> String {
        let start = stay.days.clamped(to: other.days).lowerBound
        let days = start > today ? " from \(start) on" : ""
        return "\(stay.name) is on the list twice for this purpose\(days): here and in \(other.id).yaml"
    }

    fileprivate static let listedTwiceHelp =
        "keep one row, with what both say: delete the file of the other, or where that is published take it off the list with "
        + "removed: true and a note that says so; where both are meant, tell them apart by products:, by condition: or by "
        + "what each does, as its purpose"
}
