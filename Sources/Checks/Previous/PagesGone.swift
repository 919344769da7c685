import Diagnostics
import Formats
import Markdown
import Model
import Record
import Site

/// `broken-link`, of the site: a page without history that a published text links to and that is no longer there.
///
/// The text cannot be mended, so the page stays. That a document is gone, `published-text-missing` says. Of a record alone,
/// nobody can tell whether there was such a page when the text was published: then it is a warning, as what was published
/// without one would not build again. The sitemap beside a record tells.
///
/// - Parameters:
///   - history: of what is public.
///   - texts: of its editions by the path of their source.
///   - unreadable: paths of sources that are there and could not be read.
/// - Returns: a finding for each page that is gone, at its file, by path.
package func pagesGone(
    _ history: History, texts: [String: MarkdownText], since previous: PreviousBuild, unreadable: Set<String>
) -> [Diagnostic] {
    let published = Set(previous.record.entries.map { Identity($0.key) })
    let documents = history.documents.map(\.id) + previous.record.entries.map(\.key.document)
    let standing = Set(documents + history.library.pages.map(\.id))
    var citers: [String: [String]] = [:]
    func read(_ text: MarkdownText?, in name: String) {
        for link in text?.links ?? [] {
            guard case .document(let id, _) = link.target.within(history.settings.url.value),
                !standing.contains(id), citers[id]?.last != name
            else {
                continue
            }
            citers[id, default: []].append(name)
        }
    }
    func read(_ notes: [Sourced<String>?], in name: String) {
        for note in notes.compactMap(\.self) where note.value.contains("](") || note.value.contains("]:") {
            read(MarkdownText.parse(note).0, in: name)
        }
    }
    for document in history.documents {
        for edition in document.editions where published.contains(Identity(edition.recordKey)) {
            let name = "\(document.id)/\(edition.id)"
            read(texts[edition.source.path], in: name)
            read([edition.summary] + edition.announcement.notes, in: name)
        }
        for change in document.changes where published.contains(Identity(change.recordKey)) {
            read([change.written.note] + change.announcement.notes, in: "\(document.id)/\(change.id)")
        }
    }
    guard !citers.isEmpty else { return [] }
    let hadPage = previous.hadPage
    return citers.sorted { $0.key < $1.key }.compactMap { id, names in
        let path = "Content/\(id).md"
        guard let first = names.first, !unreadable.contains(path), hadPage?(id) ?? true else { return nil }
        let more = names.count == 1 ? "" : " and \(names.count - 1) more"
        return Diagnostic(
            .brokenLink, file: path, "/\(id)/ is not there, and what was published links to it: \(first)\(more)",
            help: "put the page back: it may say as little as where its content went"
        ).adjusted(by: history.settings, isFrozen: hadPage == nil)
    }
}

extension PreviousBuild {
    /// Says of the id of a page whether it was there, from the pages themselves or else from the sitemap; nil where neither
    /// is there, or no address can be read from it.
    fileprivate var hadPage: ((String) -> Bool)? {
        if published("index.html") != nil { return { published("\($0)/index.html") != nil } }
        guard let sitemap = published("sitemap.xml") else { return nil }
        // Each address stands on a line, that of the site itself first: it may have moved since.
        let lines = String(decoding: sitemap, as: UTF8.self).split(separator: "\n").map(\.trimmed)
        let addresses = lines.filter { $0.hasPrefix("<loc>") && $0.hasSuffix("</loc>") }
        guard let root = addresses.first?.dropLast("</loc>".count) else { return nil }
        let all = Set(addresses)
        return { all.contains("\(root)\($0)/</loc>") }
    }
}

extension Announcement {
    /// What was written about it beside its own text.
    fileprivate var notes: [Sourced<String>?] { [urgent] + reasons }
}
