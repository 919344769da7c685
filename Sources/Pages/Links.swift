import Formats
import Markdown
import Site
import Synchronization

extension PublicSite {
    /// Where a link leads that is shown, as a path of this site or an address outside of it; nil where it says no such
    /// place by its letters. Texts come with their links judged already (`History.shownTexts`).
    ///
    /// - Parameter page: the address of the text that the link stands in.
    func href(_ shown: String, page: String) -> String? {
        if shown.hasPrefix("#") {
            // `#2(a)` leads to the anchor `2-a`; any other stays as it is written.
            guard ["(", "/", "%28", "%2F", "%2f"].contains(where: shown.holds),
                case .anchor(let place) = LinkTarget(shown)
            else { return shown }
            return "#\(place)"
        }
        // As its author wrote it, be it an address of this site: `url` may change.
        if case .external(let address) = LinkTarget(shown) { return address }
        return notes.address(shown, page: page).map(local)
    }
}

/// Where the links of texts lead, by the page that they stand in.
final class KnownLinks: Sendable {
    private let pages = Mutex<[String: LinksOfPage]>([:])

    func on(_ page: String) -> LinksOfPage { pages.value(of: page) { LinksOfPage() } }
}

/// Where the links of the texts of one page lead, each found once: the editions and the redlines of a document have most
/// of them in common.
final class LinksOfPage: Sendable {
    private struct Key: Hashable {
        var shown: String

        static func == (one: Self, other: Self) -> Bool { one.shown.isWritten(as: other.shown) }
    }

    private let known = Mutex<[Key: String?]>([:])

    /// What is known of a link, or else what `find` gives.
    func address(of shown: String, find: () -> String?) -> String? { known.value(of: Key(shown: shown), or: find) }
}
