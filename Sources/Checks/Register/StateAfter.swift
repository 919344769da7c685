import Diagnostics
import Model

extension Change {
    /// All that the list says of the provider from this change on, unrecorded fields included.
    var fieldsAfter: [ProviderField: FieldValue] { stateAfter.fieldsToday }

    /// What a finding calls the provider: as the list does, by its id where no name is written.
    var nameInFindings: String { name.isEmpty ? id.provider : name }

    /// Whether it writes a field's value.
    func writes(_ field: ProviderField) -> Bool { written.fields[field]?.value != nil }

    /// Whether a field was not written in a way that could not be read, or under a key that is misspelt: that has a
    /// finding of its own.
    func isRead(_ field: ProviderField) -> Bool { !announcement.unread.contains(field.rawValue) }

    /// Where it names a field, be it to remove it.
    func span(of field: ProviderField) -> SourceSpan? { written.fields[field]?.span }

    /// A text field after it; nil where there is none.
    func text(of field: ProviderField) -> String? {
        if case .text(let text)? = fieldsAfter[field] { text } else { nil }
    }
}

/// A change after which the list shows the provider.
struct Listing {
    var change: Change
    var provider: ProviderHistory
    /// The register's terms by which it is judged.
    var terms: RegisterTerms
}

extension CheckContext {
    /// Every listing of every register. Withdrawn changes never take effect, and of erased ones the words may be gone.
    var listings: [Listing] {
        history.documents.flatMap { $0.register?.providers ?? [] }.flatMap { provider in
            provider.changes.compactMap { change in
                guard change.stateAfter.isListed, !change.announcement.isWithdrawn, change.announcement.erased == nil
                else { return nil }
                let terms = settings.registerTerms(at: change.moment)
                return Listing(change: change, provider: provider, terms: terms)
            }
        }
    }

    /// Whether what a change says of a field is shown today or will be: a warning about what was replaced long ago
    /// helps nobody.
    func isCurrent(_ field: ProviderField, of listing: Listing) -> Bool {
        let (change, provider) = (listing.change, listing.provider)
        let effective = change.announcement.currentEffective
        guard effective <= asOf.day else { return true }
        guard provider.state(on: asOf.day).isListed else { return false }
        return !provider.changes.contains { later in
            let announcement = later.announcement
            return later.written.fields[field] != nil && !announcement.isWithdrawn
                && announcement.currentEffective <= asOf.day
                && (announcement.currentEffective, announcement.announced.value, later.written.position)
                    > (effective, change.announcement.announced.value, change.written.position)
        }
    }
}

extension Provider {
    /// Where the value of a field that holds on a day is written.
    func lastSpan(of field: ProviderField, on day: CalendarDate) -> SourceSpan? {
        let writers = changes.filter { change in
            change.fields[field]?.value != nil && !change.announcement.isWithdrawn
                && change.announcement.currentEffective <= day
        }
        let last = writers.max { one, other in
            (one.announcement.currentEffective, one.announcement.announced.value, one.position) < (
                other.announcement.currentEffective, other.announcement.announced.value, other.position
            )
        }
        return last?.fields[field]?.span
    }
}

extension SourceSpan {
    /// The place of a code in a list, as a word of its own; the whole where it cannot be told.
    func place(ofWord word: String) -> SourceSpan {
        let (bytes, sought) = (Array(text.utf8), Array(word.utf8))
        func isLetter(_ index: Int) -> Bool {
            bytes.indices.contains(index) && bytes[index].isPartOfWord
        }
        guard !sought.isEmpty, bytes.count >= sought.count else { return self }
        for start in 0...bytes.count - sought.count where bytes[start..<start + sought.count].elementsEqual(sought) {
            guard !isLetter(start - 1), !isLetter(start + sought.count) else { continue }
            let from = range.lowerBound + start
            return SourceSpan(file, from..<from + sought.count)
        }
        return self
    }
    /// The same, of a word that stands behind a key: of a mechanism under its law. An empty key asks for none.
    func place(ofWord word: String, behind key: String) -> SourceSpan {
        guard !key.isEmpty else { return place(ofWord: word) }
        let written = place(ofWord: key)
        guard written.range != range else { return self }
        let rest = SourceSpan(file, written.range.upperBound..<range.upperBound)
        let found = rest.place(ofWord: word)
        return found.range == rest.range ? self : found
    }
}
