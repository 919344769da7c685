import Diagnostics
import Disk
import Formats
import Source

/// What a command of `trustpress new` writes: whole files, and what it says of them.
package struct Draft: Sendable {
    /// By their paths from the site's folder.
    package var files: [OutputFile]
    /// What was written, in one line.
    package var done: String
    /// What its author does next, in one line.
    package var next: String

    package init(_ files: [OutputFile], done: String, next: String) {
        self.files = files
        self.done = done
        self.next = next
    }

    package init(_ path: String, text: String, done: String, next: String) {
        self.init([OutputFile(path: path, text: text)], done: done, next: next)
    }
}

/// A draft that the site's own checks refuse, with what they say of it; nothing was written.
package struct RefusedDraft: Error, Sendable {
    /// Sorted by file and line.
    package let diagnostics: [Diagnostic]
}

/// Writes files into a folder, and the folders above them that are missing. Nothing is lost: each file is written only
/// where what stands there is what was read, and all are looked at before one is written.
///
/// - Parameters:
///   - files: by their paths from the folder.
///   - known: what was read of the folder, by the paths of its files; where it has none, nothing may stand.
/// - Throws: `FileError`.
package func write(
    _ files: [OutputFile], into path: String, over known: [String: FileContent] = [:]
) throws(FileError) {
    let folder = Folder(path: path)
    for file in files {
        guard let content = known[file.path] else {
            guard folder.kind(file.path) != nil else { continue }
            throw FileError(path: folder.full(file.path), reason: "is there already, and nothing is overwritten")
        }
        guard try folder.read(file.path) == content.bytes else {
            throw FileError(
                path: folder.full(file.path), reason: "was changed meanwhile, and nothing was written: run it again")
        }
    }
    if folder.kind("") == nil { try folder.create() }
    for file in files {
        guard folder.isReachedThroughFolders(file.path) else {
            throw FileError(path: folder.full(file.path), reason: "does not lie in a folder of the site")
        }
        for above in Folder.parents(of: file.path) { try folder.createFolder(above) }
        try folder.replace(file.path, with: file.bytes, mode: file.path.hasSuffix(".sh") ? 0o755 : 0o644)
    }
}
