#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Goes from file to file below a folder, best in the order of their paths, and holds open the folders that lead to the
/// one it is in: each is looked up once, not for each of its files, and no link is followed.
package struct FolderWalk: ~Copyable {
    private let root: Folder
    /// The folder itself and those below it that lead to the current one; of one that is not there -1.
    private var open: [(name: Substring, descriptor: Int32)]
    private var buffer: [UInt8] = []

    /// How what is at a path is to the bytes that belong there.
    package enum Standing: Sendable, Hashable {
        /// A file with just those bytes.
        case same
        /// A file with others.
        case other
        /// Nothing; with the path of the first folder on the way that is not there, or of the file itself.
        case missing(String)
    }

    /// - Throws: `FileError` where the folder is not there, or is a link.
    package init(_ root: Folder) throws(FileError) {
        let descriptor = root.path.withCString { openFolder(AT_FDCWD, $0) }
        guard descriptor >= 0 else { throw FileError(path: root.path, doing: "opening it") }
        self.root = root
        open = [("", descriptor)]
    }

    deinit { for folder in open { close(folder.descriptor) } }

    /// Holds a file against the bytes that belong there; it is read no further than they agree.
    ///
    /// - Throws: `FileError` where something else stands in the place of the file, or of a folder above it.
    package mutating func standing(of path: String, against bytes: [UInt8]) throws(FileError) -> Standing {
        if let missing = try enter(folderOf: path, isMaking: false) { return .missing(missing) }
        let (folder, name) = (open[open.count - 1].descriptor, Self.name(path))
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return .missing(path) }
            throw FileError(path: root.full(path), doing: "reading")
        }
        guard FileKind(mode: status.st_mode) == .file else {
            throw FileError(path: root.full(path), reason: "is no file, and a page belongs there")
        }
        guard Int(status.st_size) == bytes.count else { return .other }
        let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: root.full(path), doing: "reading") }
        defer { close(descriptor) }
        guard let isSame = holds(descriptor, bytes) else { throw FileError(path: root.full(path), doing: "reading") }
        return isSame ? .same : .other
    }

    /// Writes a new file, and makes the folders above it that are missing.
    package mutating func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        _ = try enter(folderOf: path, isMaking: true)
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = openat(open[open.count - 1].descriptor, Self.name(path), flags, 0o644)
        guard descriptor >= 0, writeAndClose(descriptor, bytes) else {
            throw FileError(path: root.full(path), doing: "writing")
        }
    }

    /// Goes to the folder in which a file lies.
    ///
    /// - Returns: the path of the first folder on the way that is not there; nil where all are.
    private mutating func enter(folderOf path: String, isMaking: Bool) throws(FileError) -> String? {
        let folders = path.utf8.split(separator: UInt8(ascii: "/")).dropLast().map(Substring.init)
        var depth = 0
        while depth < folders.count, depth + 1 < open.count, open[depth + 1].name == folders[depth] { depth += 1 }
        while open.count > depth + 1 {
            let left = open.removeLast()
            if left.descriptor >= 0 { close(left.descriptor) }
        }
        while depth < folders.count, open[depth].descriptor >= 0 {
            let (above, name) = (open[depth].descriptor, String(folders[depth]))
            func make() throws(FileError) {
                // Another walk may make it at the same time.
                guard mkdirat(above, name, 0o755) == 0 || errno == EEXIST else {
                    throw FileError(path: below(folders, depth), doing: "making it")
                }
            }
            // The folder of a new file is new as a rule.
            if isMaking, depth + 1 == folders.count { try make() }
            var descriptor = openFolder(above, name)
            if descriptor < 0, errno == ENOENT, isMaking {
                try make()
                descriptor = openFolder(above, name)
            }
            if descriptor < 0, errno == ENOTDIR || errno == ELOOP {
                throw FileError(path: below(folders, depth), reason: "stands where a folder of the site belongs")
            }
            guard descriptor >= 0 || errno == ENOENT && !isMaking else {
                throw FileError(path: below(folders, depth), doing: "opening it")
            }
            open.append((folders[depth], descriptor))
            depth += 1
        }
        guard open[depth].descriptor < 0 else { return nil }
        return String(path[..<folders[depth - 1].endIndex])
    }

    /// The whole path of one of the folders on a way.
    private func below(_ folders: [Substring], _ depth: Int) -> String {
        root.full(folders.prefix(depth + 1).joined(separator: "/"))
    }

    private static func name(_ path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) } ?? path
    }

    /// Whether an open file holds just these bytes; nil where it cannot be read.
    private mutating func holds(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool? {
        if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: 262_144) }
        return buffer.withUnsafeMutableBytes { buffer in
            bytes.withUnsafeBytes { bytes in
                var count = 0
                while let start = buffer.baseAddress {
                    let got = read(descriptor, start, buffer.count)
                    if got <= 0 { return got < 0 ? nil : count == bytes.count }
                    guard count + got <= bytes.count, let wanted = bytes.baseAddress,
                        memcmp(start, wanted + count, got) == 0
                    else { return false }
                    count += got
                }
                return nil
            }
        }
    }
}

private func openFolder(_ above: Int32, _ name: UnsafePointer<CChar>) -> Int32 {
    openat(above, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
}

/// Writes all bytes to a file that was opened for it, and closes it; false where one of them fails, with the reason in `errno`.
func writeAndClose(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    let reason = bytes.withUnsafeBytes { buffer -> Int32 in
        var count = 0
        while count < buffer.count {
            let written = write(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
            if written <= 0 { return errno }
            count += written
        }
        return 0
    }
    guard close(descriptor) == 0 || reason != 0 else { return false }
    errno = reason
    return reason == 0
}
