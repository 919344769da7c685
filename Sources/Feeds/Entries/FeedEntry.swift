import Model

/// One event as feeds tell it. Every format is written from this value alone.
///
/// It depends on the event and on what was announced by then, so that an entry once made never changes.
package struct FeedEntry: Sendable, Hashable {
    /// `tag:<authority>:notice/<id>` and so on.
    package var id: String
    package var event: Event
    /// The document it is about, by its title at the time.
    package var document: String
    package var title: String
    /// When it happened, as RFC 3339; a bare day is its first second.
    package var updated: String
    /// The page to read more on.
    package var url: String
    /// The sentences, as text in one line.
    package var summary: String
    /// Everything, as HTML with absolute links.
    package var html: String
}

/// A feed: its name, and the entries it may show.
package struct Feed: Sendable {
    /// `all`, a document's id, or `product/<id>`: the path under `/feeds/` without its ending.
    package var name: String
    package var title: String
    package var id: String
    /// The page of the site that it belongs to.
    package var page: String
    /// Oldest first, all of them.
    package var entries: [FeedEntry]
    /// When the newest entry happened; the start of the site's record where there is none.
    package var updated: String

    /// The entries that a feed shows before it points to its archives: the newest first.
    package var newest: [FeedEntry] { entries.suffix(50).reversed() }
}
