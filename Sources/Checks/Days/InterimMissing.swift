import Diagnostics
import Formats
import Model
import Record

extension Check {
    /// `interim-missing`: an edition that takes effect before one that is already announced and still upcoming, without
    /// saying that it gives way to it; and one that says so where there is none.
    ///
    /// Whoever read the earlier announcement expects that text to follow the one in force; so either the new edition
    /// says that it is for the time between, or the other is withdrawn. One of the same day and a lower id would never
    /// hold.
    package static let interimMissing = Check { context in
        context.history.documents.flatMap { document -> [Finding] in
            // Most editions were never upcoming.
            let upcoming = document.editions.filter { $0.announcement.currentEffective > $0.announcement.moment.day }
            let judged = upcoming.isEmpty ? document.editions.filter { $0.interim != nil } : document.editions
            let earlier = EarlierEditions(upcoming)
            return judged.compactMap { edition in
                guard !document.isOlderHistory(edition), !edition.announcement.unread.contains("interim") else {
                    return nil
                }
                let isInterim = edition.interim?.value == true
                let found: Diagnostic? =
                    if let (other, day) = edition.overtaken(of: earlier) {
                        if day == edition.announcement.effective.value {
                            .hidden(edition, by: other, on: day, mend: document.freeID(on: day))
                        } else if !isInterim {
                            .before(other, effective: day, edition, today: context.asOf.day)
                        } else {
                            nil
                        }
                    } else if isInterim,
                        !document.givesWay(
                            edition, on: edition.announcement.effective.value, knownAt: edition.announcement.moment)
                    {
                        .nothingToGiveWayTo(edition)
                    } else {
                        nil
                    }
                return found.map { Finding($0, of: edition.recordKey) }
            }
        }
    }
}

/// The editions of a document that were upcoming for a while, in the order of their announcements, so that those of a
/// moment are found without a look at all.
private struct EarlierEditions {
    /// Each with its place in the document.
    private let editions: [(place: Int, edition: Edition)]
    /// For each the latest day for which it or one before it was ever meant.
    private var latest: [CalendarDate] = []

    /// - Parameter upcoming: in the order of the document.
    init(_ upcoming: [Edition]) {
        editions = upcoming.enumerated().map { (place: $0.offset, edition: $0.element) }
            .sorted { ($0.edition.announcement.moment, $0.place) < ($1.edition.announcement.moment, $1.place) }
        for (_, edition) in editions {
            let announcement = edition.announcement
            let days = [announcement.effective.value] + announcement.postponed.map(\.effective.value)
            latest.append(days.reduce(latest.last ?? days[0], max))
        }
    }

    /// Those announced before a moment, in the order of the document, but for such as had taken effect by then.
    func upcoming(at moment: Moment) -> [Edition] {
        let end = editions.firstPlace { $0.edition.announcement.moment >= moment }
        let start = latest[..<end].lastIndex { $0 <= moment.day }.map { $0 + 1 } ?? 0
        return editions[start..<end].sorted { $0.place < $1.place }.map(\.edition)
    }
}

extension Edition {
    /// The edition that was announced before this one, was still upcoming then, and comes after it; with its day. One of
    /// the same day goes before others.
    fileprivate func overtaken(of earlier: EarlierEditions) -> (Edition, CalendarDate)? {
        let mine = announcement.effective.value
        let found = earlier.upcoming(at: announcement.moment).compactMap { other -> (Edition, CalendarDate)? in
            guard other.id != id,
                let day = other.announcement.effective(knownAt: announcement.moment), day > announcement.moment.day,
                (day, other.id) > (mine, id)
            else { return nil }
            return (other, day)
        }
        return found.first { $0.1 == mine } ?? found.first
    }
}

extension Diagnostic {
    fileprivate static func before(
        _ other: Edition, effective day: CalendarDate, _ edition: Edition, today: CalendarDate
    ) -> Diagnostic {
        let announcement = other.announcement
        // Of two days of which one is mistyped the finding is where that one is written.
        if let mistyped = AnnouncedItem(kind: .edition, announcement: announcement).mistypedYear(today: today) {
            return Diagnostic(
                .interimMissing, at: announcement.announced.span,
                "this edition is announced on \(announcement.moment): then edition \(edition.id) came after it, and takes "
                    + "effect before it", help: "\(mistyped); else write interim: true in edition \(edition.id)"
            ).also(edition.title.span, "the edition that takes effect before it")
        }
        return Diagnostic(
            .interimMissing, at: edition.interim?.span ?? edition.announcement.announced.span,
            "this edition takes effect before edition \(other.id), which was announced on \(announcement.moment) for \(day)",
            help: "write interim: true if it gives way to that one, or withdraw that one on "
                + "\(edition.announcement.moment) or before"
        ).also(announcement.announced.span, "announced here")
    }

    /// - Parameter mend: an id that comes after that of the other.
    fileprivate static func hidden(
        _ edition: Edition, by other: Edition, on day: CalendarDate, mend: EditionID
    ) -> Diagnostic {
        Diagnostic(
            .interimMissing, at: edition.announcement.announced.span,
            "this edition never holds: edition \(other.id), which was announced on \(other.announcement.moment), takes "
                + "effect on \(day) too, and of one day the higher id holds",
            help: "name this file \(mend).md, which comes after it; or withdraw that one on "
                + "\(edition.announcement.moment) or before"
        ).also(other.announcement.announced.span, "announced here")
    }

    fileprivate static func nothingToGiveWayTo(_ edition: Edition) -> Diagnostic {
        Diagnostic(
            .interimMissing, at: edition.interim?.span ?? edition.announcement.announced.span,
            "this edition says that it gives way to another, and none that was announced by \(edition.announcement.moment) "
                + "takes effect after it", help: "take the line out, or announce the other one by then")
    }
}
