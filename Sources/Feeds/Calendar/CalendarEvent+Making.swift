import Diagnostics
import Formats
import Language
import Model
import Notices
import Site

extension History {
    /// What calendars show: for each notice the last day to object and the days of effect. In the order of the days
    /// on which they were first announced, which later announcements do not change.
    package var calendarEvents: [CalendarEvent] {
        let inOrder = notices.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
        return concurrentMap(inOrder) { notice in
            let words = CalendarWords(notice, of: self)
            return (words.objection.map { [$0] } ?? []) + notice.effectGroups.map(words.effect)
        }.flatMap(\.self)
    }
}

/// Writes the entries of a notice. What they say depends on what was announced by their newest announcement.
private struct CalendarWords {
    private let history: History
    private let notice: Notice
    private let items: [NoticeItem]

    init(_ notice: Notice, of history: History) {
        self.notice = notice
        self.history = history
        items = notice.items
    }

    private var page: String { Addresses(history.settings).notice(notice.id) }

    // MARK: The days of effect

    func effect(_ group: EffectGroup) -> CalendarEvent {
        let members = group.members.map { items[$0] }
        let title = history.title(of: notice.id.document, knownAt: group.known)
        let (ofText, ofSummary) = (
            viewpoint(members, known: group.known, on: group.isCancelled ? group.known.day : group.day),
            Viewpoint(known: group.cancelledAfter ?? group.known, day: group.day, showsPostponement: false)
        )
        let language = language(at: group.known)
        let marked = sentences(members, from: ofText)
        let told = ofSummary == ofText ? marked : sentences(members, from: ofSummary)
        let others = group.isCancelled ? [] : members.flatMap(\.announcement.applies)
        var text = (marked + others.map { $0.words(in: language) }).map(language.plain)
        if !group.isCancelled, members.contains(where: \.mayBeObjectedTo) { text += howToObject(at: group.known) }
        return event(
            group.path, sequence: group.sequence, known: group.known, day: group.day, isCancelled: group.isCancelled,
            summary: effectSummary(told, group, document: title), text: text, document: title, items: members)
    }

    /// The sentence where there is only one, else how many changes there are, behind the organization's name: a
    /// calendar shows many of them.
    ///
    /// - Parameter told: the sentences, the author's words in them marked.
    private func effectSummary(_ told: [String], _ group: EffectGroup, document: String) -> String {
        let language = language(at: group.known)
        let start =
            language.isolated(organization(at: group.known))
            + (group.isCancelled ? "\(language.comma)\(language.tell("withdrawn")): " : ": ")
        if told.count == 1, let sentence = told.first {
            return start + language.plain(English.asTitle(sentence))
        }
        if notice.isStartingState {
            return start + language.tell("\(language.isolated(document)) as they stand on \(language.date(group.day))")
        }
        return start
            + language.tell(
                "\(told.count) changes of \(name(of: document, knownAt: group.known)) take effect", of: told.count)
    }

    // MARK: The last day to object

    /// Nil where there is nothing to object to. It never moves; it is cancelled when everything that may be objected
    /// to is withdrawn, and what it says follows what is postponed and withdrawn.
    var objection: CalendarEvent? {
        guard let deadline = notice.objectionDeadline else { return nil }
        let contested = items.filter(\.mayBeObjectedTo)
        let later = Set(contested.flatMap(\.announcement.laterMoments)).filter { $0 > notice.moment }
        let known = later.max() ?? notice.moment
        let remaining = contested.filter { $0.announcement.effective(knownAt: known) != nil }
        let isCancelled = remaining.isEmpty
        let members = isCancelled ? contested : remaining
        let title = history.title(of: notice.id.document, knownAt: known)
        let language = language(at: known)
        let name = name(of: title, knownAt: known)
        let organization = language.isolated(organization(at: known))
        var text = sentences(members, from: viewpoint(members, known: known, on: known.day)).map(language.plain)
        if !isCancelled { text += howToObject(at: known) }
        return event(
            "objection", sequence: later.count, known: known, day: deadline, isCancelled: isCancelled,
            summary: isCancelled
                ? language.tell("\(organization), withdrawn: there is nothing left to object to in \(name)")
                : language.tell(
                    "\(organization): last day to object to changes of \(name) (\(names(of: members, knownAt: known)))"),
            text: text, document: title, items: members)
    }

    /// `North and South`; of many how many they are.
    private func names(of items: [NoticeItem], knownAt known: Moment) -> String {
        let language = language(at: known)
        let names = items.compactMap { item in
            if case .change(let change) = item { history.name(of: change, toldAt: known) } else { nil }
        }
        .uniqued
        return names.count > 3
            ? language.tell("\(names.count) companies", of: names.count) : language.list(names.map(language.isolated))
    }

    private func howToObject(at known: Moment) -> [String] {
        // Beside a day that was moved, perhaps into another year: with its own.
        guard
            let objection = notice.objectionDeadline.map({
                Sentences(history).objection(until: $0, at: known)
            })
        else { return [] }
        let address = language(at: known).isolated(history.names(at: known).contacts.privacy.value)
        return [
            "\(objection) "
                + language(at: known).tell(
                    "Write to \(address), with “Objection to \("\(notice.id)")” as the subject."),
            notice.objectionAfterEffect(knownAt: known).map { English.sentence($0) },
        ].compactMap { $0 }
    }

    // MARK: Both

    private func language(at known: Moment) -> Language { history.names(at: known).noticeLanguage }

    /// The document as it stands behind `changes of`.
    private func name(of title: String, knownAt known: Moment) -> String {
        let language = language(at: known)
        let isRegister = history.document(notice.id.document)?.isRegister(knownAt: known) ?? false
        return language.plain(language.possessor(title, isRegister: isRegister))
    }

    private func organization(at known: Moment) -> String { history.names(at: known).organization.name.value }

    private func viewpoint(_ items: [NoticeItem], known: Moment, on day: CalendarDate) -> Viewpoint {
        // A postponement shows where it is news: where the newest announcement is one.
        let isPostponed = items.contains { item in
            item.announcement.postponed.contains { $0.announced.value == known }
        }
        return Viewpoint(known: known, day: day, showsPostponement: isPostponed)
    }

    /// The author's words in them marked.
    private func sentences(_ items: [NoticeItem], from viewpoint: Viewpoint) -> [String] {
        Sentences(history, marksAuthors: true).sentences(for: items, of: notice, from: viewpoint)
    }

    private func event(
        _ path: String, sequence: Int, known: Moment, day: CalendarDate, isCancelled: Bool, summary: String,
        text: [String], document: String, items: [NoticeItem]
    ) -> CalendarEvent {
        CalendarEvent(
            id: history.settings.tag("notice/\(notice.id)/\(path)"), sequence: sequence, announced: known, day: day,
            isCancelled: isCancelled, summary: summary, description: (text + [page]).joined(separator: "\n\n"),
            url: page, category: document, document: notice.id.document, items: items)
    }
}

extension NoticeItem {
    /// Whether it is told in the feeds of a document: it is of it, or of terms that concern it.
    func concerns(document: String) -> Bool {
        switch self {
        case .edition(let edition): edition.document == document
        case .change(let change): change.register == document
        case .terms(let terms): terms.documents.contains(document)
        case .renaming: true
        }
    }

    /// Whether customers of a product must learn of it: a company is used for that when it takes effect or later, by what was
    /// known whenever it was told, or at one event alone. The site's terms concern customers of every product.
    package func concerns(product: String, at event: Event? = nil) -> Bool {
        switch self {
        case .edition: return false
        case .change(let change):
            guard let event else { return change.sights.contains { $0.reach.contains(product) } }
            return change.sight(at: event)?.reach.contains(product) ?? false
        case .terms, .renaming: return true
        }
    }
}
