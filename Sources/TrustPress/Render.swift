import Checks
import Diagnostics
import Disk
import Feeds
import Formats
import Markdown
import Model
import Notices
import Pages
import Record
import Redline
import Signatures
import Site
import Source
import Synchronization

/// What became of a site that was rendered.
package struct Rendering: Sendable {
    /// How many files it has; nil where there are errors, and then none of them is to be published.
    package var count: Int?
    /// Sorted by file and line.
    package var diagnostics: [Diagnostic]
    /// What its pages were made of; nil where there were none.
    package var site: PublicSite?
}

/// A site as it would be published, in memory.
package struct RenderedSite: Sendable {
    /// Sorted by path; nil where there are errors.
    package var files: [OutputFile]?
    /// Sorted by file and line.
    package var diagnostics: [Diagnostic]
}

/// Renders a checked site as it is public at its as-of, and keeps its files.
///
/// - Parameter isWanted: asked now and then; once it says no, what is returned is of no use.
/// - Throws: `FileError` where a linked file can no longer be read.
package func render(
    _ site: CheckedSite, while isWanted: @escaping @Sendable () -> Bool = { true }
) throws(FileError) -> RenderedSite {
    let files = Mutex<[OutputFile]>([])
    let rendering = try render(site, while: isWanted) { file in files.withLock { $0.append(file) } }
    let sorted = files.withLock { $0 }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return RenderedSite(files: rendering.count.map { _ in sorted }, diagnostics: rendering.diagnostics)
}

/// Renders a checked site as it is public at its as-of.
///
/// - Parameters:
///   - key: signs the record's checkpoint.
///   - cosignatures: stand below its signature.
///   - isLast: whether the site's memory is of no use afterwards: then it lets go of what later stages do not ask for.
///   - entering: is told of each stage.
///   - isWanted: asked now and then; once it says no, what is returned is of no use.
///   - publish: takes each file as soon as it is made: from several threads, in any order, before it is known whether all
///     are sound; none that holds a private value. Pages and data are not kept here, so that what is made of a site may be
///     larger than the memory.
/// - Throws: `FileError` where a linked file can no longer be read, or a line of a witness is not of the checkpoint.
package func render(
    _ site: CheckedSite, signingWith key: SigningKey? = nil, cosignedBy cosignatures: Cosignatures? = nil,
    isLast: Bool = false, entering: StageObserver = { _ in }, while isWanted: @escaping @Sendable () -> Bool = { true },
    publish: @escaping @Sendable (OutputFile) -> Void
) throws(FileError) -> Rendering {
    entering(.record)
    guard let judged = try judged(site) else { return Rendering(count: nil, diagnostics: site.diagnostics) }
    let (known, record) = (judged.known, judged.record)
    let (theme, findings) = site.memory.themes.theme(of: site.tree, known.settings)
    var diagnostics = (judged.diagnostics + findings).sorted()
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
        return Rendering(count: nil, diagnostics: diagnostics)
    }
    entering(.redlines)
    let redlines = EditionRedlines(
        known, texts: judged.texts, memory: site.memory.redlines)
    redlines.makeAll(while: isWanted)
    if isLast { site.memory.endRedlines() }
    guard isWanted() else { return Rendering(count: nil, diagnostics: []) }
    entering(.pages)
    let attachments = judged.attachments
    let secrets = PrivateValues(site.reading.privateValues, product: productWords) {
        writtenTexts(of: known.history, texts: site.texts, asOf: known.asOf) + ownThemeWords(in: site.tree.templates)
            + attachments
    }
    var output = SeenOutput(secrets, while: isWanted, publish)
    let published = PublicSite(
        known, texts: judged.texts, redlines: redlines, theme: theme, isSigned: key != nil,
        digest: { address in attachments.first { "/" + $0.path == address }.map { sha256($0.bytes) } })
    let jobs = pages(of: published)
    let problems = output.add(jobs) { job in
        let page = job.render()
        return ([page.file], page.problems)
    }
    diagnostics += theme.findings(problems, at: known.settings.url.value)
    output.add(theme.assets)
    guard isWanted() else { return Rendering(count: nil, diagnostics: []) }
    entering(.feeds)
    let entries = known.feedEntries(redlines: redlines)
    entering(.data)
    output.add(
        machineJobs(
            known, redlines: redlines, entries: entries, pages: jobs.map(\.path),
            policy: published.policy)
    ) { ($0.make(), ()) }
    entering(.assembly)
    output.add(judged.attachments)
    let note = try key.map { key throws(FileError) in try signed(record, with: key, cosignatures) }
    output.add(record.files(signedAs: note))
    diagnostics = (diagnostics + output.findings(in: site.tree)).sorted()
    let isSound = !diagnostics.contains { $0.severity == .error }
    return Rendering(count: isSound ? output.paths.count : nil, diagnostics: diagnostics, site: published)
}

/// What is found in the files of a site as they pass by: paths that collide, and private values.
private struct SeenOutput {
    private typealias Seen = (path: String, values: [String])

    private(set) var paths = OutputPaths()
    private var collisions: [OutputPaths.Collision] = []
    private var found: [Seen] = []
    private let secrets: PrivateValues
    private let isWanted: @Sendable () -> Bool
    private let publish: @Sendable (OutputFile) -> Void

    init(
        _ secrets: PrivateValues, while isWanted: @escaping @Sendable () -> Bool,
        _ publish: @escaping @Sendable (OutputFile) -> Void
    ) {
        self.secrets = secrets
        self.isWanted = isWanted
        self.publish = publish
    }

    /// The files that `make` makes, on all cores, as long as they are wanted.
    ///
    /// - Returns: what else it makes.
    @discardableResult
    mutating func add<Job: Sendable, Other: Sendable>(
        _ jobs: [Job], _ make: @Sendable (Job) -> ([OutputFile], Other)
    ) -> [Other] {
        let made = concurrentMap(jobs) { [secrets, isWanted, publish] job -> (seen: [Seen], other: Other)? in
            guard isWanted() else { return nil }
            let (files, other) = make(job)
            let seen = files.map { file in
                let values = secrets.values(in: file)
                // What holds a private value goes nowhere, not even beside the site.
                if values.isEmpty { publish(file) }
                return (path: file.path, values: values)
            }
            return (seen: seen, other: other)
        }
        .compactMap(\.self)
        let seen = made.flatMap(\.seen)
        collisions += paths.add(seen.map(\.path))
        found += seen.filter { !$0.values.isEmpty }
        return made.map(\.other)
    }

    mutating func add(_ files: [OutputFile]) { add(files) { ([$0], ()) } }

    /// - Parameter tree: the sources of it.
    func findings(in tree: SourceTree) -> [Diagnostic] {
        collisions.map { collision in
            // Assets and linked files are written as they lie in the folder; others have no file of their own.
            let sources = [collision.path, collision.other]
                .flatMap { ["Templates/" + $0, "Content/" + $0] }
                .filter { tree.files[$0] != nil || tree.attachments[$0] != nil }
            let help =
                switch sources.count {
                case 0: "rename one of the two sources"
                case 1: "rename this file: the other one is the program's own"
                default: "rename this file or \(sources[1])"
                }
            return Diagnostic(.outputCollision, file: sources.first ?? "Content", collision.message, help: help)
        } + secrets.findings(found)
    }
}

/// What is wrong with a site's templates, as far as it is told before anything is rendered.
package func themeFindings(of site: CheckedSite) -> [Diagnostic] {
    site.history.map { site.memory.themes.theme(of: site.tree, $0.settings).findings } ?? []
}

extension ThemeMemory {
    func theme(of tree: SourceTree, _ settings: SiteSettings) -> (theme: Theme, findings: [Diagnostic]) {
        let (theme, findings) = theme(of: tree.templates, language: settings.namesToday.language.value)
        let (branded, missing) = theme.branded(as: settings.branding, at: settings.url.value)
        return (branded, findings + missing)
    }
}
