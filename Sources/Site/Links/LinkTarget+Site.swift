import Markdown
import Model

extension LinkTarget {
    /// Where a whole address leads that is one of a site's own: the target of the same link without the site's address,
    /// `https://trust.example.com/terms/#2` that of `/terms/#2`. What a server is asked behind `?` is left out. One
    /// whose path is unsafe is, though a page may hold it. Any other target is what it is.
    package func within(_ site: SiteURL) -> LinkTarget {
        guard case .external(let address) = self, let rest = site.own(address) else { return self }
        let way = rest.prefix { $0 != "?" && $0 != "#" }
        // Without the site's address it would lead to another host; here it is a path at which nothing stands.
        if way.hasPrefix("//") { return .sitePath(String(way), fragment: nil) }
        let fragment = rest.firstIndex(of: "#").map { rest[$0...] } ?? ""
        return LinkTarget("\(way)\(fragment)")
    }
}
