import Diagnostics

/// What was known of a row when one of its changes was told: announced, postponed, withdrawn, taking effect.
package struct Sight: Sendable {
    /// What was announced up to this moment was known.
    package var known: Moment
    /// What the list says of the row on the change's day of effect, without it where it is withdrawn; when it was announced,
    /// what it makes of the row.
    package var state: ProviderState
    /// The products that the row is used for when it takes effect or at any time later, of a correction when the list came to
    /// be wrong or later, and those that its announcement knew of. Whoever has one of these must learn of it.
    package var reach: Reach
    /// Other changes, announced earlier, that reach more products by what was announced of the change at this moment. Whoever
    /// has one of these was not told of them yet.
    package var reached: [ChangeID]
}

extension Change {
    /// What was known when an event of it was told. What was announced in the last minute before its day of effect was told
    /// twice by what was known then: the effect came last.
    package func sight(at event: Event) -> Sight? {
        event.kind == .effective
            ? sights.last { $0.known == event.known } : sights.first { $0.known == event.known }
    }

    /// What the list says of the row from its day of effect on, by what was known to whoever tells it at a moment; looking
    /// back, and of a withdrawn one, as it was announced.
    package func state(toldAt told: Moment) -> ProviderState {
        guard told != .last, announcement.effective(knownAt: told) != nil else { return stateAfter }
        return sights.last { $0.known <= told }?.state ?? stateAfter
    }

    /// Whether it gives the row to more products.
    package var widensReach: Bool { !Reach(stateAfter).isSubset(of: Reach(stateBefore)) }
}

/// The sights of a provider's changes, made as one goes from moment to moment.
struct Sights {
    /// By the change's index, in the order in which they were told.
    private(set) var made: [Int: [Made]] = [:]
    private let provider: Provider
    /// By moment, the changes of which something was announced at it.
    private let told: [Moment: [Int]]
    /// What takes effect after it was announced, the first of it last.
    private var effects: [(known: Moment, index: Int)]

    struct Made {
        var sight: Sight
        /// The changes that it reaches, by index.
        var reached: [Int] = []

        func sight(_ ids: [Int: ChangeID]) -> Sight {
            var sight = sight
            sight.reached = reached.compactMap { ids[$0] }
            return sight
        }
    }

    init(of provider: Provider) {
        self.provider = provider
        var told: [Moment: Set<Int>] = [:]
        for (index, change) in provider.changes.enumerated() {
            for moment in [change.announcement.moment] + change.announcement.laterMoments {
                told[moment, default: []].insert(index)
            }
        }
        self.told = told.mapValues { $0.sorted() }
        effects = provider.changes.enumerated().compactMap { index, change in
            let effective = Moment(change.announcement.currentEffective)
            guard !change.announcement.isWithdrawn, effective.day > change.announcement.moment.day else { return nil }
            return (effective.eve, index)
        }
        .sorted { $1 < $0 }
    }

    /// Tells what takes effect before a moment, by the fold that was known until then.
    mutating func pass(to moment: Moment, knowing passages: [Fold.Passage], announced: [Int: Timeline.Announced]) {
        while let effect = effects.last, effect.known < moment {
            effects.removeLast()
            see(effect.index, at: effect.known, isEffect: true, knowing: passages, announced: announced)
        }
    }

    /// Tells what is announced at a moment, by the fold that is known from then on and the one that was known until then.
    mutating func tell(
        _ moment: Moment, knowing passages: [Fold.Passage], after earlier: [Fold.Passage],
        announced: [Int: Timeline.Announced]
    ) {
        let indices = told[moment] ?? []
        let moving = indices.filter { provider.changes[$0].movesReach }
        // Of what takes effect earlier the state on its own day tells.
        let start = moving.map { provider.changes[$0].announcement.effective.value }.min()
        let reached = start.map { Self.widened(from: $0, earlier, passages) } ?? []
        let others = reached.filter { index, reach in
            guard provider.changes[index].announcement.moment < moment, !indices.contains(index) else { return false }
            return announced[index].map { !reach.isSubset(of: $0.reach) } ?? false
        }
        .map(\.index)
        for index in indices {
            see(
                index, at: moment, knowing: passages, announced: announced,
                reaching: moving.contains(index) ? others : []
            )
        }
    }

    private mutating func see(
        _ index: Int, at known: Moment, isEffect: Bool = false, knowing passages: [Fold.Passage],
        announced: [Int: Timeline.Announced], reaching others: [Int] = []
    ) {
        guard let own = announced[index] else { return }
        let change = provider.changes[index]
        let announcement = change.announcement
        let day = announcement.planned(knownAt: known)
        var reach = own.reach
        reach.formUnion(Reach(of: passages, from: announcement.effective.value))
        // The list of that day was wrong to its end: what takes effect on it is passed.
        if let since = change.trueSince { reach.formUnion(Reach(of: passages, from: since.value.adding(days: 1))) }
        let state =
            known == announcement.moment && !isEffect
            ? own.passage.after : passages.last { $0.effective <= day }?.after ?? ProviderState()
        made[index, default: []].append(
            Made(sight: Sight(known: known, state: state, reach: reach, reached: []), reached: others))
    }

    /// The changes from a day of effect on that reach more products in a fold than they did in an earlier one.
    private static func widened(
        from day: CalendarDate, _ earlier: [Fold.Passage], _ later: [Fold.Passage]
    ) -> [(index: Int, reach: Reach)] {
        func reaches(in passages: [Fold.Passage]) -> [(index: Int, reach: Reach)] {
            var reach = Reach(ProviderState())
            return passages.reversed().prefix { $0.effective >= day }.map { passage in
                reach.formUnion(Reach(passage.after))
                var own = reach
                own.formUnion(Reach(passage.before))
                return (passage.index, own)
            }
            .reversed()
        }
        let known = Dictionary(
            reaches(in: earlier).map { ($0.index, $0.reach) }, uniquingKeysWith: { first, _ in first })
        return reaches(in: later).filter { index, reach in known[index].map { !reach.isSubset(of: $0) } ?? true }
    }
}

extension Timeline.Announced {
    /// The products that the row is used for before or after the change, by what was announced by its own moment.
    fileprivate var reach: Reach {
        var reach = Reach(passage.before)
        reach.formUnion(Reach(passage.after))
        return reach
    }
}

extension ProviderChange {
    /// Whether it may alter which products the row is used for.
    fileprivate var movesReach: Bool { isFirstState || removed != nil || fields[.products] != nil }
}
