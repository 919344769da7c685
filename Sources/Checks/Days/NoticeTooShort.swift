import Diagnostics
import Model

extension Check {
    /// `notice-too-short`: an edition or a change that takes effect before the notice period is over.
    ///
    /// The period is that of the `notice` block in force on the day of the announcement by what was announced then, for
    /// the document. Exempt are
    /// the starting state, what says `urgent`, older history, and what needs no notice (contract, sections 1 to 3;
    /// GDPR Art. 28(2): the controller is informed of intended changes, so that it may object). `material: false` on
    /// something that adds is refused here too: it would be a way around the period.
    package static let noticeTooShort = Check { context in
        context.history.documents.flatMap { document -> [Finding] in
            let editions = document.editions.compactMap { context.shortNotice(of: $0, in: document) }
            let changes = document.changes
            return
                (editions + changes.compactMap { context.shortNotice(of: $0) } + changes.compactMap(falselyEditorial))
                .map { Finding($0) }
        }
    }
}

extension CheckContext {
    /// The days of notice and the earliest day of effect; nil where an announcement keeps to it or is exempt.
    private func missed(_ announcement: Announcement, document: String) -> (days: Int, earliest: CalendarDate)? {
        let announced = announcement.moment.day
        // Of what is erased, the words that said why its notice was short may be gone.
        guard !isStartingState(announcement), announcement.urgent == nil, announcement.erased == nil,
            announcement.effective.value >= announcement.announced.value.day
        else { return nil }
        let terms = settings.noticeTerms(at: announcement.moment)
        let earliest = terms.earliestEffective(announced: announced, for: document)
        return announcement.effective.value < earliest ? (terms.days(for: document), earliest) : nil
    }

    fileprivate func shortNotice(of edition: Edition, in document: DocumentHistory) -> Diagnostic? {
        guard document.needsNotice(edition), let (days, earliest) = missed(edition.announcement, document: document.id)
        else { return nil }
        let announcement = edition.announcement
        let file = document.freeName(on: earliest)
        let mend = "rename the file to \(file), or write urgent: and why the notice is short"
        let latest = settings.noticeTerms(at: announcement.moment)
            .latestAnnounced(effective: announcement.effective.value, for: document.id)
        let help =
            announcement.namesAnnounced
            ? mend : "write announced: \(latest) or an earlier day, if it was made public then; else \(mend)"
        return Diagnostic(
            .noticeTooShort, at: announcement.announced.span,
            .tooShort("this edition", announcement, days, earliest), help: help)
    }

    fileprivate func shortNotice(of change: Change) -> Diagnostic? {
        let announcement = change.announcement
        guard change.needsNotice, let (days, earliest) = missed(announcement, document: change.register) else {
            return nil
        }
        if change.written.trueSince != nil {
            return Diagnostic(
                .noticeTooShort, at: announcement.effective.span, .addingCorrection,
                help: "add urgent: and why customers were not told before, or effective: \(earliest)")
        }
        let verb = announcement.namesEffective ? "write" : "add"
        return Diagnostic(
            .noticeTooShort, at: announcement.effective.span, .tooShort("this change", announcement, days, earliest),
            help: "\(verb) effective: \(earliest), or add urgent: and why the notice is short")
    }
}

private func falselyEditorial(_ change: Change) -> Diagnostic? {
    guard let material = change.announcement.material, !material.value, change.addsSomething else { return nil }
    return Diagnostic(.noticeTooShort, at: material.span, .notEditorial, help: "take this line out")
}

extension DocumentHistory {
    /// The name of a file that could hold an edition of a day: `2026-12-24.md`, or the next that is not taken.
    func freeName(on day: CalendarDate) -> String {
        let taken = editions.filter { $0.id.day == day }.map(\.id.number).max() ?? 0
        return "\(EditionID(day: day, number: taken + 1)).md"
    }
}

extension String {
    fileprivate static func tooShort(
        _ this: String, _ announcement: Announcement, _ days: Int, _ earliest: CalendarDate
    ) -> String {
        let verb = announcement.recorded == nil ? "announced" : "recorded"
        return
            "\(this) takes effect on \(announcement.effective.value); \(verb) on \(announcement.moment.day) with "
            + "\(days.inDays) of notice, it can take effect on \(earliest) at the earliest"
    }

    fileprivate static let addingCorrection =
        "this correction adds something of which customers had no notice, and does not say why"

    fileprivate static let notEditorial = "this change adds something, so it is not an editorial one"
}
