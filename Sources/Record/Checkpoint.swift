import Foundation

/// The head of a record: its origin, how many lines it has, and the root of their tree (C2SP tlog-checkpoint).
package struct Checkpoint: Sendable, Hashable {
    package var origin: String
    /// The number of lines.
    package var size: Int
    /// 32 bytes.
    package var root: [UInt8]

    package init(origin: String, size: Int, root: [UInt8]) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    package init(origin: String, lines: some Collection<some Collection<UInt8>>) {
        self.init(origin: origin, above: TreeHashes(leaves: lines))
    }

    /// - Parameter leaves: the hashes of the lines.
    package init(origin: String, above leaves: TreeHashes) {
        self.init(origin: origin, size: leaves.count, root: MerkleTree.root(above: leaves))
    }

    /// Three lines, each with a line feed: the origin, the size in decimal, the root in base64. It is the text of a
    /// signed note as well.
    package var text: String { "\(origin)\n\(size)\n\(Data(root).base64EncodedString())\n" }

    /// Reads a note's text; nil where it is no checkpoint. Lines of extensions after the third are passed over.
    package init?(_ text: some StringProtocol) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, lines.last == "", !lines[0].isEmpty, let size = Int(lines[1]), lines[1] == "\(size)",
            size >= 0, let root = Data(base64Encoded: String(lines[2])), root.count == 32,
            root.base64EncodedString() == lines[2]
        else { return nil }
        self.init(origin: String(lines[0]), size: size, root: Array(root))
    }
}

extension Record {
    package var checkpoint: Checkpoint {
        Checkpoint(origin: settings.recordOrigin, lines: lines.map(\.utf8))
    }
}
