import Diagnostics

/// What an edition is on a day.
package enum EditionState: String, Sendable, Hashable {
    case upcoming
    case inForce = "in_force"
    case superseded, withdrawn, retired, erased
}

/// One document's editions and register, resolved.
package struct DocumentHistory: Sendable {
    package var id: String
    /// By id.
    package let editions: [Edition]
    /// When each edition takes effect, for the many who ask which is in force.
    private let standing: Standing<Edition>
    /// Nil where the document is no register.
    package var register: RegisterHistory?
    /// The editions that were recorded for days before `since` on which the document had none.
    private let olderHistory: Set<EditionID>
    /// The last day of the starting state.
    let since: CalendarDate

    /// - Parameter since: the last day of the starting state.
    package init(id: String, editions: [Edition], register: RegisterHistory?, since: CalendarDate) {
        self.id = id
        self.editions = editions
        standing = Standing(editions)
        self.register = register
        self.since = since
        olderHistory = Self.olderHistory(among: editions, since: since)
    }

    /// Every change of its register, provider by provider; none where it is no register.
    package var changes: [Change] { register?.changes ?? [] }

    /// What was ever announced of it: its editions, then its changes.
    package var items: [NoticeItem] { editions.map(NoticeItem.edition) + changes.map(NoticeItem.change) }

    /// The edition in force on a day: the newest effective one, of one day the higher id. Knowledge is everything in
    /// this history, or what was announced by a moment.
    package func inForce(on day: CalendarDate, knownAt known: Moment = .last) -> Edition? {
        standing.inForce(on: day, knownAt: known)
    }

    /// The same if one edition had never been announced.
    package func inForce(on day: CalendarDate, knownAt known: Moment, without left: EditionID?) -> Edition? {
        standing.inForce(on: day, knownAt: known, without: left)
    }

    /// The edition that was announced last by a moment, of one moment the higher id; nil where none was.
    package func newest(knownAt known: Moment) -> Edition? { standing.newest(knownAt: known) }

    /// The first edition in the record, where it was announced by a moment.
    func first(knownAt known: Moment) -> Edition? { standing.first(knownAt: known) }

    /// What an edition is on a day. An erased one is that, whatever else it is; what it would be says
    /// `inForce(on:)`.
    package func state(of edition: Edition, on day: CalendarDate) -> EditionState {
        if edition.announcement.erased != nil { return .erased }
        if edition.announcement.isWithdrawn { return .withdrawn }
        if edition.announcement.currentEffective > day { return .upcoming }
        guard inForce(on: day)?.id == edition.id else { return .superseded }
        return edition.retired == nil ? .inForce : .retired
    }

    /// The editions that take effect, in the order in which they do.
    package var inOrderOfEffect: [Edition] {
        editions.filter { !$0.announcement.isWithdrawn }
            .sorted { ($0.announcement.currentEffective, $0.id) < ($1.announcement.currentEffective, $1.id) }
    }

    /// The editions announced and not yet effective on a day, in the order in which they take effect.
    package func upcoming(on day: CalendarDate) -> [Edition] {
        inOrderOfEffect.filter { $0.announcement.currentEffective > day }
    }

    /// The day on which another edition takes effect next after an edition's own day, by what was announced by a moment.
    package func next(after day: CalendarDate, of edition: Edition, knownAt known: Moment) -> CalendarDate? {
        editions.lazy.filter { $0.id != edition.id && $0.announcement.moment <= known }
            .compactMap { $0.announcement.effective(knownAt: known) }
            .filter { $0 > day }
            .min()
    }

    /// Whether an edition that was announced before an interim one, or with it, takes effect after the interim one's
    /// day, by what was announced by a moment.
    package func givesWay(_ interim: Edition, on day: CalendarDate, knownAt known: Moment) -> Bool {
        editions.contains { other in
            other.announcement.moment <= interim.announcement.moment
                && other.announcement.effective(knownAt: known).map { $0 > day } ?? false
        }
    }

    /// Whether all of it that was announced by a moment was withdrawn by then.
    package func isWithdrawn(knownAt known: Moment) -> Bool {
        let announcements = editions.lazy.map(\.announcement).filter { $0.moment <= known }
        return !announcements.isEmpty && announcements.allSatisfy { $0.effective(knownAt: known) == nil }
    }

    /// The id of one more edition of a day: `2026-12-24`, or the next that is not taken.
    package func freeID(on day: CalendarDate) -> EditionID {
        let last = editions.filter { $0.id.day == day }.map(\.id.number).max() ?? 0
        return EditionID(day: day, number: min(last, .max - 1) + 1)
    }

    /// The edition that one is compared with: what would be in force on the day before it takes effect, by what was
    /// announced at its own moment; so it never changes. Nil for a first edition.
    package func predecessor(of edition: Edition) -> Edition? {
        let announcement = edition.announcement
        return inForce(
            on: announcement.effective.value.adding(days: -1), knownAt: announcement.moment, without: edition.id)
    }

    /// Whether an edition was recorded later than announced and only adds to days before `since`, so that it needs no
    /// notice and makes no event.
    package func isOlderHistory(_ edition: Edition) -> Bool { olderHistory.contains(edition.id) }

    /// Whether an edition takes effect before the day on which it was recorded, and is no older history: customers are
    /// told late.
    package func isLate(_ edition: Edition) -> Bool {
        let announcement = edition.announcement
        return announcement.recorded != nil && announcement.effective.value < announcement.moment.day
            && announcement.moment.day > since && !isOlderHistory(edition)
    }

    /// The editions recorded later than announced that come before all that were known by then, and give way to
    /// another by `since`.
    private static func olderHistory(among editions: [Edition], since: CalendarDate) -> Set<EditionID> {
        guard editions.contains(where: { $0.announcement.recorded != nil }) else { return [] }
        func place(_ edition: Edition) -> (CalendarDate, EditionID) {
            (edition.announcement.effective.value, edition.id)
        }
        let standing = editions.filter { !$0.announcement.isWithdrawn }
        var older: Set<EditionID> = []
        var firstKnown: (CalendarDate, EditionID)?
        for (_, group) in Dictionary(grouping: standing, by: \.announcement.moment).sorted(by: { $0.key < $1.key }) {
            let ordered = group.sorted { place($0) < place($1) }
            for (index, edition) in ordered.enumerated() where edition.announcement.recorded != nil {
                if let firstKnown, place(edition) >= firstKnown { continue }
                let next = ordered.dropFirst(index + 1).first.map(place)
                let successor = [next, firstKnown].compactMap { $0?.0 }.min()
                if let successor, successor <= since { older.insert(edition.id) }
            }
            if let first = ordered.first.map(place), firstKnown.map({ first < $0 }) ?? true { firstKnown = first }
        }
        return older
    }

    /// Whether the notice period applies to an edition. True for an urgent one too, whose period is lifted.
    package func needsNotice(_ edition: Edition) -> Bool {
        edition.announcement.isMaterial && !isOlderHistory(edition)
    }
}

extension Moment {
    /// Later than every other moment: with everything known.
    package static let last = Moment(.distantFuture, minute: 24 * 60)
}

/// A register's providers, resolved.
package struct RegisterHistory: Sendable {
    /// By id.
    package let providers: [ProviderHistory]
    /// Those of which a list was altered after its day: mostly none.
    private let altered: [ProviderHistory]
    private let corrections: [Correction]
    /// The place of each provider, by id.
    private let places: [String: Int]
    /// The blocks of terms as they hold for its rows.
    package let notice: [Dated<NoticeTerms>]
    /// When its first row was announced; nil where it has none.
    package let firstMoment: Moment?
    /// The day from which somebody is listed, as far as is known from a moment on; each day is earlier than the one before.
    private let beginnings: [(known: Moment, day: CalendarDate)]

    package init(providers: [ProviderHistory], notice: [Dated<NoticeTerms>]) {
        self.providers = providers
        self.notice = notice
        altered = providers.filter { !$0.alterations.isEmpty }
        corrections = Correction.all(of: providers)
        places = Dictionary(
            providers.enumerated().map { ($1.provider.id, $0) }, uniquingKeysWith: { first, _ in first })
        firstMoment = providers.compactMap { $0.provider.changes.first?.announcement.moment }.min()
        beginnings = providers.flatMap(\.changes)
            .filter { !$0.before.isListed && $0.after.isListed && !$0.announcement.isWithdrawn }
            .map { ($0.moment, $0.announcement.currentEffective) }.sorted { $0 < $1 }
            .reduce(into: []) { all, next in if all.last.map({ next.1 < $0.day }) ?? true { all.append(next) } }
    }

    /// Whether somebody was listed on a day or before it, by what was announced by a moment.
    func hasBegun(by day: CalendarDate, knownAt known: Moment) -> Bool {
        beginnings.contains { $0.known <= known && $0.day <= day }
    }

    /// The terms by which a row that is announced at a moment is judged: in force on its day, and announced by then.
    package func noticeTerms(at moment: Moment) -> NoticeTerms { notice.inForce(on: moment.day, knownAt: moment) }

    /// Every change, provider by provider, in the order of their files.
    package var changes: [Change] { providers.flatMap(\.changes) }

    /// A row of the list on a day.
    package struct Row: Sendable, Hashable {
        package var provider: String
        package var state: ProviderState
        /// The first day of its present time on the list.
        package var since: CalendarDate
        /// When what it says entered the record, where that was after the day.
        package var recorded: Moment?
    }

    /// The list on a day, subprocessors and recipients, by name and id.
    package func list(on day: CalendarDate) -> [Row] {
        providers
            .compactMap { history in
                let state = history.state(on: day)
                guard state.isListed, let since = history.listedSince(on: day) else { return nil }
                return Row(
                    provider: history.provider.id, state: state, since: since,
                    recorded: history.recorded(on: day)?.recorded)
            }
            .sorted { one, other in
                (one.state.name.lowercased(), one.provider) < (other.state.name.lowercased(), other.provider)
            }
    }

    /// The days up to a day on which the list changed in what it shows for ever, earliest first.
    package func daysOfChange(upTo day: CalendarDate) -> [CalendarDate] {
        Set(providers.flatMap(\.daysOfEffect)).filter { $0 <= day }.sorted()
    }

    /// The changes that altered a day's list after that day, in the order of the record.
    package func recordedChanges(altering day: CalendarDate) -> [Change] {
        altered.flatMap { $0.recordedChanges(altering: day) }.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }
    }

    /// The corrections that say that the list of a day was wrong, on that day or later while it stood, in the order of the
    /// record.
    package func corrections(of day: CalendarDate) -> [Change] {
        corrections.lazy.filter { $0.days.contains(day) }.map(\.change)
    }

    /// The changes announced and not yet effective on a day, in the order in which they take effect.
    package func upcoming(on day: CalendarDate) -> [Change] {
        changes
            .filter { !$0.announcement.isWithdrawn && $0.announcement.currentEffective > day }
            .sorted {
                ($0.announcement.currentEffective, $0.moment, $0.id) < (
                    $1.announcement.currentEffective, $1.moment, $1.id
                )
            }
    }

    package func provider(_ id: String) -> ProviderHistory? { places[id].map { providers[$0] } }
}
