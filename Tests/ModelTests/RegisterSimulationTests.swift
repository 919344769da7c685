import Diagnostics
import Model
import Source
import TestSupport
import Testing

/// The register against a day-by-day simulation, over random histories. A failure prints the seed and the history.
@Suite("The register against a simulation")
struct RegisterSimulationTests {
    private typealias Row = SimulatedRow

    private let settings: SiteSettings

    init() throws {
        let world = World("-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\nText.")
        settings = try #require(readLibrary(world.tree).library).settings
    }

    private func check(_ name: String, _ compare: (Row, ProviderHistory) -> String?) {
        for seed in 1...400 as ClosedRange<UInt64> {
            var random = SeededRandom(seed: seed)
            let row = Row(random: &random)
            let history = ProviderHistory(resolving: row.provider, of: "subprocessors", settings: settings)
            if let difference = compare(row, history) {
                Issue.record("\(name), seed \(seed): \(difference)\n\(row)")
                return
            }
        }
    }

    @Test("The list is right on every day, and so is since when")
    func list() {
        check("list") { row, history in
            let seen = row.memory(at: Row.Time(day: Row.horizon)).days
            var since: Int?
            var days: [Int] = []
            for day in 0..<Row.horizon {
                let said = history.state(on: Row.day(day))
                let model = Row.Sight(isListed: said.isListed, fields: said.fields)
                if model != seen[day] { return "on day \(day) the model has \(model), the reader saw \(seen[day])" }
                since = seen[day].isListed ? since ?? day : nil
                let saidSince = history.listedSince(on: Row.day(day)).map(Row.number)
                if saidSince != since { return "on day \(day) listed since \(saidSince ?? -1), not \(since ?? -1)" }
                let before = day == 0 ? Row.Sight() : seen[day - 1]
                if before != seen[day], before.isListed || seen[day].isListed { days.append(day) }
            }
            let saidDays = history.daysOfEffect.map(Row.number)
            return saidDays == days ? nil : "days of effect \(saidDays), not \(days)"
        }
    }

    @Test("Before, after and kinds are what was announced by a change's own moment")
    func published() {
        check("published") { row, history in
            let published = row.published()
            if Set(history.changes.map(\.written.position)) != Set(published.keys) { return "other changes" }
            for change in history.changes {
                let position = change.written.position
                guard let told = published[position] else { return "no change \(position)" }
                let before = Row.Sight(isListed: change.before.isListed, fields: change.before.fields)
                let after = Row.Sight(isListed: change.after.isListed, fields: change.after.fields)
                if before != told.before { return "\(position): before \(before), not \(told.before)" }
                if after != told.after { return "\(position): after \(after), not \(told.after)" }
                let kinds = Self.kinds(told.before, told.after, isFirst: position == 0 || row.lists(position))
                if Set(change.kinds) != kinds { return "\(position): kinds \(change.kinds), not \(kinds)" }
            }
            return nil
        }
    }

    private static func kinds(_ before: Row.Sight, _ after: Row.Sight, isFirst: Bool) -> Set<ChangeKind> {
        if isFirst { return [.added] }
        var kinds: Set<ChangeKind> = []
        if before.isListed, !after.isListed { kinds.insert(.removed) }
        if !before.isListed, after.isListed { kinds.insert(.returned) }
        if before.fields["name"] != after.fields["name"] { kinds.insert(.renamed) }
        if before.fields["purpose"] != after.fields["purpose"] { kinds.insert(.purposeChanged) }
        if before.fields["category"] != after.fields["category"] { kinds.insert(.detailsChanged) }
        return kinds
    }

    @Test("A conflict is found exactly where something published came untrue")
    func conflicts() {
        var (found, others) = (0, 0)
        check("conflicts") { row, history in
            let positions = Dictionary(uniqueKeysWithValues: history.changes.map { ($0.id, $0.written.position) })
            // Whether a change needs notice may come untrue before what it says does; each is told once.
            var needing: [Int: Moment] = [:]
            var said: Set<String> = []
            for conflict in history.conflicts {
                let position = positions[conflict.change] ?? -1
                if conflict.untruth == .said {
                    said.insert("\(position) at \(conflict.moment)")
                } else {
                    needing[position] = conflict.moment
                }
            }
            let seen = row.published().compactMap { position, told -> String? in
                guard let untrue = told.untrue.map(Row.moment), needing[position].map({ untrue < $0 }) ?? true else {
                    return nil
                }
                return "\(position) at \(untrue)"
            }
            found += seen.count
            others += needing.count
            return said == Set(seen) ? nil : "conflicts \(said.sorted()), not \(seen.sorted())"
        }
        #expect(found > 100 && others > 0, "\(found) that say otherwise, \(others) that need notice")
    }

    @Test("What is published at a moment is what is published for ever")
    func frozen() {
        check("frozen") { row, history in
            let whole = Dictionary(uniqueKeysWithValues: history.changes.map { ($0.written.position, $0) })
            for time in row.moments {
                // To the minute: a bare day as as-of would speak for all of it.
                let asOf = AsOf(Moment(Row.day(time.day), minute: max(time.minute, 1)))
                var provider = row.provider
                provider.changes = provider.changes.compactMap { change in
                    var change = change
                    guard let announcement = change.announcement.announced(by: asOf) else { return nil }
                    change.announcement = announcement
                    return change
                }
                let then = ProviderHistory(resolving: provider, of: "subprocessors", settings: settings)
                for change in then.changes {
                    guard let later = whole[change.written.position] else { return "a change vanished" }
                    if change.id != later.id { return "at \(time): id \(change.id), later \(later.id)" }
                    if change.before != later.before { return "at \(time): another before of \(change.id)" }
                    if change.after != later.after { return "at \(time): another after of \(change.id)" }
                    if change.kinds != later.kinds { return "at \(time): other kinds of \(change.id)" }
                    if change.needsNotice != later.needsNotice { return "at \(time): other need of \(change.id)" }
                    if change.isOlderHistory != later.isOlderHistory { return "at \(time): other age of \(change.id)" }
                }
            }
            return nil
        }
    }
}
