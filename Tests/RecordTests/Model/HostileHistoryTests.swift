import Diagnostics
import Foundation
import Formats
import Model
import Record
import TestSupport
import Testing

/// A model of years in which the site's own author tries to get around the notice: whatever he writes, either it is
/// refused, or no use of data is wider on any day than what was announced in time before it, but what says openly that
/// it is urgent, late or a correction.
///
/// `TRUSTPRESS_HISTORIES=1000 swift test --filter HostileHistoryTests` runs more of them.
@Suite struct HostileHistoryTests {
    private static let histories = ProcessInfo.processInfo.environment["TRUSTPRESS_HISTORIES"].flatMap(Int.init) ?? 60

    @Test(arguments: 1...histories)
    func `no use becomes wider than what was announced in time`(seed: Int) throws {
        var history = HostileHistory(seed: UInt64(seed))
        try #require(try history.begin())
        for _ in 0..<45 { try history.step() }
        #expect(history.honest.accepted > 0, "seed \(seed): nothing honest was accepted")
        #expect(history.tried > 30, "seed \(seed): too little was tried")
    }
}

private struct HostileHistory {
    let seed: UInt64
    var site: HostileSite
    var previous: PreviousBuild?
    var spoken = HostileSite.since
    /// By row: when each thing was first published.
    var published: [String: [String: CalendarDate]] = [:]
    /// What each row allows on the days that are published as past; nil before the first of them.
    var seen: [String: UseOfRow]?
    var tried = 0
    var honest = (tried: 0, accepted: 0)

    init(seed: UInt64) {
        self.seed = seed
        site = HostileSite(seed: seed)
    }

    mutating func begin() throws -> Bool {
        let errors = try publish(site, on: spoken)
        if !errors.isEmpty { Issue.record("seed \(seed): the start is refused\n\(errors.listing)") }
        return errors.isEmpty
    }

    /// Tries something for a build of the same day or some days later; what is refused is dropped.
    mutating func step() throws {
        let covers = Cover.allCases.filter(likely())
        guard let cover = site.pick(covers), let days = site.pick([1, 1, 2, 3, 5, 8]) else { return }
        let today = spoken.adding(days: days)
        var copy = site
        let isTried = copy.attempt(cover, today: today, spoken: spoken)
        site.random = copy.random
        guard isTried else { return }
        tried += 1
        if cover.isHonest { honest.tried += 1 }
        let before = spoken
        let errors = try publish(copy, on: today)
        guard errors.isEmpty else { return }
        if cover.isHonest { honest.accepted += 1 }
        site = copy
        verify(since: before, cover)
    }

    /// Which covers are tried now: those of the first days then alone, and those on what is to come more than others, as
    /// they need one another.
    private mutating func likely() -> (Cover) -> Bool {
        if spoken == HostileSite.since, site.chance(1, of: 2) { return \.isOfStart }
        if site.chance(1, of: 3) { return \.isHonest }
        return site.chance(1, of: 2) ? \.isOfStateToCome : { !$0.isOfStart }
    }

    /// Builds, and where nothing is refused takes that as published.
    private mutating func publish(_ site: HostileSite, on day: CalendarDate) throws -> [Diagnostic] {
        var builds = Builds("")
        builds.files = site.files
        let (record, errors) = try builds.judged("\(day)", after: previous)
        guard errors.isEmpty, let record else { return errors }
        let bytes = Array(record.files().first { $0.path == RecordPath.entries }?.bytes ?? [])
        let texts = Builds.texts(of: record)
        previous = PreviousBuild(record: ParsedRecord(reading: bytes), asOf: AsOf(Moment(day))) { texts[$0] }
        spoken = day
        for (row, drafts) in site.rows {
            func note(_ name: String, _ moment: Moment) {
                if moment.day <= day, published[row]?[name] == nil { published[row, default: [:]][name] = day }
            }
            for (index, draft) in drafts.enumerated() {
                note("\(index)", draft.moment)
                for (number, postponed) in draft.postponed.enumerated() {
                    note("\(index) postponed \(number)", postponed.announced)
                }
                if let withdrawn = draft.withdrawn { note("\(index) withdrawn", withdrawn.announced) }
            }
        }
        return []
    }

    /// Holds every day against what was announced by then.
    private mutating func verify(since last: CalendarDate, _ cover: Cover) {
        var uses: [String: UseOfRow] = [:]
        for (row, drafts) in site.rows.sorted(by: { $0.key < $1.key }) {
            let told = published[row] ?? [:]
            let now = UseOfRow(drafts, published: told, known: spoken)
            uses[row] = now
            func report(_ what: String) {
                Issue.record("seed \(seed), \(cover) on \(spoken): \(row) \(what)\n\(Draft.provider(drafts))")
            }
            // What was public as past stays as it was, but for what is told late, and days before the site's own.
            for day in turns(seen?[row], now, until: last) where seen != nil {
                let was = seen?[row]?.reach(on: day) ?? []
                guard now.reach(on: day) != was else { continue }
                let isTold = drafts.contains { isOpen($0) && $0.recorded != nil && $0.effective <= day }
                let isOlder = day < HostileSite.since && was.isEmpty
                if !isTold, !isOlder { report("is rewritten on \(day)") }
            }
            for day in days(from: HostileSite.since.adding(days: 1), to: spoken) where day >= last {
                let more = now.reach(on: day).subtracting(now.reach(on: day.adding(days: -1)))
                guard !more.isEmpty else { continue }
                let known = day.adding(days: -HostileSite.days - 1)
                let announced = UseOfRow(drafts, published: told, known: known).reach(on: day)
                // What was told openly while the row was off the list, or no subprocessor, comes with its return.
                let isBack = !now.reach(on: day.adding(days: -1)).contains(Use.asSubprocessor)
                let open = now.steps.filter { ($0.day == day || isBack && $0.day < day) && isOpen(drafts[$0.index]) }
                    .reduce(into: Set<String>()) { $0.formUnion($1.opened) }
                let hidden = more.subtracting(announced).subtracting(open)
                if !hidden.isEmpty { report("is wider on \(day) by \(hidden.sorted())") }
            }
            for (index, draft) in drafts.enumerated() where draft["applies"] != nil && !isOpen(draft) {
                guard let first = told["\(index)"], first == spoken, draft["applies"]?.contains("new") == false,
                    let from = draft["applies"].flatMap({ CalendarDate($0.suffix(12).prefix(10)) }),
                    let step = now.steps.first(where: { $0.index == index })
                else { continue }
                let more = step.after.subtracting(step.before).subtracting(now.reach(on: from.adding(days: -1)))
                if from < first.adding(days: HostileSite.days + 1), !more.isEmpty {
                    report("is wider for some on \(from) by \(more.sorted())")
                }
            }
        }
        seen = uses
    }

    /// The days, from thirty before the site's own, on which what a row allowed or what it allows now becomes another: on
    /// the days between them both are as on the day before.
    private func turns(_ was: UseOfRow?, _ now: UseOfRow, until end: CalendarDate) -> [CalendarDate] {
        let first = HostileSite.since.adding(days: -30)
        let days = [first, HostileSite.since] + (was?.steps ?? []).map(\.day) + now.steps.map(\.day)
        return days.filter { first <= $0 && $0 < end }.sorted()
    }

    /// Whether it says to whoever can read that it comes without notice: as urgent, late, or wrong before.
    private func isOpen(_ draft: Draft) -> Bool {
        draft["urgent"]?.contains { $0.isASCII && $0.isLetter } == true && draft["urgent"]?.hasPrefix("\"") == false
    }

    private func days(from first: CalendarDate, to last: CalendarDate) -> [CalendarDate] {
        first > last ? [] : (0...(last.ordinal - first.ordinal)).map(first.adding(days:))
    }
}
