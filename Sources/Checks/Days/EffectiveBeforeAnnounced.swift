import Diagnostics
import Model

extension Check {
    /// `effective-before-announced`: a day of effect, or another day for some (`applies`), before the announcement.
    ///
    /// A notice after the fact is none (GDPR Art. 28(2) speaks of intended changes). Older texts say their own day
    /// of announcement, and `recorded` when they came here.
    package static let effectiveBeforeAnnounced = Check { context in
        let items = context.announcedItems
        let isAnyEarly = items.contains { $0.announcement.effective.value < $0.announcement.announced.value.day }
        let resolved = isAnyEarly ? context.resolvedItems : [:]
        return items.flatMap { item -> [Finding] in
            let announcement = item.announcement
            let announced = announcement.announced.value.day
            var found: [Diagnostic] = []
            let effective = announcement.effective
            if effective.value < announced {
                let mistyped = item.mistypedYear(today: context.asOf.day).map { $0 + "; else " } ?? ""
                let first = context.firstDay(of: item, resolved[Place(announcement)])
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

/// Where it is written when something was announced, by which it is known again once it is resolved.
private struct Place: Hashable {
    var path: String
    var offset: Int

    init(_ announcement: Announcement) {
        let span = announcement.announced.span
        (path, offset) = (span.file.path, span.range.lowerBound)
    }
}

extension CheckContext {
    /// Everything that was announced as it was resolved, with the document that it is of.
    fileprivate var resolvedItems: [Place: (item: NoticeItem, document: String)] {
        Dictionary(
            history.documents.flatMap { document in
                document.items.map { (Place($0.announcement), ($0, document.id)) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The first day on which something could take effect as it is announced: not before that, and with the notice that it
    /// needs.
    fileprivate func firstDay(
        of item: AnnouncedItem, _ resolved: (item: NoticeItem, document: String)?
    ) -> CalendarDate {
        let announcement = item.announcement
        let announced = announcement.announced.value.day
        guard announcement.urgent == nil, announcement.erased == nil, announcement.recorded == nil,
            !isStartingState(announcement), let (known, document) = resolved, history.needsNotice(known)
        else { return announced }
        return history.noticeTerms(for: known, of: document).earliestEffective(announced: announced, for: document)
    }
}

extension String {
    fileprivate static func early(_ what: String, _ announced: CalendarDate) -> String {
        "\(what), before it is announced on \(announced)"
    }
}
