#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the system says of a file or a folder without opening it: another stamp means that it was changed, or is another.
package struct FileStamp: Sendable, Hashable {
    package let kind: FileKind
    private let number: UInt64
    private let size: Int
    /// In nanoseconds since 1970: when what is in it was last changed, and when anything about it was.
    private let (written, changed): (Int, Int)

    fileprivate init(_ status: stat) {
        kind = FileKind(mode: status.st_mode)
        number = UInt64(truncatingIfNeeded: status.st_ino)
        size = Int(status.st_size)
        #if canImport(Glibc)
            (written, changed) = (status.st_mtim.nanoseconds, status.st_ctim.nanoseconds)
        #else
            (written, changed) = (status.st_mtimespec.nanoseconds, status.st_ctimespec.nanoseconds)
        #endif
    }

    /// Whether it was changed within some time, in nanoseconds since 1970.
    package func isChanged(within time: ClosedRange<Int>) -> Bool { time.contains(changed) || time.contains(written) }
}

extension timespec {
    fileprivate var nanoseconds: Int { Int(tv_sec) * 1_000_000_000 + Int(tv_nsec) }
}

extension Folder {
    /// Of what stands at a path from the folder; nil where nothing does. A link is not followed.
    package func stamp(_ relative: String) -> FileStamp? { status(relative).map(FileStamp.init) }
}
