import Diagnostics
import Foundation
import Formats
import Model
import Record
import TestSupport
import Testing

/// A model of years of use: sites that an honest author keeps by chance are published build by build, and after each
/// build somebody tries to falsify what was published.
///
/// `TRUSTPRESS_HISTORIES=1000 swift test --filter GrowingHistoryTests` runs more of them.
@Suite struct GrowingHistoryTests {
    private static let histories = ProcessInfo.processInfo.environment["TRUSTPRESS_HISTORIES"].flatMap(Int.init) ?? 80

    @Test(arguments: 1...histories)
    func `nothing that was published can be altered, and nothing honest is refused`(seed: Int) throws {
        var history = GrowingHistory(seed: UInt64(seed))
        for _ in 0..<25 {
            guard try history.publish() else { return }
            try history.falsify()
        }
        try history.compareWithSource()
    }
}

/// A site with the record that grew of it, one build after the other.
private struct GrowingHistory {
    let seed: UInt64
    var site: RandomSite
    var random: SeededRandom
    var previous: PreviousBuild?
    var builds = Builds("")
    /// The lines as they were appended.
    var grown: [String] = []
    var checkpoint: Checkpoint?

    init(seed: UInt64) {
        self.seed = seed
        site = RandomSite(seed: seed)
        random = SeededRandom(seed: seed &+ 1_000_000)
    }

    /// Writes something and publishes it: later on the same day, on the next, or after some nights.
    ///
    /// - Returns: whether it was published, as it must be.
    mutating func publish() throws -> Bool {
        let asOf = previous.map { next(after: $0.asOf) } ?? AsOf(Moment(RandomSite.firstDay))
        if previous != nil {
            site.today = asOf.day
            site.coming = asOf
            site.log = []
            for _ in 0..<site.number(0...2) { site.write() }
        }
        builds.files = site.files
        let (record, errors) = try builds.judged("\(asOf)", after: previous)
        let log = site.log
        guard errors.isEmpty, let record else {
            Issue.record("seed \(seed), \(asOf): refused\n\(errors.listing)\n\(log.joined(separator: "\n"))")
            return false
        }
        #expect(record.lines.starts(with: grown), "seed \(seed), \(asOf)")
        if let checkpoint {
            let root = root(record.lines.prefix(checkpoint.size).map { Array($0.utf8) }[...])
            #expect(root == checkpoint.root, "seed \(seed), \(asOf)")
        }
        grown += record.lines.dropFirst(grown.count)
        checkpoint = record.checkpoint
        let bytes = Array(record.files().first { $0.path == RecordPath.entries }?.bytes ?? [])
        let parsed = ParsedRecord(reading: bytes)
        #expect(parsed.problems.isEmpty, "seed \(seed), \(asOf)")
        let texts = Builds.texts(of: record)
        previous = PreviousBuild(record: parsed, asOf: asOf) { texts[$0] }
        site.spoken = asOf
        site.lines = parsed.entries
        return true
    }

    private mutating func next(after asOf: AsOf) -> AsOf {
        let days = [0, 0, 0, 1, 1, 1, 1, 2, 3, 6].randomElement(using: &random) ?? 1
        let isBare = Bool.random(using: &random)
        if days == 0 {
            guard let minute = asOf.moment.minute, !isBare, minute < 1439 else { return AsOf(Moment(asOf.day)) }
            return AsOf(Moment(asOf.day, minute: Int.random(in: minute...1439, using: &random)))
        }
        let minute = isBare ? nil : Int.random(in: 0...1439, using: &random)
        return AsOf(Moment(asOf.day.adding(days: days), minute: minute))
    }

    /// Tries one tampering on a copy.
    func falsify() throws {
        guard var previous else { return }
        var random = random
        _ = random.next()
        for tampering in Tampering.allCases.shuffled(using: &random) {
            var copy = site
            copy.random = random
            var run = Bool.random(using: &random) ? previous.asOf : AsOf(Moment(previous.asOf.day.adding(days: 2)))
            guard let refusal = copy.apply(tampering, run: &run) else { continue }
            let keepsTexts = tampering == .erasedField || Bool.random(using: &random)
            if !keepsTexts { previous.published = { _ in nil } }
            var builds = builds
            builds.files = copy.files
            let (_, errors) = try builds.judged("\(run)", after: previous)
            let isFound = errors.contains { [refusal.id, refusal.orElse].contains($0.id) && $0.file == refusal.file }
            let others = errors.filter { error in
                guard GrowingHistoryTests.checksOfPrevious.contains(error.id) else { return false }
                return ![refusal.id, refusal.orElse].contains(error.id) && !refusal.besides.contains(error.id)
                    || error.file != refusal.file && refusal.besides.isEmpty
            }
            if !isFound || !others.isEmpty {
                let what = isFound ? "also found" : "not refused by \(refusal.id.rawValue) at \(refusal.file)"
                Issue.record(
                    """
                    seed \(seed), \(run) after \(previous.asOf)\(keepsTexts ? "" : ", record alone"): \(tampering) \(what)
                    \(errors.listing)
                    """)
            }
            return
        }
    }

    /// The record made of the source alone, with no build before it, is the one that grew.
    func compareWithSource() throws {
        guard let previous else { return }
        let (record, _) = try builds.judged("\(previous.asOf)", after: nil)
        #expect(record?.lines == grown, "seed \(seed)")
    }

    /// The tree hash of RFC 6962, section 2.1, as its definition has it.
    private func root(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        guard leaves.count > 1 else { return sha256Digest(leaves.first.map { [0] + $0 } ?? []) }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        return sha256Digest([1] + root(leaves.prefix(half)) + root(leaves.dropFirst(half)))
    }
}

extension GrowingHistoryTests {
    static let checksOfPrevious: Set<CheckID> = [
        .publishedTextChanged, .publishedTextMissing, .settingsChanged, .authorityChanged, .backdated, .asOfWentBack,
    ]
}
