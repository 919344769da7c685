import Diagnostics
import Formats
import Language
import Model
import Notices
import Redline
import Site

/// What subscribers of a mailing list are told of an event. Every form of it is written from the same HTML, which is
/// that of the event's entry in the feeds, so that a message says neither more nor less.
package struct Message: Sendable {
    package let event: Event
    package let title: String
    /// The title; where it is the sentence of so many companies that nobody reads it in a list of messages, what happens to
    /// how many.
    let subject: String
    /// When it happened.
    let date: String
    /// The elements of the body.
    let html: String
    let settings: SiteSettings
    /// Those of its moment.
    let names: Names

    /// The most characters of a subject that names several companies.
    private static let subjectLimit = 200

    package init(_ event: Event, of notice: Notice, in history: History, redlines: EditionRedlines) {
        let entry = FeedEntry(event, of: notice, in: history, redlines: redlines)
        self.event = event
        title = entry.title
        let items = notice.items(of: event)
        subject =
            title.count > Self.subjectLimit && Self.isOfSeveralCompanies(items)
            ? FeedEntry.title(
                of: event, in: notice, document: entry.document, count: items.count, in: entry.language) : title
        settings = history.settings
        names = history.names(at: event.moment)
        date = entry.published
        let voice = Voice(language: names.language.value)
        let lead = Self.lead(event, of: notice, names, in: voice.speaks)
        html = Self.withoutImages("<p>\(voice.html(lead))</p>\n" + entry.html + Self.sender(names, voice))
    }

    private static func isOfSeveralCompanies(_ items: [NoticeItem]) -> Bool {
        let rows = items.compactMap { item in if case .change(let change) = item { change.id.provider } else { nil } }
        return rows.contains { $0 != rows.first }
    }

    /// The message as text for people, with its title.
    package var text: String {
        let lines = "<h1>\(Escaping.html(title))</h1>\n" + html
        return MessageText.text(of: lines, as: .plain, direction)
    }

    /// Of the language in which it is told.
    var direction: TextDirection { names.noticeLanguage.direction }

    /// The same as Markdown.
    package var markdown: String { MessageText.text(of: "<h1>\(Escaping.html(title))</h1>\n" + html, as: .markdown) }

    /// Who says what the sentences below it are about, the author's words marked.
    private static func lead(_ event: Event, of notice: Notice, _ names: Names, in language: Language) -> String {
        let name = names.organization.name.value.authored
        let (day, first) = (language.date(event.moment.day), language.date(notice.moment.day))
        switch event.kind {
        case .announced: return language.tell("\(name) announced on \(first):")
        case .effective: return language.tell("What \(name) announced on \(first) is in effect:")
        case .postponed: return language.tell("\(name) postponed on \(day) what it announced on \(first):")
        case .withdrawn: return language.tell("\(name) withdrew on \(day) what it announced on \(first):")
        }
    }

    /// Whom to write to, as a business letter says it.
    private static func sender(_ names: Names, _ voice: Voice) -> String {
        let organization = names.organization
        let mail = Escaping.html(names.contacts.privacy.value)
        let lines =
            [organization.legalName?.value ?? organization.name.value, organization.address?.value]
            .compactMap { $0.map { voice.html($0.authored) } } + ["<a href=\"mailto:\(mail)\">\(mail)</a>"]
        return "<p>\(lines.joined(separator: "<br>\n"))</p>\n"
    }

    /// Their words stay.
    private static func withoutImages(_ html: String) -> String {
        guard html.contains("<img") else { return html }
        return HTMLToken.all(in: html).map { token in
            if case .start("img", let attributes) = token { .text(attributes["alt"] ?? "") } else { token }
        }
        .html
    }
}
