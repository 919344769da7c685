import Model

/// Two editions of a document that a redline compares.
package struct EditionPair: Sendable, Hashable {
    package var document: String
    package var old: EditionID
    package var new: EditionID

    package init(_ old: Edition, _ new: Edition) {
        document = new.document
        self.old = old.id
        self.new = new.id
    }

    /// `privacy/2026-06-01..2026-11-23`: what the redline's article says of itself.
    package var description: String { "\(document)/\(old)..\(new)" }
}

extension DocumentHistory {
    /// The edition that the redline of one compares it with; nil for a first one, and where one of the two texts is erased.
    package func compared(with edition: Edition) -> Edition? {
        guard edition.announcement.erased == nil, let old = predecessor(of: edition) else { return nil }
        return old.announcement.erased == nil ? old : nil
    }

    /// Whether the redline from an edition to the one in force marks something: it is superseded, and the text in force stands.
    package func hasRedlineSince(_ edition: Edition, on day: CalendarDate) -> Bool {
        state(of: edition, on: day) == .superseded && inForce(on: day)?.announcement.erased == nil
    }

    /// The edition that was in force on the day before one took effect, whatever was announced when; nil before the first.
    package func inForce(before edition: Edition) -> Edition? {
        inForce(on: edition.announcement.currentEffective.adding(days: -1))
    }

    /// The redlines that a site needs of a document: of each edition against the one before it, and of each superseded
    /// one against the one in force, which it shows; and of each against the one that was in force before, be it an
    /// interim one, by which it finds what changed each clause. An erased text has none.
    package func redlines(on day: CalendarDate) -> [(old: Edition, new: Edition)] {
        let texts = editions.filter { $0.announcement.erased == nil }
        var pairs: [(old: Edition, new: Edition)] = texts.compactMap { edition in
            compared(with: edition).map { ($0, edition) }
        }
        if let current = inForce(on: day), current.announcement.erased == nil {
            pairs += texts.filter { state(of: $0, on: day) == .superseded }.map { ($0, current) }
        }
        pairs += texts.compactMap { edition in
            guard !edition.announcement.isWithdrawn, edition.announcement.currentEffective <= day,
                let old = inForce(before: edition), old.announcement.erased == nil
            else { return nil }
            return (old, edition)
        }
        var seen: Set<EditionPair> = []
        return pairs.filter { seen.insert(EditionPair($0.old, $0.new)).inserted }
    }
}
