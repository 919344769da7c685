import Formats

/// The Merkle tree hash of RFC 6962, section 2.1, over lines of a record. A leaf is a line without its line feed.
package enum MerkleTree {
    /// The root's 32 bytes above hashes that stand side by side; of none the hash of nothing.
    package static func root(above hashes: TreeHashes) -> [UInt8] {
        guard hashes.count > 0 else { return sha256Digest([]) }
        var hashes = hashes
        // Level by level; the last hash of an odd level rises as it is. That is the tree of the RFC, whose left half
        // holds the largest power of two of leaves.
        while hashes.count > 1 { hashes = hashes.parents }
        return hashes.bytes
    }
}

/// The hashes of neighbours in a tree, 32 bytes each, in one stretch.
package struct TreeHashes: Sendable, Equatable {
    package private(set) var bytes: [UInt8]

    static let size = 32

    package init() { bytes = [] }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// The hashes of leaves.
    package init(leaves: some Collection<some Collection<UInt8>>) {
        self.init()
        bytes.reserveCapacity(leaves.count * Self.size)
        for leaf in leaves { append(leaf: leaf) }
    }

    package var count: Int { bytes.count / Self.size }

    package mutating func append(leaf: some Collection<UInt8>) { append(sha256Digest(0, leaf)) }

    mutating func append(_ hash: [UInt8]) { bytes += hash }

    package subscript(range: Range<Int>) -> TreeHashes {
        TreeHashes(bytes: Array(bytes[range.lowerBound * Self.size..<range.upperBound * Self.size]))
    }

    /// The hashes above each pair; a last one without a neighbour stays.
    fileprivate var parents: TreeHashes {
        var parents = TreeHashes()
        parents.bytes.reserveCapacity(bytes.count / 2 + Self.size)
        var start = 0
        while start < bytes.count {
            let end = start + 2 * Self.size
            parents.bytes += end <= bytes.count ? sha256Digest(1, bytes[start..<end]) : Array(bytes[start...])
            start = end
        }
        return parents
    }
}
