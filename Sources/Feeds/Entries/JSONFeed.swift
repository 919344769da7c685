import Diagnostics
import Formats
import Model
import Site

extension FeedDocument {
    /// A JSON Feed 1.1; it goes on in its archives by `next_url`. The `feed_url` names the feed, in an archive too.
    func json(_ settings: SiteSettings) -> String {
        var members: [JSONValue.Member] = [
            .init("version", "https://jsonfeed.org/version/1.1"),
            .init("title", .string(title)),
            .init("home_page_url", .string(feed.page)),
            .init("feed_url", .string(Addresses(settings).absolute("/" + Feed.path(feed.name, .json)))),
            .init("language", .string(Voice.language(ofSite: names.language.value))),
            .init("authors", [["name": .string(names.organization.name.value)]]),
        ]
        if let next = relations(.json, settings).first(where: { $0.relation == "prev-archive" }) {
            members.append(.init("next_url", .string(next.address)))
        }
        members.append(.init("items", []))
        let empty = JSONValue.object(members).pretty
        let end = "]\n}\n"
        guard !entries.isEmpty, empty.hasSuffix(end) else { return empty }
        return empty.dropLast(end.count) + "\n    " + entries.map(\.json).joined(separator: ",\n    ") + "\n  " + end
    }
}

extension FeedEntry {
    /// The entry as it stands among the items of every JSON Feed.
    var json: String {
        let value: JSONValue = [
            "id": .string(id),
            "url": .string(url),
            "title": .string(title),
            "summary": .string(summary),
            "content_html": .string(html),
            "date_published": .string(updated),
            "tags": [.string(document)],
        ]
        return value.pretty(depth: 2)
    }
}
