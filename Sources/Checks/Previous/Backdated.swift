import Diagnostics
import Model
import Record

extension Judgement {
    /// `backdated`: something new is announced for a time of which the previous build had already spoken. It must be
    /// strictly later than the newest line of that build, and not before the day for which that build spoke.
    var backdated: [Diagnostic] {
        let movedKeys = movedKeys
        let movedBlocks = Set(movedBlocks.values.map(\.key))
        return new.compactMap { entry in
            guard let place = entry.announcedPlace, isBackdated(entry), !movedBlocks.contains(entry.key) else {
                return nil
            }
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
                case .edition, .change: otherDay(for: entry, announcedFor: moment)
                default: "write announced: \(next)"
                }
            let told =
                (entry.isAnnouncement ? entry.item : nil)?.announcement.announcedAsTold
                ?? "this is announced for \(moment)"
            return Diagnostic(.backdated, at: place.span, "\(told), and \(reason)", help: help)
        }
    }

    /// What to write where an edition or a change is announced for a day that is past: today; or when it is recorded,
    /// and, where that leaves no notice, why it is told late.
    private func otherDay(for entry: RecordEntry, announcedFor moment: Moment) -> String {
        guard let announcement = entry.item?.announcement else { return "write announced: \(nextMoment)" }
        let effective = announcement.effective.value
        let dayOfEffect = dayOfEffect(of: entry)
        if announcement.recorded != nil {
            // What was late by then stays so.
            return "write recorded: \(nextMoment)\(effective < moment.day ? "" : dayOfEffect)"
        }
        // What is earlier may be older history, which needs no word.
        let isToldLate = !dayOfEffect.isEmpty && effective >= settings.since.value
        return "write announced: \(nextMoment)\(dayOfEffect); if it was made public on \(moment.day) indeed, keep "
            + "that and \(isToldLate ? recording(announcement) : "add recorded: \(nextMoment)")"
    }

    /// What the help says of its day of effect, where that comes too soon for another day of announcement: the first that
    /// would do.
    private func dayOfEffect(of entry: RecordEntry) -> String {
        guard let item = entry.item else { return "" }
        let earliest = earliestEffective(item, of: entry.key.document)
        guard item.announcement.effective.value < earliest else { return "" }
        return " and let it take effect on \(earliest)"
    }

    /// The first day of effect of an item of a document that is announced now: when its notice is over, if it needs one.
    func earliestEffective(_ item: NoticeItem, of document: String) -> CalendarDate {
        let moment = nextMoment
        guard item.announcement.urgent == nil, history.needsNotice(item) else { return moment.day }
        return history.noticeTerms(for: item, of: document, at: moment)
            .earliestEffective(announced: moment.day, for: document)
    }

    /// Whether a new announcement would join a notice that was published, or take its id: all of one document at one moment is
    /// one, a published one is closed, and those of one day are counted in their order. In a record nothing new is of an old
    /// moment anyway; in sources it may be of its last day.
    private func joinsClosedNotice(_ entry: RecordEntry, at moment: Moment) -> Bool {
        entry.isAnnouncement && closed["\(entry.key.document) \(moment.day)"].map { moment <= $0 } ?? false
    }

    func isBackdated(_ entry: RecordEntry) -> Bool {
        guard let moment = Moment(entry.key.moment) else { return false }
        return lastMoment.map { moment <= $0 } ?? false || moment.day < previous.asOf.day
            || joinsClosedNotice(entry, at: moment)
    }
}

extension RecordEntry {
    /// The moment by which the line is ordered, and the key in the source that says it; nil for the site and for terms
    /// that hold from the beginning, and where the day of an erasure cannot be read.
    var announcedPlace: (moment: Moment, span: SourceSpan)? {
        let place: Sourced<Moment>? =
            switch subject {
            case .site, .names, .product: nil
            case .key(let key, let isLast), .witness(let key, let isLast): key.day(isLast: isLast)?.map { Moment($0) }
            case .notice(let block): block.announced
            case .register(let block): block.announced
            case .edition(let edition): edition.announcement.momentWritten
            case .change(let change): change.announcement.momentWritten
            case .postponed(_, let postponement): postponement.announced
            case .withdrawn(_, let withdrawal): withdrawal.announced
            case .erased(_, let erasure): erasure.isDated ? erasure.announced : nil
            }
        return place.map { ($0.value, $0.span) }
    }
}
