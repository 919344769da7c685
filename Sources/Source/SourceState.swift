import Disk
import Formats

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

    /// The paths of the files and folders that are others than in an earlier state, or were changed within some time; nil
    /// where something came, went, or is of another kind.
    package func changes(since earlier: SourceState, unchangedWithin time: ClosedRange<Int>) -> [String]? {
        guard stamps.count == earlier.stamps.count else { return nil }
        var paths: [String] = []
        for (path, stamp) in stamps {
            guard let old = earlier.stamps[path], old.kind == stamp.kind else { return nil }
            if stamp != old || stamp.isChanged(within: time) { paths.append(path) }
        }
        return paths.sorted()
    }

    /// Whether what stands at some paths still looks as it does here.
    package func holds(_ paths: [String], in folder: String) -> Bool {
        let disk = Folder(path: folder)
        return paths.allSatisfy { disk.stamp($0) == stamps[$0] }
    }
}

extension SourceTree {
    /// The tree of the same folder once some of its files and folders changed, and nothing came or went: these files alone
    /// are read.
    ///
    /// - Returns: nil where something else may be wrong with it now, or with what texts link to, so that all is to be read.
    /// - Throws: `FileError` where one of them cannot be read.
    package func rereading(_ paths: [String], of folder: String) throws(FileError) -> SourceTree? {
        let disk = Folder(path: folder)
        var tree = self
        for path in paths {
            if disk.kind(path) == .folder {
                _ = try disk.namesOrFail(in: path)
                continue
            }
            guard files[path] != nil else { return nil }
            // It is named alone, whatever it holds.
            if case .other = SourceKind(path) { continue }
            guard let bytes = try disk.read(path, limit: Self.limit(of: path)), digestOfPointer(bytes) == nil else {
                return nil
            }
            tree.files[path] = FileContent(bytes)
        }
        return tree
    }

    /// Whether all that was read is the same, to the byte; of what lies under `Content/files/` that alone which was found
    /// to be wrong.
    package func isSame(as other: SourceTree) -> Bool {
        files == other.files && refused == other.refused && diagnostics == other.diagnostics
    }
}
