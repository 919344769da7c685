import Diagnostics
import Formats
import Language
import Model
import Site

extension FeedDocument {
    /// An RSS 2.0 document with the elements that readers know from Atom and from the content module; of an archive,
    /// an archive document (RFC 5005, section 4).
    func rss(_ settings: SiteSettings) -> String {
        var writer = XMLWriter()
        let attributes = [
            ("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom"),
            ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
            ("xmlns:fh", "http://purl.org/syndication/history/1.0"),
        ]
        writer.element("rss", attributes) { writer in
            writer.element("channel") { writer in
                writer.element("title", text: title)
                writer.element("link", text: feed.page)
                writer.element("description", text: title)
                writer.element("language", text: Voice.language(ofSite: names.language.value))
                writer.element("lastBuildDate", text: settings.mailDate(updated(settings)))
                let type = ("type", FeedFormat.rss.mediaType)
                writer.empty("atom:link", [("rel", "self"), type, ("href", address(.rss, settings))])
                for (relation, address) in relations(.rss, settings) {
                    writer.empty("atom:link", [("rel", relation), type, ("href", address)])
                }
                if archive != nil { writer.empty("fh:archive") }
                for entry in entries { writer.append(entry.rss) }
            }
        }
        return writer.output
    }
}

extension FeedEntry {
    /// The entry as it stands in every RSS document. A reader takes its description for HTML.
    var rss: String {
        var writer = XMLWriter(depth: 2)
        writer.element("item") { writer in
            writer.element("title", text: title)
            writer.element("link", text: url)
            writer.element("guid", [("isPermaLink", "false")], text: id)
            writer.element("pubDate", text: published)
            writer.element("category", text: document)
            writer.element("description", text: summaryHTML)
            writer.element("content:encoded", text: html)
        }
        return writer.output
    }

    /// Which says so where it runs from right to left, as nothing around it does.
    private var summaryHTML: String {
        let words = Escaping.html(summary)
        return language.direction == .rightToLeft
            ? "<div lang=\"\(language.rawValue)\" dir=\"rtl\">\(words)</div>" : words
    }
}
