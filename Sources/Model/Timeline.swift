import Diagnostics

/// A provider's fold as it stood at each moment at which something about it was announced.
///
/// Each change's `before` and `after`, and whether it needs notice and adds something, are frozen at its own moment. At
/// every later moment the fold is made again and held against what was published: where it differs, a published fact
/// came untrue, or what was told as needing no notice would need it now, also by what follows it within its period.
struct Timeline {
    /// By the change's index: what was announced of it at its own moment. One withdrawn at that moment has none.
    private(set) var announced: [Int: Announced] = [:]
    private(set) var conflicts: [Clash] = []
    /// The fold with all that is known.
    private(set) var latest: [Fold.Passage] = []
    /// What was known whenever a change was told.
    private(set) var sights: Sights

    struct Announced {
        var passage: Fold.Passage
        var effect: ChangeEffect
    }

    /// A change of which what was published came untrue, when, how, and by what.
    struct Clash {
        var index: Int
        var moment: Moment
        var untruth: Conflict.Untruth
        /// Whether it stands as it stood, and only what follows it is another.
        var isByWhatFollows: Bool
        /// Whether it was postponed, and stays true where all that came untrue and was not is left out.
        var isByOthers = false
        var cause: SourceSpan
    }

    /// - Parameters:
    ///   - register: the register's id.
    ///   - settings: with the terms of notice that hold for its rows.
    init(fold: Fold, of register: String, settings: SiteSettings) {
        sights = Sights(of: fold.provider)
        var spellings = Spellings(register: register, settings: settings)
        var untrue: Set<Int> = []
        // Those that are untrue and were not postponed.
        var others: Set<Int> = []
        for (moment, causes) in Self.moments(of: fold.provider) {
            let earlier = latest
            sights.pass(to: moment, knowing: earlier, announced: announced)
            latest = fold.passages(knownAt: moment, after: earlier)
            // What stands before the first difference says what it said.
            let same = zip(earlier, latest).prefix { $0.index == $1.index && $0.effective == $1.effective }.count
            let places = latest.indices.dropFirst(same)
            // The day from which the list may be another than it was to be.
            let day = [earlier, latest].compactMap { $0.dropFirst(same).first?.effective }.min()
            for place in places.filter({ announced[latest[$0].index] == nil }).sorted(by: {
                latest[$0].index < latest[$1].index
            }) {
                let passage = latest[place]
                let effect = fold.effect(of: passage, before: latest[(place + 1)...]) {
                    spellings.allow($0, at: moment)
                }
                spellings.note(effect.respelt, at: moment)
                announced[passage.index] = Announced(passage: passage, effect: effect)
            }
            sights.tell(moment, knowing: latest, after: earlier, announced: announced)
            let known = conflicts.count
            for place in latest.indices {
                let passage = latest[place]
                // Another day or another state on either side of it, or other days that follow within its notice period.
                guard let day, let published = announced[passage.index],
                    passage.stands(otherwiseThan: published.passage) || fold.periodEnds[passage.index] > day,
                    fold.leavesTrace(passage.index),
                    let untruth = Self.untruth(of: published, now: passage, before: latest[(place + 1)...], in: fold),
                    untrue.insert(passage.index).inserted
                else { continue }
                let isByWhatFollows = !passage.stands(otherwiseThan: published.passage)
                let own = fold.provider.changes[passage.index].announcement.announced.value
                // What comes after it in the order of the list did not make its `before` and `after` untrue.
                let before = causes.last { cause in
                    isByWhatFollows || cause.day.map { ($0, cause.announced) < (passage.effective, own) } ?? true
                }
                guard let cause = before ?? causes.last else { continue }
                conflicts.append(
                    Clash(
                        index: passage.index, moment: moment, untruth: untruth, isByWhatFollows: isByWhatFollows,
                        cause: cause.span))
            }
            func isPostponed(_ index: Int) -> Bool {
                fold.provider.changes[index].announcement.postponed.contains { $0.announced.value <= moment }
            }
            others.formUnion(conflicts[known...].map(\.index).filter { !isPostponed($0) })
            let postponed = (known..<conflicts.count).filter { isPostponed(conflicts[$0].index) }
            guard !others.isEmpty, !postponed.isEmpty else { continue }
            let rest = fold.passages(knownAt: moment, leavingOut: others)
            for clash in postponed {
                guard let place = rest.firstIndex(where: { $0.index == conflicts[clash].index }),
                    let published = announced[rest[place].index]
                else { continue }
                conflicts[clash].isByOthers =
                    Self.untruth(of: published, now: rest[place], before: rest[(place + 1)...], in: fold) == nil
            }
        }
        sights.pass(to: .last, knowing: latest, announced: announced)
    }

    /// What of a published change a later passage of it makes untrue; nil where all of it stays true. Its kinds follow
    /// from what it says before and after alone, and whether it is listed.
    private static func untruth(
        of published: Announced, now passage: Fold.Passage, before later: ArraySlice<Fold.Passage>, in fold: Fold
    ) -> Conflict.Untruth? {
        let named = fold.recordedFields(of: passage.index)
        let isTrue =
            passage.before.snapshot(of: named).isSame(as: published.passage.before.snapshot(of: named))
            && passage.after.snapshot(of: named).isSame(as: published.passage.after.snapshot(of: named))
        guard isTrue else { return .said }
        // What was a correction of spelling stays one: its own words are the same.
        let effect = fold.effect(of: passage, before: later) { published.effect.respelt.contains($0) }
        if effect.needsNotice, !published.effect.needsNotice { return .needsNotice }
        return effect.addsSomething && !published.effect.addsSomething ? .addsSomething : nil
    }

    /// What was announced about a provider at a moment: a change with its day of effect, or what became of one.
    private struct Cause {
        var span: SourceSpan
        var announced: Moment
        var day: CalendarDate?
    }

    /// The moments at which something was announced about a provider, each with all of it in the order of the file.
    private static func moments(of provider: Provider) -> [(Moment, [Cause])] {
        var causes: [Moment: [Cause]] = [:]
        func note(_ span: SourceSpan, _ announced: Moment, at moment: Moment, day: CalendarDate? = nil) {
            causes[moment, default: []].append(Cause(span: span, announced: announced, day: day))
        }
        for change in provider.changes {
            let announcement = change.announcement
            note(
                change.span, announcement.announced.value, at: announcement.moment, day: announcement.effective.value)
            for said in announcement.postponed.map(\.announced) { note(said.span, said.value, at: said.value) }
            if let said = announcement.withdrawn?.announced { note(said.span, said.value, at: said.value) }
        }
        return causes.sorted { $0.key < $1.key }
    }
}

extension Fold.Passage {
    /// Whether the same change has another day, or another state on either side of it.
    fileprivate func stands(otherwiseThan other: Self) -> Bool {
        effective != other.effective || before != other.before || after != other.after
    }
}
