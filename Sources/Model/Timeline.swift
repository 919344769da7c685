import Diagnostics

/// A provider's fold as it stood at each moment at which something about it was announced.
///
/// Each change's `before` and `after` are frozen at its own moment. At every later moment the fold is made again and
/// held against what was published: where one differs, a published fact came untrue.
struct Timeline {
    /// By the change's index: its passage as it was known at its own moment. One withdrawn at that moment has none.
    private(set) var announced: [Int: Fold.Passage] = [:]
    private(set) var conflicts: [Clash] = []
    /// The fold with all that is known.
    private(set) var latest: [Fold.Passage] = []

    /// A change of which what was published came untrue, when, and by what.
    struct Clash {
        var index: Int
        var moment: Moment
        var cause: SourceSpan
    }

    init(fold: Fold) {
        var untrue: Set<Int> = []
        for (moment, cause) in Self.moments(of: fold.provider) {
            let earlier = latest
            latest = fold.passages(knownAt: moment, after: earlier)
            // What stands before the first difference says what it said.
            let same = zip(earlier, latest).prefix { $0.index == $1.index && $0.effective == $1.effective }.count
            for passage in latest.dropFirst(same) {
                let index = passage.index
                guard let published = announced[index] else {
                    announced[index] = passage
                    continue
                }
                let named = fold.recordedFields(of: index)
                let isTrue =
                    passage.before.snapshot(of: named).isSame(as: published.before.snapshot(of: named))
                    && passage.after.snapshot(of: named).isSame(as: published.after.snapshot(of: named))
                guard !isTrue, fold.leavesTrace(index), untrue.insert(index).inserted else { continue }
                conflicts.append(Clash(index: index, moment: moment, cause: cause))
            }
        }
    }

    /// The moments at which something was announced about a provider, each with what was announced last in the file.
    private static func moments(of provider: Provider) -> [(Moment, SourceSpan)] {
        var causes: [Moment: SourceSpan] = [:]
        for change in provider.changes {
            causes[change.announcement.moment] = change.span
            for postponement in change.announcement.postponed {
                causes[postponement.announced.value] = postponement.announced.span
            }
            if let withdrawn = change.announcement.withdrawn {
                causes[withdrawn.announced.value] = withdrawn.announced.span
            }
        }
        return causes.sorted { $0.key < $1.key }
    }
}
