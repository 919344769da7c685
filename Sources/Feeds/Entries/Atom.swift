import Diagnostics
import Formats
import Model
import Site

extension FeedDocument {
    /// An Atom document (RFC 4287); of an archive, an archive document (RFC 5005, section 4).
    func atom(_ settings: SiteSettings) -> String {
        var writer = XMLWriter()
        let attributes = [
            ("xmlns", "http://www.w3.org/2005/Atom"), ("xmlns:fh", "http://purl.org/syndication/history/1.0"),
            ("xml:lang", Voice.language(ofSite: names.language.value)),
        ]
        writer.element("feed", attributes) { writer in
            writer.element("id", text: feed.id)
            writer.element("title", text: title)
            writer.element("updated", text: settings.timestamp(updated(settings)))
            writer.element("author") { $0.element("name", text: names.organization.name.value) }
            let type = ("type", FeedFormat.atom.mediaType)
            writer.empty("link", [("rel", "self"), type, ("href", address(.atom, settings))])
            writer.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", feed.page)])
            for (relation, address) in relations(.atom, settings) {
                writer.empty("link", [("rel", relation), type, ("href", address)])
            }
            if archive != nil { writer.empty("fh:archive") }
            for entry in entries { writer.append(entry.atom) }
        }
        return writer.output
    }
}

extension FeedEntry {
    /// The entry as it stands in every Atom document.
    var atom: String {
        var writer = XMLWriter(depth: 1)
        writer.element("entry") { writer in
            writer.element("id", text: id)
            writer.element("title", text: title)
            writer.element("published", text: updated)
            writer.element("updated", text: updated)
            writer.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", url)])
            writer.empty("category", [("term", event.notice.document), ("label", document)])
            writer.element("summary", text: summary)
            writer.element("content", [("type", "html")], text: html)
        }
        return writer.output
    }
}
