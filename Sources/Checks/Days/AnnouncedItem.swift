import Diagnostics
import Model

/// An edition, a provider's first state or a change, as the checks on days see them: what was announced when.
struct AnnouncedItem {
    enum Kind { case edition, firstState, change }

    var kind: Kind
    var announcement: Announcement
    var trueSince: Sourced<CalendarDate>?

    /// How messages begin: `this edition`.
    var this: String {
        switch kind {
        case .edition: "this edition"
        case .firstState: "this provider"
        case .change: "this change"
        }
    }

    /// What the author can do where something can no longer be taken back.
    var successor: String { kind == .edition ? "a new edition" : "a change" }
}

extension NoticeItem {
    /// How messages begin: `this edition`.
    var this: String {
        switch self {
        case .edition: "this edition"
        case .change(let change): change.written.isFirstState ? "this provider" : "this change"
        case .terms: "this block"
        case .renaming: "this renaming"
        }
    }
}

extension CheckContext {
    /// Everything that was ever announced, as it is written, in the order of the navigation.
    var announcedItems: [AnnouncedItem] {
        library.documents.flatMap { document in
            document.editions.map { AnnouncedItem(kind: .edition, announcement: $0.announcement) }
                + (document.providers ?? []).flatMap(\.changes).map { change in
                    AnnouncedItem(
                        kind: change.isFirstState ? .firstState : .change, announcement: change.announcement,
                        trueSince: change.trueSince)
                }
        }
    }

    /// Every change of every register, resolved.
    var changes: [Change] {
        history.documents.flatMap(\.changes)
    }

    /// Whether something is the starting state, which needs no notice and no words.
    func isStartingState(_ announcement: Announcement) -> Bool {
        announcement.moment.day <= startingDay
    }
}

extension Announcement {
    /// Whether the author wrote when it is announced; of an edition it may be left out.
    var namesAnnounced: Bool { announced.span.text.contains(announced.value.description) }

    /// `it is announced on 2026-11-23`; where nobody wrote that, which day takes its place.
    ///
    /// - Parameter moment: the one that the record goes by where it is given later.
    func announcedInWords(_ moment: Moment) -> String {
        moment == announced.value && !namesAnnounced
            ? "its first day, \(moment) (it says no day of announcement)" : "it is announced on \(moment)"
    }

    /// When it is announced, in the words of a message: as its author says, or that it does not say so.
    var announcedAsTold: String {
        recorded == nil && !namesAnnounced
            ? "this says no day of announcement, so that this is its first day, \(announced.value)"
            : "this is announced for \(moment)"
    }

    /// The key that says the moment from which it is public here.
    var momentKey: String { recorded == nil ? "announced" : "recorded" }

    /// Whether the author wrote a day of effect; of a change it may be left out.
    var namesEffective: Bool { effective.span.range != announced.span.range }

    /// The day of effect as it stood just before a moment.
    func effective(before moment: Moment) -> CalendarDate {
        postponed.last { $0.announced.value < moment }?.effective.value ?? effective.value
    }
}

extension Provider {
    /// Whether a change takes effect before it is announced, or is announced before the provider itself. That is
    /// reported, and what the list would be on any day cannot be told from such days.
    var hasDaysAstray: Bool {
        guard let first = changes.first?.announcement.moment else { return false }
        return changes.contains { change in
            let announcement = change.announcement
            return announcement.moment < first || announcement.effective.value < announcement.announced.value.day
        }
    }
}

extension Int {
    /// `1 day`, `30 days`.
    var inDays: String { self == 1 ? "1 day" : "\(self) days" }
}
