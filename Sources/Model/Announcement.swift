import Diagnostics
import Formats

/// What an edition, a provider's first state and each of its changes have in common: when it was made public, when it
/// starts to apply, and what was announced about it later.
package struct Announcement: Sendable {
    package var announced: Sourced<Moment>
    /// When it entered this record, where that is later than announced (older history, a late publication).
    package var recorded: Sourced<Moment>?
    /// The day of effect as it was first announced: an edition's stem, a change's `effective`.
    package var effective: Sourced<CalendarDate>
    /// False for an editorial change, which needs no notice. The span is that of the key's value.
    package var material: Sourced<Bool>?
    /// Markdown, shown to customers: why the notice is short. Lifts the notice period.
    package var urgent: Sourced<String>?
    package var applies: [Applies]
    /// In the order in which they are written.
    package var postponed: [Postponement]
    package var withdrawn: Withdrawal?
    /// In the order in which they are written: each takes away more than the one before it.
    package var erasures: [Erasure]
    /// 32 random hexadecimal digits, without which the words of a short text could be guessed from its digest.
    package var salt: Sourced<String>?
    /// The keys of the item that its author wrote and that could not be read as they were meant, which is reported: what
    /// comes of their not being there is no fault of its own.
    package var unread: Set<String> = []

    package init(
        announced: Sourced<Moment>, recorded: Sourced<Moment>? = nil, effective: Sourced<CalendarDate>,
        material: Sourced<Bool>? = nil, urgent: Sourced<String>? = nil, applies: [Applies] = [],
        postponed: [Postponement] = [], withdrawn: Withdrawal? = nil, erasures: [Erasure] = [],
        salt: Sourced<String>? = nil
    ) {
        self.announced = announced
        self.recorded = recorded
        self.effective = effective
        self.material = material
        self.urgent = urgent
        self.applies = applies
        self.postponed = postponed
        self.withdrawn = withdrawn
        self.erasures = erasures
        self.salt = salt
    }

    /// The moment from which it is public here: embargo, the order of the record, notices and events go by it.
    package var moment: Moment { momentWritten.value }

    /// The same, where its author wrote it.
    package var momentWritten: Sourced<Moment> { recorded ?? announced }

    package var isMaterial: Bool { material?.value ?? true }

    /// The day of effect as it stood when everything announced up to and including a moment was known;
    /// nil where it had been withdrawn by then.
    package func effective(knownAt known: Moment) -> CalendarDate? {
        if let withdrawn, withdrawn.announced.value <= known { return nil }
        return planned(knownAt: known)
    }

    /// The same of a withdrawn one too: the day on which it was to take effect.
    package func planned(knownAt known: Moment) -> CalendarDate {
        postponed.last { $0.announced.value <= known }?.effective.value ?? effective.value
    }

    /// The day of effect with all that is known; given for a withdrawn one too.
    package var currentEffective: CalendarDate { postponed.last?.effective.value ?? effective.value }

    /// When something was said of it later: each postponement in the order written, then the withdrawal.
    package var laterMoments: [Moment] {
        postponed.map(\.announced.value) + (withdrawn.map { [$0.announced.value] } ?? [])
    }

    /// What was said of it later, in Markdown: why it was postponed, withdrawn and erased.
    package var reasons: [Sourced<String>] {
        postponed.map(\.reason) + (withdrawn.map { [$0.reason] } ?? []) + erasures.map(\.reason)
    }

    /// The first erasure: since then it is one. Nil where nothing of it is erased.
    package var erased: Erasure? { erasures.first }

    package var isWithdrawn: Bool { withdrawn != nil }

    /// The same as a build speaking for `asOf` knows it; nil where it is embargoed. An erasure holds at every as-of, and a
    /// withdrawal whose day cannot be read, or is not after the announcement, at none: both are reported.
    package func announced(by asOf: AsOf) -> Announcement? {
        guard asOf.covers(moment) else { return nil }
        var copy = self
        copy.postponed.removeAll { !asOf.covers($0.announced.value) }
        if let withdrawn,
            !withdrawn.isDated || withdrawn.announced.value <= moment || !asOf.covers(withdrawn.announced.value)
        {
            copy.withdrawn = nil
        }
        return copy
    }

    /// Whether of two that builds know of one item neither has more than the other of what was said of it later.
    func saysAsMuch(as other: Announcement) -> Bool {
        postponed.count == other.postponed.count && isWithdrawn == other.isWithdrawn
    }
}

/// `applies: [{to: New customers, from: 2026-11-23, new: true}]`: another day for some.
package struct Applies: Sendable {
    package var to: Sourced<String>
    package var from: Sourced<CalendarDate>
    /// True where it is for those alone who become customers from that day, and so for nobody who is owed a notice.
    package var new: Sourced<Bool>?

    package init(to: Sourced<String>, from: Sourced<CalendarDate>, new: Sourced<Bool>? = nil) {
        self.to = to
        self.from = from
        self.new = new
    }

    package var isForNewAlone: Bool { new?.value == true }
}

/// `postponed: [{announced: …, effective: …, reason: …}]`: moved to a later day before it takes effect.
package struct Postponement: Sendable {
    package var announced: Sourced<Moment>
    package var effective: Sourced<CalendarDate>
    package var reason: Sourced<String>
    /// What the author wrote, for the record.
    package var written: JSONValue

    package init(
        announced: Sourced<Moment>, effective: Sourced<CalendarDate>, reason: Sourced<String>, written: JSONValue
    ) {
        self.announced = announced
        self.effective = effective
        self.reason = reason
        self.written = written
    }
}

/// `withdrawn: {announced: …, reason: …}`: taken back before it takes effect.
package struct Withdrawal: Sendable {
    package var announced: Sourced<Moment>
    /// Whether its own day could be read; else `announced` is another that stands in for it.
    package var isDated: Bool
    package var reason: Sourced<String>
    /// What the author wrote, for the record.
    package var written: JSONValue

    package init(announced: Sourced<Moment>, isDated: Bool = true, reason: Sourced<String>, written: JSONValue) {
        self.announced = announced
        self.isDated = isDated
        self.reason = reason
        self.written = written
    }
}

/// `erased: {announced: …, reason: …, sha256: …, files: {…}}`: gone from the source, with the hashes of what was
/// published, in lower-case hexadecimal.
package struct Erasure: Sendable {
    package var announced: Sourced<Moment>
    /// Whether its own day could be read; else `announced` is another that stands in for it.
    package var isDated: Bool
    package var reason: Sourced<String>
    /// The digest of what was published until then: of a later erasure of the same, of what the one before it left.
    package var sha256: Sourced<String>
    /// The files that what is gone named, by path in the order written: `/files/dpa.pdf`.
    package var files: [(path: Sourced<String>, sha256: Sourced<String>)]
    /// What the author wrote, for the record.
    package var written: JSONValue

    package init(
        announced: Sourced<Moment>, isDated: Bool = true, reason: Sourced<String>, sha256: Sourced<String>,
        files: [(path: Sourced<String>, sha256: Sourced<String>)] = [], written: JSONValue
    ) {
        self.announced = announced
        self.isDated = isDated
        self.reason = reason
        self.sha256 = sha256
        self.files = files
        self.written = written
    }
}

extension Erasure {
    /// What is written in the place of a text that is erased, and published there.
    package static let standIn = "(erased)"
}
