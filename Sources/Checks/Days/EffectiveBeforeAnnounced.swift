import Diagnostics
import Model

extension Check {
    /// `effective-before-announced`: a day of effect, or another day for some (`applies`), before the announcement.
    ///
    /// A notice after the fact is none (GDPR Art. 28(2) speaks of intended changes). Older texts say their own day
    /// of announcement, and `recorded` when they came here.
    package static let effectiveBeforeAnnounced = Check { context in
        context.announcedItems.flatMap { item -> [Finding] in
            let announcement = item.announcement
            let announced = announcement.announced.value.day
            var found: [Diagnostic] = []
            let effective = announcement.effective
            if effective.value < announced {
                let mistyped = item.mistypedYear(today: context.asOf.day).map { $0 + "; else " } ?? ""
                let first = context.firstDay(of: item)
                let mend =
                    item.kind == .edition
                    ? "rename the file to \(first).md or a later day; for an older text, that was public by then, write "
                        + "announced: \(effective.value) and recorded: \(announced)"
                    : "write effective: \(first) or later"
                found.append(
                    Diagnostic(
                        .effectiveBeforeAnnounced, at: effective.span,
                        .early("\(item.this) takes effect on \(effective.value)", announced), help: mistyped + mend))
            }
            // What takes effect on a day to come is announced by being recorded, but for what says why it is told late.
            let isLate = announcement.recorded != nil && announcement.urgent != nil
            let known = isLate || effective.value < announcement.moment.day ? announced : announcement.moment.day
            for applies in announcement.applies where applies.from.value < known {
                found.append(
                    Diagnostic(
                        .effectiveBeforeAnnounced, at: applies.from.span,
                        .early("for some, \(item.this) applies from \(applies.from.value)", known),
                        help: "write \(known) or later"))
            }
            return found.map { Finding($0) }
        }
    }
}

extension CheckContext {
    /// The first day on which something could take effect as it is announced: not before that, and with the notice that it
    /// needs.
    fileprivate func firstDay(of item: AnnouncedItem) -> CalendarDate {
        let announcement = item.announcement
        let announced = announcement.announced
        guard announcement.urgent == nil, announcement.erased == nil, announcement.recorded == nil,
            !isStartingState(announcement)
        else { return announced.value.day }
        for document in history.documents {
            guard let known = document.items.first(where: { $0.isAnnounced(at: announced.span) }) else { continue }
            guard history.needsNotice(known) else { break }
            return history.noticeTerms(for: known, of: document.id)
                .earliestEffective(announced: announced.value.day, for: document.id)
        }
        return announced.value.day
    }
}

extension NoticeItem {
    fileprivate func isAnnounced(at span: SourceSpan) -> Bool {
        let own = announcement.announced.span
        return own.file.path == span.file.path && own.range == span.range
    }
}

extension String {
    fileprivate static func early(_ what: String, _ announced: CalendarDate) -> String {
        "\(what), before it is announced on \(announced)"
    }
}
