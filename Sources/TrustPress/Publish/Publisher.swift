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
/// Everything new is first written beside the site, and moved into place when all of it is there: a full disk is found
/// before anything is touched. A build that is killed meanwhile is made whole by the next one.
///
/// - Throws: `FileError` where the folder cannot be written, a link or a foreign file stands where a page belongs.
package func publish(_ files: [OutputFile], to path: String) throws(FileError) -> PublishReport {
    let publisher = try Publisher(folder: Folder(path: path))
    return try publisher.publish(files)
}

private struct Publisher {
    let folder: Folder
    let old: Manifest

    private static let staging = ".trustpress-new"

    init(folder: Folder) throws(FileError) {
        self.folder = folder
        switch folder.kind("") {
        case .folder?: break
        case nil: try Self.create(folder)
        default: throw FileError(path: folder.path, reason: "is no folder; the site is written into a real one")
        }
        let text = try folder.read(Manifest.name).map { String(decoding: $0, as: UTF8.self) }
        old = Manifest(text ?? "")
    }

    /// Makes a folder and those above it that are missing.
    private static func create(_ folder: Folder) throws(FileError) {
        let parts = folder.path.split(separator: "/", omittingEmptySubsequences: false)
        for end in parts.indices {
            let path = parts[...end].joined(separator: "/")
            guard !path.isEmpty else { continue }
            let above = Folder(path: path)
            if end == parts.count - 1 || above.kind("") == nil { try above.createFolder("") }
        }
    }

    func publish(_ files: [OutputFile]) throws(FileError) -> PublishReport {
        var report = PublishReport()
        var new = Manifest()
        var changed: [OutputFile] = []
        for file in files {
            new.insert(file.path, sha256(file.bytes))
            if try isInPlace(file) { report.unchanged += 1 } else { changed.append(file) }
        }
        let stale = old.paths.filter { new.hashes[$0] == nil }
        try clearStaging()
        if !changed.isEmpty {
            try stage(changed)
            try writeManifest(old.union(new))
            for (index, file) in changed.enumerated() {
                for parent in Folder.parents(of: file.path) { try folder.createFolder(parent) }
                try folder.move("\(Self.staging)/\(index)", to: file.path)
                report.written.append(file.path)
            }
            folder.deleteIfEmpty(Self.staging)
        }
        report.deleted = try delete(stale)
        try writeManifest(new)
        return report
    }

    /// Whether a file is there as it should be; throws where something else is in its place.
    private func isInPlace(_ file: OutputFile) throws(FileError) -> Bool {
        for parent in Folder.parents(of: file.path) {
            guard folder.kind(parent) ?? .folder == .folder else {
                throw FileError(path: folder.full(parent), reason: "stands where a folder of the site belongs")
            }
        }
        switch folder.kind(file.path) {
        case nil: return false
        case .file?:
            if folder.size(file.path) == file.bytes.count, try folder.read(file.path) == file.bytes { return true }
            if old.hashes[file.path] != nil { return false }
            throw FileError(
                path: folder.full(file.path),
                reason: "stands where a page belongs and was not made by TrustPress; move it away")
        default: throw FileError(path: folder.full(file.path), reason: "is no file, and a page belongs there")
        }
    }

    private func clearStaging() throws(FileError) {
        guard folder.kind(Self.staging) == .folder else { return }
        for name in folder.names(in: Self.staging) where name == Manifest.name || name.allSatisfy(\.isNumber) {
            try folder.delete("\(Self.staging)/\(name)")
        }
        folder.deleteIfEmpty(Self.staging)
    }

    /// Writes the new files beside the site; what was written goes again where one of them fails.
    private func stage(_ files: [OutputFile]) throws(FileError) {
        try folder.createFolder(Self.staging)
        do {
            for (index, file) in files.enumerated() { try folder.write(file.bytes, to: "\(Self.staging)/\(index)") }
        } catch {
            try clearStaging()
            throw error
        }
    }

    /// Deletes what an earlier build made and this one does not, where it is still what that build made.
    private func delete(_ stale: [String]) throws(FileError) -> [String] {
        var deleted: [String] = []
        for path in stale {
            // What is larger than anything that a build makes is none of its files any more.
            guard folder.size(path) ?? 0 <= Folder.largestFile, let bytes = try folder.read(path),
                old.hashes[path]?.contains(sha256(bytes)) == true
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
