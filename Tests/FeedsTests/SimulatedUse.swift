import Diagnostics
import Feeds
import Formats
import Model
import TestSupport

/// A register's row as a plain list of announcements, and what holds of it on each day by what was said up to another. Nothing
/// of the model's own resolution is used: what takes effect is walked through day by day.
struct SimulatedUse: CustomStringConvertible {
    static let horizon = 130
    static let fields: [ProviderField] = [.data, .retention, .duration]

    struct Item {
        var announced: Int
        var effective: Int
        /// Each a word that nothing else says.
        var values: [ProviderField: String] = [:]
        /// Nil where it does not speak of them; empty for all.
        var products: [String]?
        var lists: Bool?
        var postponed: [(at: Int, to: Int)] = []
        var withdrawn: Int?
    }

    /// In the order of announcement, as the file has them.
    var items: [Item]

    var description: String { items.map { "\($0)" }.joined(separator: "\n") }
}

extension SimulatedUse {
    /// What the list says of the row.
    struct Sight {
        var isListed = false
        var values: [ProviderField: String] = [:]
        var products: [String] = []

        func isUsed(for product: String) -> Bool { isListed && (products.isEmpty || products.contains(product)) }
    }

    /// At the end of a day, by all that was said up to the end of another.
    func sight(on day: Int, known: Int) -> Sight {
        var sight = Sight()
        for today in 0...day {
            for item in items where item.announced <= known && happens(item, known) == today {
                sight.values.merge(item.values) { $1 }
                sight.products = item.products ?? sight.products
                sight.isListed = item.lists ?? sight.isListed
            }
        }
        return sight
    }

    /// Nil where it was withdrawn.
    private func happens(_ item: Item, _ known: Int) -> Int? {
        if let withdrawn = item.withdrawn, withdrawn <= known { return nil }
        return item.postponed.last { $0.at <= known }?.to ?? item.effective
    }
}

extension SimulatedUse {
    /// A row with a random history: terms, products and the listing itself change, with days of effect that overtake each
    /// other, and some are postponed or withdrawn.
    init(random: inout SeededRandom) {
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        func products() -> [String] { [["studio"], ["cloud"], ["studio", "cloud"], []][number(0...3)] }
        let start = Self.fields.map { ($0, "start\($0)") }
        items = [
            Item(
                announced: 0, effective: 0, values: Dictionary(start) { first, _ in first }, products: products(),
                lists: true)
        ]
        var day = 1
        for place in 1...number(2...6) {
            day += number(0...12)
            var item = Item(announced: day, effective: day + number(0...40))
            switch number(0...9) {
            case 0: item.lists = false
            case 1: item.lists = true
            case 2...4: item.products = products()
            default: break
            }
            for field in Self.fields where number(0...3) == 0 { item.values[field] = "word\(place)\(field)" }
            if item.values.isEmpty, item.products == nil, item.lists == nil { item.values[.data] = "word\(place)" }
            while item.effective > day + 2, number(0...5) == 0, item.postponed.isEmpty {
                item.postponed.append((number(day + 1...item.effective - 1), item.effective + number(1...30)))
            }
            let last = item.postponed.last ?? (at: day, to: item.effective)
            if last.to > last.at + 2, number(0...4) == 0 { item.withdrawn = number(last.at + 1...last.to - 1) }
            items.append(item)
        }
    }
}

/// The simulated row as the model has it: the one place where the two meet.
extension SimulatedUse {
    static let start = CalendarDate(ordinal: 740_000)

    func history() throws -> History {
        func moment(_ day: Int) -> Sourced<Moment> { at(Moment(Self.start.adding(days: day))) }
        let changes = items.map { change -> ProviderChange in
            var fields: Fields = change.values.mapValues { .texts([$0]) }
            for field in [ProviderField.retention, .duration] {
                if let words = change.values[field] { fields[field] = .text(words) }
            }
            if let products = change.products {
                fields[.products] = .some(products.isEmpty ? nil : .texts(products))
            }
            let announcement = Announcement(
                announced: moment(change.announced), effective: at(Self.start.adding(days: change.effective)),
                postponed: change.postponed.map {
                    Postponement(
                        announced: moment($0.at), effective: at(Self.start.adding(days: $0.to)), reason: at("Later."),
                        written: .null)
                },
                withdrawn: change.withdrawn.map {
                    Withdrawal(announced: moment($0), reason: at("No."), written: .null)
                })
            return item(fields, announcement, removed: change.lists.map { !$0 }, note: "Needed.")
        }
        var row = provider("row", [:], changes[0].announcement, changes: Array(changes.dropFirst()))
        row.changes[0].fields = changes[0].fields
        row.changes[0].fields[.name] = at(.text("Row"))
        return try FeedsTests.history([register([row])], since: "\(Self.start)")
    }
}
