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
    /// The same, as addresses of it are told.
    private let ownHost: String?

    /// - Parameters:
    ///   - origin: a scheme and a host, in small letters.
    ///   - segments: the parts of the path, each of unreserved characters (RFC 3986, section 2.3).
    package init(origin: String, segments: [Substring] = []) {
        self.origin = origin
        path = segments.map { "/" + $0 }.joined()
        host = origin.firstRange(of: "://").map { String(origin[$0.upperBound...]) } ?? origin
        ownHost = WebAddress(origin)?.host
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
        if isPath(address) { return path.isEmpty ? address : path + address }
        guard address.hasPrefix(origin + path + "/") else { return address }
        let own = String(address.dropFirst(origin.count + path.count))
        return isPath(own) ? path + own : address
    }

    /// A path of the site, with what stands behind it, from a whole address that leads to it, however its host is
    /// written; nil for an address of another one.
    package func own(_ address: String) -> String? {
        guard let written = WebAddress(address), written.host == ownHost, written.rest.hasPrefix(path)
        else { return nil }
        let rest = written.rest.dropFirst(path.count)
        guard let first = rest.first else { return "/" }
        return first == "/" ? String(rest) : "?#".contains(first) ? "/\(rest)" : nil
    }

    /// Whether an address is a path from the site's root. One with two slashes is of another host.
    private func isPath(_ address: String) -> Bool {
        address.utf8.first == UInt8(ascii: "/") && address.utf8.dropFirst().first != UInt8(ascii: "/")
    }
}

/// A web address as far as it says which host it is asked of.
package struct WebAddress {
    /// In small letters, without user names and the dot of the root.
    package let name: String
    /// The same, with its port but for the one that its scheme has anyway.
    fileprivate let host: String
    /// The path and what stands behind it.
    package let rest: Substring

    /// - Returns: nil for an address of another scheme than http and https.
    package init?(_ address: String) {
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = address[..<colon].lowercased()
        let behind = address[colon...].dropFirst()
        guard ["http", "https"].contains(scheme), behind.utf8.starts(with: "//".utf8) else { return nil }
        let authority = behind.utf8.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
        rest = address[authority.endIndex...]
        let named = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[$0...].dropFirst() } ?? authority
        let written = Substring(named.prefix { $0 != UInt8(ascii: ":") })
        let port = Substring(named.dropFirst(written.utf8.count + 1)).drop { $0 == "0" }
        name = (written.hasSuffix(".") ? written.dropLast() : written).lowercased()
        host = port.isEmpty || port == (scheme == "https" ? "443" : "80") ? name : "\(name):\(port)"
    }
}
