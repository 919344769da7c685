import Diagnostics
import Formats
import Model

extension Feed {
    /// The feed as an Atom document (RFC 4287).
    package func atom(_ settings: SiteSettings) -> String {
        var writer = XMLWriter()
        let language = ("xml:lang", settings.language.value)
        writer.element("feed", [("xmlns", "http://www.w3.org/2005/Atom"), language]) { writer in
            writer.element("id", text: id)
            writer.element("title", text: title)
            writer.element("updated", text: updated)
            writer.element("author") { $0.element("name", text: settings.organization.name.value) }
            let address = Addresses(settings).absolute("/feeds/\(name).atom")
            writer.empty("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", address)])
            writer.empty("link", [("rel", "alternate"), ("type", "text/html"), ("href", page)])
            for entry in newest { entry.write(to: &writer) }
        }
        return writer.output
    }
}

extension FeedEntry {
    fileprivate func write(to writer: inout XMLWriter) {
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
    }
}
