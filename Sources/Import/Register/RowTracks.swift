import Diagnostics
import Formats
import Model
import Source

/// One row of the list through time: what becomes a provider's file.
struct RowTrack {
    var id: String
    /// What it said from each day on, where that changed; nil where it was taken off.
    var states: [(day: CalendarDate, row: ListRow?)]
    /// What it said last, be it listed or not.
    var last: ListRow

    var isListed: Bool { states.last?.row != nil }
}

/// Follows the rows of a list from day to day: a row goes on where it says the same, else where its company and purpose
/// are the same, else where its company is. What is left came new, or went.
struct RowTracks {
    private(set) var tracks: [RowTrack] = []
    /// The rows that came new and those that went on each day with both.
    private(set) var turnovers: [(day: CalendarDate, gone: [Int], new: [Int])] = []
    private var ids: Set<String> = []
    /// How many rows had a name when they came new.
    private var count: [String: Int] = [:]
    /// The folded name that stands for several.
    private let same: [String: String]

    /// - Parameter same: pairs of names of one company.
    init(_ lists: [DatedRows], same pairs: [(old: String, new: String)]) {
        var same: [String: String] = [:]
        for pair in pairs {
            let (one, other) = (pair.old.folded, pair.new.folded)
            let root = same[one] ?? one
            let merged = same[other] ?? other
            for (name, known) in same where known == merged { same[name] = root }
            (same[one], same[other]) = (root, root)
        }
        self.same = same
        for list in lists { add(list) }
    }

    private mutating func add(_ list: DatedRows) {
        var open = Set(list.rows.indices)
        var free = Set(tracks.indices)
        var taken: [Int: Int] = [:]
        // Listed rows first; then those that were taken off before, which are listed again.
        for isListed in [true, false] {
            for likeness in Self.likenesses {
                var waiting: [JSONValue: [Int]] = [:]
                for index in free.sorted().reversed() where tracks[index].isListed == isListed {
                    waiting[likeness(tracks[index].last, group(tracks[index].last.name)), default: []].append(index)
                }
                guard !waiting.isEmpty else { break }
                for index in open.sorted() {
                    let row = list.rows[index]
                    guard let track = waiting[likeness(row, group(row.name))]?.popLast() else { continue }
                    taken[index] = track
                    open.remove(index)
                    free.remove(track)
                }
            }
        }
        let gone = free.filter { tracks[$0].isListed }.sorted()
        for track in gone { tracks[track].states.append((list.day, nil)) }
        for (index, track) in taken { go(on: track, with: list.rows[index], list.day) }
        let new = open.sorted().map { start(list.rows[$0], list.day) }
        if !gone.isEmpty, !new.isEmpty { turnovers.append((list.day, gone, new)) }
    }

    /// What two rows have in common that are one, the most telling first; a name may be another one of the company.
    private static let likenesses: [@Sendable (ListRow, String) -> JSONValue] = [
        { row, _ in row.id.map { .array(["id", .string($0)]) } ?? row.digest },
        { row, _ in row.digest },
        { row, _ in .array([.string(row.name.folded), row.value("category") ?? .null, row.purpose]) },
        { row, _ in .array([.string(row.name.folded), row.purpose]) },
        { row, _ in .array([.string(row.name.folded), row.value("category") ?? .null, row.value("kind") ?? .null]) },
        { row, _ in .string(row.name.folded) },
        { row, group in .array([.string(group), row.purpose]) },
        { _, group in .string(group) },
    ]

    private func group(_ name: String) -> String { same[name.folded] ?? name.folded }

    private mutating func go(on track: Int, with row: ListRow, _ day: CalendarDate) {
        let isChanged = !tracks[track].isListed || !row.isSame(as: tracks[track].last)
        tracks[track].last = row
        if isChanged { tracks[track].states.append((day, row)) }
    }

    private mutating func start(_ row: ListRow, _ day: CalendarDate) -> Int {
        let wish = row.id.flatMap { ids.contains($0) ? nil : $0 } ?? row.name
        count[wish, default: 0] += 1
        let id = freeID(for: wish, .provider, taken: ids, from: max(2, count[wish] ?? 2))
        ids.insert(id)
        tracks.append(RowTrack(id: id, states: [(day, row)], last: row))
        return tracks.count - 1
    }
}

extension ListRow {
    fileprivate var purpose: JSONValue { .string(value("purpose")?.text?.folded ?? "") }

    /// Whether the rows say the same of each key.
    func isSame(as other: ListRow) -> Bool {
        fields.count == other.fields.count && fields.allSatisfy { $0.value.isSame(as: other.value($0.key)) }
    }
}
