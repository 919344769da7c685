#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension Folder {
    /// No file that TrustPress reads is larger: 1 GiB.
    package static let largestFile = 1_073_741_824

    /// The bytes of a regular file reached through no link; nil where there is none.
    ///
    /// Nothing else is opened: a pipe would make the program wait for ever. No more than a bound is read, whatever the
    /// file says of its size and however it grows meanwhile.
    ///
    /// - Parameter limit: the most bytes that it may have.
    /// - Throws: `FileError` for a larger file, one that cannot be read, or where it may not be seen whether there is one.
    package func read(_ relative: String, limit: Int = Folder.largestFile) throws(FileError) -> [UInt8]? {
        let path = full(relative)
        guard isReachedThroughFolders(relative), kind(relative) == .file else {
            guard !isOutOfReach(relative) else { throw FileError(path: path, doing: "reading") }
            return nil
        }
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, doing: "reading") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, doing: "reading") }
        guard FileKind(mode: status.st_mode) == .file else { return nil }
        guard Int(status.st_size) <= limit else { throw FileError(path: path, size: Int(status.st_size), limit: limit) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var count = 0
        while count < bytes.count {
            let got = bytes.withUnsafeMutableBytes { buffer in
                #if canImport(Glibc)
                    Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                #else
                    Darwin.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                #endif
            }
            if got < 0 { throw FileError(path: path, doing: "reading") }
            if got == 0 { break }
            count += got
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// Whether a folder on the way may not be entered, so that nobody knows what is at a path; `errno` says so then.
    private func isOutOfReach(_ relative: String) -> Bool { status(relative) == nil && errno == EACCES }
}

extension FileError {
    /// A file that is larger than any of its kind.
    package init(path: String, size: Int, limit: Int) {
        self.init(path: path, reason: "has \(size) bytes, and \(readable(bytes: limit)) is the most")
    }
}

/// `100 MiB`; below that `256 KiB`, and a number of bytes where it is no whole number of them.
package func readable(bytes: Int) -> String {
    for (unit, size) in [("GiB", 1_073_741_824), ("MiB", 1_048_576), ("KiB", 1024)]
    where bytes >= size && bytes % size == 0 {
        return "\(bytes / size) \(unit)"
    }
    return "\(bytes) bytes"
}
