import Checks
import Diagnostics
import Disk
import Formats
import Model
import Notices
import Record
import Site
import Source

/// What a build would publish that an earlier one did not: for the author of a change and who reviews it.
package struct PendingChanges: Sendable {
    package var asOf: AsOf
    /// What the baseline spoke for; nil where there is none, so that everything is new.
    package var previous: AsOf?
    /// How a sentence names the baseline: `the last commit`; nil where it is a build, which the site shows.
    package var sources: String?
    /// What subscribers will be told, in the order of events.
    package var told: [Told]
    /// What enters the record without telling anybody: older history, settings, erasures.
    package var silent: [String]
    /// What is written and not yet announced, in the order of its moments.
    package var scheduled: [Told]
    /// The days after the as-of on which something of these happens, with what it is.
    package var next: [(day: CalendarDate, what: String)]

    /// An event and what is said of it.
    package struct Told: Sendable {
        package var event: Event
        package var document: String
        package var sentences: [String]
        /// Until when customers may object; nil where they may not, or where the event is no announcement.
        package var objection: String?
        package var objectionDeadline: CalendarDate?
        /// The days of effect that are to come, with how many days are left to them.
        package var effects: [(day: CalendarDate, left: Int)]
    }

    /// - Parameters:
    ///   - history: of the whole library: its author may see what is embargoed.
    ///   - judged: what is public at the as-of, with its record.
    package init(of history: History, _ judged: JudgedSite, since previous: PreviousBuild?) {
        let (known, record) = (judged.known, judged.record)
        asOf = record.asOf
        self.previous = previous?.asOf
        if case .sources(let words)? = previous?.origin { sources = words }
        let (asOf, earlier) = (record.asOf, previous?.asOf)
        // What was published as something else is not new: it is an error, and told as one.
        let old = Set(previous?.record.entries.map(\.key) ?? [])
        let added = record.entries.filter { !old.contains($0.key) }
        let keys = Set(added.map(\.key))
        let toldKeys = Set(known.notices.flatMap { notice in notice.items.flatMap { $0.keys(at: notice.moment) } })
        told = known.events.compactMap { event in
            guard let notice = known.history.notice(event.notice) else { return nil }
            let isNew =
                event.kind == .effective
                ? earlier?.covers(event.moment) != true
                : notice.items(of: event).contains { item in
                    !keys.isDisjoint(with: item.keys(at: event.moment).filter { $0.kind.isTold(by: event.kind) })
                }
            return isNew ? Told(event, of: notice, in: known.history, asOf: asOf, foreseen: history) : nil
        }
        silent = added.filter { !toldKeys.contains($0.key) }.map { Self.words($0.key) }
        scheduled = history.events.filter { $0.kind != .effective && !asOf.covers($0.moment) }.compactMap { event in
            history.notice(event.notice).map { Told(event, of: $0, in: history, asOf: asOf, foreseen: history) }
        }
        next = Self.dates(told + scheduled, after: asOf.day)
    }

    /// Beside nothing that was published, where nobody asks for all that is written.
    fileprivate init(besideNothing asOf: AsOf) {
        self.asOf = asOf
        (told, silent, scheduled, next) = ([], [], [], [])
    }

    package var isEmpty: Bool { told.isEmpty && silent.isEmpty }

    private static func words(_ key: RecordKey) -> String {
        switch key.kind {
        case .edition, .change: "\(key.document)/\(key.item), recorded as older history"
        default: key.words
        }
    }

    private static func dates(_ told: [Told], after today: CalendarDate) -> [(day: CalendarDate, what: String)] {
        var dates: [(day: CalendarDate, what: String)] = []
        for item in told {
            if let deadline = item.objectionDeadline, deadline >= today {
                dates.append((deadline, "the last day to object to \(item.event.notice)"))
            }
            dates += item.effects.map { ($0.day, "\(item.event.notice) takes effect") }
        }
        let distinct = Dictionary(dates.map { ("\($0.day) \($0.what)", $0) }, uniquingKeysWith: { first, _ in first })
        return distinct.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension PendingChanges.Told {
    /// - Parameters:
    ///   - history: what is known when the event is told.
    ///   - foreseen: of the whole library, with what is said later: a day to come is none where that takes it back.
    init(_ event: Event, of notice: Notice, in history: History, asOf: AsOf, foreseen: History) {
        self.event = event
        let items = (foreseen.notice(notice.id) ?? notice).items(of: event)
        let sentences = Sentences(history)
        document = history.title(of: notice.id.document, toldBy: event)
        self.sentences = sentences.sentences(for: event)
        objection = event.kind == .announced ? sentences.objection(to: notice) : nil
        let isStanding = items.contains { !$0.announcement.isWithdrawn }
        objectionDeadline = event.kind == .announced && isStanding ? notice.objectionDeadline : nil
        let days = items.map(\.announcement).filter { !$0.isWithdrawn }.map(\.currentEffective)
        effects =
            event.kind == .effective || event.kind == .withdrawn
            ? [] : Set(days).filter { $0 > asOf.day }.sorted().map { ($0, $0.ordinal - asOf.day.ordinal) }
    }
}

extension NoticeItem {
    /// The keys of the lines that the record has of an item: its own, and of what is said of it at a moment.
    fileprivate func keys(at moment: Moment) -> [RecordKey] {
        if case .renaming(let renaming) = self { return renaming.recordKeys }
        let own = recordKey
        return [own.kind, .postponed, .withdrawn].flatMap { kind in
            ([moment] + announcement.laterMoments).map { own.later(kind, $0) }
        }
    }
}

extension RecordKey.Kind {
    fileprivate func isTold(by kind: Event.Kind) -> Bool {
        switch kind {
        case .announced: [.edition, .change, .notice, .register, .names, .product].contains(self)
        case .postponed: self == .postponed
        // Terms are withdrawn by the block that takes their place.
        case .withdrawn: [.withdrawn, .notice, .register].contains(self)
        case .effective: false
        }
    }
}

/// What a checked site would publish after an earlier build, and everything that was found wrong with it; no changes
/// where site.yaml is of no use.
///
/// - Parameter isAllTold: whether all is new where nothing was published; else nothing is told there.
/// - Throws: `FileError` where a linked file can no longer be read.
package func pendingChanges(
    of site: CheckedSite, isAllTold: Bool = true
) throws(FileError) -> (changes: PendingChanges?, diagnostics: [Diagnostic]) {
    guard let history = site.history, let judged = try judged(site) else {
        return (nil, site.diagnostics)
    }
    guard isAllTold || site.baseline != nil else {
        return (PendingChanges(besideNothing: judged.record.asOf), judged.diagnostics)
    }
    return (PendingChanges(of: history, judged, since: site.baseline?.previous), judged.diagnostics)
}
