import Feeds
import Markdown

extension PublicSite {
    /// Where a link leads that is shown, as a path of this site or an address outside of it; nil where it says no such
    /// place by its letters. Texts come with their links judged already (`History.shownTexts`).
    ///
    /// - Parameter page: the address of the text that the link stands in.
    func href(_ shown: String, page: String) -> String? {
        if shown.hasPrefix("#") {
            // `#2(a)` leads to the anchor `2-a`; any other stays as it is written.
            guard ["(", "/", "%28", "%2F", "%2f"].contains(where: shown.contains),
                case .anchor(let place) = LinkTarget(shown)
            else { return shown }
            return "#\(place)"
        }
        // As its author wrote it, be it an address of this site: `url` may change.
        if case .external(let address) = LinkTarget(shown) { return address }
        return notes.address(shown, page: page).map(local)
    }
}
