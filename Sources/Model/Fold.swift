/// The fold of a provider's changes: the register on a day is every change effective by then, one after the other by
/// (effective, announced, position in the file), as far as it was announced by a moment.
struct Fold {
    let provider: Provider
    /// The register's terms by which each change is judged and told.
    let terms: [RegisterTerms]
    /// The earliest day on which each change could take effect if it needs notice.
    let periodEnds: [CalendarDate]

    /// - Parameter settings: with the terms of notice that hold for the rows of the register.
    init(provider: Provider, of register: String, settings: SiteSettings) {
        self.provider = provider
        let moments = provider.changes.map(\.announcement.moment)
        terms = moments.map(settings.registerTerms(at:))
        periodEnds = moments.map {
            settings.noticeTerms(at: $0).earliestEffective(announced: $0.day, for: register)
        }
    }

    /// One change as the fold passes it.
    struct Passage {
        var index: Int
        var effective: CalendarDate
        var before: ProviderState
        var after: ProviderState
    }

    /// All of a change's fields that are announced when they change.
    func recordedFields(of index: Int) -> Set<ProviderField> {
        Set(provider.changes[index].fields.keys.filter(terms[index].isRecorded))
    }

    /// Whether a passage writes words that are erased over words that are erased. The list was another from its day on all
    /// the same.
    func isErasedAnew(_ passage: Passage) -> Bool {
        let (before, named) = (passage.before.fields, recordedFields(of: passage.index))
        return before.toldApart(from: passage.after.fields, in: named) != before
    }

    /// Whether a change is an announcement: one whose fields are all private or unrecorded leaves no trace.
    func leavesTrace(_ index: Int) -> Bool {
        let change = provider.changes[index]
        return change.isFirstState || change.removed != nil || !recordedFields(of: index).isEmpty
            || change.fields.isEmpty && !change.namesFreeKeys
    }

    /// The changes known at a moment, in the order in which they take effect.
    func order(knownAt moment: Moment, leavingOut left: Set<Int>) -> [(index: Int, effective: CalendarDate)] {
        provider.changes.indices
            .compactMap { index -> (index: Int, effective: CalendarDate)? in
                let announcement = provider.changes[index].announcement
                guard announcement.moment <= moment, !left.contains(index),
                    let effective = announcement.effective(knownAt: moment)
                else { return nil }
                return (index, effective)
            }
            .sorted { one, other in
                let (first, second) = (provider.changes[one.index].rank, provider.changes[other.index].rank)
                return (one.effective, first) < (other.effective, second)
            }
    }

    /// The changes known at a moment with the state before and after each.
    ///
    /// - Parameter earlier: passages of this fold at an earlier moment; those that stand as they stood are kept.
    func passages(
        knownAt moment: Moment, leavingOut left: Set<Int> = [], after earlier: [Passage] = []
    ) -> [Passage] {
        let order = order(knownAt: moment, leavingOut: left)
        let same = zip(order, earlier).prefix { $0.index == $1.index && $0.effective == $1.effective }.count
        var passages = Array(earlier.prefix(same))
        var state = passages.last?.after ?? ProviderState()
        for (index, effective) in order.dropFirst(same) {
            let before = state
            state.apply(provider.changes[index], terms: terms[index])
            passages.append(Passage(index: index, effective: effective, before: before, after: state))
        }
        return passages
    }
}
