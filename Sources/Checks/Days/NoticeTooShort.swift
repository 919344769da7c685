import Diagnostics
import Model
import Record

extension Check {
    /// `notice-too-short`: an edition or a change that takes effect before the notice period is over.
    ///
    /// The period is that of the `notice` block in force on the day of the announcement by what was announced then, for
    /// the document. Exempt are the starting state, what says `urgent`, older history, and what needs no notice
    /// (GDPR Art. 28(2): the controller is informed of intended changes, so that it may
    /// object). Another day for some (`applies`) keeps to the period too, but for those alone who become customers from
    /// that day. What is late has no period left to keep; `recorded-late` judges it.
    package static let noticeTooShort = Check { context in
        context.history.documents.flatMap { document -> [Finding] in
            let editions = document.editions.compactMap { edition in
                context.shortNotice(of: edition, in: document).map { Finding($0, of: edition.judgedKey) }
            }
            let changes = document.changes.compactMap { change in
                context.shortNotice(of: change).map { Finding($0, of: change.judgedKey) }
            }
            let items = document.items.flatMap { context.shortNoticeForSome(by: $0, in: document) }
            return editions + changes + items.map { Finding($0) }
        }
    }
}

extension CheckContext {
    /// The days of notice and the earliest day of effect; nil where an announcement keeps to it or is exempt.
    private func missed(
        _ announcement: Announcement, document: String, _ terms: NoticeTerms
    ) -> (days: Int, earliest: CalendarDate)? {
        let announced = announcement.moment.day
        // Of what is erased, the words that said why its notice was short may be gone.
        guard !isStartingState(announcement), announcement.urgent == nil, announcement.erased == nil,
            announcement.unread.isDisjoint(with: ["material", "urgent", "recorded", "true_since"]),
            announcement.effective.value >= announcement.announced.value.day
        else { return nil }
        let earliest = terms.earliestEffective(announced: announced, for: document)
        return announcement.effective.value < earliest ? (terms.days(for: document), earliest) : nil
    }

    fileprivate func shortNotice(of edition: Edition, in document: DocumentHistory) -> Diagnostic? {
        let terms = history.noticeTerms(for: .edition(edition), of: document.id)
        guard document.needsNotice(edition), !document.isLate(edition),
            let (days, earliest) = missed(edition.announcement, document: document.id, terms)
        else { return nil }
        let announcement = edition.announcement
        let file = "\(document.freeID(on: earliest)).md"
        let mend = "rename the file to \(file) or a later day, or write urgent: and why the notice is short"
        let latest = terms.latestAnnounced(effective: announcement.effective.value, for: document.id)
        guard announcement.namesAnnounced || announcement.recorded != nil else {
            let isPossible = start == nil || latest >= asOf.day
            return Diagnostic(
                .noticeTooShort, at: announcement.announced.span, .unannounced(announcement, days, earliest),
                help: isPossible
                    ? "add announced: \(latest) or an earlier day, if it is made public then; else \(mend)" : mend)
        }
        return Diagnostic(
            .noticeTooShort, at: announcement.announced.span,
            .tooShort("this edition", announcement, days, earliest), help: mend)
    }

    fileprivate func shortNotice(of change: Change) -> Diagnostic? {
        let announcement = change.announcement
        guard change.needsNotice, !change.isLate,
            let (days, earliest) = missed(
                announcement, document: change.register,
                history.noticeTerms(for: .change(change), of: change.register))
        else { return nil }
        if change.written.trueSince != nil {
            return Diagnostic(
                .noticeTooShort, at: announcement.effective.span, .addingCorrection,
                help: "add urgent: and why customers were not told before")
        }
        let verb = announcement.namesEffective ? "write" : "add"
        let told =
            announcement.namesEffective
            ? String.tooShort("this change", announcement, days, earliest) : .withoutDay(announcement, days, earliest)
        // Of a row that leaves the list before then nothing can be told so late.
        let provider = history.document(change.register)?.register?.provider(change.id.provider)
        let isGone = !announcement.isWithdrawn && provider?.state(on: earliest).isListed == false
        let isShorter = settings.noticeTerms(at: announcement.moment).days(for: change.register) < days
        return Diagnostic(
            .noticeTooShort, at: announcement.effective.span,
            told + (isShorter ? .ownDays(change.register) : ""),
            help: isGone
                ? "add urgent: and why the notice is short (on \(earliest) \(change.id.provider) is not on the list)"
                : "\(verb) effective: \(earliest) or a later day, or add urgent: and why the notice is short")
    }

    /// Findings of the days that hold for some and come before the period is over.
    fileprivate func shortNoticeForSome(by item: NoticeItem, in document: DocumentHistory) -> [Diagnostic] {
        let announcement = item.announcement
        let others = announcement.applies.filter { !$0.isForNewAlone && $0.from.value >= announcement.moment.day }
        guard !others.isEmpty, history.needsNotice(item) else { return [] }
        return others.compactMap { other in
            var judged = announcement
            judged.effective = other.from
            let terms = history.noticeTerms(for: item, of: document.id)
            guard let (days, earliest) = missed(judged, document: document.id, terms) else { return nil }
            return Diagnostic(
                .noticeTooShort, at: other.from.span, .tooShortForSome(judged, days, earliest),
                help:
                    "write \(earliest) or later; or add new: true, if it is for those alone who become customers from "
                    + "that day")
        }
    }
}

extension Edition {
    /// The line by which a baseline judges its notice; nil where it judges none, as of what is withdrawn.
    fileprivate var judgedKey: RecordKey? { announcement.isWithdrawn ? nil : recordKey }
}

extension Change {
    /// Likewise; what a correction adds is told by its own finding.
    fileprivate var judgedKey: RecordKey? {
        announcement.isWithdrawn || written.trueSince != nil ? nil : recordKey
    }
}

extension String {
    fileprivate static func tooShort(
        _ this: String, _ announcement: Announcement, _ days: Int, _ earliest: CalendarDate
    ) -> String {
        "\(this) takes effect on \(announcement.effective.value); \(announcement.momentKey) on "
            + "\(announcement.moment.day) with \(days.inDays) of notice, it can take effect on \(earliest) at the earliest"
    }

    /// Of a change that says no day of effect.
    fileprivate static func withoutDay(
        _ announcement: Announcement, _ days: Int, _ earliest: CalendarDate
    ) -> String {
        "this change says no day of effect, so that it takes effect on \(announcement.effective.value), the day of its "
            + "announcement; with \(days.inDays) of notice, it can take effect on \(earliest) at the earliest"
    }

    fileprivate static func ownDays(_ register: String) -> String {
        " (the days that notice: gives to \(register) alone were told before it listed anybody, and hold for its texts)"
    }

    fileprivate static func unannounced(_ announcement: Announcement, _ days: Int, _ earliest: CalendarDate) -> String {
        "this edition takes effect on \(announcement.effective.value) and says no day of announcement, so that this is the "
            + "same day; with \(days.inDays) of notice from then, it can take effect on \(earliest) at the earliest"
    }

    fileprivate static let addingCorrection =
        "this correction adds something of which customers had no notice, and does not say why"

    fileprivate static func tooShortForSome(_ announcement: Announcement, _ days: Int, _ earliest: CalendarDate)
        -> String
    {
        "for some it applies from \(announcement.effective.value); announced on \(announcement.moment.day) with "
            + "\(days.inDays) of notice, it can apply to customers from \(earliest) at the earliest"
    }
}
