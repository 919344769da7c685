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
                let mend =
                    item.kind == .edition
                    ? "rename the file to \(announced).md or a later day; for an older text, that was public by then, write "
                        + "announced: \(effective.value) and recorded: \(announced)"
                    : "write effective: \(announced) or later"
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

extension String {
    fileprivate static func early(_ what: String, _ announced: CalendarDate) -> String {
        "\(what), before it is announced on \(announced)"
    }
}
