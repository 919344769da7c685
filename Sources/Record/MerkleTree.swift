import Formats

/// The Merkle tree hash of RFC 6962, section 2.1, over lines of a record. A leaf is a line without its line feed.
package enum MerkleTree {
    /// The root's 32 bytes; of no leaf the hash of nothing.
    package static func root(of leaves: some Collection<some Collection<UInt8>>) -> [UInt8] {
        var hashes = leaves.map { sha256Digest([0] + $0) }
        guard !hashes.isEmpty else { return sha256Digest([]) }
        // Level by level; the last hash of an odd level rises as it is. That is the tree of the RFC, whose left half
        // holds the largest power of two of leaves.
        while hashes.count > 1 {
            var above: [[UInt8]] = []
            above.reserveCapacity(hashes.count / 2 + 1)
            for index in stride(from: 0, to: hashes.count, by: 2) {
                above.append(
                    index + 1 < hashes.count ? sha256Digest([1] + hashes[index] + hashes[index + 1]) : hashes[index])
            }
            hashes = above
        }
        return hashes[0]
    }
}
