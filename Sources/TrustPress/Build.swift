import Checks
import Diagnostics
import Formats
import Markdown
import Model
import Record
import Source

/// A site read, resolved and checked: all that a command needs to know before anything is rendered.
package struct CheckedSite: Sendable {
    package var tree: SourceTree
    package var memory: SiteMemory
    package var reading: Reading
    /// Of the whole library, embargoed content and all. Nil where site.yaml is of no use.
    package var history: History?
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
    let reading = memory.read(tree)
    guard let library = reading.library else {
        return CheckedSite(tree: tree, memory: memory, reading: reading, diagnostics: reading.diagnostics.sorted())
    }
    let asOf = try chooseAsOf(library.settings.utcOffset)
    entering(.history)
    let history = History(resolving: library)
    let (baseline, unreadableCommit) = try source.baseline(asOf: asOf.asOf, memory: memory)
    entering(.texts)
    let (texts, tooComplex) = parseTexts(of: library, memory: memory)
    entering(.checks)
    let frozen = FrozenTexts(
        history, asOf: asOf.asOf, after: baseline?.previous, isAssumed: baseline?.isAssumed ?? false)
    let context = CheckContext(
        history: history, texts: texts, unreadable: reading.unreadable, asOf: asOf.asOf,
        after: baseline.map { PublishedStart(since: $0.previous.record.since, isAssumed: $0.isAssumed) },
        memory: memory.checks)
    let read = (reading.diagnostics + tooComplex).map { Finding($0) }
    let found = adjusted(read + findings(context), settings: library.settings, frozen: frozen)
    return CheckedSite(
        tree: tree, memory: memory, reading: reading, history: history, texts: texts, asOf: asOf, baseline: baseline,
        unreadableCommit: unreadableCommit, diagnostics: found)
}
