import Synchronization

/// What became of blocks that were compared already. The editions of a document share most of their blocks, so the
/// same two are compared in many redlines.
package final class RedlineMemory: Sendable {
    private struct Key: Hashable {
        var old: Piece
        var new: Piece
    }

    private let blocks = Mutex<[Key: MarkedBlock]>([:])

    package init() {}

    /// What is remembered of two blocks, or else what `compare` says of them.
    func block(from old: Piece, to new: Piece, compare: () -> MarkedBlock) -> MarkedBlock {
        let key = Key(old: old, new: new)
        if let known = blocks.withLock({ $0[key] }) { return known }
        // Two that come at once both compare: what they find is the same.
        let found = compare()
        blocks.withLock { $0[key] = found }
        return found
    }
}
