import Disk
import Formats

/// What publishing did.
package struct PublishReport: Sendable, Equatable {
    package var written: [String]
    package var deleted: [String]
    /// How many files were as they should be, and keep their modification time.
    package var unchanged: Int

    package init(written: [String] = [], deleted: [String] = [], unchanged: Int = 0) {
        self.written = written
        self.deleted = deleted
        self.unchanged = unchanged
    }
}

/// Writes a site into a folder: what changed is written, what is no longer made is deleted, and what TrustPress did
/// not make is left alone.
///
/// Everything new is first written beside the site, and moved into place when all of it is there, a new folder as a whole:
/// a full disk is found before anything is touched. A build that is killed meanwhile is made whole by the next one.
///
/// - Throws: `FileError` where the folder cannot be written, a link or a foreign file stands where a page belongs.
package func publish(_ files: [OutputFile], to path: String) throws(FileError) -> PublishReport {
    let publisher = try Publisher(publishingInto: Folder(path: path))
    return try publisher.publish(files)
}

private struct Publisher {
    let folder: Folder
    let old: Manifest

    private static let staging = ".trustpress-new"
    /// How many files are a core's work at a time.
    private static let partSize = 128

    init(folder: Folder, old: Manifest) {
        self.folder = folder
        self.old = old
    }

    /// Opens the folder of a site, which is made where it is missing.
    init(publishingInto folder: Folder) throws(FileError) {
        switch folder.kind("") {
        case .folder?: break
        case nil: try folder.create()
        default: throw FileError(path: folder.path, reason: "is no folder; the site is written into a real one")
        }
        let text = try folder.read(Manifest.name).map { String(decoding: $0, as: UTF8.self) }
        self.init(folder: folder, old: Manifest(text ?? ""))
    }

    func publish(_ files: [OutputFile]) throws(FileError) -> PublishReport {
        let files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let (standings, new) = try compare(files)
        let moves = Move.all(files, standings)
        let stale = old.paths.filter { new.digests[$0] == nil }
        try clearStaging()
        if !moves.isEmpty {
            try stage(moves)
            try writeManifest(old.union(new))
            for (number, move) in moves.enumerated() { try folder.move("\(Self.staging)/\(number)", to: move.path) }
            folder.deleteIfEmpty(Self.staging)
        }
        let deleted = try delete(stale)
        try writeManifest(new)
        let written = moves.flatMap { $0.files.map(\.path) }
        return PublishReport(written: written, deleted: deleted, unchanged: files.count - written.count)
    }

    /// How what is there is to each of the files, and the manifest of all of them; throws where something else is in the
    /// place of one.
    private func compare(_ files: [OutputFile]) throws(FileError) -> ([FolderWalk.Standing], Manifest) {
        let compared = try inParts(files) { walk, file throws(FileError) in
            let standing = try walk.standing(of: file.path, against: file.bytes)
            if standing == .other, old.digests[file.path] == nil {
                throw FileError(
                    path: folder.full(file.path),
                    reason: "stands where a page belongs and was not made by TrustPress; move it away")
            }
            return (standing, Manifest.digest(file.bytes))
        }
        var manifest = Manifest()
        for (file, (_, digest)) in zip(files, compared) { manifest.insert(file.path, digest) }
        return (compared.map(\.0), manifest)
    }

    /// Writes everything new beside the site; what was written goes again where one of it fails.
    private func stage(_ moves: [Move]) throws(FileError) {
        try folder.createFolder(Self.staging)
        let files = moves.enumerated().flatMap { number, move in
            move.files.map { ("\(number)" + $0.path.dropFirst(move.path.count), $0.bytes) }
        }
        let staging = Publisher(folder: Folder(path: folder.full(Self.staging)), old: old)
        do {
            _ = try staging.inParts(files) { walk, file throws(FileError) in try walk.write(file.1, to: file.0) }
        } catch {
            try clearStaging()
            throw error
        }
    }

    /// Does the same to each of some files, on all cores; each part of the files has a walk of its own.
    ///
    /// - Throws: what the first of them throws, in their order.
    private func inParts<File: Sendable, Result: Sendable>(
        _ files: [File], _ work: @Sendable (inout FolderWalk, File) throws(FileError) -> Result
    ) throws(FileError) -> [Result] {
        let parts = stride(from: 0, to: files.count, by: Self.partSize).map {
            files[$0..<min($0 + Self.partSize, files.count)]
        }
        let done = concurrentMap(parts) { part -> Swift.Result<[Result], FileError> in
            do throws(FileError) {
                var walk = try FolderWalk(folder)
                var results: [Result] = []
                for file in part { results.append(try work(&walk, file)) }
                return .success(results)
            } catch { return .failure(error) }
        }
        var results: [Result] = []
        for part in done { results += try part.get() }
        return results
    }

    private func clearStaging() throws(FileError) {
        guard folder.kind(Self.staging) == .folder else { return }
        for name in folder.names(in: Self.staging) where name == Manifest.name || name.allSatisfy(\.isNumber) {
            try folder.deleteAll("\(Self.staging)/\(name)")
        }
        folder.deleteIfEmpty(Self.staging)
    }

    /// Deletes what an earlier build made and this one does not, where it is still what that build made.
    private func delete(_ stale: [String]) throws(FileError) -> [String] {
        var deleted: [String] = []
        for path in stale {
            // What is larger than anything that a build makes is none of its files any more.
            guard folder.size(path) ?? 0 <= Folder.largestFile, let bytes = try folder.read(path),
                old.knows(bytes, at: path)
            else { continue }
            try folder.delete(path)
            deleted.append(path)
        }
        for parent in Set(deleted.flatMap(Folder.parents)).sorted(by: >) { folder.deleteIfEmpty(parent) }
        return deleted
    }

    private func writeManifest(_ manifest: Manifest) throws(FileError) {
        let bytes = Array(manifest.text.utf8)
        if try folder.read(Manifest.name) == bytes { return }
        try folder.createFolder(Self.staging)
        try folder.write(bytes, to: "\(Self.staging)/\(Manifest.name)")
        try folder.move("\(Self.staging)/\(Manifest.name)", to: Manifest.name)
        folder.deleteIfEmpty(Self.staging)
    }
}

/// What comes into place in one step: a file, or a whole folder that is not there yet.
private struct Move {
    /// From the output folder.
    let path: String
    /// The file, or the files of the folder.
    var files: [OutputFile]

    /// The moves that bring all files that are not there as they should be, which are in the order of their paths.
    static func all(_ files: [OutputFile], _ standings: [FolderWalk.Standing]) -> [Move] {
        zip(files, standings).reduce(into: []) { moves, next in
            let path: String
            switch next.1 {
            case .same: return
            case .other: path = next.0.path
            case .missing(let first): path = first
            }
            if moves.last?.path == path {
                moves[moves.count - 1].files.append(next.0)
            } else {
                moves.append(Move(path: path, files: [next.0]))
            }
        }
    }
}
