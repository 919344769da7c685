import Diagnostics
import Model
import Record

extension Judgement {
    /// `recorded-late` of an item that is new and took effect before the as-of day: whatever day it says, customers who
    /// looked at its day of effect read something else. So it says `recorded`, and is told as late.
    ///
    /// Of a missed night this is true as well: a notice after the fact is none (GDPR Art. 28(2) speaks of intended
    /// changes).
    func lateEffect(_ item: NoticeItem) -> Diagnostic? {
        let announcement = item.announcement
        guard announcement.moment.day < record.asOf.day, !history.isLate(item), !isOlderHistory(item) else {
            return nil
        }
        if announcement.currentEffective < record.asOf.day {
            return Diagnostic(
                .recordedLate, at: (announcement.recorded ?? announcement.announced).span,
                "\(item.this) takes effect on \(announcement.currentEffective), and is first published on "
                    + "\(record.asOf.day)",
                help: mend(item))
        }
        return announcement.applies.first { $0.from.value < record.asOf.day }.map { other in
            Diagnostic(
                .recordedLate, at: other.from.span,
                "for some, \(item.this) applies from \(other.from.value), and is first published on \(record.asOf.day)",
                help: "write from: \(record.asOf.day) or later")
        }
    }

    /// What to write: another day, or that it is late indeed.
    private func mend(_ item: NoticeItem) -> String {
        let announcement = item.announcement
        let urgent = announcement.urgent == nil ? ", and urgent: and why customers are told late" : ""
        let late = "; or, where it was so from \(announcement.currentEffective), add recorded: \(nextMoment)\(urgent)"
        if case .change(let change) = item {
            // A correction is of the day on which it is told, and says itself since when it is true.
            if change.written.trueSince != nil { return "write announced: \(nextMoment)" }
            let effective = announcement.namesEffective ? " and effective: \(record.asOf.day)" : ""
            return "write announced: \(nextMoment)\(effective)\(late)"
        }
        let announced = announcement.namesAnnounced ? " and write announced: \(nextMoment)" : ""
        return "rename the file to \(record.asOf.day).md\(announced)\(late)"
    }

    private func isOlderHistory(_ item: NoticeItem) -> Bool {
        switch item {
        case .edition(let edition): history.document(edition.document)?.isOlderHistory(edition) ?? false
        case .change(let change): change.isOlderHistory
        case .terms, .renaming: false
        }
    }
}
