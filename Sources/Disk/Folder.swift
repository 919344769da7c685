#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file or folder that could not be read or written; a command ends with exit status 2.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    package let path: String
    package let reason: String

    package init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// With the reason that the system gave for the call that just failed.
    package init(path: String, doing what: String) {
        self.init(path: path, reason: "\(what) failed: \(String(cString: strerror(errno)))")
    }

    package var description: String { "\(path): \(reason)" }
}

/// One folder on disk, and the files in it by safe paths. No call follows a link below the folder.
package struct Folder: Sendable {
    /// Without a slash at its end.
    package let path: String

    /// - Parameter path: an empty one is the folder in which the program runs, and never `/`.
    package init(path: String) { self.path = path.isEmpty ? "." : path }

    /// What stands at a path from the folder; nil where nothing does. A link is not followed.
    package func kind(_ relative: String) -> FileKind? {
        status(relative).map { FileKind(mode: $0.st_mode) }
    }

    /// What the system says of what stands at a path from the folder; nil where nothing does, and `errno` says why then. A link
    /// is not followed.
    func status(_ relative: String) -> stat? {
        var status = stat()
        return lstat(full(relative), &status) == 0 ? status : nil
    }

    /// The folder in which a file lies, and the file's name in it.
    package static func split(_ path: String) -> (folder: Folder, name: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let above = parts.dropLast().joined(separator: "/")
        return (Folder(path: parts.count == 1 ? "." : above.isEmpty ? "/" : above), String(parts.last ?? ""))
    }

    /// The paths of everything in the folder and those below it that is no folder, links and pipes as well, sorted; no
    /// link is followed.
    ///
    /// - Parameter isForeign: of which folders it does not matter that they cannot be looked into.
    /// - Throws: `FileError` for another folder that cannot be.
    package func allPaths(passing isForeign: (String) -> Bool) throws(FileError) -> [String] {
        var (paths, folders): ([String], [String]) = ([], [""])
        while let folder = folders.popLast() {
            let names: [String]
            do throws(FileError) {
                names = try namesOrFail(in: folder)
            } catch {
                guard isForeign(folder) else { throw error }
                continue
            }
            for name in names {
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                switch kind(path) {
                case .folder: folders.append(path)
                case nil: break
                default: paths.append(path)
                }
            }
        }
        return paths.sorted()
    }

    /// The folders above a path, outermost first: `a/b/c` gives `a` and `a/b`.
    package static func parents(of relative: String) -> [String] {
        let parts = relative.utf8.split(separator: UInt8(ascii: "/")).dropLast().map(Substring.init)
        return parts.indices.map { parts[...$0].joined(separator: "/") }
    }

    /// Whether a path is safe below any folder: parts that are names, none of them `.` or `..`.
    package static func isSafe(_ relative: String) -> Bool {
        // By bytes, as systems read it: a sign behind a slash may make one character of both.
        let parts = relative.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return !relative.utf8.contains(0)
            && parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
    }

    /// The size of a regular file in bytes; nil where there is none.
    package func size(_ relative: String) -> Int? {
        status(relative).flatMap { FileKind(mode: $0.st_mode) == .file ? Int($0.st_size) : nil }
    }

    /// Whether nobody but its owner can read or write a file.
    package func isPrivate(_ relative: String) -> Bool {
        status(relative).map { $0.st_mode & 0o077 == 0 } ?? false
    }

    /// Whether every folder above a path is a real one, or not there yet.
    package func isReachedThroughFolders(_ relative: String) -> Bool {
        Self.parents(of: relative).allSatisfy { kind($0) ?? .folder == .folder }
    }

    /// Writes a new file; the folders above it must be there.
    ///
    /// - Parameter mode: who may read it: everybody, or with `0o600` its owner alone.
    package func write(_ bytes: [UInt8], to relative: String, mode: mode_t = 0o644) throws(FileError) {
        let descriptor = open(full(relative), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0, writeAndClose(descriptor, bytes) else {
            throw FileError(path: full(relative), doing: "writing")
        }
    }

    /// Writes a file in one step: a full disk leaves what was there. It is written beside it first, under a hidden name
    /// that nothing has, which no reader of sources looks at. A file that is there keeps who may read it, and its owner where
    /// the system allows that.
    ///
    /// - Parameter mode: who may read a file that is not there yet.
    package func replace(_ relative: String, with bytes: [UInt8], mode: mode_t = 0o644) throws(FileError) {
        let name = relative.split(separator: "/").last ?? ""
        let hidden = "\(relative.dropLast(name.count)).\(name).new"
        var (part, number) = (hidden, 1)
        while kind(part) != nil {
            number += 1
            part = "\(hidden)\(number)"
        }
        let old = status(relative).flatMap { FileKind(mode: $0.st_mode) == .file ? $0 : nil }
        // Nobody else reads it before it is as the old one is.
        let descriptor = open(
            full(part), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, old == nil ? mode : 0o600)
        guard descriptor >= 0 else { throw FileError(path: full(part), doing: "writing") }
        if let old {
            // Its owner first, as that takes rights away. Another group than the old one is given none of its rights.
            let isOfGroup =
                fchown(descriptor, old.st_uid, old.st_gid) == 0 || fchown(descriptor, uid_t.max, old.st_gid) == 0
            fchmod(descriptor, old.st_mode & (isOfGroup ? 0o777 : 0o707))
        }
        do throws(FileError) {
            guard writeAndClose(descriptor, bytes) else { throw FileError(path: full(part), doing: "writing") }
            try move(part, to: relative)
        } catch {
            _ = unlink(full(part))
            throw error
        }
    }

    package func createFolder(_ relative: String) throws(FileError) {
        if kind(relative) == .folder { return }
        // Another program may make it at the same time.
        guard mkdir(full(relative), 0o755) == 0 || errno == EEXIST && kind(relative) == .folder else {
            throw FileError(path: full(relative), doing: "making it")
        }
    }

    /// Makes the folder itself and those above it that are missing.
    ///
    /// - Returns: those that were made, the outermost first.
    @discardableResult
    package func create() throws(FileError) -> [Folder] {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        var made: [Folder] = []
        for end in parts.indices {
            let path = parts[...end].joined(separator: "/")
            guard !path.isEmpty else { continue }
            let above = Folder(path: path)
            let isMissing = above.kind("") == nil
            if end == parts.count - 1 || isMissing { try above.createFolder("") }
            if isMissing { made.append(above) }
        }
        return made
    }

    /// - Throws: `FileError` where nothing may be written into a folder or deleted in it.
    package func tryForWriting(_ relative: String) throws(FileError) {
        guard access(full(relative), W_OK | X_OK) == 0 else { throw FileError(path: full(relative), doing: "writing") }
    }

    /// - Throws: `FileError` where nothing can be moved into a folder from another one: it is a mount.
    package func tryForMoving(from other: String, into relative: String) throws(FileError) {
        // This moves nothing anywhere, and the system tells of a mount before it tells so.
        guard rename(full(other) + "/..", full(relative) + "/..") != 0, errno == EXDEV else { return }
        throw FileError(
            path: full(relative),
            reason: "is a mount of its own, into which nothing can be moved in one step; mount the whole site instead")
    }

    package func move(_ relative: String, to other: String) throws(FileError) {
        guard rename(full(relative), full(other)) == 0 else { throw FileError(path: full(other), doing: "writing") }
    }

    package func delete(_ relative: String) throws(FileError) {
        guard unlink(full(relative)) == 0 else { throw FileError(path: full(relative), doing: "deleting") }
    }

    /// Deletes a file, or a folder with all that is in it. A link is deleted itself.
    package func deleteAll(_ relative: String) throws(FileError) {
        guard kind(relative) == .folder else { return try delete(relative) }
        for name in names(in: relative) { try deleteAll("\(relative)/\(name)") }
        deleteIfEmpty(relative)
    }

    /// Removes a folder where it is empty, and leaves it where it is not.
    package func deleteIfEmpty(_ relative: String) { _ = rmdir(full(relative)) }

    /// The names in a folder, sorted; none where it is not there.
    package func names(in relative: String) -> [String] {
        guard let stream = opendir(full(relative)) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { buffer in
                String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// The names in a folder that must be there, sorted.
    ///
    /// A name that is no UTF-8 has replacement characters in it, and nothing is found by it.
    package func namesOrFail(in relative: String) throws(FileError) -> [String] {
        guard let stream = opendir(full(relative)) else { throw FileError(path: full(relative), doing: "reading") }
        closedir(stream)
        return names(in: relative)
    }

    package func full(_ relative: String) -> String { relative.isEmpty ? path : "\(path)/\(relative)" }
}
