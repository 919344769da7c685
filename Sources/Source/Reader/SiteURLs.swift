import Diagnostics
import Formats
import Model

extension ValueReader {
    /// `https://trust.example.com` or, where the site stands below a host's root, `https://example.com/trust`. A slash at
    /// the end is dropped, and the scheme and the host become small letters (RFC 3986, section 6.2.2.1).
    func siteURL(_ node: YAMLNode, _ key: String) -> Sourced<SiteURL>? {
        guard let address = address(node, key) else { return nil }
        let written = WrittenURL(address.value)
        if let problem = written.problem {
            return wrong(node, "\"\(shown(address.value))\" \(problem)", help: written.help)
        }
        return Sourced(SiteURL(origin: written.origin, segments: written.segments), at: address.span)
    }
}

/// The parts of an address as its author wrote it.
private struct WrittenURL {
    /// Of the path, the last slash apart.
    private(set) var segments: [Substring]
    private let scheme: String
    private let host: String
    /// With its colon; empty where there is none.
    private let port: Substring
    /// From its `?` or `#` on.
    private let rest: Substring

    /// - Parameter address: one that begins with `http://` or `https://`.
    init(_ address: String) {
        let start = address.firstRange(of: "://")?.upperBound ?? address.startIndex
        scheme = address[..<start].lowercased()
        let end = address[start...].firstIndex { "?#".contains($0) } ?? address.endIndex
        rest = address[end...]
        let parts = address[start..<end].split(separator: "/", omittingEmptySubsequences: false)
        let authority = parts.first ?? ""
        let colon = authority.firstIndex(of: ":") ?? authority.endIndex
        host = authority[..<colon].lowercased()
        port = authority[colon...]
        segments = Array(parts.dropFirst())
        if segments.last == "" { segments.removeLast() }
    }

    var origin: String { scheme + host + port }

    /// What is wrong with it as the address of a site, in words that follow it; nil where nothing is.
    var problem: String? {
        if !isHostName(host) {
            return host.allSatisfy(\.isASCII)
                ? "names no host that there can be" : "has a host with letters that other programs do not read"
        }
        if !port.isEmpty, !isPort { return "has a port that there is not" }
        if rest.first == "?" { return "has a query, from the question mark on" }
        if !rest.isEmpty { return "leads to a place in a page, from the # on" }
        if segments.contains("") { return "has two slashes in a row" }
        if segments.contains(where: isDots) { return "has . or .. for a folder" }
        if segments.contains(where: { !isName($0) }) {
            return "has a path with other signs than letters from a to z, digits, - . _ and ~"
        }
        return segments.joined().utf8.count > Self.limit ? "has a path of more than \(Self.limit) characters" : nil
    }

    /// What to write instead.
    var help: String {
        guard isHostName(host) else {
            return host.allSatisfy(\.isASCII)
                ? "write an address as https://example.com or https://example.com/trust"
                : "open the site in a browser and copy the address from its address bar: its host begins with xn--"
        }
        let names = segments.filter { !$0.isEmpty && !isDots($0) }
        guard names.allSatisfy(isName), names.joined().utf8.count <= Self.limit else {
            return "name the folder of the site otherwise, as in \(scheme)\(host)/trust"
        }
        return "write \(([scheme + host + (isPort ? port : "")] + names).joined(separator: "/"))"
    }

    /// It stands in every link of every page.
    private static let limit = 100

    private var isPort: Bool {
        let digits = port.dropFirst()
        return digits.first != "0" && digits.utf8.count <= 5 && digits.allSatisfy { $0.isASCII && $0.isNumber }
            && (UInt16(digits) ?? 0) > 0 && digits != (scheme == "https://" ? "443" : "80")
    }

    private func isDots(_ segment: Substring) -> Bool { segment == "." || segment == ".." }

    /// Unreserved characters (RFC 3986, section 2.3), which mean the same however they are written.
    private func isName(_ segment: Substring) -> Bool {
        segment.utf8.allSatisfy { $0.isASCIIAlphanumeric || "-._~".utf8.contains($0) }
    }
}
