import Disk
import Formats

/// `Public/.trustpress`: the files a build made, with their XXH64 digests, in the form of `xxh64sum`.
///
/// Only what stands in it is ever deleted. While a build writes, it holds the old and the new digest of a file, so that
/// one that was stopped half-way leaves nothing that the next build does not know. Earlier versions wrote SHA-256 digests,
/// in the form of `sha256sum`: those are understood as well.
struct Manifest: Sendable, Equatable {
    static let name = ".trustpress"

    /// The digests a file may have, as they are written, by its path from the output folder.
    private(set) var digests: [String: Set<String>] = [:]

    init() {}

    /// Reads a manifest. A line of another form, or whose path could lead out of the folder, is passed over.
    init(_ text: String) {
        for bytes in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let line = Substring(bytes)
            guard let end = bytes.firstIndex(of: UInt8(ascii: " ")), bytes[end...].starts(with: "  ".utf8) else {
                continue
            }
            let (digest, path) = (line[..<end], String(Substring(bytes[end...].dropFirst(2))))
            guard isSHA256(digest) || isHexadecimal(digest, count: 16) else { continue }
            if Folder.isSafe(path), path != Self.name { insert(path, String(digest)) }
        }
    }

    mutating func insert(_ path: String, _ digest: String) { digests[path, default: []].insert(digest) }

    /// Whether a file of these bytes is one that a build made at a path.
    func knows(_ bytes: [UInt8], at path: String) -> Bool {
        (digests[path] ?? []).contains { $0 == (isSHA256($0) ? sha256(bytes) : Self.digest(bytes)) }
    }

    func union(_ other: Manifest) -> Manifest {
        var all = self
        all.digests.merge(other.digests) { $0.union($1) }
        return all
    }

    var paths: [String] { digests.keys.sorted() }

    var text: String {
        paths.reduce(into: "") { text, path in
            for digest in (digests[path] ?? []).sorted() { text += "\(digest)  \(path)\n" }
        }
    }

    static func digest(_ bytes: [UInt8]) -> String { padded(xxh64(bytes), to: 16, radix: 16) }
}
