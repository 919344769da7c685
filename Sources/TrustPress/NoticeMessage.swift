import Diagnostics
import Feeds
import Formats
import Markdown
import Model
import Notices
import Redline
import Site

/// An event of a notice, in every form in which it can be told.
package struct NoticeMessage: Sendable {
    private let message: Message
    private let notice: JSONValue

    /// For people.
    package var text: String { message.text }
    package var markdown: String { message.markdown }
    /// The notice as it is published, and the event.
    package var json: String { notice.pretty }
    /// A whole message for a mailing list, its lines ended by CR LF.
    package var mail: String { message.mail }

    /// - Parameters:
    ///   - id: a notice's, or an event's: `terms-2026-11-23`, `terms-2026-11-23/postponed/2026-12-01`.
    ///   - kind: of a notice: the newest event of this kind. Nil means its announcement.
    /// - Throws: `UsageError` for an event that is not there, or not yet; `UnreadableContent` where the content has
    ///   errors, so that no message tells what is not published.
    package init(_ site: CheckedSite, _ id: String, _ kind: Event.Kind?) throws {
        let errors = site.diagnostics.filter { $0.severity == .error }
        guard let history = site.history, let known = site.known?.value, errors.isEmpty else {
            throw UnreadableContent(diagnostics: errors)
        }
        let event = try EventChoice(everything: history, known: known).event(id, kind)
        guard let notice = known.history.notice(event.notice) else { throw UnreadableContent(diagnostics: []) }
        let redlines = EditionRedlines(known, texts: known.shownTexts(site.texts), memory: site.memory.redlines)
        message = Message(event, of: notice, in: known.history, redlines: redlines)
        self.notice = NoticeJSON(known.history, redlines: redlines).json(of: notice, naming: event)
    }
}

extension Event {
    /// The end of its id that `trustpress notice` takes: `terms-2026-11-23/postponed/2026-12-01`.
    package var name: String { String(path.dropFirst("notice/".count)) }
}
