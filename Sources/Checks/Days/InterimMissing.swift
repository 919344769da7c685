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
                // Of two days of which one is mistyped the finding is where that one is written.
                let item = AnnouncedItem(kind: .edition, announcement: other.announcement)
                if let mistyped = item.mistypedYear(today: context.asOf.day) {
                    return Finding(
                        Diagnostic(
                            .interimMissing, at: other.announcement.announced.span,
                            .overtaken(by: edition.id, announced: other.announcement.moment),
                            help: "\(mistyped); else write interim: true in edition \(edition.id)"
                        ).also(edition.title.span, "the edition that takes effect before it"))
                }
                return Finding(
                    Diagnostic(
                        .interimMissing, at: edition.interim?.span ?? announcement.announced.span,
                        .before(other.id, announced: other.announcement.moment, effective: day),
                        help: "write interim: true if it gives way to that one, or withdraw that one on "
                            + "\(announcement.moment) or before"
                    ).also(other.announcement.announced.span, "announced here"))
            }
        }
    }
}

extension String {
    fileprivate static func overtaken(by other: EditionID, announced: Moment) -> String {
        "this edition is announced on \(announced): then edition \(other) came after it, and takes effect before it"
    }

    fileprivate static func before(_ other: EditionID, announced: Moment, effective: CalendarDate) -> String {
        "this edition takes effect before edition \(other), which was announced on \(announced) for \(effective)"
    }
}
