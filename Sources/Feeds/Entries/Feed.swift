import Model

/// What a document of a feed says beside its entries: by whom it is, and what it is called.
package struct FeedFrame: Sendable {
    var title: String
    var names: Names
}

/// A feed: its name, and the entries that were ever in it.
package struct Feed: Sendable {
    /// `all`, a document's id, or `product/<id>`: the path under `/feeds/` without its ending.
    package var name: String
    package var id: String
    package var title: String
    /// The page of the site that it belongs to.
    package var page: String
    /// Oldest first, all of them.
    package var entries: [WrittenEntry]
    /// Its title and the site's names when an entry was its newest.
    var then: @Sendable (WrittenEntry) -> FeedFrame
    /// The site's names today.
    var names: Names

    /// Where a document of the feed is published, from the output folder: `feeds/privacy.atom`, and of an archive
    /// `feeds/privacy.1.atom`. No id holds a dot, so that no feed is called as an archive of another.
    package static func path(_ name: String, _ format: FeedFormat, archive: Int? = nil) -> String {
        "feeds/\(name)\(archive.map { ".\($0)" } ?? "").\(format.rawValue)"
    }
}
