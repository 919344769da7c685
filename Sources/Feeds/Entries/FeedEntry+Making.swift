import Language
import Model
import Notices
import Redline
import Site

extension FeedEntry {
    /// An event of a notice as it was told when it happened.
    package init(_ event: Event, of notice: Notice, in history: History, redlines: EditionRedlines) {
        let settings = history.settings
        let items = notice.items(of: event)
        let marked = Sentences(history, marksAuthors: true)
            .sentences(for: items, of: notice, from: Viewpoint(of: event))
        let language = history.names(at: event.moment).noticeLanguage
        let told = marked.map(language.plain)
        self.language = language
        self.event = event
        id = settings.tag(event.path)
        document = history.title(of: notice.id.document, toldBy: event)
        title = Self.title(of: event, in: notice, document: document, told: marked, in: language)
        stamp = history.stamp(of: event)
        updated = settings.timestamp(stamp)
        published = settings.mailDate(stamp)
        url = Addresses(settings).notice(notice.id)
        var sentences = told
        if event.kind == .announced, let objection = Sentences(history).objection(to: notice) {
            sentences.append(objection)
        }
        summary = sentences.joined(separator: " ")
        html =
            EntryBody(event: event, notice: notice, items: items, told: marked, history: history, redlines: redlines)
            .html
    }

    /// The sentence where there is only one, else what happens to how many.
    ///
    /// - Parameter told: the sentences, the author's words in them marked.
    fileprivate static func title(
        of event: Event, in notice: Notice, document: String, told: [String], in language: Language
    ) -> String {
        guard told.count == 1, let sentence = told.first else {
            return title(of: event, in: notice, document: document, count: told.count, in: language)
        }
        // Of a document's own edition the sentence names the document.
        let words = language.plain(English.asTitle(sentence))
        return notice.changes.isEmpty ? words : "\(language.isolated(document)): \(words)"
    }

    /// What happens to how many.
    static func title(
        of event: Event, in notice: Notice, document: String, count: Int, in language: Language
    ) -> String {
        let (document, date) = (language.isolated(document), language.date(event.moment.day))
        if notice.isStartingState, event.kind == .announced {
            return language.tell("\(document): as they stand on \(date)")
        }
        switch event.kind {
        case .announced: return language.tell("\(document): \(count) changes announced on \(date)", of: count)
        case .effective: return language.tell("\(document): \(count) changes take effect on \(date)", of: count)
        case .postponed: return language.tell("\(document): \(count) changes postponed on \(date)", of: count)
        case .withdrawn: return language.tell("\(document): \(count) changes withdrawn on \(date)", of: count)
        }
    }
}

extension History {
    /// An event in one line, as its entry is called; nil for one of a notice that is not there.
    package func title(of event: Event) -> String? {
        guard let notice = notice(event.notice) else { return nil }
        let told = Sentences(self, marksAuthors: true).sentences(for: event)
        return FeedEntry.title(
            of: event, in: notice, document: title(of: notice.id.document, toldBy: event), told: told,
            in: names(at: event.moment).noticeLanguage)
    }
}
