import Checks
import Diagnostics
import Disk
import Feeds
import Formats
import Markdown
import Model
import Pages
import Record
import Source

/// A site read, resolved and checked: all that a command needs to know before anything is rendered.
package struct CheckedSite: Sendable {
    package var tree: SourceTree
    package var memory: SiteMemory
    package var reading: Reading
    /// Of the whole library, embargoed content and all. Nil where site.yaml is of no use.
    package var history: History?
    /// What of it is public at the as-of, and the lines of all that is written: made once they are asked for. Nil likewise.
    package var known: Once<PublicHistory>?
    package var written: WrittenLines?
    /// Of every edition and page, by the path of its source.
    package var texts: [String: MarkdownText] = [:]
    /// Nil likewise.
    package var asOf: AsOfChoice?
    /// What counts as published; nil where nothing does.
    package var baseline: Baseline?
    /// Why the last commit cannot be read, where it would be the baseline.
    package var unreadableCommit: String?
    /// Sorted by file and line.
    package var diagnostics: [Diagnostic]
}

/// Reads, resolves and checks a site.
///
/// - Parameters:
///   - source: what counts as published.
///   - memory: of earlier looks at the site, for this one and for later ones.
///   - entering: is told of each stage.
///   - chooseAsOf: says what the run speaks for, once the site's offset is known.
/// - Throws: what `chooseAsOf` throws, and `FileError` where the baseline cannot be read.
package func checkSite(
    _ tree: SourceTree, after source: BaselineSource = .none, memory: SiteMemory = SiteMemory(),
    entering: StageObserver = { _ in },
    asOf chooseAsOf: (UTCOffset) throws(UsageError) -> AsOfChoice
) throws -> CheckedSite {
    entering(.sources)
    let site = try ReadSite(tree, memory: memory, asOf: chooseAsOf)
    let resolved = try ResolvedSite(site, after: source, entering: entering)
    entering(.checks)
    return resolved.checked()
}

/// A site read and resolved, of which nothing is checked yet.
package struct ResolvedSite: Sendable {
    /// The site, without anything that is wrong with it.
    package let unchecked: CheckedSite
    private let tooComplex: [Diagnostic]

    /// - Parameters:
    ///   - source: what counts as published.
    ///   - entering: is told of each stage.
    /// - Throws: `FileError` where the baseline cannot be read.
    package init(
        _ read: ReadSite, after source: BaselineSource, entering: StageObserver = { _ in }
    ) throws(FileError) {
        let memory = read.memory
        var site = CheckedSite(tree: read.tree, memory: memory, reading: read.reading, diagnostics: [])
        guard let library = read.reading.library, let asOf = read.asOf else {
            (unchecked, tooComplex) = (site, [])
            return
        }
        entering(.history)
        site.asOf = asOf
        let history = memory.resolve(library)
        site.history = history
        site.known = read.known
        site.written = WrittenLines(history)
        (site.baseline, site.unreadableCommit) = try source.baseline(asOf: asOf.asOf, memory: memory)
        entering(.texts)
        (site.texts, tooComplex) = read.parsed.value
        unchecked = site
    }

    /// The site with everything that is wrong with it.
    package func checked() -> CheckedSite {
        var site = unchecked
        let reading = site.reading
        guard let history = site.history, let written = site.written, let asOf = site.asOf?.asOf else {
            site.diagnostics = reading.diagnostics.sorted().bounded
            return site
        }
        let baseline = site.baseline
        let frozen = FrozenTexts(
            written, asOf: asOf, after: baseline?.previous, isAssumed: baseline?.isAssumed ?? false)
        let context = CheckContext(
            history: history, texts: site.texts, unreadable: reading.unreadable, undated: reading.undated,
            fixedFiles: Theme.assetAddresses(of: site.tree.files.keys).union(Schemas.addresses), asOf: asOf,
            after: baseline.map { PublishedStart(since: $0.previous.record.since, isAssumed: $0.isAssumed) },
            memory: site.memory.checks)
        let next = asOf.nextMoment(after: baseline?.previous.record.newest)
        let read = (reading.diagnostics + tooComplex).map { Finding($0.told(on: "\(next)")) }
        site.diagnostics = adjusted(read + findings(context), settings: history.settings, frozen: frozen)
        return site
    }
}
