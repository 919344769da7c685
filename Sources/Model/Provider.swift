import Diagnostics
import Formats

/// One row of a register as its file is written: one company in one role.
package struct Provider: Sendable {
    /// The file's stem; permanent, unique in its register.
    package var id: String
    package var source: SourceFile
    /// The state when first listed, then `changes`, in the order of the file; never empty.
    package var changes: [ProviderChange]

    package init(id: String, source: SourceFile, changes: [ProviderChange]) {
        self.id = id
        self.source = source
        self.changes = changes
    }
}

/// A provider's first state, or one item of its `changes`, as its author wrote it.
package struct ProviderChange: Sendable {
    /// 0 for the first state, then the place in `changes` from 1.
    package var position: Int
    package var announcement: Announcement
    /// Markdown. Nil where it was left out or erased.
    package var note: Sourced<String>?
    /// `removed: true` takes the provider off the list, `removed: false` lists it again.
    package var removed: Sourced<Bool>?
    /// Of a correction: since when the list was wrong.
    package var trueSince: Sourced<CalendarDate>?
    /// The fields that are named, with what was written; nil for `~`, which removes a field. Private free keys are
    /// not among them: they never enter the model.
    package var fields: [ProviderField: Sourced<FieldValue?>]
    /// The single texts that were written in each field, in the order of the file.
    package var scalars: [ProviderField: [Sourced<String>]]
    /// The lists of a field that are written as empty ones, each by the key that it stands behind, at its place.
    package var emptyLists: [ProviderField: [Sourced<String>]]
    /// Whether it names free keys, which are private and therefore nowhere in the model.
    package var namesFreeKeys: Bool
    /// Every key as written, in canonical JSON's types, but `changes`, `postponed`, `withdrawn` and `erased`. Its
    /// private and unrecorded keys are dropped before it is published.
    package var written: [JSONValue.Member]
    /// Where the item stands: its first key, for findings about the item as a whole.
    package var span: SourceSpan

    package init(
        position: Int, announcement: Announcement, note: Sourced<String>? = nil, removed: Sourced<Bool>? = nil,
        trueSince: Sourced<CalendarDate>? = nil, fields: [ProviderField: Sourced<FieldValue?>],
        scalars: [ProviderField: [Sourced<String>]] = [:], emptyLists: [ProviderField: [Sourced<String>]] = [:],
        namesFreeKeys: Bool = false, written: [JSONValue.Member],
        span: SourceSpan
    ) {
        self.position = position
        self.announcement = announcement
        self.note = note
        self.removed = removed
        self.trueSince = trueSince
        self.fields = fields
        self.scalars = scalars
        self.emptyLists = emptyLists
        self.namesFreeKeys = namesFreeKeys
        self.written = written
        self.span = span
    }

    package var isFirstState: Bool { position == 0 }

    /// Its place among a provider's changes of one day of effect: by when they were announced, then in the file.
    struct Rank: Comparable {
        let announced: Moment
        let position: Int

        static func < (one: Self, other: Self) -> Bool {
            (one.announced, one.position) < (other.announced, other.position)
        }
    }

    var rank: Rank { Rank(announced: announcement.announced.value, position: position) }

    /// Whether it is a note alone that its author calls no material change: it clarifies, and is told as that. The note
    /// itself may be erased.
    package var isClarification: Bool {
        !isFirstState && fields.isEmpty && removed == nil && !namesFreeKeys && !announcement.isMaterial
    }
}
