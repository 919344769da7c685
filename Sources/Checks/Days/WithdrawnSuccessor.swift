import Diagnostics
import Model
import Record

/// A withdrawal or postponement of an edition of a document that was announced to replace another one, which leaves nothing
/// of it, or nothing for the day on which the other one ends.
private struct LostSuccessor {
    /// The one with which the other document ends.
    var last: Edition
    var successor: DocumentHistory
    /// Of the successor's, with what was said of it.
    var edition: Edition
    var event: RecordKey.Kind
    var moment: Moment
    var span: SourceSpan
    /// When the other document ends.
    var end: CalendarDate
    /// When the successor takes effect with this; nil where nothing is left of it.
    var start: CalendarDate?
}

extension CheckContext {
    /// `conflicting-change` where a document is announced to replace another one, and a withdrawal leaves nothing of it, or
    /// one or a postponement nothing for the day on which the other one ends: nothing would take its place.
    func withdrawnSuccessors(of document: DocumentHistory) -> [Finding] {
        document.editions.flatMap { edition in
            (edition.retired?.replacedBy ?? []).compactMap { id in
                history.document(id.value).flatMap { finding(where: $0, namedAt: id.span, replaces: edition) }
            }
        }
    }

    private func finding(
        where successor: DocumentHistory, namedAt span: SourceSpan, replaces last: Edition
    ) -> Finding? {
        guard let lost = successor.losses(replacing: last).max(by: { $0.moment < $1.moment }), !isMended(lost) else {
            return nil
        }
        return Finding(
            lost.conflict(today: asOf.day).also(span, "said to replace it here"),
            of: lost.edition.recordKey.later(lost.event, lost.moment))
    }

    /// Whether the other document no longer ends so, or the successor is there for its end; once it has ended, whether the
    /// successor is to come at all.
    private func isMended(_ lost: LostSuccessor) -> Bool {
        guard lost.moment.day < asOf.day else { return false }
        guard let end = lost.last.announcement.effective(knownAt: .last) else { return true }
        guard let start = lost.successor.start({ $0.effective(knownAt: .last) }) else { return false }
        return start <= end || end <= asOf.day
    }
}

extension DocumentHistory {
    /// The first day of any edition, by a day of effect of each; nil where none has one.
    fileprivate func start(_ effective: (Announcement) -> CalendarDate?) -> CalendarDate? {
        editions.lazy.map(\.announcement).compactMap(effective).min()
    }

    /// Each time at which less was left of it than what was to replace another document, after that was announced.
    fileprivate func losses(replacing last: Edition) -> [LostSuccessor] {
        editions.flatMap { edition -> [LostSuccessor] in
            let announcement = edition.announcement
            let withdrawal = announcement.withdrawn.flatMap { $0.isDated ? $0.announced : nil }
            let events =
                announcement.postponed.map { (RecordKey.Kind.postponed, $0.announced.value, $0.effective.span) }
                + (withdrawal.map { [(.withdrawn, $0.value, $0.span)] } ?? [])
            return events.compactMap { event, moment, span in
                guard moment > last.announcement.moment, let end = last.announcement.effective(knownAt: moment),
                    // What is in force stays.
                    let before = start({ $0.standing(before: moment) }), before > moment.day
                else { return nil }
                let start = start { $0.moment <= moment ? $0.effective(knownAt: moment) : nil }
                guard start.map({ before <= end && $0 > end }) ?? true else { return nil }
                return LostSuccessor(
                    last: last, successor: self, edition: edition, event: event, moment: moment, span: span, end: end,
                    start: start)
            }
        }
    }
}

extension Announcement {
    /// The day of effect as it stood before a moment; nil where it was not announced or was withdrawn by then.
    fileprivate func standing(before known: Moment) -> CalendarDate? {
        guard moment < known, withdrawn.map({ $0.announced.value >= known }) ?? true else { return nil }
        return effective(before: known)
    }
}

extension LostSuccessor {
    func conflict(today: CalendarDate) -> Diagnostic {
        let left = start.map { "which takes effect on \($0) with this" } ?? "of which nothing is left with this"
        return Diagnostic(
            .conflictingChange, at: span,
            "\(last.document) ends on \(end) and was announced to be replaced by \(successor.id), \(left)",
            help: mend(today))
    }

    private func mend(_ today: CalendarDate) -> String {
        let isNew = moment.day >= today
        let another = "announce another edition of \(successor.id)" + (isNew ? " on \(moment)" : "")
        guard end > max(moment.day, today) else { return another }
        let edition = "edition \(last.id) of \(last.document)"
        let time = isNew ? "on \(moment) too" : "too before it takes effect on \(end)"
        return start.map { "postpone \(edition) to \($0) \(time), or withdraw it then and announce it anew" }
            ?? "withdraw \(edition) \(time) and announce it anew; or \(another)"
    }
}
