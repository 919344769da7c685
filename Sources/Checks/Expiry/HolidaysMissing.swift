import Diagnostics
import Model
import Record

extension Check {
    /// `holidays-missing`: a period is counted with a list of holidays, and ends after the last of them.
    ///
    /// A period whose last day is a public holiday ends with the next working day (Regulation 1182/71, article 3(4)), so
    /// a list that runs out makes periods too short in silence. Only blocks that hold on the as-of day or later, and
    /// periods that are not over by then: of the others nothing can be mended any more. And of what is announced within a
    /// year: nobody knows all holidays of later ones. Holidays of a block whose periods end on any day lengthen none.
    package static let holidaysMissing = Check { context in
        let blocks = context.settings.notice
        // One that holds from tomorrow on is the answer of today.
        let current = blocks.lastIndex { $0.day <= context.asOf.day.adding(days: 1) } ?? 0
        let latest = context.latestEnds()
        return blocks[current...].compactMap { block in
            let ends = block.terms.ends
            let tomorrow = context.asOf.day.adding(days: 1)
            if !ends.areWorkingDays { return unused(block.terms, from: max(block.day, tomorrow)) }
            guard let span = block.terms.holidays, let last = ends.holidays.last,
                let (end, item) = latest[span.range], end > last, end >= context.asOf.day
            else { return nil }
            return Finding(
                Diagnostic(
                    .holidaysMissing, at: span,
                    "the last of these holidays is \(last), and a period is counted with them that ends on \(end) (\(item))",
                    help:
                        "add those that follow; where this block was published, add another one with from: "
                        + "\(tomorrow), the same terms and the holidays from then on"))
        }
    }
}

/// Of a block that lists holidays and does not say that periods end on working days.
///
/// - Parameter day: from which another block would hold in its place.
private func unused(_ terms: NoticeTerms, from day: CalendarDate) -> Finding? {
    guard let span = terms.holidays, !terms.ends.holidays.isEmpty else { return nil }
    return Finding(
        Diagnostic(
            .holidaysMissing, at: span,
            "these holidays lengthen no period, as the periods of this block end on any day",
            help:
                "add period_ends: working_day to this block, or take them out; where this block was published, add another "
                + "one with from: \(day), the same terms and period_ends: working_day"))
}

extension CheckContext {
    /// The last day on which a period ends, and of what, by the place of the list of holidays that it is counted with.
    fileprivate func latestEnds() -> [Range<Int>: (end: CalendarDate, item: String)] {
        var latest: [Range<Int>: (end: CalendarDate, item: String)] = [:]
        for document in history.documents {
            for item in document.items where history.needsNotice(item) {
                let announcement = item.announcement
                guard !isStartingState(announcement), !announcement.isWithdrawn,
                    announcement.moment.day <= asOf.day.adding(days: 366)
                else { continue }
                let terms = settings.noticeTerms(at: announcement.moment)
                guard let list = terms.holidays else { continue }
                let days = max(
                    terms.days(for: document.id), document.register == nil ? 0 : terms.objectionDays(for: document.id))
                guard days > 0 else { continue }
                let end = terms.ends.end(ofPeriodTo: announcement.moment.day.adding(days: days))
                if latest[list.range].map({ $0.end < end }) ?? true {
                    latest[list.range] = (end, "\(document.id)/\(item.recordKey.item)")
                }
            }
        }
        return latest
    }
}
