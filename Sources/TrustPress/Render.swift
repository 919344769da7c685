import Checks
import Diagnostics
import Disk
import Feeds
import Formats
import Model
import Pages
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
/// - Throws: `FileError` where a linked file can no longer be read.
package func render(_ site: CheckedSite) throws(FileError) -> RenderedSite {
    guard let history = site.history, let asOf = site.asOf?.asOf else {
        return RenderedSite(files: nil, diagnostics: site.diagnostics)
    }
    let (theme, findings) = Theme.load(site.tree.files, language: history.settings.language.value)
    var diagnostics = (site.diagnostics + findings).sorted()
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
        return RenderedSite(files: nil, diagnostics: diagnostics)
    }
    let known = History(resolving: history.library.announced(by: asOf))
    let jobs = pages(of: PublicSite(history: known, asOf: asOf, texts: site.texts, theme: theme))
    var files = concurrentMap(jobs) { OutputFile(path: $0.path, text: $0.render()) }
    files += theme.assets
    files += machineFiles(known, asOf: asOf, pages: jobs.map(\.path))
    files += try attachments(of: known, site)
    files.sort { $0.path < $1.path }
    diagnostics += collisions(in: files)
    diagnostics += scanForPrivateValues(
        files: files.map { ($0.path, $0.bytes) }, values: site.reading.privateValues)
    diagnostics.sort()
    let isSound = !diagnostics.contains { $0.severity == .error }
    return RenderedSite(files: isSound ? files : nil, diagnostics: diagnostics)
}

/// The files that a public text links to.
private func attachments(of history: History, _ site: CheckedSite) throws(FileError) -> [OutputFile] {
    var files: [OutputFile] = []
    for path in linkedFiles(history, texts: site.texts) {
        guard let attachment = site.tree.attachments["Content" + path] else { continue }
        do {
            files.append(OutputFile(path: String(path.dropFirst()), bytes: try attachment.bytes()))
        } catch {
            throw FileError(path: "Content" + path, reason: "\(error)")
        }
    }
    return files
}

/// Two sources that would be written to one place: the same path, paths that differ in letter case alone, or a file
/// where another one needs a folder.
///
/// - Parameter files: sorted by path.
func collisions(in files: [OutputFile]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var seen: [String: String] = [:]
    for file in files {
        if let other = seen.updateValue(file.path, forKey: file.path.lowercased()) {
            findings.append(
                Diagnostic(
                    .outputCollision, file: "Content",
                    other == file.path
                        ? "two sources make the page /\(file.path)"
                        : "the pages /\(other) and /\(file.path) differ in letter case alone",
                    help: "rename one of the two"))
        }
    }
    for file in files {
        for parent in Folder.parents(of: file.path) where seen[parent.lowercased()] != nil {
            findings.append(
                Diagnostic(
                    .outputCollision, file: "Content", "/\(parent) is a file, and /\(file.path) needs a folder there",
                    help: "rename one of the two"))
        }
    }
    return findings
}
