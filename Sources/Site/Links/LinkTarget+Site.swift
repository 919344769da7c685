import Markdown
import Model

extension LinkTarget {
    /// Where a whole address leads that is one of a site's own: the target of the same link without the site's address,
    /// `https://trust.example.com/terms/#2` that of `/terms/#2`. What a server is asked behind `?` is left out. Any other
    /// target is what it is.
    package func within(_ site: SiteURL) -> LinkTarget {
        guard case .external(let address) = self, let (host, path) = address.hostAndPath,
            host.lowercased() == site.host, path.hasPrefix(site.path)
        else { return self }
        let rest = path.dropFirst(site.path.count)
        guard rest.first.map({ "/?#".contains($0) }) ?? true else { return self }
        let way = rest.prefix { $0 != "?" && $0 != "#" }
        guard !way.hasPrefix("//") else { return self }
        let fragment = rest.firstIndex(of: "#").map { rest[$0...] } ?? ""
        let target = LinkTarget("\(way.isEmpty ? "/" : way)\(fragment)")
        if case .unsafe = target { return self }
        return target
    }
}

extension String {
    /// The host of a web address and what stands behind it; nil for any other address.
    fileprivate var hostAndPath: (host: Substring, path: Substring)? {
        guard utf8.prefix(4).elementsEqual("http".utf8, by: { $0 | 0x20 == $1 }),
            let colon = utf8.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        let rest = utf8[colon...].dropFirst(3)
        let host = rest.prefix { !"/?#".utf8.contains($0) }
        return (Substring(host), self[host.endIndex...])
    }
}
