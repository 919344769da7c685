/// The files of a built site by their paths: every path once, and none that a file system could take for another.
///
/// Paths that differ in the case of letters alone are one on some file systems, and a file cannot be a folder too.
package struct OutputTree: Sendable {
    /// By path, as bytes order them.
    package var files: [OutputFile] {
        paths.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private var paths: [String: OutputFile] = [:]
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

    package func file(at path: String) -> OutputFile? { paths[path] }

    /// Adds a file, unless another one is in the way.
    package mutating func add(_ file: OutputFile) throws(Collision) {
        let folded = file.path.lowercased()
        let above = Self.folders(above: folded)
        if let other = written[folded] ?? folders[folded] ?? above.compactMap({ written[$0] }).first {
            throw Collision(path: file.path, other: other)
        }
        written[folded] = file.path
        paths[file.path] = file
        for folder in above where folders[folder] == nil { folders[folder] = file.path }
    }

    /// Adds files one after the other; those that cannot be are left out.
    package mutating func add(_ files: some Sequence<OutputFile>) -> [Collision] {
        var collisions: [Collision] = []
        for file in files {
            do throws(Collision) { try add(file) } catch { collisions.append(error) }
        }
        return collisions
    }

    /// `a/b` and `a` for `a/b/c`.
    private static func folders(above path: String) -> [String] {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        var folders: [String] = []
        while !parts.isEmpty {
            folders.append(parts.joined(separator: "/"))
            parts.removeLast()
        }
        return folders
    }
}
