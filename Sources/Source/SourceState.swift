import Disk

/// What a site's folder looks like without reading its files: two states that are the same were, but for a change within
/// the last moments before the first, of the same sources.
package struct SourceState: Sendable, Equatable {
    private let stamps: [String: FileStamp]

    /// Looks at all that `SourceTree(reading:)` would read.
    package init(of folder: String) {
        let disk = Folder(path: folder)
        var stamps: [String: FileStamp] = [:]
        var pending = [("Templates", 1), ("Content", 1)]
        while let (path, depth) = pending.popLast() {
            guard let stamp = disk.stamp(path) else { continue }
            stamps[path] = stamp
            guard stamp.kind == .folder, depth <= SourceTree.maximumDepth else { continue }
            pending += disk.names(in: path).filter { !SourceTree.isPassedOver($0) }.map { ("\(path)/\($0)", depth + 1) }
        }
        self.stamps = stamps
    }

    /// Whether something in it was changed within some time, in nanoseconds since 1970. The clock by which files are stamped
    /// stands still for some milliseconds, and two changes within them cannot be told from one.
    package func isChanged(within time: ClosedRange<Int>) -> Bool {
        stamps.values.contains { $0.isChanged(within: time) }
    }

    /// Whether a file is what it was in an earlier state, and was not changed within some time.
    package func holds(_ path: String, as earlier: SourceState, unchangedWithin time: ClosedRange<Int>) -> Bool {
        guard let stamp = stamps[path], stamp == earlier.stamps[path] else { return false }
        return !stamp.isChanged(within: time)
    }

    /// Whether what lies under `Content/files/`, which a tree does not read, is what it was in an earlier state, and was not
    /// changed within some time.
    package func hasSameAttachments(as earlier: SourceState, unchangedWithin time: ClosedRange<Int>) -> Bool {
        attachments == earlier.attachments && !attachments.values.contains { $0.isChanged(within: time) }
    }

    private var attachments: [String: FileStamp] { stamps.filter { $0.key.hasPrefix(SourceTree.filesFolder) } }
}

extension SourceTree {
    /// Whether all that was read is the same, to the byte; of what lies under `Content/files/` that alone which was found
    /// to be wrong.
    package func isSame(as other: SourceTree) -> Bool {
        files == other.files && refused == other.refused && diagnostics == other.diagnostics
    }
}
