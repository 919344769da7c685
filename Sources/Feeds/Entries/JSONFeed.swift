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
        let items = entries.map { $0.text(.json, in: language) }
        let end = "]\n}\n"
        guard !entries.isEmpty, empty.hasSuffix(end) else { return empty }
        return empty.dropLast(end.count) + "\n    " + items.joined(separator: ",\n    ") + "\n  " + end
    }
}

extension FeedEntry {
    /// The entry as it stands among the items of JSON Feeds.
    ///
    /// - Parameter language: its own, where it says it.
    func json(saying language: String? = nil) -> String {
        let members: [JSONValue.Member] =
            [
                .init("id", .string(id)), .init("url", .string(url)), .init("title", .string(title)),
                .init("summary", .string(summary)), .init("content_html", .string(html)),
                .init("date_published", .string(updated)), .init("tags", [.string(document)]),
            ] + (language.map { [.init("language", .string($0))] } ?? [])
        return JSONValue.object(members).pretty(depth: 2)
    }
}
