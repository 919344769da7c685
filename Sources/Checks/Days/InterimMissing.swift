import Diagnostics
import Model

extension Check {
    /// `interim-missing`: an edition that takes effect before one that is already announced and still upcoming, without
    /// saying that it gives way to it.
    ///
    /// Whoever read the earlier announcement expects that text to follow the one in force; so either the new edition
    /// says that it is for the time between, or the other is withdrawn.
    package static let interimMissing = Check { context in
        context.history.documents.flatMap { document -> [Finding] in
            // Most editions were never upcoming.
            let upcoming = document.editions.filter { $0.announcement.currentEffective > $0.announcement.moment.day }
            guard !upcoming.isEmpty else { return [] }
            return document.editions.compactMap { edition in
                let announcement = edition.announcement
                guard edition.interim?.value != true, !document.isOlderHistory(edition) else { return nil }
                let other = upcoming.first { other in
                    guard other.id != edition.id, other.announcement.moment < announcement.moment,
                        let day = other.announcement.effective(knownAt: announcement.moment)
                    else { return false }
                    return day > announcement.effective.value && day > announcement.moment.day
                }
                guard let other, let day = other.announcement.effective(knownAt: announcement.moment) else {
                    return nil
                }
                return Finding(
                    Diagnostic(
                        .interimMissing, at: edition.interim?.span ?? announcement.announced.span,
                        .before(other.id, announced: other.announcement.moment, effective: day),
                        help: "write interim: true if it gives way to that one, or withdraw that one on "
                            + "\(announcement.moment) or before"))
            }
        }
    }
}

extension String {
    fileprivate static func before(_ other: EditionID, announced: Moment, effective: CalendarDate) -> String {
        "this edition takes effect before edition \(other), which was announced on \(announced) for \(effective)"
    }
}
