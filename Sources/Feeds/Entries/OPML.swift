import Diagnostics
import Formats
import Model
import Site

/// `/feeds/subscriptions.opml` (OPML 2.0): every feed of a site, for a reader to take in at once.
func subscriptions(_ feeds: [Feed], _ settings: SiteSettings) -> String {
    var writer = XMLWriter()
    writer.element("opml", [("version", "2.0")]) { writer in
        writer.element("head") { $0.element("title", text: settings.namesToday.organization.name.value) }
        writer.element("body") { writer in
            for feed in feeds {
                let address = Addresses(settings).absolute("/" + Feed.path(feed.name, .atom))
                writer.empty(
                    "outline",
                    [
                        ("text", feed.title), ("title", feed.title), ("type", "rss"), ("xmlUrl", address),
                        ("htmlUrl", feed.page),
                    ])
            }
        }
    }
    return writer.output
}
