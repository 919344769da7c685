import Checks
import Diagnostics
import Disk
import Feeds
import Formats
import Markdown
import Model
import Pages
import Record
import Redline
import Signatures
import Source

/// A site as it would be published; no files where there are errors.
package struct RenderedSite: Sendable {
    /// Sorted by path.
    package var files: [OutputFile]?
    /// Sorted by file and line.
    package var diagnostics: [Diagnostic]
}

/// Renders a checked site as it is public at its as-of.
///
/// - Parameters:
///   - key: signs the record's checkpoint.
///   - cosignatures: stand below its signature.
///   - entering: is told of each stage.
/// - Throws: `FileError` where a linked file can no longer be read, or a line of a witness is not of the checkpoint.
package func render(
    _ site: CheckedSite, signingWith key: SigningKey? = nil, cosignedBy cosignatures: Cosignatures? = nil,
    entering: StageObserver = { _ in }
) throws(FileError) -> RenderedSite {
    entering(.record)
    guard let judged = try judged(site) else {
        return RenderedSite(files: nil, diagnostics: site.diagnostics)
    }
    let (known, record, asOf) = (judged.known, judged.record, judged.record.asOf)
    let (theme, findings) = site.memory.themes.theme(of: site.tree, known.settings)
    var diagnostics = (judged.diagnostics + findings).sorted()
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
        return RenderedSite(files: nil, diagnostics: diagnostics)
    }
    entering(.redlines)
    let redlines = EditionRedlines(
        known, on: asOf.day, texts: judged.texts, memory: site.memory.redlines)
    redlines.makeAll()
    entering(.pages)
    let published = PublicSite(history: known, asOf: asOf, texts: judged.texts, redlines: redlines, theme: theme)
    let jobs = pages(of: published)
    let rendered = concurrentMap(jobs) { $0.render() }
    diagnostics += theme.findings(rendered, at: known.settings.url.value)
    var tree = OutputTree()
    var collisions = tree.add(rendered.map(\.file))
    collisions += tree.add(theme.assets)
    entering(.feeds)
    let entries = known.feedEntries(upTo: asOf, redlines: redlines)
    entering(.data)
    let machine = machineJobs(
        known, asOf: asOf, redlines: redlines, entries: entries, pages: jobs.map(\.path),
        policy: published.policy)
    let data = concurrentMap(machine) { $0.make() }
    entering(.assembly)
    collisions += tree.add(data.joined())
    collisions += tree.add(judged.attachments)
    let note = try key.map { key throws(FileError) in try signed(record, with: key, cosignatures) }
    collisions += tree.add(record.files(signedAs: note))
    let files = tree.files
    diagnostics += collisions.map {
        Diagnostic(.outputCollision, file: "Content", $0.message, help: "rename one of the two sources")
    }
    diagnostics += scanForPrivateValues(
        files: files.map { ($0.path, $0.bytes) }, values: site.reading.privateValues)
    diagnostics.sort()
    let isSound = !diagnostics.contains { $0.severity == .error }
    return RenderedSite(files: isSound ? files : nil, diagnostics: diagnostics)
}

/// What is wrong with a site's templates, as far as it is told before anything is rendered.
package func themeFindings(of site: CheckedSite) -> [Diagnostic] {
    site.history.map { site.memory.themes.theme(of: site.tree, $0.settings).findings } ?? []
}

extension ThemeMemory {
    func theme(of tree: SourceTree, _ settings: SiteSettings) -> (theme: Theme, findings: [Diagnostic]) {
        theme(of: tree.files, language: settings.namesToday.language.value)
    }
}
