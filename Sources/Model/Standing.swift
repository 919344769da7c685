import Diagnostics
import Formats

/// What holds from its day of effect until another of its kind does: an edition, a company's name.
protocol Standable: Sendable {
    associatedtype Rank: Comparable
    var announcement: Announcement { get }
    /// Its place among those that take effect on one day, of which the last holds.
    var rank: Rank { get }
}

extension Edition: Standable {
    var rank: EditionID { id }
}

/// The editions of a document, or the names of a provider, in the orders in which they are asked for: of when they take
/// effect, and of when they were announced.
struct Standing<Item: Standable>: Sendable {
    /// Those that take effect on the day that they first said, whatever is known: in the order in which they do.
    private let settled: [Item]
    /// Those of which something was said later, that they are postponed or withdrawn: mostly none.
    private let unsettled: [Item]
    /// In the order in which they were announced.
    private let announced: [Item]

    init(_ items: [Item]) {
        settled = items.filter(\.announcement.laterMoments.isEmpty)
            .sorted { Place($0.announcement.effective.value, $0) < Place($1.announcement.effective.value, $1) }
        unsettled = items.filter { !$0.announcement.laterMoments.isEmpty }
        announced = items.sorted { ($0.announcement.moment, $0.rank) < ($1.announcement.moment, $1.rank) }
    }

    /// The newest one that is effective on a day, of one day the last by its rank.
    ///
    /// - Parameters:
    ///   - rank: of those of the day itself only the ones before it count; nil for all.
    ///   - known: what was announced later is not known.
    ///   - left: one that counts as never announced.
    func inForce(
        on day: CalendarDate, before rank: Item.Rank? = nil, knownAt known: Moment, without left: Item.Rank? = nil
    ) -> Item? {
        func counts(_ item: Item) -> Bool { item.announcement.moment <= known && item.rank != left }
        func holds(_ item: Item, from effective: CalendarDate) -> Bool {
            guard effective == day, let rank else { return effective <= day }
            return item.rank < rank
        }
        // They are mostly announced in the order in which they take effect, so the last one is mostly known.
        let end = settled.firstPlace { !holds($0, from: $0.announcement.effective.value) }
        let last = settled[..<end].last(where: counts)
        let others = unsettled.lazy.filter(counts).compactMap { item -> Place? in
            guard let effective = item.announcement.effective(knownAt: known), holds(item, from: effective) else {
                return nil
            }
            return Place(effective, item)
        }
        return others.reduce(last.map { Place($0.announcement.effective.value, $0) }) { newest, other in
            newest.map { max($0, other) } ?? other
        }?.item
    }

    /// The one that was announced last by a moment, of one moment the last by its rank.
    func newest(knownAt known: Moment) -> Item? {
        announced[..<announced.firstPlace { $0.announcement.moment > known }].last
    }

    /// The one that was announced first, where that was by a moment.
    func first(knownAt known: Moment) -> Item? {
        announced.first.flatMap { $0.announcement.moment <= known ? $0 : nil }
    }

    /// An item with its day of effect as somebody knows it.
    private struct Place: Comparable {
        let effective: CalendarDate
        let item: Item

        init(_ effective: CalendarDate, _ item: Item) {
            self.effective = effective
            self.item = item
        }

        static func == (one: Self, other: Self) -> Bool {
            (one.effective, one.item.rank) == (other.effective, other.item.rank)
        }

        static func < (one: Self, other: Self) -> Bool {
            (one.effective, one.item.rank) < (other.effective, other.item.rank)
        }
    }
}
