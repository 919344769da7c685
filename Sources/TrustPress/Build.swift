import Checks
import Diagnostics
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
    let resolved = try ResolvedSite(tree, after: source, memory: memory, entering: entering, asOf: chooseAsOf)
    entering(.checks)
    return resolved.checked()
}

/// A site read and resolved, of which nothing is checked yet.
package struct ResolvedSite: Sendable {
    /// The site, without anything that is wrong with it.
    package let unchecked: CheckedSite
    private let tooComplex: [Diagnostic]

    /// Takes what `checkSite` does, and throws what it throws.
    package init(
        _ tree: SourceTree, after source: BaselineSource, memory: SiteMemory, entering: StageObserver = { _ in },
        asOf chooseAsOf: (UTCOffset) throws(UsageError) -> AsOfChoice
    ) throws {
        entering(.sources)
        let reading = memory.read(tree)
        var site = CheckedSite(tree: tree, memory: memory, reading: reading, diagnostics: [])
        guard let library = reading.library else {
            (unchecked, tooComplex) = (site, [])
            return
        }
        let asOf = try chooseAsOf(library.settings.utcOffset)
        entering(.history)
        site.asOf = asOf
        let history = History(resolving: library)
        site.history = history
        site.known = Once { PublicHistory(of: library, asOf: asOf.asOf) }
        site.written = WrittenLines(history)
        (site.baseline, site.unreadableCommit) = try source.baseline(asOf: asOf.asOf, memory: memory)
        entering(.texts)
        (site.texts, tooComplex) = parseTexts(of: library, reading.undated, memory: memory)
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
