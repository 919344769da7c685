#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What stands at a path on disk.
package enum FileKind: String, Sendable {
    case file
    case folder
    case link
    case pipe = "named pipe"
    case socket
    case device

    init(mode: mode_t) {
        self =
            switch mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
    }

    /// `a named pipe`
    package var words: String { "a \(rawValue)" }
}

/// A file or folder as the system knows it, whatever paths lead to it.
package struct FileIdentity: Sendable, Hashable {
    private let device: UInt64
    private let number: UInt64

    /// What a path leads to, through links too; nil where nothing is there.
    package init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// What is open.
    init?(_ descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(truncatingIfNeeded: status.st_ino)
    }
}
