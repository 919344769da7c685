import Diagnostics
import Model

/// Items of a notice that take effect on one day, as a calendar has them: one entry whose id never changes, however
/// often it is moved or cancelled.
struct EffectGroup: Hashable {
    /// The end of its permanent id: `effect/<day>` with the day of effect as it was first announced. Items that are
    /// moved while others of their group stay get `effect/<day>/<new day>`.
    let path: String
    /// Places in the notice's `items`. Those of a cancelled group are the ones withdrawn last.
    var members: [Int]
    var day: CalendarDate
    /// How often it was moved, cancelled or lost members.
    var sequence = 0
    /// The newest announcement that concerns it.
    var known: Moment
    /// What had been announced before `known`, where `known` cancelled it.
    var cancelledAfter: Moment?

    var isCancelled: Bool { cancelledAfter != nil }
}

extension Notice {
    /// The groups in the order in which they came to be: those first announced by their days, then those that were
    /// split off. Later announcements are followed one after the other, so that a group's `sequence` only ever grows.
    var effectGroups: [EffectGroup] {
        let announcements = items.map(\.announcement)
        let days = announcements.map { $0.effective(knownAt: moment) }
        var groups = Set(days.compactMap { $0 }).sorted().map { day in
            EffectGroup(
                path: "effect/\(day)", members: days.indices.filter { days[$0] == day }, day: day, known: moment)
        }
        for moment in Set(announcements.flatMap(\.laterMoments)).sorted() where moment > self.moment {
            for index in groups.indices where !groups[index].isCancelled {
                let split = groups[index].follow(moment, announcements)
                for (day, members) in split {
                    let root = groups[index].path.split(separator: "/").prefix(2).joined(separator: "/")
                    let path = Self.unused("\(root)/\(day)", by: groups.map(\.path))
                    groups.append(EffectGroup(path: path, members: members, day: day, known: moment))
                }
            }
        }
        return groups
    }

    private static func unused(_ path: String, by others: [String]) -> String {
        var (number, candidate) = (1, path)
        while others.contains(candidate) {
            number += 1
            candidate = "\(path)-\(number)"
        }
        return candidate
    }
}

extension EffectGroup {
    /// Takes in what was announced at a moment: all withdrawn cancel it, all postponed move it, some leave it.
    ///
    /// - Parameter announcements: those of the notice's items.
    /// - Returns: members that go to a day without the others, by their new day.
    fileprivate mutating func follow(
        _ moment: Moment, _ announcements: [Announcement]
    ) -> [(day: CalendarDate, members: [Int])] {
        var kept: [Int] = []
        var moved: [CalendarDate: [Int]] = [:]
        for member in members {
            let announcement = announcements[member]
            if announcement.withdrawn?.announced.value == moment { continue }
            if let postponement = announcement.postponed.last(where: { $0.announced.value == moment }) {
                moved[postponement.effective.value, default: []].append(member)
            } else {
                kept.append(member)
            }
        }
        guard kept.count < members.count else { return [] }
        var split = moved.sorted { $0.key < $1.key }.map { (day: $0.key, members: $0.value) }
        sequence += 1
        if kept.isEmpty, split.isEmpty {
            cancelledAfter = known
        } else if kept.isEmpty {
            (day, members) = split.removeFirst()
        } else {
            members = kept
        }
        known = moment
        return split
    }
}
