import Diagnostics
import Disk
import Formats
import Foundation
import Git
import Model
import Source
import TrustPress

/// A site's folder that is looked at again whenever it changed, and what a build of it would publish. Nothing is written,
/// and nothing is answered from the disk but what the build would publish.
package actor LiveSite {
    /// What a run speaks for by itself, by the site's offset: `--as-of`, or the clock.
    package typealias ChooseAsOf = @Sendable (UTCOffset) throws(UsageError) -> AsOfChoice

    private let folder: String
    private let chooseAsOf: ChooseAsOf
    private let pause: Duration
    private var baseline: WatchedBaseline
    private let memory = SiteMemory()
    private var seen: Seen?
    private var look: Look
    /// The same before a whole build was made.
    private var found: Look
    /// The last sources without an error, with the number of the look at them, and the ones before them.
    private var sound: (last: SoundSite?, number: Int?, before: SoundSite?)
    private var scanned: ContinuousClock.Instant?
    /// A whole build of the last sound sources, until it is made.
    private var examination: Task<Void, Never>?

    /// By what it is told whether the folder has changed.
    private struct Seen {
        var state: SourceState
        var commit: RevisionState?
        /// When it was looked at, in nanoseconds since 1970.
        var time: Int
        /// Nil where it could not be read.
        var tree: SourceTree?

        /// When a change could not be told by the state.
        var unsure: ClosedRange<Int> { (time - LiveSite.tick)...(time + LiveSite.tick) }

        /// The bytes of a file that is the same in a later state.
        func bytes(of path: String, in later: SourceState) -> [UInt8]? {
            later.holds(path, as: state, unchangedWithin: unsure) ? tree?.files[path] : nil
        }
    }

    /// - Parameters:
    ///   - folder: the site's, with Content/ in it.
    ///   - number: of the first look; after a new start it should be another one than before.
    ///   - pause: how long after a look a whole build begins, so that the page comes first.
    package init(
        _ folder: String, after baseline: WatchedBaseline, number: Int = 0, pause: Duration = .milliseconds(300),
        asOf: @escaping ChooseAsOf
    ) {
        self.folder = folder
        self.pause = pause
        self.baseline = baseline
        chooseAsOf = asOf
        look = Look(number: number)
        found = look
    }

    /// What there is to see as soon as it is something else, or what there is after some seconds.
    ///
    /// - Parameter number: of the look that is known.
    package func next(after number: Int?) async -> Look {
        let end = ContinuousClock.now + .seconds(10)
        while true {
            let start = ContinuousClock.now
            let look = recent()
            let now = ContinuousClock.now
            if look.number != number || now > end { return look }
            // A large folder is looked at less often, so that waiting costs little.
            guard (try? await Task.sleep(for: max(.milliseconds(40), (now - start) * 10))) != nil else { return look }
        }
    }

    /// What there was to see a moment ago, for many that wait for something else.
    private func recent() -> Look {
        if let scanned, scanned > .now - .milliseconds(30) { return look }
        return current()
    }

    /// What there is to see now; the folder is read again where it changed.
    package func current() -> Look {
        defer { scanned = .now }
        let (state, commit) = (SourceState(of: folder), baseline.state)
        if let seen, seen.state == state, seen.commit == commit,
            !state.isChanged(within: seen.unsure)
        {
            if isSameTime { return look }
        }
        lookAgain(state)
        return look
    }

    /// Whether the run speaks for the same moment as at the last look.
    private var isSameTime: Bool { look.offset.map { (try? chooseAsOf($0))?.asOf == look.asOf } ?? true }

    /// What there is to see now, with all that a whole build finds.
    package func settled() async -> Look {
        _ = current()
        while let examination { await examination.value }
        return look
    }

    /// The path below which the site's addresses stand, as the last sound sources say: `/trust`; nothing for the root.
    package var place: String { sound.last?.place ?? "" }

    /// Whether there is a site to show: sources without an error, be they the last ones or not.
    package var isShown: Bool { sound.last != nil }

    /// What a build of the last sound sources would publish at a path from the site's root.
    ///
    /// - Parameter asOf: nil for what the run speaks for by itself.
    package func find(_ path: String, asOf: AsOf?) async -> SoundSite.Found {
        guard let site = sound.last, let asOf = asOf ?? today(of: site) else { return .nothing }
        return await site.find(path, asOf: asOf)
    }

    private func today(of site: SoundSite) -> AsOf? { (try? chooseAsOf(site.offset))?.asOf }

    /// How long the clock by which files are stamped may stand still, in nanoseconds.
    private static let tick = 50_000_000

    private static var clock: Int { Int(Date().timeIntervalSince1970 * 1_000_000_000) }

    /// - Parameter first: what the folder looks like.
    private func lookAgain(_ first: SourceState) {
        // Who saved waits for the page, and nobody for the whole build of what was there before.
        let isCut = examination != nil
        examination?.cancel()
        examination = nil
        sound.last?.stopIdling()
        defer { if isCut, examination == nil { examine() } }
        var (state, attempts) = (first, 0)
        while true {
            let (commit, time) = (baseline.state, Self.clock)
            let tree = Result { () throws(FileError) in
                try SourceTree(reading: folder) { [seen] in seen?.bytes(of: $0, in: state) }
            }
            let after = SourceState(of: folder)
            attempts += 1
            // What was saved while it was read is read again, unless somebody saves without an end.
            if after != state, attempts < 20 {
                state = after
                continue
            }
            let isSame =
                seen.map { seen in
                    seen.commit == commit && state.hasSameAttachments(as: seen.state, unchangedWithin: seen.unsure)
                        && seen.tree.map { old in (try? tree.get())?.isSame(as: old) ?? false } ?? false
                } ?? false
            seen = Seen(state: state, commit: commit, time: time, tree: try? tree.get())
            // What changed in its stamps alone, or could not be told by them, says what it said.
            if !isSame || !isSameTime { take(tree, isSame: isSame) }
            return
        }
    }

    private func take(_ tree: Result<SourceTree, FileError>, isSame: Bool) {
        do {
            let tree = try tree.get()
            let resolved = try ResolvedSite(
                tree, after: try baseline.source(beside: tree), memory: memory, asOf: chooseAsOf)
            // While it is checked, what it would publish is found out, and the page that somebody waits for prepared.
            let (site, (pending, preview)) = together({ resolved.checked() }) { [unchecked = resolved.unchecked] in
                let isReadable = !unchecked.reading.diagnostics.contains { $0.severity == .error }
                return (
                    Result { () throws(FileError) in try pendingChanges(of: unchecked) },
                    isReadable ? unchecked.asOf.flatMap { Preview(of: unchecked, asOf: $0.asOf) } : nil
                )
            }
            let (changes, findings) = try pending.get()
            guard show(Look(number: look.number, of: site, changes, findings), isSame: isSame), look.isSound,
                let settings = site.history?.settings
            else { return }
            sound = (SoundSite(site, settings, preview: preview), look.number, sound.last)
            examine()
        } catch {
            _ = show(Look(number: look.number, trouble: "\(error)"), isSame: isSame)
        }
    }

    /// Takes a look in the place of the one before it.
    ///
    /// - Parameter isSame: whether it is one at the same sources, at another time.
    /// - Returns: whether somebody would see something else.
    private func show(_ next: Look, isSame: Bool) -> Bool {
        let isNews = !isSame || !next.tellsTheSame(as: found)
        var shown = next
        // What a whole build found of these sources holds on.
        if !isNews { shown.findings = look.findings }
        (found, look) = (next, shown)
        if isNews { look.number += 1 }
        return isNews
    }

    /// Makes all that a build would write, for what is found only then.
    private func examine() {
        guard let site = sound.last, let asOf = site.asOf else { return }
        examination = Task { [number = sound.number, pause] in
            try? await Task.sleep(for: pause)
            guard !Task.isCancelled else { return }
            let rendered = await site.rendered(asOf: asOf, isIdle: true)
            guard !Task.isCancelled else { return }
            examination = nil
            if let rendered { finish(rendered, number: number) }
        }
    }

    /// - Parameters:
    ///   - rendered: the last sound sources.
    ///   - number: of the look at them.
    private func finish(_ rendered: RenderedSite, number: Int?) {
        let isLast = look.number == number && rendered.diagnostics != look.findings
        if isLast { look.findings = rendered.diagnostics }
        if rendered.files == nil {
            // The build of what was there before may have been cut short.
            sound = (sound.before, nil, nil)
            examine()
        }
        if rendered.files == nil || isLast { look.number += 1 }
    }
}
