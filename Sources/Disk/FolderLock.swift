#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Holds a folder for one program alone, of those that ask for it: until it is let go of, or the program ends.
///
/// The lock is the system's own on the folder (`flock`), so it leaves no file behind, whatever becomes of the program.
package final class FolderLock: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Waits until no other program holds the folder.
    ///
    /// - Parameter onWait: is called once where another one holds it, before the waiting.
    /// - Throws: `FileError` where the folder is not there, or cannot be held.
    package init(_ folder: Folder, onWait: () -> Void = {}) throws(FileError) {
        path = folder.path
        descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: folder.path, doing: "opening it") }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
        if errno == EWOULDBLOCK { onWait() }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw FileError(path: folder.path, doing: "holding it") }
        }
    }

    deinit { close(descriptor) }

    /// Whether the folder's path still leads to what is held: who waited may hold one that was deleted meanwhile.
    fileprivate var isInPlace: Bool { FileIdentity(descriptor).map { $0 == FileIdentity(path) } ?? false }
}

extension Folder {
    /// Makes the folder where it is missing, and holds it. One that another program made may go at any moment until it is held,
    /// as that program fails: then it is made anew.
    ///
    /// - Parameters:
    ///   - made: gains the folders that were made, the outermost first.
    ///   - onWait: is called where another one holds it, before the waiting.
    /// - Throws: `FileError` where something else has its place, or it cannot be made or held.
    package func hold(making made: inout [Folder], onWait: () -> Void) throws(FileError) -> FolderLock {
        var tries = 100
        while true {
            tries -= 1
            do throws(FileError) {
                switch kind("") {
                case .folder?: break
                case nil: made += try create()
                default: throw FileError(path: path, reason: "is no folder; the site is written into a real one")
                }
                let lock = try FolderLock(self, onWait: onWait)
                // Nothing tells on a disk that numbers what it holds anew each time.
                if lock.isInPlace || tries == 0 { return lock }
            } catch {
                let now = kind("")
                if tries == 0 || now != nil && now != .folder { throw error }
            }
        }
    }
}
