import Foundation
import Model

/// What a browser asks of the preview.
package enum PreviewRequest: Sendable, Hashable {
    /// What stands at a path from the site's root, without the slash before it: `privacy/`.
    case site(String)
    /// The number of the look, as soon as it is another one.
    case news(after: Int?)
    /// From now on, what stands on a day; nil for today. Then back to a path.
    case move(to: AsOf?, back: String)
    /// The preview's own style sheet or script.
    case own(String)
    case refused(Refusal)

    package enum Refusal: Sendable, Hashable {
        /// Asked for by another name than this machine's: a page from elsewhere might read along (DNS rebinding).
        case host
        case method
        case address
    }

    /// Where what is the preview's own lies; no file of a site begins with a dot.
    static let place = "/.trustpress/"

    /// What it is asked with: for reading alone.
    static let methods = ["GET", "HEAD"]

    /// - Parameters:
    ///   - host: what the request calls the server: `localhost:8080`.
    ///   - path: as it was sent, percent-encoded, with the slash before it.
    ///   - query: as it was sent, without the question mark.
    package init(method: String, host: String?, path: String, query: String) {
        self = Self.refusal(method, host).map(Self.refused) ?? Self.asked(path, Self.fields(query))
    }

    private static func refusal(_ method: String, _ host: String?) -> Refusal? {
        let name = (host ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        guard ["localhost", "127.0.0.1"].contains(name.lowercased()) else { return .host }
        return methods.contains(method) ? nil : .method
    }

    private static func asked(_ path: String, _ fields: [String: String]) -> PreviewRequest {
        guard path.hasPrefix("/"), let path = path.removingPercentEncoding else { return .refused(.address) }
        guard path.hasPrefix(place) else { return .site(String(path.dropFirst())) }
        switch path.dropFirst(place.count) {
        case "news": return .news(after: fields["after"].flatMap(Int.init))
        case "as-of": return .move(to: fields["day"].flatMap(Moment.init).map(AsOf.init), back: local(fields["back"]))
        case let name: return .own(String(name))
        }
    }

    /// Of a form (application/x-www-form-urlencoded, URL Standard, section 5.1); of two with one name the last.
    private static func fields(_ query: String) -> [String: String] {
        let pairs = query.split(separator: "&").compactMap { pair -> (String, String)? in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.replacing("+", with: " ").removingPercentEncoding ?? "" }
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }

    /// A path on this server, and nothing that a browser would take for another one's address.
    private static func local(_ path: String?) -> String {
        guard let path, path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            !path.contains("\\")
        else { return "/" }
        return path
    }
}

/// The day that somebody looks at, kept by the browser until the preview ends. A browser keeps it for all ports of this
/// machine, so each port has one of its own.
package struct AsOfCookie: Sendable {
    private let name: String
    private let start: String

    /// - Parameter start: what another start of the preview has another one of.
    package init(port: UInt16, start: Int) {
        name = "trustpress-as-of-\(port)"
        self.start = "\(start)."
    }

    /// - Parameter header: the request's cookies: `a=b; c=d`.
    package func read(_ header: String?) -> AsOf? {
        let cookies = (header ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
        let value = cookies.first { $0.hasPrefix(name + "=") }?.dropFirst(name.count + 1)
        guard let value, value.hasPrefix(start) else { return nil }
        return Moment(value.dropFirst(start.count)).map(AsOf.init)
    }

    /// What makes a browser keep a day, or forget it (RFC 6265, section 4.1).
    package func header(_ asOf: AsOf?) -> String {
        let value = asOf.map { "\(start)\($0)" } ?? "; Max-Age=0"
        return "\(name)=\(value); Path=/; SameSite=Strict; HttpOnly"
    }
}
