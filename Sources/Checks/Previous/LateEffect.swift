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
        guard announcement.moment.day < record.asOf.day, !history.isLate(item), !history.isOlderHistory(item) else {
            return nil
        }
        if announcement.currentEffective < record.asOf.day {
            return Diagnostic(
                .recordedLate, at: announcement.momentWritten.span,
                "\(item.this) takes effect on \(announcement.currentEffective), and is first published on "
                    + "\(record.asOf.day)",
                help: mend(item))
        }
        if announcement.recorded != nil, announcement.urgent != nil { return nil }
        return announcement.applies.first { $0.from.value < record.asOf.day }.map { other in
            Diagnostic(
                .recordedLate, at: other.from.span,
                "for some, \(item.this) applies from \(other.from.value), and is first published on \(record.asOf.day)",
                help: "write from: \(record.asOf.day) or later; or, where it was so from \(other.from.value), "
                    + recording(announcement))
        }
    }

    /// The other way to mend what is first published too late, as the end of a help: to say that it was in effect. Nil
    /// where it was not, or is told as late already.
    func late(_ announcement: Announcement) -> String? {
        guard announcement.currentEffective < record.asOf.day,
            announcement.currentEffective >= announcement.moment.day
        else { return nil }
        return "; or, where it was so from \(announcement.currentEffective), \(recording(announcement))"
    }

    /// The line that says when it is recorded, and where nothing says why it is told late that too.
    func recording(_ announcement: Announcement) -> String {
        let verb = announcement.recorded == nil ? "add" : "write"
        return
            "\(verb) recorded: \(nextMoment)\(announcement.urgent == nil ? ", and urgent: and why customers are told late" : "")"
    }

    /// What to write: another day, or that it is late indeed.
    private func mend(_ item: NoticeItem) -> String {
        let announcement = item.announcement
        let late = late(announcement) ?? ""
        if case .change(let change) = item {
            // A correction is of the day on which it is told, and says itself since when it is true.
            if change.written.trueSince != nil { return "write announced: \(nextMoment)" }
            let effective = announcement.namesEffective ? " and effective: \(record.asOf.day)" : ""
            return "write announced: \(nextMoment)\(effective)\(late)"
        }
        let announced = announcement.namesAnnounced ? " and write announced: \(nextMoment)" : ""
        return "rename the file to \(freeName(of: item))\(announced)\(late)"
    }

    /// The name for an edition of the as-of day that no other has.
    private func freeName(of item: NoticeItem) -> String {
        guard case .edition(let edition) = item, let document = history.document(edition.document) else {
            return "\(record.asOf.day).md"
        }
        return "\(document.freeID(on: record.asOf.day)).md"
    }
}
