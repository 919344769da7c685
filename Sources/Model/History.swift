import Diagnostics

/// What the sources mean: documents with their editions and registers resolved, the notices, and the one list of
/// events. Of a library as it is, embargoed and all (for the checks), or of what is public (for the pages).
package struct History: Sendable {
    package var library: Library
    /// In the order of the navigation.
    package var documents: [DocumentHistory]
    /// By document in the order of the navigation, then by moment; last those of the site's terms and of its names.
    package let notices: [Notice]
    /// In their order: by moment; effects of a day come first on it, by notice id, then the rest as in the record.
    package let events: [Event]

    /// What links can name, and since when.
    package let linkIndex: LinkIndex

    /// The documents, each with what it was made of.
    private let resolved: [ResolvedDocument]
    /// The events as the notices have them.
    private let told: [Event]
    /// The stamp of each event.
    private let stamps: [Event: Stamp]
    /// Where each notice stands in `notices`.
    private let places: [NoticeID: Int]

    package var settings: SiteSettings { library.settings }

    /// The names that held at a moment.
    package func names(at moment: Moment) -> Names { settings.names(on: moment.day) }

    /// - Parameter earlier: of another library: what it says of documents that are the same is not found out again.
    package init(resolving library: Library, after earlier: History? = nil) {
        self.library = library
        linkIndex = LinkIndex(library)
        let settings = library.settings
        let earlier = earlier.flatMap { $0.settings.isSame(as: settings) ? $0 : nil }
        let known = Dictionary(
            (earlier?.resolved ?? []).map { ($0.document.id, $0) }, uniquingKeysWith: { first, _ in first })
        resolved = library.documents.map { ResolvedDocument($0, settings: settings, after: known[$0.id]) }
        documents = resolved.map(\.history)
        let ofSite =
            Self.notices(of: settings.weakenings(of: documents))
            + library.renamings.map { Notice($0, isStartingState: $0.from.value <= settings.since.value) }
        notices = resolved.flatMap(\.notices) + ofSite
        places = Dictionary(
            notices.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        told = resolved.flatMap(\.events) + ofSite.flatMap(\.events)
        if let earlier, earlier.told == told {
            (events, stamps) = (earlier.events, earlier.stamps)
        } else {
            events = Self.inOrder(told)
            stamps = Stamp.following(events)
        }
    }

    package func document(_ id: String) -> DocumentHistory? { documents.first { $0.id == id } }

    package func notice(_ id: NoticeID) -> Notice? { places[id].map { notices[$0] } }

    /// Whether an item takes effect before the day on which it was recorded, so that customers are told late.
    package func isLate(_ item: NoticeItem) -> Bool { isTrue(of: item, DocumentHistory.isLate, \.isLate) }

    /// Whether an item was recorded later than announced and only adds to days before `since`, so that it needs no notice
    /// and makes no event.
    package func isOlderHistory(_ item: NoticeItem) -> Bool {
        isTrue(of: item, DocumentHistory.isOlderHistory, \.isOlderHistory)
    }

    /// Whether the notice period applies to an edition or a change; terms and names are judged by rules of their own.
    package func needsNotice(_ item: NoticeItem) -> Bool {
        isTrue(of: item, DocumentHistory.needsNotice, \.needsNotice)
    }

    private func isTrue(
        of item: NoticeItem, _ ofEdition: (DocumentHistory) -> (Edition) -> Bool, _ ofChange: (Change) -> Bool
    ) -> Bool {
        switch item {
        case .edition(let edition): document(edition.document).map { ofEdition($0)(edition) } ?? false
        case .change(let change): ofChange(change)
        case .terms, .renaming: false
        }
    }

    /// The terms by which an edition or a change of a document is judged; by which it would be, were it announced at another
    /// moment.
    package func noticeTerms(for item: NoticeItem, of document: String, at moment: Moment? = nil) -> NoticeTerms {
        let moment = moment ?? item.announcement.moment
        guard case .change = item else { return settings.noticeTerms(at: moment) }
        return noticeTerms(ofRowsOf: document, at: moment)
    }

    /// The terms by which a row of a document is judged that is announced at a moment.
    package func noticeTerms(ofRowsOf document: String, at moment: Moment) -> NoticeTerms {
        self.document(document)?.register?.noticeTerms(at: moment) ?? settings.noticeTerms(at: moment)
    }

    /// When an event is said to have happened, among all others of the site; that of its moment for one that is none of
    /// its own.
    package func stamp(of event: Event) -> Stamp { stamps[event] ?? Stamp(event.moment) }

    /// What weakens the site's terms, by its moments.
    private static func notices(of changes: [TermsChange]) -> [Notice] {
        let byMoment = Dictionary(grouping: changes, by: \.announcement.moment)
        var numbers: [CalendarDate: Int] = [:]
        return byMoment.sorted { $0.key < $1.key }.map { moment, changes in
            numbers[moment.day, default: 0] += 1
            return Notice(
                id: NoticeID(document: NoticeID.siteDocument, day: moment.day, number: numbers[moment.day] ?? 1),
                moment: moment, editions: [], changes: [], terms: changes, isStartingState: false)
        }
    }

    private static func inOrder(_ events: [Event]) -> [Event] {
        func kind(_ event: Event) -> Int { Event.Kind.allCases.firstIndex(of: event.kind) ?? 0 }
        // The record's lines of terms are of no document, and come before those of documents.
        func document(_ event: Event) -> String {
            event.notice.document == NoticeID.siteDocument ? "" : event.notice.document
        }
        return events.sorted { one, other in
            if one.moment.day != other.moment.day { return one.moment.day < other.moment.day }
            switch (one.kind == .effective, other.kind == .effective) {
            case (true, true): return one.notice < other.notice
            case (true, false): return true
            case (false, true): return false
            case (false, false):
                return (one.moment, one.notice.recordDocument, one.notice.recordKind, kind(one), one.notice, one.number)
                    < (
                        other.moment, other.notice.recordDocument, other.notice.recordKind, kind(other), other.notice,
                        other.number
                    )
            }
        }
    }
}
