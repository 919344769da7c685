import Diagnostics
import Formats

/// The editions of a document in the orders in which they are asked for: of when they take effect, and of when they were
/// announced.
struct Standing: Sendable {
    /// Those that take effect on the day that they first said, whatever is known: in the order in which they do.
    private let settled: [Edition]
    /// Those of which something was said later, that they are postponed or withdrawn: mostly none.
    private let unsettled: [Edition]
    /// In the order in which they were announced.
    private let announced: [Edition]

    init(_ editions: [Edition]) {
        settled = editions.filter(\.announcement.laterMoments.isEmpty)
            .sorted { Place($0.announcement.effective.value, $0) < Place($1.announcement.effective.value, $1) }
        unsettled = editions.filter { !$0.announcement.laterMoments.isEmpty }
        announced = editions.sorted { ($0.announcement.moment, $0.id) < ($1.announcement.moment, $1.id) }
    }

    /// The newest edition that is effective on a day, of one day the one with the higher id.
    ///
    /// - Parameters:
    ///   - known: what was announced later is not known.
    ///   - left: an edition that counts as never announced.
    func inForce(on day: CalendarDate, knownAt known: Moment, without left: EditionID? = nil) -> Edition? {
        func counts(_ edition: Edition) -> Bool { edition.announcement.moment <= known && edition.id != left }
        // Editions are mostly announced in the order in which they take effect, so the last one is mostly known.
        let last = settled[..<settled.firstPlace { $0.announcement.effective.value > day }].last(where: counts)
        let others = unsettled.lazy.filter(counts).compactMap { edition -> Place? in
            guard let effective = edition.announcement.effective(knownAt: known), effective <= day else { return nil }
            return Place(effective, edition)
        }
        return others.reduce(last.map { Place($0.announcement.effective.value, $0) }) { newest, other in
            newest.map { max($0, other) } ?? other
        }?.edition
    }

    /// The edition that was announced last by a moment, of one moment the one with the higher id.
    func newest(knownAt known: Moment) -> Edition? {
        announced[..<announced.firstPlace { $0.announcement.moment > known }].last
    }

    /// The edition that was announced first, where that was by a moment.
    func first(knownAt known: Moment) -> Edition? {
        announced.first.flatMap { $0.announcement.moment <= known ? $0 : nil }
    }

    /// An edition with its day of effect as somebody knows it.
    private struct Place: Comparable {
        let effective: CalendarDate
        let edition: Edition

        init(_ effective: CalendarDate, _ edition: Edition) {
            self.effective = effective
            self.edition = edition
        }

        static func == (one: Self, other: Self) -> Bool {
            (one.effective, one.edition.id) == (other.effective, other.edition.id)
        }

        static func < (one: Self, other: Self) -> Bool {
            (one.effective, one.edition.id) < (other.effective, other.edition.id)
        }
    }
}
