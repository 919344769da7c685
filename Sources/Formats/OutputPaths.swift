/// The paths of a built site: each once, and none that a file system could take for another.
///
/// Paths that differ in the case of letters alone are one on some file systems, and a file cannot be a folder too.
package struct OutputPaths: Sendable {
    /// How many there are.
    package var count: Int { written.count }

    /// By the path in small letters: the path as it is written.
    private var written: [String: String] = [:]
    /// By each folder in small letters: one of the files below it.
    private var folders: [String: String] = [:]

    package init() {}

    /// Why a file cannot be added.
    package struct Collision: Error, Sendable, Hashable {
        package var path: String
        /// The path of the file that is in the way.
        package var other: String

        /// What is wrong, as a diagnostic says it.
        package var message: String {
            path == other
                ? "two things would be written to /\(path)"
                : "/\(path) and /\(other) cannot both be written: on some systems they are one name, or one is a folder"
        }
    }

    /// Adds a file's path, unless another file is in the way.
    package mutating func add(_ path: String) throws(Collision) {
        let folded = path.lowercased()
        let above = newFolders(above: folded)
        if let other = written[folded] ?? folders[folded] ?? above.compactMap({ written[$0] }).first {
            throw Collision(path: path, other: other)
        }
        written[folded] = path
        for folder in above { folders[folder] = path }
    }

    /// Adds paths one after the other; those that cannot be are left out.
    package mutating func add(_ paths: [String]) -> [Collision] {
        var collisions: [Collision] = []
        for path in paths {
            do throws(Collision) { try add(path) } catch { collisions.append(error) }
        }
        return collisions
    }

    /// `a/b` and `a` for `a/b/c`, but for those that are known: above them too nothing but folders stands.
    private func newFolders(above path: String) -> [String] {
        var above: [String] = []
        var rest = path.utf8[...]
        while let slash = rest.lastIndex(of: UInt8(ascii: "/")) {
            rest = rest[..<slash]
            let folder = String(Substring(rest))
            guard folders[folder] == nil else { break }
            above.append(folder)
        }
        return above
    }
}
