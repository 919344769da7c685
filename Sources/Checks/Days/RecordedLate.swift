import Diagnostics
import Model

extension Check {
    /// `recorded-late`: something takes effect before the day on which it was recorded, is no older history, and does
    /// not say why customers are told late.
    ///
    /// A notice after the fact is none (GDPR Art. 28(2) speaks of intended changes), so it is told openly, whatever it
    /// is: `urgent` says why. Older history only adds rows or editions to days before `since`.
    package static let recordedLate = Check { context in
        let since = context.settings.since.value
        return context.history.documents.flatMap { document -> [Finding] in
            let editions = document.editions.filter(document.isLate).map(NoticeItem.edition)
            let changes = document.changes.filter(\.isLate).map(NoticeItem.change)
            return (editions + changes).compactMap { item -> Finding? in
                let announcement = item.announcement
                // Of what is erased, the words that said why may be gone.
                guard announcement.urgent == nil, announcement.erased == nil, let recorded = announcement.recorded,
                    announcement.unread.isDisjoint(with: ["urgent", "recorded"])
                else { return nil }
                return Finding(
                    Diagnostic(
                        .recordedLate, at: recorded.span, .late(item.this, announcement, since: since),
                        help: "add urgent: and why customers are told late"))
            }
        }
    }
}

extension String {
    fileprivate static func late(_ this: String, _ announcement: Announcement, since: CalendarDate) -> String {
        let day = announcement.effective.value
        let history =
            day < since ? "; older history only adds to days before \(since), and alters nothing that was listed" : ""
        return "\(this) takes effect on \(day), before it is recorded on \(announcement.moment)\(history)"
    }
}
