import Diagnostics
import Markdown
import Model

/// The places that links of public texts name: by the address of a page, what stands behind the `#`.
struct CitedPlaces: Sendable {
    private var places: [String: Set<String>] = [:]

    /// - Parameters:
    ///   - history: of what is public.
    ///   - texts: of editions and pages by the path of their source.
    init(_ history: History, texts: [String: MarkdownText]) {
        func note(_ link: LinkReference, of document: String?) {
            var target = link.target
            if case .beside = target { target = LinkTarget(LinkTarget.rooted(link.destination, in: document)) }
            switch target {
            case .document(let id, let place?): places["/\(id)/", default: []].insert(place)
            case .edition(let document, let edition, let place?):
                places["/\(document)/\(edition)/", default: []].insert(place)
            default: break
            }
        }
        func read(_ text: Sourced<String>?, of document: String) {
            // Parsing is spared where no place can be named.
            guard let text, text.value.contains("#") || text.value.contains("&") else { return }
            MarkdownText.parse(text).0.links.forEach { note($0, of: document) }
        }
        func read(_ announcement: Announcement, of document: String) {
            read(announcement.urgent, of: document)
            announcement.reasons.forEach { read($0, of: document) }
        }
        for page in history.library.pages { texts[page.source.path]?.links.forEach { note($0, of: nil) } }
        for document in history.documents {
            for edition in document.editions {
                texts[edition.source.path]?.links.forEach { note($0, of: document.id) }
                read(edition.summary, of: document.id)
                read(edition.announcement, of: document.id)
            }
            for change in document.changes {
                read(change.written.note, of: document.id)
                read(change.announcement, of: document.id)
            }
        }
    }

    /// Sorted.
    func places(at address: String) -> [String] { (places[address] ?? []).sorted() }
}
