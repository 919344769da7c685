import Diagnostics
import Model
import Record

extension Judgement {
    /// `backdated`: something new is announced for a time of which the previous build had already spoken. It must be
    /// strictly later than the newest line of that build, and not before the day for which that build spoke.
    var backdated: [Diagnostic] {
        let renamed = Set(renamed.values.compactMap(\.key.recordItem))
        let movedKeys = movedKeys
        return added.compactMap { entry in
            guard let place = entry.announcedPlace, isBackdated(entry),
                entry.key.recordItem.map({ !renamed.contains($0) }) ?? true
            else { return nil }
            if let key = lateKey(entry) { return movedKeys.contains(entry.key.withoutDay) ? nil : key }
            let moment = place.moment
            let reason =
                if previous.origin != .build {
                    "is not in \(previous.words), which would have announced it"
                } else if moment.day < previous.asOf.day {
                    "the previous build spoke for \(previous.asOf)"
                } else {
                    "the previous build's newest entry is of \(lastMoment ?? moment)"
                }
            let next = nextMoment
            let help =
                switch entry.key.kind {
                case .notice, .register:
                    "write announced: \(next), and from: \(next.day) or later"
                case .edition, .change:
                    "write announced: \(next); if it was made public on \(moment.day) indeed, keep that and add "
                        + "recorded: \(next)"
                default: "write announced: \(next)"
                }
            return Diagnostic(
                .backdated, at: place.span, "this is announced for \(moment), and \(reason)", help: help)
        }
    }

    /// Whether a new announcement would join a notice that was published: all of one document at one moment is one, and a
    /// published one is closed. In a record nothing new is of an old moment anyway; in sources it may be of its last day.
    private func joinsClosedNotice(_ entry: RecordEntry) -> Bool {
        entry.isAnnouncement && closed.contains("\(entry.key.document) \(entry.key.moment)")
    }

    func isBackdated(_ entry: RecordEntry) -> Bool {
        guard let moment = Moment(entry.key.moment) else { return false }
        return lastMoment.map { moment <= $0 } ?? false || moment.day < previous.asOf.day || joinsClosedNotice(entry)
    }

    /// `notice-too-short` for what is new: its notice counts from the as-of day where that is later than announced, as
    /// nobody could read it before.
    var lateNotice: [Diagnostic] {
        let today = record.asOf.day
        return lateTerms
            + added.compactMap { entry -> Diagnostic? in
                guard let item = entry.item, entry.isAnnouncement, !isBackdated(entry) else { return nil }
                let announcement = item.announcement
                // What is erased was published before, and kept to its notice or said why not: else it is
                // `erasedUnpublished`.
                guard announcement.moment.day < today, announcement.erased == nil, announcement.urgent == nil,
                    announcement.moment.day > settings.since.value, !announcement.isWithdrawn,
                    history.needsNotice(item)
                else { return nil }
                let terms = settings.noticeTerms(at: announcement.moment)
                let days = terms.days(for: entry.key.document)
                let earliest = terms.earliestEffective(announced: today, for: entry.key.document)
                // Where no notice is due, none can come too late.
                guard days > 0 else { return nil }
                guard announcement.effective.value < earliest else {
                    return announcement.applies.first { !$0.isForNewAlone && $0.from.value < earliest }.map {
                        other in
                        lateForSome(other, announcement.moment, days, earliest)
                    }
                }
                return Diagnostic(
                    .noticeTooShort, at: announcement.announced.span,
                    "this is announced for \(announcement.moment) and first published on \(today); with \(days.inDays) of "
                        + "notice from then it can take effect on \(earliest) at the earliest",
                    help:
                        "write announced: \(nextMoment) and let it take effect on \(earliest), or add urgent: and why the "
                        + "notice is short")
            }
    }
}

extension Judgement {
    /// The same of other days for some (`applies`).
    private func lateForSome(
        _ other: Applies, _ moment: Moment, _ days: Int, _ earliest: CalendarDate
    ) -> Diagnostic {
        Diagnostic(
            .noticeTooShort, at: other.from.span,
            "this is announced for \(moment) and first published on \(record.asOf.day); with \(days.inDays) of notice "
                + "from then it can apply to some on \(earliest) at the earliest",
            help: "write from: \(earliest), or add urgent: and why the notice is short")
    }

    /// The same of blocks that weaken the site's terms.
    private var lateTerms: [Diagnostic] {
        let new = Set(added.filter { !isBackdated($0) }.map(\.key))
        return history.notices.flatMap(\.terms).compactMap { change in
            guard !change.announcement.isWithdrawn, change.announcement.moment.day < record.asOf.day,
                new.contains(change.recordKey)
            else { return nil }
            return shortTerms(change, countedFrom: record.asOf.day)
        }
    }
}

extension RecordEntry {
    /// The moment by which the line is ordered, and the key in the source that says it; nil for the site and for terms
    /// that hold from the beginning.
    var announcedPlace: (moment: Moment, span: SourceSpan)? {
        let place: Sourced<Moment>? =
            switch subject {
            case .site, .names, .product: nil
            case .key(let key, let isLast), .witness(let key, let isLast): key.day(isLast: isLast)?.map { Moment($0) }
            case .notice(let block): block.announced
            case .register(let block): block.announced
            case .edition(let edition): edition.announcement.recorded ?? edition.announcement.announced
            case .change(let change): change.announcement.recorded ?? change.announcement.announced
            case .postponed(_, let postponement): postponement.announced
            case .withdrawn(_, let withdrawal): withdrawal.announced
            case .erased(_, let erasure): erasure.announced
            }
        return place.map { ($0.value, $0.span) }
    }
}
