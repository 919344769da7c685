import Diagnostics

/// A notice's permanent id: the document, the day, and for later moments of that day a number from 2.
package struct NoticeID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// `siteDocument` for a notice of the site's own terms.
    package let document: String
    package let day: CalendarDate
    package let number: Int

    /// What stands in the place of a document where a notice is of the site's own terms; no document may be called so.
    package static let siteDocument = "notice-terms"

    /// `subprocessors-2026-11-23`, or `subprocessors-2026-11-23-2`.
    package var description: String { number == 1 ? "\(document)-\(day)" : "\(document)-\(day)-\(number)" }

    package static func < (one: Self, other: Self) -> Bool {
        (one.document, one.day, one.number) < (other.document, other.day, other.number)
    }
}

/// One item of a notice.
package enum NoticeItem: Sendable {
    case edition(Edition)
    case change(Change)
    /// A block of the site's terms that weakens them.
    case terms(TermsChange)
    case renaming(Renaming)

    package var announcement: Announcement {
        switch self {
        case .edition(let edition): edition.announcement
        case .change(let change): change.announcement
        case .terms(let terms): terms.announcement
        case .renaming(let renaming): renaming.announcement
        }
    }

    /// Whether the notice it is in may be objected to on its account.
    package var mayBeObjectedTo: Bool {
        if case .change(let change) = self { change.needsNotice } else { false }
    }
}

/// All editions and changes announced of one document at one moment, or what the site announced of its own terms or names.
package struct Notice: Sendable {
    package var id: NoticeID
    package var moment: Moment
    /// By id.
    package var editions: [Edition]
    /// By id.
    package var changes: [Change]
    /// Those of `notice` before those of `register`, in the order of their days.
    package var terms: [TermsChange] = []
    /// The names that change, of a notice that is of no document.
    package var renaming: Renaming?
    /// The last day on which customers may object, to its end. Nil for the starting state, for documents that are no
    /// registers, and where nothing in it needs notice.
    package var objectionDeadline: CalendarDate?
    /// What an objection after the day of effect does, in the words in force when it was announced.
    package var objectionAfterEffect: String?
    /// Announced on or before `since`: it needed no notice.
    package var isStartingState: Bool

    package var items: [NoticeItem] {
        editions.map(NoticeItem.edition) + changes.map(NoticeItem.change) + terms.map(NoticeItem.terms)
            + (renaming.map { [NoticeItem.renaming($0)] } ?? [])
    }

    /// The document that it is of; nil where it is of the site as a whole.
    package var document: String? { id.recordDocument.isEmpty ? nil : id.document }
}

/// What a subscriber must learn.
package struct Event: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable { case announced, effective, postponed, withdrawn }

    package var kind: Kind
    package var notice: NoticeID
    /// When it happens. A day of effect is a bare day.
    package var moment: Moment
    /// 1, and from the second postponement or withdrawal of a day in this notice on 2, 3 …
    package var number: Int

    /// What was announced up to this moment may be told of it. An effect is told at the start of its day, and of nothing that
    /// is announced on that day.
    package var known: Moment { kind == .effective ? moment.eve : moment }

    /// The end of its permanent id: `notice/<id>`, or `notice/<id>/effective/<day>` and so on. In a feed
    /// `tag:<authority>:` stands before it.
    package var path: String {
        guard kind != .announced else { return "notice/\(notice)" }
        return "notice/\(notice)/\(kind.rawValue)/\(moment.day)" + (number == 1 ? "" : "-\(number)")
    }
}

extension Notice {
    /// What an objection after the day of effect does, where one can come so late by what was announced by a moment.
    package func objectionAfterEffect(knownAt known: Moment) -> String? {
        guard let words = objectionAfterEffect, let deadline = objectionDeadline else { return nil }
        let days = items.filter(\.mayBeObjectedTo).compactMap { $0.announcement.effective(knownAt: known) }
        return days.contains { $0 <= deadline } ? words : nil
    }

    /// The items that an event is about, of those this notice holds.
    package func items(of event: Event) -> [NoticeItem] {
        items.filter { item in
            let announcement = item.announcement
            switch event.kind {
            case .announced: return true
            case .effective:
                return !announcement.isWithdrawn && announcement.currentEffective == event.moment.day
            case .postponed: return announcement.postponed.contains { $0.announced.value == event.moment }
            case .withdrawn: return announcement.withdrawn?.announced.value == event.moment
            }
        }
    }

    /// The notice's own events. Effects on or before the announced day are none: the announcement says them.
    var events: [Event] {
        func numbered(_ kind: Event.Kind, _ moments: Set<Moment>) -> [Event] {
            var numbers: [CalendarDate: Int] = [:]
            return moments.sorted().map { moment in
                numbers[moment.day, default: 0] += 1
                return Event(kind: kind, notice: id, moment: moment, number: numbers[moment.day] ?? 1)
            }
        }
        let announcements = items.map(\.announcement)
        let effects = announcements.compactMap { announcement -> Moment? in
            guard !announcement.isWithdrawn, announcement.currentEffective > moment.day else { return nil }
            return Moment(announcement.currentEffective)
        }
        return [Event(kind: .announced, notice: id, moment: moment, number: 1)]
            + numbered(.effective, Set(effects))
            + numbered(.postponed, Set(announcements.flatMap { $0.postponed.map(\.announced.value) }))
            + numbered(.withdrawn, Set(announcements.compactMap { $0.withdrawn?.announced.value }))
    }
}
