import Disk
import Foundation
import Git
import Source

/// A site's folder as it was when somebody looked: what was read in it, and by what it is told whether it has changed.
struct SeenFolder {
    /// Fails where it could not be read.
    let tree: Result<SourceTree, FileError>
    /// Whether its sources are those that were seen before.
    let isSame: Bool
    private let state: SourceState
    private let commit: RevisionState?
    /// When it was looked at, in nanoseconds since 1970.
    private let time: Int

    /// Reads what may have changed since it was seen before.
    ///
    /// - Parameters:
    ///   - state: what the folder looks like.
    ///   - commit: what the commit looked like that is the baseline.
    init(_ folder: String, in state: SourceState, _ commit: RevisionState?, after earlier: SeenFolder?) {
        var (state, attempts) = (state, 0)
        while true {
            let time = Self.clock
            let (tree, isSame, later) = Self.read(folder, in: state, after: earlier)
            attempts += 1
            // What was saved while it was read is read again, unless somebody saves without an end.
            if let later, attempts < 20 {
                state = later
                continue
            }
            (self.tree, self.state, self.commit, self.time) = (tree, state, commit, time)
            self.isSame = isSame && earlier?.commit == commit
            return
        }
    }

    /// Whether a folder that looks so, beside such a commit, is surely still what was seen.
    func isStill(_ state: SourceState, _ commit: RevisionState?) -> Bool {
        self.state == state && self.commit == commit && !state.isChanged(within: unsure)
    }

    /// - Returns: also what the folder looks like afterwards, if that is something else.
    private static func read(
        _ folder: String, in state: SourceState, after earlier: SeenFolder?
    ) -> (tree: Result<SourceTree, FileError>, isSame: Bool, later: SourceState?) {
        let old = try? earlier?.tree.get()
        if let earlier, let old, let paths = state.changes(since: earlier.state, unchangedWithin: earlier.unsure),
            let tree = try? old.rereading(paths, of: folder)
        {
            let isSame = paths.allSatisfy { tree.files[$0] == old.files[$0] }
            return (.success(tree), isSame, state.holds(paths, in: folder) ? nil : SourceState(of: folder))
        }
        let tree = Result { () throws(FileError) in
            try SourceTree(reading: folder) { path in
                guard let earlier, state.holds(path, as: earlier.state, unchangedWithin: earlier.unsure) else {
                    return nil
                }
                return old?.files[path]
            }
        }
        let isSame =
            if let earlier, let old, let tree = try? tree.get() {
                state.hasSameAttachments(as: earlier.state, unchangedWithin: earlier.unsure) && tree.isSame(as: old)
            } else {
                false
            }
        let later = SourceState(of: folder)
        return (tree, isSame, later == state ? nil : later)
    }

    /// When a change could not be told by the state.
    private var unsure: ClosedRange<Int> { (time - Self.tick)...(time + Self.tick) }

    /// How long the clock by which files are stamped may stand still, in nanoseconds.
    private static let tick = 50_000_000

    private static var clock: Int { Int(Date().timeIntervalSince1970 * 1_000_000_000) }
}
