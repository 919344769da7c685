import Language
import Model

/// One event as feeds tell it. Every format is written from this value alone.
///
/// It depends on the event, on what was announced by then and on the names of its moment, so that an entry once made
/// never changes.
package struct FeedEntry: Sendable, Hashable {
    /// `tag:<authority>:notice/<id>` and so on: the same in every feed and format.
    package var id: String
    package var event: Event
    /// In which it is told.
    package var language: Language
    /// The document it is about, by its title at the time.
    package var document: String
    package var title: String
    /// When it happened: later than every event before it.
    package var stamp: Stamp
    /// The same as RFC 3339.
    package var updated: String
    /// The same as RFC 822 has it, with four digits of the year: `Mon, 23 Nov 2026 15:00:00 +0100`.
    package var published: String
    /// The page to read more on.
    package var url: String
    /// The sentences, as text in one line.
    package var summary: String
    /// Everything, as HTML with absolute links.
    package var html: String
}

/// An entry with what stands for it in the documents of each format, written once and put wherever it belongs.
package struct WrittenEntry: Sendable {
    package let entry: FeedEntry
    let atom: String
    let rss: String
    let json: String

    package init(_ entry: FeedEntry) {
        self.entry = entry
        atom = entry.atom
        rss = entry.rss
        json = entry.json
    }
}
