import Diagnostics
import Feeds
import Markdown
import Model

extension PublicSite {
    /// Where a link of a document's text leads, as a path of this site or an address outside of it. Nil where a path
    /// would lead to nothing; a place that the text there no longer has is left out, so that no link is dead.
    func href(_ destination: String, of document: String, page: String) -> String? {
        if destination.hasPrefix("#") { return destination }
        guard let address = notes.address(destination, of: document, page: page).map(local) else { return nil }
        switch LinkTarget(destination) {
        case .document(let id, let clause):
            guard isPage(id) else { return nil }
            guard let clause, anchors(of: id)?.contains(clause) != true else { return address }
            return "/\(id)/"
        case .edition(let id, let edition, let fragment):
            guard let edition = history.document(id)?.editions.first(where: { "\($0.id)" == edition }) else {
                return nil
            }
            guard let fragment, texts[edition.source.path]?.anchors.contains(fragment) != true else { return address }
            return "/\(id)/\(edition.id)/"
        case .file(let path): return history.library.files.contains(path) ? address : nil
        default: return address
        }
    }

    private func isPage(_ id: String) -> Bool {
        history.document(id) != nil || history.library.pages.contains { $0.id == id }
            || ["notices", "subscribe"].contains(id)
            || id == "certifications" && !history.library.certifications.isEmpty
    }

    /// The anchors of the text that stands at `/<id>/`.
    private func anchors(of id: String) -> Set<String>? {
        let source =
            if let document = history.document(id) {
                document.inForce(on: today)?.source.path
            } else {
                history.library.pages.first { $0.id == id }?.source.path
            }
        return source.flatMap { texts[$0]?.anchors }
    }
}
