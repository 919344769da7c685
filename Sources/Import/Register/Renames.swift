import Diagnostics
import Formats
import Model

/// A company that went on a day on which another one came that may be it under a new name.
package struct PossibleRename: Sendable, Hashable {
    package var day: CalendarDate
    package var old: String
    package var new: String
    /// What they have in common, as the end of a sentence: `the same purpose`.
    package var reason: String
}

extension RowTracks {
    /// Pairs that may be one company: with names that are alike, or with the same purpose and places, where no other has
    /// them. Each company is in one pair of a day at most.
    var possibleRenames: [PossibleRename] {
        turnovers.flatMap { turnover -> [PossibleRename] in
            var free = turnover.new
            return turnover.gone.compactMap { gone -> PossibleRename? in
                let old = row(gone, before: turnover.day)
                let named = free.first { Self.areAlike(old.name, row($0, on: turnover.day).name) }
                let same = free.filter { row($0, on: turnover.day).saysSameWork(as: old) }
                guard let found = named ?? (same.count == 1 ? same[0] : nil) else { return nil }
                free.removeAll { $0 == found }
                return PossibleRename(
                    day: turnover.day, old: old.name, new: row(found, on: turnover.day).name,
                    reason: named == nil ? "the same purpose and places" : "a name like it")
            }
        }
    }

    private func row(_ track: Int, before day: CalendarDate) -> ListRow {
        tracks[track].states.last { $0.day < day && $0.row != nil }?.row ?? tracks[track].last
    }

    private func row(_ track: Int, on day: CalendarDate) -> ListRow {
        tracks[track].states.first { $0.day == day }?.row ?? tracks[track].last
    }

    /// Whether one name is in the other, they are nearly the same, or begin with the same word.
    private static func areAlike(_ one: String, _ other: String) -> Bool {
        let (first, second) = (one.foldedWords, other.foldedWords)
        let (short, long) = first.utf8.count < second.utf8.count ? (first, second) : (second, first)
        if short.utf8.count >= 3, " \(long) ".contains(" \(short) ") { return true }
        if let word = first.split(separator: " ").first, word.utf8.count >= 4,
            second.split(separator: " ").first == word
        {
            return true
        }
        return short.utf8.count > 4 && nearMiss(one, among: [other]) != nil
    }
}

extension ListRow {
    fileprivate func saysSameWork(as other: ListRow) -> Bool {
        guard let purpose = value("purpose")?.text, let others = other.value("purpose")?.text else { return false }
        return purpose.folded == others.folded
            && (value("locations") ?? .null).isSame(as: other.value("locations") ?? .null)
            && value("kind") == other.value("kind")
    }
}
