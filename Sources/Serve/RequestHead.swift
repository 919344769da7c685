/// What stands before the body of a request (RFC 9112, sections 2 to 5).
package struct RequestHead: Sendable, Hashable {
    package let method: String
    /// As it was sent, percent-encoded.
    package let path: String
    /// As it was sent, without the question mark.
    package let query: String
    /// By their names in small letters; of two with one name the first.
    private let fields: [String: String]
    private let version: String

    /// How many bytes one may have; no page of a site has an address that comes near.
    package static let mostBytes = 16 * 1024

    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Where a head ends that bytes begin with, behind its empty line; nil where more is to come.
    ///
    /// - Parameter start: how many of the bytes are known to have no end in them.
    package static func end(in bytes: [UInt8], after start: Int = 0) -> Int? {
        let end = bytes[start...].indices.first { place in
            bytes[place] == lineFeed
                && (bytes[..<place].last == lineFeed || bytes[..<place].suffix(2) == [lineFeed, carriageReturn])
        }
        return end.map { $0 + 1 }
    }

    /// - Parameter bytes: to its end. Nil where they are no head of a request.
    package init?(_ bytes: ArraySlice<UInt8>) {
        let lines = bytes.split(separator: Self.lineFeed)
            .map { String(decoding: $0.last == Self.carriageReturn ? $0.dropLast() : $0, as: UTF8.self) }
            .filter { !$0.isEmpty }
        let words = (lines.first ?? "").split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let fields = lines.dropFirst().map(Self.field)
        guard words.count == 3, words[2].hasPrefix("HTTP/1."), !fields.contains(where: { $0 == nil }),
            fields.count(where: { $0?.name == "host" }) < 2
        else { return nil }
        let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        (method, path, version) = (words[0], target[0], words[2])
        query = target.dropFirst().first ?? ""
        self.fields = Dictionary(
            fields.compactMap { $0 }.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameter line: `Host: localhost`.
    private static func field(_ line: String) -> (name: String, value: String)? {
        let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[0].contains(where: \.isWhitespace) else { return nil }
        return (parts[0].lowercased(), String(parts[1].trimmingPrefix { $0.isWhitespace }))
    }

    /// - Parameter name: of a field, in small letters.
    package subscript(name: String) -> String? { fields[name] }

    /// Whether another request may follow it: nothing stands behind it that would have to be read first.
    package var keepsConnection: Bool {
        version == "HTTP/1.1" && fields["connection"]?.lowercased().contains("close") != true
            && ["0", nil].contains(fields["content-length"]) && fields["transfer-encoding"] == nil
    }
}
