import Diagnostics
import Model
import Record

extension Judgement {
    /// `notice-too-short` for what is new: its notice counts from the as-of day where that is later than announced, as
    /// nobody could read it before. So does the time to object: a day of it is left when it is first published. What is
    /// in force by then is told as late (`recorded-late`), whether a period holds it or not.
    var lateNotice: [Diagnostic] {
        let new = added.filter { !isBackdated($0) }
        return lateTerms(Set(new.map(\.key))) + termsAfterStart(new)
            + new.compactMap { entry in
                guard let item = entry.item, entry.isAnnouncement else { return nil }
                let (announcement, document) = (item.announcement, entry.key.document)
                // What is erased was published before, and kept to its notice or said why not: else it is
                // `erasedUnpublished`.
                guard announcement.erased == nil, !announcement.isWithdrawn else { return nil }
                let isAfterStart = isAfterStart(announcement.moment)
                guard isAfterStart || announcement.moment.day > settings.since.value else { return nil }
                return (isAfterStart ? firstRow(item, of: document) : nil)
                    ?? short(item, of: document, isAfterStart: isAfterStart) ?? lateEffect(item)
            }
    }

    /// The finding about an item that needs notice; nil where it keeps to its periods.
    private func short(_ item: NoticeItem, of document: String, isAfterStart: Bool) -> Diagnostic? {
        guard history.needsNotice(item) else { return nil }
        let terms = history.noticeTerms(for: item, of: document)
        if isAfterStart { return afterStart(item, of: document, terms) }
        guard item.announcement.moment.day < record.asOf.day else { return nil }
        return late(item.announcement, of: document, terms) ?? lateToObject(item, of: document, terms)
    }

    /// Findings where the notice period is short, counted from the as-of day.
    func late(_ announcement: Announcement, of document: String, _ terms: NoticeTerms) -> Diagnostic? {
        let days = terms.days(for: document)
        // Where no notice is due, none can come too late.
        guard days > 0, announcement.urgent == nil else { return nil }
        let earliest = terms.earliestEffective(announced: record.asOf.day, for: document)
        if announcement.effective.value < earliest {
            return Diagnostic(
                .noticeTooShort, at: announcement.momentWritten.span,
                "\(announcement.firstPublished(record.asOf)); with \(days.inDays) of notice from then it can take effect on "
                    + "\(earliest) at the earliest",
                help: "write \(announcement.momentKey): \(nextMoment) and let it take effect on \(earliest)"
                    + (late(announcement) ?? ", or add urgent: and why the notice is short"))
        }
        return announcement.applies.first { !$0.isForNewAlone && $0.from.value < earliest }.map { other in
            Diagnostic(
                .noticeTooShort, at: other.from.span,
                "\(announcement.firstPublished(record.asOf)); with \(days.inDays) of notice from then it can apply to some "
                    + "on \(earliest) at the earliest",
                help: "write from: \(earliest), or add urgent: and why the notice is short")
        }
    }

    /// Findings where the time to object is over before a whole day of it is left. What is urgent has no period, and may
    /// be objected to as all else.
    private func lateToObject(_ item: NoticeItem, of document: String, _ terms: NoticeTerms) -> Diagnostic? {
        let announcement = item.announcement
        let days = terms.objectionDays(for: document)
        let deadline = terms.objectionDeadline(announced: announcement.moment.day, for: document)
        guard item.mayBeObjectedTo, days > 0, deadline <= record.asOf.day else { return nil }
        return Diagnostic(
            .noticeTooShort, at: announcement.momentWritten.span,
            "\(announcement.firstPublished(record.asOf)); with \(days.inDays) to object the time for that would end on "
                + "\(deadline)",
            help: "write \(announcement.momentKey): \(nextMoment)\(late(announcement) ?? "")")
    }

    /// Findings about blocks that weaken the site's terms, whose period is counted from the as-of day.
    private func lateTerms(_ new: Set<RecordKey>) -> [Diagnostic] {
        history.notices.flatMap(\.terms).compactMap { change in
            guard !change.announcement.isWithdrawn, change.announcement.moment.day < record.asOf.day,
                new.contains(change.recordKey)
            else { return nil }
            return shortTerms(change, countedFrom: record.asOf.day)
        }
    }
}

extension Announcement {
    fileprivate func firstPublished(_ asOf: AsOf) -> String {
        "\(announcedAsTold) and first published on \(asOf.day)"
    }
}
