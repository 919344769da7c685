import Checks
import Diagnostics
import Disk
import Formats
import Markdown
import Model
import Record
import Site
import Source

/// A checked site with its record as of a moment, judged by an earlier build: all that can be said before anything is
/// rendered.
package struct JudgedSite: Sendable {
    /// Of what is public at the as-of.
    package var known: PublicHistory
    package var record: Record
    /// Of every edition and page that is public, by the path of its source, with the links that are shown in it.
    package var texts: [String: MarkdownText]
    /// The files below `files/` that are published.
    package var attachments: [OutputFile]
    /// Those of the site, and what forbids to publish it after the earlier build. Sorted by file and line.
    package var diagnostics: [Diagnostic]
}

/// Makes the record of a checked site and judges it by the site's baseline.
///
/// - Returns: nil where site.yaml is of no use.
/// - Throws: `FileError` where a linked file can no longer be read.
package func judged(_ site: CheckedSite) throws(FileError) -> JudgedSite? {
    guard let history = site.history, let known = site.known?.value, let written = site.written else { return nil }
    let names = SiteFileNames(known.history, texts: site.texts)
    let attachments = try attachments(site.tree, named: names)
    let bytes = Dictionary(attachments.map { ("/" + $0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let record = Record(of: known) { bytes[$0].map(sha256) }
    var diagnostics = site.diagnostics + findings(on: record, files: bytes)
    if let baseline = site.baseline {
        let judgement =
            judge(
                record, of: known.history, in: history, written: written, against: baseline.previous,
                unreadable: site.reading.unreadable, files: bytes)
            + pagesGone(
                known.history, texts: site.texts, since: baseline.previous, unreadable: site.reading.unreadable)
        // What a file says cannot be told where its form is wrong, and so not whether it says what was published.
        let misread = Set(
            site.reading.diagnostics.filter { [.syntax, .duplicateKey, .invalidUTF8].contains($0.id) }.map(\.file))
        let found = judgement.filter { !misread.contains($0.file) }
        if !baseline.isAssumed {
            // That a document has no text comes of one that is gone, and is to be put back.
            let gone = Set(
                found.filter { $0.id == .publishedTextMissing }.compactMap {
                    $0.file.split(separator: "/").dropFirst().first
                })
            let empty = history.settings.documents.filter { gone.contains($0.value[...]) }
            let places = Set(empty.map { Diagnostic.Place($0.span) })
            diagnostics.removeAll { $0.id == .missingKey && places.contains($0.place) }
        }
        diagnostics += baseline.isAssumed ? found.map { $0.asWarning() } : found
    }
    return JudgedSite(
        known: known, record: record, texts: known.shownTexts(site.texts), attachments: attachments,
        diagnostics: diagnostics.sorted())
}
