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
    private let patience: Duration
    private let memory = SiteMemory()
    private var seen: SeenFolder?
    /// What the sources seen last are taken as of; nil where they say nothing that a moment could be told by.
    private var taken: (offset: UTCOffset, asOf: AsOf)?
    private var look: Look
    /// The same before a whole build was made.
    private var found: Look
    /// The last sources without an error, with the number of the look at them, and the ones before them.
    private var sound: (last: SoundSite?, number: Int?, before: SoundSite?)
    /// The pages of the sources seen last, until these are checked: read without an error, after a site in order.
    private var ahead: SavedSite?
    /// The checks of the sources seen last, until they are through, and how long the last ones took.
    private var checking: Task<Void, Never>?
    private var checksTook = Duration.zero
    private var scanned: ContinuousClock.Instant?
    /// A whole build of the last sound sources, until it is made.
    private var examination: Task<Void, Never>?
    /// Whether one was stopped, and none begun since.
    private var isCut = false

    /// - Parameters:
    ///   - folder: the site's, with Content/ in it.
    ///   - number: of the first look; after a new start it should be another one than before.
    ///   - pause: how long after a look a whole build begins, so that the page comes first.
    ///   - patience: how long checks may take for which a page waits.
    package init(
        _ folder: String, after baseline: WatchedBaseline, number: Int = 0, pause: Duration = .milliseconds(300),
        patience: Duration = .milliseconds(50), asOf: @escaping ChooseAsOf
    ) {
        self.folder = folder
        self.pause = pause
        self.patience = patience
        self.baseline = baseline
        chooseAsOf = asOf
        look = Look(number: number)
        found = look
    }

    /// What there is to see as soon as it is something else, or what there is after some seconds.
    ///
    /// - Parameters:
    ///   - number: of the look that is known.
    ///   - isChecked: whether to wait for the checks of what is new.
    package func next(after number: Int?, isChecked: Bool = true) async -> Look {
        let end = ContinuousClock.now + .seconds(10)
        while true {
            let start = ContinuousClock.now
            scan()
            let now = ContinuousClock.now
            if isChecked { await checks() }
            if look.number != number || now > end { return look }
            // A large folder is looked at less often, so that waiting costs little.
            guard (try? await Task.sleep(for: max(.milliseconds(40), (now - start) * 10))) != nil else { return look }
        }
    }

    /// Looks at the folder, as far as it was not looked at a moment ago, for many that wait for something else.
    private func scan() {
        if let scanned, scanned > .now - .milliseconds(30) { return }
        lookNow()
    }

    /// What there is to see now; the folder is read again where it changed.
    package func current() async -> Look {
        lookNow()
        await checks()
        return look
    }

    /// The same as soon as there are pages of it, which may be before all that is wrong with it is known.
    package func newest() async -> Look {
        lookNow()
        if ahead == nil { await checks() }
        return look
    }

    /// Waits until what was seen last is checked.
    private func checks() async { while let checking { await checking.value } }

    private func lookNow() {
        defer { scanned = .now }
        let (state, commit) = (SourceState(of: folder), baseline.state)
        if let seen, isSameTime, seen.isStill(state, commit) { return }
        lookAgain(state, commit)
    }

    /// Whether the run speaks for the same moment as at the last look.
    private var isSameTime: Bool { taken.map { (try? chooseAsOf($0.offset))?.asOf == $0.asOf } ?? true }

    /// What there is to see now, with all that a whole build finds.
    package func settled() async -> Look {
        _ = await current()
        while let examination { await examination.value }
        return look
    }

    /// The path below which the site's addresses stand, as the last sound sources say: `/trust`; nothing for the root.
    package var place: String { ahead?.place ?? sound.last?.place ?? "" }

    /// Whether there is a site to show: sources without an error, be they the last ones or not.
    package var isShown: Bool { sound.last != nil }

    /// What a build of the last sound sources would publish at a path from the site's root.
    ///
    /// - Parameter asOf: nil for what the run speaks for by itself.
    package func find(_ path: String, asOf: AsOf?) async -> SoundSite.Found {
        if let page = await ahead?.page(path, asOf: asOf) { return page }
        // All else may be made of checked sources alone.
        await checks()
        guard let site = sound.last, let asOf = asOf ?? today(of: site) else { return .nothing }
        return await site.find(path, asOf: asOf)
    }

    private func today(of site: SoundSite) -> AsOf? { (try? chooseAsOf(site.offset))?.asOf }

    /// - Parameters:
    ///   - state: what the folder looks like.
    ///   - commit: what the commit looks like that is the baseline.
    private func lookAgain(_ state: SourceState, _ commit: RevisionState?) {
        // Who saved waits for the page, and nobody for the whole build of what was there before.
        if examination != nil { isCut = true }
        examination?.cancel()
        examination = nil
        sound.last?.stopIdling()
        let seen = SeenFolder(folder, in: state, commit, after: self.seen)
        self.seen = seen
        // What changed in its stamps alone, or could not be told by them, says what it said.
        if !seen.isSame || !isSameTime {
            take(seen.tree, isSame: seen.isSame && checking == nil)
        } else if isCut, checking == nil {
            examine()
        }
    }

    /// - Parameter isSame: whether they are the sources that were checked last, at another time.
    private func take(_ tree: Result<SourceTree, FileError>, isSame: Bool) {
        (taken, ahead) = (nil, nil)
        do {
            let tree = try tree.get()
            let site = try ReadSite(tree, memory: memory, asOf: chooseAsOf)
            if let library = site.reading.library, let asOf = site.asOf?.asOf {
                taken = (library.settings.utcOffset, asOf)
            }
            let source = try baseline.source(beside: tree)
            // Behind an error stands the last site in order, so of what may still have it nothing is shown.
            if look.isSound, checksTook > patience { ahead = SavedSite(site) }
            let isShown = ahead != nil && !isSame
            if isShown { look.number += 1 }
            check(isSame: isSame, isShown: isShown) { [ahead] in
                try SiteChecks(of: site, after: source, ahead?.preview)
            }
        } catch {
            check(isSame: isSame, isShown: false) { throw error }
        }
    }

    /// Finds out what is wrong with the sources seen last, once the checks of earlier ones are over.
    ///
    /// - Parameter isShown: whether their pages are shown already.
    private func check(isSame: Bool, isShown: Bool, _ run: @escaping @Sendable () throws -> SiteChecks) {
        let before = checking
        before?.cancel()
        checking = Task { [pause] in
            await before?.value
            // The page comes first.
            if ahead != nil { try? await Task.sleep(for: pause / 3) }
            guard !Task.isCancelled else { return }
            let start = ContinuousClock.now
            let checks = await aside { Result { try run() } }
            guard !Task.isCancelled else { return }
            checksTook = .now - start
            (checking, ahead) = (nil, nil)
            take(checks, isSame: isSame, isShown: isShown)
            if isCut { examine() }
        }
    }

    private func take(_ checks: Result<SiteChecks, any Error>, isSame: Bool, isShown: Bool) {
        switch checks {
        case .failure(let error):
            _ = show(Look(number: look.number, trouble: "\(error)"), isSame: isSame, isShown: isShown)
        case .success(let checks):
            let next = Look(number: look.number, of: checks.site, checks.changes, checks.findings)
            let isNews = show(next, isSame: isSame, isShown: isShown)
            guard isNews || !isSame, look.isSound, let settings = checks.site.history?.settings else { return }
            sound = (SoundSite(checks.site, settings, preview: checks.preview), look.number, sound.last)
            examine()
        }
    }

    /// Takes a look in the place of the one before it.
    ///
    /// - Parameters:
    ///   - isSame: whether it is one at the same sources, at another time.
    ///   - isShown: whether their pages are shown already, below which the other look is told.
    /// - Returns: whether somebody would see something else.
    private func show(_ next: Look, isSame: Bool, isShown: Bool) -> Bool {
        let isNews = isShown ? !next.tellsTheSame(as: look) : !isSame || !next.tellsTheSame(as: found)
        var shown = next
        // What a whole build found of these sources holds on.
        if isSame, !isNews { shown.findings = look.findings }
        (found, look) = (next, shown)
        if isNews { look.number += 1 }
        return isNews
    }

    /// Makes all that a build would write, for what is found only then.
    private func examine() {
        isCut = false
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
