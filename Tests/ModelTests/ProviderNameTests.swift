import Diagnostics
import Source
import TestSupport
import Testing

@testable import Model

/// What a row is called on each day, by each moment's knowledge, against a day-by-day simulation over random histories.
@Suite("Names of providers against a simulation")
struct ProviderNameTests {
    private typealias Row = SimulatedRow

    private let settings: SiteSettings

    init() throws {
        let world = World("-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\nText.")
        settings = try #require(readLibrary(world.tree).library).settings
    }

    /// A row whose name is taken away at times, so that it is called by its entity.
    private static func row(_ seed: UInt64) -> Row {
        var random = SeededRandom(seed: seed)
        var row = Row(random: &random)
        for index in row.items.indices.dropFirst() {
            if let other = row.items[index].fields.removeValue(forKey: "category") {
                row.items[index].fields["entity"] = .some(other.map { $0 + " Ltd" })
            }
            if row.items[index].fields["purpose"] == "B" { row.items[index].fields["name"] = .some(nil) }
        }
        return row
    }

    @Test("A row has the name of the day, and where none holds yet its first")
    func days() {
        var held = 0
        for seed in 1...400 as ClosedRange<UInt64> {
            let row = Self.row(seed)
            let history = ProviderHistory(resolving: row.provider, of: "subprocessors", settings: settings)
            // What contradicts what was published is refused.
            guard history.conflicts.isEmpty else { continue }
            held += 1
            for moment in row.moments {
                for (day, sight) in row.memory(at: moment).days.enumerated() {
                    let name = history.names.name(on: Row.day(day), knownAt: Row.moment(moment))
                    let expected = sight.fields.isEmpty ? "A" : Self.name(sight)
                    guard let expected, name != expected, row.items[0].entered <= moment else { continue }
                    Issue.record("seed \(seed), day \(day) by \(moment): \(name ?? "none"), not \(expected)\n\(row)")
                    return
                }
            }
            let known = row.memory(at: Row.Time(day: Row.horizon)).passages
            for change in history.changes where change.written.fields[.name] != nil {
                let day = change.announcement.currentEffective
                guard let passage = known[change.written.position] else { continue }
                let names = (
                    history.names.name(before: change, on: day, knownAt: .last),
                    history.names.name(after: change, on: day, knownAt: .last)
                )
                if let before = passage.before.fields["name"] {
                    #expect(names.0 == before, "seed \(seed): \(change.id)")
                }
                if let after = passage.after.fields["name"] { #expect(names.1 == after, "seed \(seed): \(change.id)") }
            }
        }
        #expect(held > 100)
    }

    private static func name(_ sight: Row.Sight) -> String? { sight.fields["name"] ?? sight.fields["entity"] }
}
