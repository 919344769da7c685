import Diagnostics
import Model

extension Check {
    /// `conflicting-settings`: `since` is still to come while something is public already; or nothing was announced by
    /// then, and all that came first lacks what is asked of everything after `since`: then its year is mistyped.
    ///
    /// What is announced by `since` is the starting state and needs no notice; a day in the future would lift the notice
    /// of all that is announced until then. (That a field is both announced and kept from customers is found when
    /// site.yaml is read.)
    package static let conflictingSettings = Check { context in
        (context.sinceToCome ?? context.sinceTooEarly).map { [Finding($0)] } ?? []
    }
}

/// What is known of a published record when its site is checked.
package struct PublishedStart: Sendable {
    /// The last day of its starting state; nil where it says none.
    var since: CalendarDate?
    /// Whether nobody named it as what is published.
    var isAssumed: Bool

    package init(since: CalendarDate?, isAssumed: Bool) {
        self.since = since
        self.isAssumed = isAssumed
    }
}

extension CheckContext {
    /// The last day of the starting state that is published, where site.yaml says another one.
    private var publishedSince: CalendarDate? { start?.since.flatMap { $0 == settings.since.value ? nil : $0 } }

    /// Whether the other day is an error of its own already (`settings-changed`), which says what to write.
    private var isSaid: Bool { publishedSince != nil && start?.isAssumed == false }

    fileprivate var sinceToCome: Diagnostic? {
        let (since, today) = (settings.since, asOf.day)
        guard since.value > today, !isSaid, !settings.unreadable.contains("since") else { return nil }
        let announcements = history.documents.flatMap(\.items).map(\.announcement)
        guard let earliest = announcements.min(by: { $0.moment < $1.moment }), asOf.covers(earliest.moment) else {
            return nil
        }
        let first = earliest.moment
        let meant = MistypedYear.others(than: since.value, today: today).first { first.day <= $0 && $0 <= today }
        let later = "; a site that nobody has published yet gets its own day when that has come"
        return Diagnostic(
            .conflictingSettings, at: since.span,
            "the starting state would last until \(since.value), and the first text is announced on \(first.day) already",
            help: publishedSince.map { "write since: \($0), as it was\(later)" }
                ?? meant.map { "write since: \($0) if the year is mistyped; else \(today) or an earlier day" }
                ?? "write since: \(today) or an earlier day\(later)"
        ).also(earliest.announced.span, "what was announced first")
    }

    fileprivate var sinceTooEarly: Diagnostic? {
        let since = settings.since
        guard startingDay > since.value, !isSaid,
            let first = history.documents.flatMap(\.items).map(\.announcement.moment.day).min()
        else { return nil }
        if startingDay == publishedSince {
            return Diagnostic(
                .conflictingSettings, at: since.span,
                "the starting state would end on \(since.value) already, without what belonged to it until \(startingDay)",
                help: "write since: \(startingDay), as it was")
        }
        return Diagnostic(
            .conflictingSettings, at: since.span,
            "nothing is announced by \(since.value), the last day of the starting state; and what comes first, on \(first), "
                + "has no summary and no note",
            help:
                "write since: \(startingDay) if the year is mistyped; else customers are told of all this as of changes: "
                + "give each edition of \(first) a summary, each provider a note, and all of them their notice")
    }

    /// The last day of the starting state: `since`, or the day that was meant by it where it is not the published one or its
    /// year is mistyped, so that what comes of that is not reported again for each text of the site.
    static func startingDay(of history: History, after start: PublishedStart?, today: CalendarDate) -> CalendarDate {
        let since = history.settings.since.value
        let items = history.documents.flatMap(\.items)
        if let published = start?.since, published > since,
            items.contains(where: { since < $0.announcement.moment.day && $0.announcement.moment.day <= published })
        {
            return published
        }
        guard let first = items.map(\.announcement.moment.day).min(), first > since else { return since }
        let isSilent = items.filter { $0.announcement.moment.day == first }.allSatisfy { item in
            switch item {
            case .edition(let edition): edition.summary == nil
            case .change(let change): change.written.note == nil
            case .terms, .renaming: true
            }
        }
        let meant = MistypedYear.others(than: since, today: today).filter { first <= $0 && $0 <= today }.min()
        return isSilent ? meant ?? since : since
    }
}
