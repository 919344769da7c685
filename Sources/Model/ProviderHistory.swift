import Diagnostics
import Formats

/// One provider's history, resolved: what the list says of it on any day, and each change as it was announced.
package struct ProviderHistory: Sendable {
    package var provider: Provider
    /// Every change that leaves a trace, in the order of the file.
    package var changes: [Change]
    /// Where something announced later made a published `before` or `after` untrue, one finding a change.
    package var conflicts: [Conflict]
    /// The state from each day of effect on, in the order of the days; the last of a day is that day's.
    /// With each whether it wrote words that are erased over words that are erased.
    private var steps: [(day: CalendarDate, state: ProviderState, isErasedAnew: Bool)]
    /// The days of which something recorded later altered what the list says, by moment.
    package var alterations: [Alteration]
    /// What it is called, for the many who ask.
    let names: ProviderNames

    /// What the list says of the provider on a day.
    package func state(on day: CalendarDate) -> ProviderState {
        steps.last { $0.day <= day }?.state ?? ProviderState()
    }

    /// The days on which what the list says of the provider changes, earliest first: what it shows of it, or whether
    /// it shows it. Unrecorded fields do not count.
    package var daysOfEffect: [CalendarDate] {
        var days: [CalendarDate] = []
        var shown = ProviderState()
        var isErasedAnew = false
        for (index, step) in steps.enumerated() {
            isErasedAnew = isErasedAnew || step.isErasedAnew
            guard isLastOfDay(index) else { continue }
            let differs =
                isErasedAnew || step.state.isListed != shown.isListed || step.state.fields != shown.fields
            if differs, step.state.isListed || shown.isListed { days.append(step.day) }
            (shown, isErasedAnew) = (step.state, false)
        }
        return days
    }

    /// Whether what a step says holds for the rest of its day: only that is ever seen.
    private func isLastOfDay(_ index: Int) -> Bool {
        index + 1 == steps.count || steps[index + 1].day > steps[index].day
    }

    /// Whether the provider was on the list on a day before another.
    package func wasListed(before day: CalendarDate) -> Bool {
        steps.indices.contains { steps[$0].day < day && steps[$0].state.isListed && isLastOfDay($0) }
    }

    /// Since when the provider is on the list without a break, on a day on which it is; nil where it is not. Taken off
    /// and listed again on one day, it was on the list all the time.
    package func listedSince(on day: CalendarDate) -> CalendarDate? { since(on: day) { $0.isListed } }

    /// Since when the provider is a recipient, and no subprocessor, without a break; nil where it is none on that day.
    package func recipientSince(on day: CalendarDate) -> CalendarDate? {
        since(on: day) { $0.isListed && $0.isRecipient }
    }

    private func since(on day: CalendarDate, _ holds: (ProviderState) -> Bool) -> CalendarDate? {
        var since: CalendarDate?
        for (index, step) in steps.enumerated() where step.day <= day && isLastOfDay(index) {
            since = holds(step.state) ? since ?? step.day : nil
        }
        return since
    }
}

extension ProviderHistory {
    /// When what the list says of the provider on a day entered the record, where that was after the day: what was
    /// recorded last.
    package func recorded(on day: CalendarDate) -> Alteration? {
        alterations.last { $0.days.contains(day) }
    }

    /// The changes by which a day's list was altered after it had been public or past; on the day on which older history
    /// ends, the removal that ends it too.
    package func recordedChanges(altering day: CalendarDate) -> [Change] {
        let moments = Set(alterations.filter { $0.days.contains(day) }.map(\.recorded))
        return changes.filter { change in
            guard change.written.announcement.recorded != nil else { return false }
            let effective = change.announcement.effective.value
            return moments.contains(change.moment) && effective <= day || change.isOlderHistory && effective == day
        }
    }
}

extension ProviderHistory {
    /// Folds a provider's changes, each by what was announced by its own moment.
    ///
    /// - Parameter settings: with the terms of notice that hold for the rows of the register.
    package init(resolving provider: Provider, of register: String, settings: SiteSettings) {
        self.provider = provider
        let fold = Fold(provider: provider, of: register, settings: settings)
        let timeline = Timeline(fold: fold, of: register, settings: settings)
        steps = timeline.latest.map { ($0.effective, $0.after, fold.isErasedAnew($0)) }
        let recordings = fold.recordings(since: settings.since.value)
        alterations = recordings.flatMap(\.alterations)
        let older = recordings.filter(\.isOlderHistory).reduce(into: Set<Int>()) { $0.formUnion($1.changes) }
        let late = recordings.filter { !$0.isOlderHistory && $0.moment.day > settings.since.value }
            .reduce(into: Set<Int>()) { $0.formUnion($1.changes) }
        let traced = provider.changes.indices.filter { fold.leavesTrace($0) && timeline.announced[$0] != nil }
        let ids = Self.ids(of: traced, in: provider)
        changes = []
        for index in provider.changes.indices {
            let item = provider.changes[index]
            guard let announced = timeline.announced[index], let id = ids[index] else { continue }
            let (passage, effect) = (announced.passage, announced.effect)
            let terms = fold.terms[index]
            let named = fold.recordedFields(of: index)
            changes.append(
                Change(
                    register: register, id: id, written: item, before: passage.before.snapshot(of: named),
                    after: passage.after.snapshot(of: named),
                    name: passage.after.name, stateBefore: passage.before, stateAfter: passage.after,
                    sights: timeline.sights.made[index, default: []].map { $0.sight(ids) },
                    kinds: effect.kinds, needsNotice: effect.needsNotice && !older.contains(index),
                    addsSomething: effect.addsSomething, isOlderHistory: older.contains(index),
                    isLate: late.contains(index),
                    published: .object(item.written.filter { terms.publishes(key: $0.key) })))
        }
        names = ProviderNames(changes)
        conflicts = timeline.conflicts.compactMap { clash in
            ids[clash.index].map { id in
                Conflict(
                    change: id, moment: clash.moment, untruth: clash.untruth,
                    isByWhatFollows: clash.isByWhatFollows, isByOthers: clash.isByOthers, cause: clash.cause)
            }
        }
    }
}

extension ProviderHistory {
    /// The permanent ids of changes. Those of one day are numbered in the order in which they entered the record, so
    /// that one recorded later, wherever it stands in the file, renumbers none.
    private static func ids(of indices: [Int], in provider: Provider) -> [Int: ChangeID] {
        var numbers: [CalendarDate: Int] = [:]
        var ids: [Int: ChangeID] = [:]
        func moment(_ index: Int) -> Moment { provider.changes[index].announcement.moment }
        for index in indices.sorted(by: { (moment($0), $0) < (moment($1), $1) }) {
            let day = provider.changes[index].announcement.announced.value.day
            numbers[day, default: 0] += 1
            ids[index] = ChangeID(provider: provider.id, day: day, number: numbers[day] ?? 1)
        }
        return ids
    }
}

extension RegisterTerms {
    /// Whether a key that an author wrote stands in the published change.
    func publishes(key: String) -> Bool {
        guard let field = ProviderField(rawValue: key) else { return !privateKeys.contains(key) }
        return isRecorded(field)
    }
}
