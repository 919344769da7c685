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
        func note(_ link: LinkReference) {
            switch link.target {
            case .document(let id, let place?): places["/\(id)/", default: []].insert(place)
            case .edition(let document, let edition, let place?):
                places["/\(document)/\(edition)/", default: []].insert(place)
            default: break
            }
        }
        func read(_ text: Sourced<String>?) {
            // Parsing is spared where no place can be named.
            guard let text, text.value.contains("#") || text.value.contains("&") else { return }
            MarkdownText.parse(text).0.links.forEach(note)
        }
        func read(_ announcement: Announcement) {
            read(announcement.urgent)
            announcement.reasons.forEach(read)
        }
        for text in texts.values { text.links.forEach(note) }
        for document in history.documents {
            for edition in document.editions {
                read(edition.summary)
                read(edition.announcement)
            }
            for change in document.changes {
                read(change.written.note)
                read(change.announcement)
            }
        }
    }

    /// Sorted.
    func places(at address: String) -> [String] { (places[address] ?? []).sorted() }
}
