import Diagnostics

/// A document resolved, with what it tells its subscribers: the document and the settings alone say what that is.
struct ResolvedDocument: Sendable {
    let document: Document
    let history: DocumentHistory
    /// By moment.
    let notices: [Notice]
    /// Those of the notices.
    let events: [Event]

    /// - Parameter earlier: the document as it was, under the same settings: what is the same in both is taken from it.
    init(_ document: Document, settings: SiteSettings, after earlier: ResolvedDocument?) {
        if let earlier, earlier.document.isSame(as: document) {
            self = earlier
            return
        }
        self.document = document
        // The terms of all rows depend on the day of the first.
        let rows = earlier?.document.firstRow == document.firstRow ? earlier?.history.register : nil
        let register = document.providers.map { providers in
            if let rows, rows.providers.elementsEqual(providers, by: { $0.provider.isSame(as: $1) }) { return rows }
            let settings = settings.forRows(of: document)
            return RegisterHistory(
                providers: providers.map { provider in
                    if let row = rows?.provider(provider.id), row.provider.isSame(as: provider) { return row }
                    return ProviderHistory(resolving: provider, of: document.id, settings: settings)
                }, notice: settings.notice)
        }
        history = DocumentHistory(
            id: document.id, editions: document.editions, register: register, since: settings.since.value)
        notices = Self.notices(of: history, settings: settings)
        events = notices.flatMap(\.events)
    }

    /// Groups what a document announced by its moments. Older history is in no notice.
    private static func notices(of document: DocumentHistory, settings: SiteSettings) -> [Notice] {
        let editions = document.editions.filter { !document.isOlderHistory($0) }
        let changes = document.changes.filter { !$0.isOlderHistory }
        let editionsByMoment = Dictionary(grouping: editions, by: \.announcement.moment)
        let changesByMoment = Dictionary(grouping: changes, by: \.moment)
        var numbers: [CalendarDate: Int] = [:]
        return Set(editionsByMoment.keys).union(changesByMoment.keys).sorted().map { moment in
            numbers[moment.day, default: 0] += 1
            let changes = (changesByMoment[moment] ?? []).sorted { $0.id < $1.id }
            let isStartingState = moment.day <= settings.since.value
            let terms = document.register?.noticeTerms(at: moment) ?? settings.noticeTerms(at: moment)
            let mayObject = !isStartingState && changes.contains(where: \.needsNotice)
            return Notice(
                id: NoticeID(document: document.id, day: moment.day, number: numbers[moment.day] ?? 1),
                moment: moment,
                editions: (editionsByMoment[moment] ?? []).sorted { $0.id < $1.id },
                changes: changes,
                objectionDeadline: mayObject
                    ? terms.objectionDeadline(announced: moment.day, for: document.id) : nil,
                objectionAfterEffect: mayObject ? terms.objectionAfterEffect(for: document.id) : nil,
                isStartingState: isStartingState)
        }
    }
}

extension Document {
    /// Whether both were read from the same files, and as much of them was announced.
    fileprivate func isSame(as other: Document) -> Bool {
        id == other.id && editions.elementsEqual(other.editions, by: ===)
            && (providers == nil) == (other.providers == nil)
            && (providers ?? []).elementsEqual(other.providers ?? []) { $0.isSame(as: $1) }
    }
}

extension Provider {
    /// Likewise. What was read anew is of another file, be it the same to the byte.
    fileprivate func isSame(as other: Provider) -> Bool {
        source === other.source && id == other.id
            && changes.elementsEqual(other.changes) {
                $0.position == $1.position && $0.announcement.saysAsMuch(as: $1.announcement)
            }
    }
}

extension SiteSettings {
    /// Likewise.
    func isSame(as other: SiteSettings) -> Bool {
        source === other.source && notice.map(\.moment) == other.notice.map(\.moment)
            && register.map(\.moment) == other.register.map(\.moment)
            && names.map(\.terms.productIDs) == other.names.map(\.terms.productIDs)
    }
}

extension Names {
    fileprivate var productIDs: [String] { products.map(\.id.value) }
}
