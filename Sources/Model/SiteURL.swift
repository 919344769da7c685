/// Where a site stands: the root of a host, or a path below it, as `https://example.com/trust`. Whatever is an address of
/// the site is made of it.
///
/// Inside of a site, a path is one from its root: `/privacy/`. What a page of the site writes for it, `local`, begins
/// with the site's own path; what feeds, mails and canonical links write, `absolute`, with all of it.
package struct SiteURL: Sendable, Hashable, CustomStringConvertible {
    /// The scheme and the host, with a port where it has one: `https://example.com`.
    package let origin: String
    /// Empty at the root of a host; else with a slash at its beginning and none at its end: `/trust`.
    package let path: String
    /// The host, with a port where it has one: `example.com`.
    package let host: String

    /// - Parameters:
    ///   - origin: a scheme and a host, in small letters.
    ///   - segments: the parts of the path, each of unreserved characters (RFC 3986, section 2.3).
    package init(origin: String, segments: [Substring] = []) {
        self.origin = origin
        path = segments.map { "/" + $0 }.joined()
        host = origin.firstRange(of: "://").map { String(origin[$0.upperBound...]) } ?? origin
    }

    /// Without a slash at its end.
    package var description: String { origin + path }

    /// How many folders of the host it stands below.
    package var depth: Int { path.utf8.count { $0 == UInt8(ascii: "/") } }

    /// The whole address of a path of the site; any other address as it is.
    package func absolute(_ address: String) -> String { isPath(address) ? origin + path + address : address }

    /// What a page of the site writes for a path of the site, or for a whole address that leads to one: a path from the
    /// root of the host. Any other address as it is.
    package func local(_ address: String) -> String {
        if isPath(address) { return path + address }
        return own(address).flatMap { isPath($0) ? path + $0 : nil } ?? address
    }

    /// A path of the site from a whole address that leads to it; nil for an address of another one.
    package func own(_ address: String) -> String? {
        guard address.hasPrefix(origin) else { return nil }
        let rest = address.dropFirst(origin.count)
        guard rest.hasPrefix(path), rest.dropFirst(path.count).first == "/" else { return nil }
        return String(rest.dropFirst(path.count))
    }

    /// Whether an address is a path from the site's root. One with two slashes is of another host.
    private func isPath(_ address: String) -> Bool { address.hasPrefix("/") && !address.hasPrefix("//") }
}
