import Diagnostics

/// What links can name, and when it was announced first: an index of a history, made once.
///
/// By what was announced no later than a text, it answers the same in every build of a day on which that text is public,
/// whether the history is of all that is written or of what is public.
package struct LinkIndex: Sendable {
    /// By id, when anything of a document was announced first.
    private let documents: [String: Moment]
    /// By document and edition.
    private let editions: [EditionName: Moment]
    /// By id, the rows of that name, in the order in which the record has them.
    private let rows: [String: [Row]]

    private struct EditionName: Hashable {
        var document: String
        var edition: EditionID
    }

    /// A provider in a register.
    package struct Row: Sendable {
        package var register: String
        package var provider: Provider
        /// When it was announced first.
        package var moment: Moment
    }

    package init(_ library: Library) {
        var documents: [String: Moment] = [:]
        var editions: [EditionName: Moment] = [:]
        var rows: [String: [Row]] = [:]
        for document in library.documents {
            var first: Moment?
            for edition in document.editions {
                let moment = edition.announcement.moment
                editions[EditionName(document: document.id, edition: edition.id)] = moment
                first = min(first ?? moment, moment)
            }
            for provider in document.providers ?? [] {
                guard let moment = provider.changes.first?.announcement.moment else { continue }
                rows[provider.id, default: []].append(
                    Row(register: document.id, provider: provider, moment: moment))
                first = min(first ?? moment, moment)
            }
            documents[document.id] = first
        }
        self.documents = documents
        self.editions = editions
        self.rows = rows.mapValues { $0.sorted { ($0.moment, $0.register) < ($1.moment, $1.register) } }
    }

    /// When something of a document was announced first; nil where there is no such document.
    package func moment(ofDocument id: String) -> Moment? { documents[id] }

    /// When an edition was announced; nil where there is none.
    package func moment(ofEdition id: EditionID, of document: String) -> Moment? {
        editions[EditionName(document: document, edition: id)]
    }

    /// The rows of a name, or the one in a register, in the order of the record.
    package func rows(of provider: String, in register: String?) -> [Row] {
        let all = rows[provider] ?? []
        return register.map { name in all.filter { $0.register == name } } ?? all
    }

    /// The row that `provider:anthropic` means: one that is listed on the text's day, else one that was announced at
    /// all by then; of several that of the text's own document, else the first in the record.
    ///
    /// - Parameters:
    ///   - register: the one that the link names; nil where it names none.
    ///   - document: the one that the text belongs to.
    /// - Returns: nil where none was announced by the text's own moment.
    package func row(of provider: String, in register: String?, from document: String?, on occasion: Occasion) -> Row? {
        let known = rows(of: provider, in: register).filter { $0.moment <= occasion.known }
        let listed = known.filter { $0.provider.isListed(on: occasion.day, knownAt: occasion.known) }
        let candidates = listed.isEmpty ? known : listed
        return candidates.first { $0.register == document } ?? candidates.first
    }
}

extension Provider {
    /// Whether the list has the provider on a day, by what was announced by a moment.
    package func isListed(on day: CalendarDate, knownAt known: Moment) -> Bool {
        changes.lazy.filter { ($0.isFirstState || $0.removed != nil) && $0.announcement.moment <= known }
            .compactMap { change in change.announcement.effective(knownAt: known).map { (change, $0) } }
            .filter { $0.1 <= day }
            .max { ($0.1, $0.0.rank) < ($1.1, $1.0.rank) }
            .map { $0.0.removed?.value != true } ?? false
    }
}

extension DocumentHistory {
    /// The edition that a text's links to the document are judged against: in force on the text's day by what was
    /// announced by the text's own moment, else the first in the record. Nil where nothing was announced by then.
    package func edition(standingOn occasion: Occasion) -> Edition? {
        inForce(on: occasion.day, knownAt: occasion.known) ?? first(knownAt: occasion.known)
    }
}
