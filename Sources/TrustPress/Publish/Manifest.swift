import Disk
import Formats

/// `Public/.trustpress`: the files a build made, with their SHA-256 hashes, in the form of `sha256sum`.
///
/// Only what stands in it is ever deleted. While a build writes, it holds the old and the new hash of a file, so that
/// one that was stopped half-way leaves nothing that the next build does not know.
struct Manifest: Sendable, Equatable {
    static let name = ".trustpress"

    /// The hashes a file may have, by its path from the output folder.
    private(set) var hashes: [String: Set<String>] = [:]

    init() {}

    /// Reads a manifest. A line of another form, or whose path could lead out of the folder, is passed over.
    init(_ text: String) {
        for line in text.split(separator: "\n") {
            let hash = line.prefix(64)
            let rest = line.dropFirst(64)
            guard isSHA256(hash), rest.hasPrefix("  ") else { continue }
            let path = String(rest.dropFirst(2))
            if Folder.isSafe(path), path != Self.name { insert(path, String(hash)) }
        }
    }

    mutating func insert(_ path: String, _ hash: String) { hashes[path, default: []].insert(hash) }

    func union(_ other: Manifest) -> Manifest {
        var all = self
        all.hashes.merge(other.hashes) { $0.union($1) }
        return all
    }

    var paths: [String] { hashes.keys.sorted() }

    var text: String {
        paths.flatMap { path in (hashes[path] ?? []).sorted().map { "\($0)  \(path)\n" } }.joined()
    }
}
