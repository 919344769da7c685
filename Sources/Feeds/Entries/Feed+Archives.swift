import Diagnostics
import Model
import Site

/// One document of a feed: the one that readers subscribe to, or an archive (RFC 5005, section 4).
package struct FeedDocument: Sendable {
    let feed: Feed
    /// Nil for the document to subscribe to.
    let archive: Int?
    package let title: String
    /// Those of its newest entry; of the document to subscribe to those of today.
    let names: Names
    /// In the order in which they are written.
    package let entries: [WrittenEntry]
    /// The archive that goes on where this document ends.
    let previous: Int?
}

extension Feed {
    /// How many entries the document to subscribe to holds at most, and every archive exactly.
    package static let size = 50

    /// The one place that says which entry is in which document.
    ///
    /// The document to subscribe to holds the newest, newest first. Archive *n* holds the entries 50*n* − 49 to 50*n*,
    /// oldest first; it is there once it is full, and so never changes, which is why it does not name the next.
    /// - Returns: the document to subscribe to, then the archives from the first on.
    package var documents: [FeedDocument] {
        let archives = entries.count / Self.size
        let newest = FeedDocument(
            feed: self, archive: nil, title: title, names: names, entries: entries.suffix(Self.size).reversed(),
            previous: archives > 0 ? archives : nil)
        return [newest]
            + (0..<archives).map { index in
                let entries = Array(self.entries[index * Self.size..<(index + 1) * Self.size])
                let frame = entries.last.map(then) ?? FeedFrame(title: title, names: names)
                return FeedDocument(
                    feed: self, archive: index + 1, title: frame.title, names: frame.names, entries: entries,
                    previous: index > 0 ? index : nil)
            }
    }
}

extension FeedDocument {
    /// From the output folder.
    package func path(_ format: FeedFormat) -> String { Feed.path(feed.name, format, archive: archive) }

    func address(_ format: FeedFormat, _ settings: SiteSettings) -> String {
        Addresses(settings).absolute("/" + path(format))
    }

    /// The links to other documents of the feed, by their relation: of an archive `current`, and `prev-archive` where
    /// there is one.
    func relations(_ format: FeedFormat, _ settings: SiteSettings) -> [(relation: String, address: String)] {
        func address(_ archive: Int?) -> String {
            Addresses(settings).absolute("/" + Feed.path(feed.name, format, archive: archive))
        }
        return (archive == nil ? [] : [("current", address(nil))])
            + (previous.map { [("prev-archive", address($0))] } ?? [])
    }

    /// When the newest of its entries happened; the start of the site's record where it has none.
    func updated(_ settings: SiteSettings) -> Stamp {
        let newest = archive == nil ? entries.first : entries.last
        return newest?.entry.stamp ?? Stamp(Moment(settings.since.value))
    }

    package func text(_ format: FeedFormat, _ settings: SiteSettings) -> String {
        switch format {
        case .atom: atom(settings)
        case .rss: rss(settings)
        case .json: json(settings)
        }
    }
}
