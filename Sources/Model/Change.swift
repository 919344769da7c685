import Diagnostics
import Formats

/// A change's permanent id: the provider, the day of its announcement, and from the second of that day on a number.
package struct ChangeID: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let provider: String
    package let day: CalendarDate
    package let number: Int

    /// `2027-01-10`, or `2027-01-10-2`: the stem of its published file.
    package var stem: String { number == 1 ? "\(day)" : "\(day)-\(number)" }

    /// `anthropic/2027-01-10`.
    package var description: String { "\(provider)/\(stem)" }

    package static func < (one: Self, other: Self) -> Bool {
        (one.provider, one.day, one.number) < (other.provider, other.day, other.number)
    }
}

/// What happens to a provider in a change, derived from what the list said before and says after it.
package enum ChangeKind: String, CaseIterable, Sendable, Hashable {
    case added, removed, returned, renamed
    case entityChanged = "entity_changed"
    case roleChanged = "role_changed"
    case purposeChanged = "purpose_changed"
    case dataAdded = "data_added"
    case dataRemoved = "data_removed"
    case subjectAdded = "subject_added"
    case subjectRemoved = "subject_removed"
    case locationAdded = "location_added"
    case locationRemoved = "location_removed"
    case transferChanged = "transfer_changed"
    case productAdded = "product_added"
    case productRemoved = "product_removed"
    case aiTermsChanged = "ai_terms_changed"
    case detailsChanged = "details_changed"
    case corrected
}

/// One announced step of a provider's history: its first state or an item of `changes`, resolved.
///
/// `before`, `after` and `kinds` are what was announced by the change's own moment, and so never change.
/// It is shared, as all that tells of a change holds it.
package final class Change: Sendable {
    package let register: String
    package let id: ChangeID
    package let written: ProviderChange
    package let before: ProviderState.Snapshot
    package let after: ProviderState.Snapshot
    /// The name the list shows after it, or before it where it is removed.
    package let name: String
    /// Whole states on either side, for sentences; the same knowledge as `before` and `after`.
    package let stateBefore: ProviderState
    package let stateAfter: ProviderState
    /// What was known of the row whenever the change was told, in the order in which it was.
    package let sights: [Sight]
    /// In the order of `ChangeKind`.
    package let kinds: [ChangeKind]
    /// Whether the notice period applies: a material field changed and it is no pure loss, or it is added, returned
    /// or changes its role. True for an urgent one too, whose period is lifted.
    package let needsNotice: Bool
    /// Whether it adds something, so that it can be neither `material: false` nor corrected without a reason.
    package let addsSomething: Bool
    /// Recorded later, and adding the row to days before `since` alone: no notice, no event.
    package let isOlderHistory: Bool
    /// Taking effect before the day on which it was recorded, and no older history: customers are told late.
    package let isLate: Bool
    /// What is published at `/<register>/<provider>/<change>.json`.
    package let published: JSONValue

    init(
        register: String, id: ChangeID, written: ProviderChange, before: ProviderState.Snapshot,
        after: ProviderState.Snapshot, name: String, stateBefore: ProviderState, stateAfter: ProviderState,
        sights: [Sight], kinds: [ChangeKind], needsNotice: Bool, addsSomething: Bool, isOlderHistory: Bool,
        isLate: Bool,
        published: JSONValue
    ) {
        self.register = register
        self.id = id
        self.written = written
        self.before = before
        self.after = after
        self.name = name
        self.stateBefore = stateBefore
        self.stateAfter = stateAfter
        self.sights = sights
        self.kinds = kinds
        self.needsNotice = needsNotice
        self.addsSomething = addsSomething
        self.isOlderHistory = isOlderHistory
        self.isLate = isLate
        self.published = published
    }

    package var announcement: Announcement { written.announcement }
    package var moment: Moment { written.announcement.moment }
    var rank: ProviderChange.Rank { written.rank }
    package var span: SourceSpan { written.span }
}

/// A published change of which something came untrue by what was announced later.
package struct Conflict: Sendable {
    package enum Untruth: Sendable, Hashable {
        /// Its `before` or `after`.
        case said
        /// That it needs no notice.
        case needsNotice
        /// That it adds nothing.
        case addsSomething
    }

    /// Of which something is untrue.
    package var change: ChangeID
    /// When what it says came untrue.
    package var moment: Moment
    package var untruth: Untruth
    /// Whether the change stands as it stood, and only what follows it within its notice period is another.
    package var isByWhatFollows: Bool
    /// Whether its own postponement led past others that came untrue with that: without these, all of it stays true.
    package var isByOthers: Bool
    /// What was announced at that moment and did it: the key or item in the source.
    package var cause: SourceSpan
}
