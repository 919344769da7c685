import Formats
import Record
import Testing

@Suite struct MerkleTreeTests {
    /// The definition of RFC 6962, section 2.1, as it is written there: the split is at the largest power of two below
    /// the number of leaves.
    private func root(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        guard leaves.count > 1 else { return leaves.first.map { sha256Digest([0] + $0) } ?? sha256Digest([]) }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        let middle = leaves.startIndex + split
        return sha256Digest([1] + root(leaves[..<middle]) + root(leaves[middle...]))
    }

    @Test func `the root is that of the recursive definition`() {
        for count in 0...70 {
            let leaves = (0..<count).map { Array("line \($0)".utf8) }
            #expect(MerkleTree.root(above: TreeHashes(leaves: leaves)) == root(leaves[...]), "\(count) leaves")
        }
    }
}
