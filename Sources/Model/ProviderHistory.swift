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
    private var steps: [Step]

    private struct Step: Sendable {
        var day: CalendarDate
        var state: ProviderState
    }

    /// What the list says of the provider on a day.
    package func state(on day: CalendarDate) -> ProviderState {
        steps.last { $0.day <= day }?.state ?? ProviderState()
    }

    /// The days on which what the list says of the provider changes, earliest first: what it shows of it, or whether
    /// it shows it. Unrecorded fields do not count.
    package var daysOfEffect: [CalendarDate] {
        var days: [CalendarDate] = []
        var shown = ProviderState()
        for (index, step) in steps.enumerated() {
            let isLastOfDay = index + 1 == steps.count || steps[index + 1].day > step.day
            guard isLastOfDay else { continue }
            let differs = step.state.isListed != shown.isListed || step.state.fields != shown.fields
            if differs, step.state.isListed || shown.isListed { days.append(step.day) }
            shown = step.state
        }
        return days
    }

    /// Since when the provider is on the list without a break, on a day on which it is; nil where it is not.
    package func listedSince(on day: CalendarDate) -> CalendarDate? {
        var since: CalendarDate?
        for step in steps where step.day <= day {
            since = step.state.isListed ? since ?? step.day : nil
        }
        return since
    }
}

extension ProviderHistory {
    /// Folds a provider's changes, each by what was announced by its own moment.
    package init(resolving provider: Provider, of register: String, settings: SiteSettings) {
        self.provider = provider
        let fold = Fold(provider: provider, settings: settings)
        let timeline = Timeline(fold: fold)
        steps = timeline.latest.map { Step(day: $0.effective, state: $0.after) }
        let older = fold.olderHistory()
        var numbers: [CalendarDate: Int] = [:]
        var ids: [Int: ChangeID] = [:]
        changes = provider.changes.indices.compactMap { index in
            let item = provider.changes[index]
            guard fold.leavesTrace(index), let passage = timeline.announced[index] else { return nil }
            let day = item.announcement.announced.value.day
            numbers[day, default: 0] += 1
            let id = ChangeID(provider: provider.id, day: day, number: numbers[day] ?? 1)
            ids[index] = id
            let terms = fold.terms[index]
            let named = fold.recordedFields(of: index)
            let effect = ChangeEffect(
                before: passage.before, after: passage.after, named: named, isFirstState: item.isFirstState,
                isCorrection: item.trueSince != nil, isMaterial: item.announcement.isMaterial, terms: terms)
            let isOlder = older.contains(index)
            return Change(
                register: register, id: id, written: item, before: passage.before.snapshot(of: named),
                after: passage.after.snapshot(of: named),
                name: passage.after.name, stateBefore: passage.before, stateAfter: passage.after,
                kinds: effect.kinds, needsNotice: effect.needsNotice && !isOlder,
                addsSomething: effect.addsSomething, isOlderHistory: isOlder,
                published: .object(item.written.filter { terms.publishes(key: $0.key) }))
        }
        conflicts = timeline.conflicts.compactMap { clash in
            ids[clash.index].map { id in
                let span = provider.changes[clash.index].span
                return Conflict(change: id, changeSpan: span, moment: clash.moment, cause: clash.cause)
            }
        }
    }
}

extension RegisterTerms {
    /// Whether a key that an author wrote stands in the published change.
    func publishes(key: String) -> Bool {
        guard let field = ProviderField(rawValue: key) else { return !privateKeys.contains(key) }
        return isRecorded(field)
    }
}
