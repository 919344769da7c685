import Diagnostics
import Disk
import Formats

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

/// Writes files into a folder, and the folders above them that are missing.
///
/// - Parameters:
///   - files: by their paths from the folder.
///   - isNew: whether nothing may stand where they belong; then all are looked for before one is written.
/// - Throws: `FileError`.
package func write(_ files: [OutputFile], into path: String, isNew: Bool) throws(FileError) {
    let folder = Folder(path: path)
    if isNew, let taken = files.map(\.path).first(where: { folder.kind($0) != nil }) {
        throw FileError(path: folder.full(taken), reason: "is there already, and nothing is overwritten")
    }
    if folder.kind("") == nil { try folder.create() }
    for file in files {
        guard folder.isReachedThroughFolders(file.path) else {
            throw FileError(path: folder.full(file.path), reason: "does not lie in a folder of the site")
        }
        for above in Folder.parents(of: file.path) { try folder.createFolder(above) }
        // Written beside it first: a full disk leaves the file that was there.
        let part = file.path + ".new"
        try folder.write(file.bytes, to: part, mode: file.path.hasSuffix(".sh") ? 0o755 : 0o644)
        try folder.move(part, to: file.path)
    }
}
