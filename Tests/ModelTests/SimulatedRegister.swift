import Diagnostics
import Formats
import Model
import TestSupport

/// A register's row as a plain list of announcements, and what a reader who comes to the site every day sees of it.
/// Nothing of the model's own resolution is used: days are walked one by one from the first to the last.
struct SimulatedRow: CustomStringConvertible {
    static let horizon = 120

    /// A day from the start of the simulation, and a minute of it, or -1 for a bare day.
    struct Time: Hashable, Comparable, CustomStringConvertible {
        var day: Int
        var minute = -1

        static func < (one: Self, other: Self) -> Bool { (one.day, one.minute) < (other.day, other.minute) }
        var description: String { minute < 0 ? "\(day)" : "\(day)T\(minute / 60)" }
    }

    struct Item {
        var announced: Time
        var recorded: Time?
        var effective: Int
        /// Nil where the field is taken away.
        var fields: [String: String?]
        var lists: Bool?
        var postponed: [(at: Time, to: Int)] = []
        var withdrawn: Time?

        var entered: Time { recorded ?? announced }
    }

    /// In the order of announcement, as the file has them.
    var items: [Item]

    var description: String {
        items.enumerated().map { index, item in
            let fields = item.fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value ?? "~")" }
            var words =
                "\(index): announced \(item.announced), effective \(item.effective), \(fields.joined(separator: " "))"
            if let lists = item.lists { words += lists ? " listed" : " removed" }
            if let recorded = item.recorded { words += " recorded \(recorded)" }
            for postponed in item.postponed { words += " postponed at \(postponed.at) to \(postponed.to)" }
            if let withdrawn = item.withdrawn { words += " withdrawn \(withdrawn)" }
            return words
        }.joined(separator: "\n")
    }
}

extension SimulatedRow {
    /// What the site says of the row on one day.
    struct Sight: Hashable {
        var isListed = false
        var fields: [String: String] = [:]

        /// As far as an item speaks of it.
        func told(by item: Item) -> Sight {
            Sight(isListed: isListed, fields: fields.filter { item.fields.keys.contains($0.key) })
        }
    }

    /// What a reader has seen who knows everything that was said up to a moment.
    struct Memory {
        /// At the end of each day.
        var days: [Sight] = []
        /// By item, on either side of it.
        var passages: [Int: (before: Sight, after: Sight)] = [:]
        /// The items before which nothing was said of the row.
        var first: Set<Int> = []
    }

    func memory(at known: Time) -> Memory {
        var memory = Memory()
        var sight = Sight()
        for day in 0..<Self.horizon {
            for (index, item) in items.enumerated() where happens(item, on: day, known: known) {
                let before = sight
                if before == Sight() { memory.first.insert(index) }
                for (field, value) in item.fields { sight.fields[field] = value }
                if let lists = item.lists { sight.isListed = lists }
                memory.passages[index] = (before.told(by: item), sight.told(by: item))
            }
            memory.days.append(sight)
        }
        return memory
    }

    /// Whether an item is the first that is said of the row, by what is known at its own moment, and lists it.
    func lists(_ index: Int) -> Bool {
        let memory = memory(at: items[index].entered)
        return memory.first.contains(index) && memory.passages[index]?.after.isListed == true
    }

    private func happens(_ item: Item, on day: Int, known: Time) -> Bool {
        if item.entered > known { return false }
        if let withdrawn = item.withdrawn, !(withdrawn > known) { return false }
        var effective = item.effective
        for postponed in item.postponed where !(postponed.at > known) { effective = postponed.to }
        return effective == day
    }

    /// Every moment at which something was said, earliest first.
    var moments: [Time] {
        var moments: Set<Time> = []
        for item in items {
            moments.insert(item.entered)
            for postponed in item.postponed { moments.insert(postponed.at) }
            if let withdrawn = item.withdrawn { moments.insert(withdrawn) }
        }
        return moments.sorted()
    }

    /// What was published of each item at its own moment, and the moment at which it came untrue, if ever.
    func published() -> [Int: (before: Sight, after: Sight, untrue: Time?)] {
        var published: [Int: (before: Sight, after: Sight, untrue: Time?)] = [:]
        for moment in moments {
            for (index, seen) in memory(at: moment).passages {
                guard let told = published[index] else {
                    published[index] = (seen.before, seen.after, nil)
                    continue
                }
                if told.untrue == nil, told.before != seen.before || told.after != seen.after {
                    published[index]?.untrue = moment
                }
            }
        }
        return published
    }
}

extension SimulatedRow {
    /// A row with a random history: overlapping announcements, removals and returns, postponements, withdrawals, and
    /// older history that is recorded late.
    init(random: inout SeededRandom) {
        func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
        func time(_ day: Int) -> Time {
            Time(day: day, minute: chance(30) ? [600, 900].randomElement(using: &random) ?? 600 : -1)
        }
        func values() -> [String: String?] {
            var fields: [String: String?] = [:]
            for field in ["name", "purpose", "category"] where chance(45) {
                let isRemoved = field == "category" && chance(30)
                fields[field] = .some(isRemoved ? nil : ["A", "B", "C"].randomElement(using: &random) ?? "A")
            }
            return fields
        }
        var first = Item(
            announced: time(0), effective: Int.random(in: 0...12, using: &random),
            fields: ["name": "A", "purpose": "A"], lists: true)
        Self.change(&first, &random)
        items = [first]
        var day = 1
        for _ in 0..<Int.random(in: 1...7, using: &random) {
            day += Int.random(in: 0...9, using: &random)
            var item = Item(
                announced: time(day), effective: day + Int.random(in: 0...20, using: &random), fields: values())
            if chance(35) { item.lists = chance(50) }
            if item.fields.isEmpty, item.lists == nil { item.fields["purpose"] = .some("D") }
            if chance(20) { item.recorded = time(day + Int.random(in: 1...25, using: &random)) }
            Self.change(&item, &random)
            items.append(item)
        }
        // A file is in the order of announcement; of one moment, in the order written.
        items = items.enumerated().sorted { ($0.element.announced, $0.offset) < ($1.element.announced, $1.offset) }
            .map(\.element)
    }

    private static func change(_ item: inout Item, _ random: inout SeededRandom) {
        var at = item.entered
        var effective = item.effective
        for _ in 0..<2 where Int.random(in: 0..<100, using: &random) < 20 {
            at = Time(day: at.day + Int.random(in: 1...6, using: &random))
            guard at.day < effective else { return }
            effective += Int.random(in: 1...15, using: &random)
            item.postponed.append((at, effective))
        }
        if Int.random(in: 0..<100, using: &random) < 12 {
            at = Time(day: at.day + Int.random(in: 1...6, using: &random))
            if at.day < effective { item.withdrawn = at }
        }
    }
}
