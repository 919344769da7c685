/// A form in which every feed is published.
package enum FeedFormat: String, Sendable, Hashable, CaseIterable {
    case atom, rss, json

    package var mediaType: String {
        switch self {
        case .atom: "application/atom+xml"
        case .rss: "application/rss+xml"
        case .json: "application/feed+json"
        }
    }

    /// As people call it.
    package var name: String {
        switch self {
        case .atom: "Atom"
        case .rss: "RSS"
        case .json: "JSON Feed"
        }
    }
}
