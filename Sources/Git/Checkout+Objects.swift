import Formats

/// A file of a commit.
package struct CommittedFile: Sendable, Hashable {
    /// From the folder that was listed.
    package var path: String
    /// The id of its contents.
    package var object: String
    /// In bytes.
    package var size: Int
    /// A link's contents are where it leads to.
    package var isLink: Bool
}

extension Checkout {
    /// The most that a listing of files, or their contents, may have: 64 MiB, 1 GiB.
    static let (largestListing, largestContents) = (67_108_864, 1_073_741_824)

    /// The id of the commit that a name means (`main`, `HEAD~2`, `v1.0`, an id); nil where it means none, or several ids
    /// begin so.
    ///
    /// - Throws: also where several tags and branches are called so, of which git would take one.
    package func commit(_ name: String) throws(GitError) -> String? {
        guard try hasOneMeaning(name) else { return nil }
        do throws(GitError) {
            return try object(name + "^{commit}", of: "commit")
        } catch {
            // Git ends where a name asks for what is not set up, as @{upstream} of a branch that follows none. Where it knows
            // of HEAD, the repository is not to blame.
            _ = try object("HEAD", of: "commit")
            return nil
        }
    }

    /// Whether there is a last commit, be it here or not: a new checkout has none.
    package func hasLastCommit() throws(GitError) -> Bool {
        // This prints nothing for a name that has no commit yet.
        try !run(["rev-parse", "--revs-only", "HEAD"], limit: 65_536).isEmpty
    }

    /// The regular files and links below a folder of a commit, in the order of their paths; nil where the folder is not
    /// in it.
    ///
    /// - Parameters:
    ///   - folder: its path from the checkout's folder that this value was made for.
    ///   - isPassed: whether a submodule, by its path from the folder, is passed over: what it holds is not in this repository.
    /// - Throws: also where the folder, or one below it that is not passed over, is a submodule.
    package func files(
        in folder: String, of commit: String, passing isPassed: (String) -> Bool = { _ in false }
    ) throws(GitError) -> [CommittedFile]? {
        guard let tree = try object("\(commit):\(prefix)\(folder)", of: "tree") else {
            // A commit can be here without its folders: a clone may leave them out.
            let isHere = try object("\(commit)^{commit}", of: "commit") != nil
            if isHere, try object("\(commit)^{tree}", of: "tree") == nil { throw incomplete }
            let above = try object("\(commit):\(prefix)", of: "tree")
            if let above, try rows(of: above).contains(where: { $0.path == folder && $0.words[1] == "commit" }) {
                throw .submodule(prefix + folder)
            }
            return nil
        }
        var files: [CommittedFile] = []
        for (words, path) in try rows(of: tree, "-r", "-l") {
            guard words[1] != "commit" || isPassed(path) else { throw .submodule("\(prefix)\(folder)/\(path)") }
            guard words[1] == "blob" else { continue }
            guard words.count == 4, let size = Int(words[3]) else { throw incomplete }
            files.append(CommittedFile(path: path, object: words[2], size: size, isLink: words[0] == "120000"))
        }
        return files
    }

    /// What a folder holds, by the id of its tree: of each its mode, its kind, its id and, where `-l` asks for it, its size; and its path.
    private func rows(of tree: String, _ options: String...) throws(GitError) -> [(words: [String], path: String)] {
        let listing = try run(["ls-tree"] + options + ["-z", "--full-tree", tree], limit: Self.largestListing)
        return try listing.split(separator: 0).map { (row) throws(GitError) in
            guard let tab = row.firstIndex(of: UInt8(ascii: "\t")) else { throw .unexpected }
            let words = row[..<tab].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            guard words.count >= 3 else { throw .unexpected }
            return (words, String(decoding: row[(tab + 1)...], as: UTF8.self))
        }
    }

    /// The contents of some files, in their order. Git is asked only for what is not at hand, which takes it long.
    ///
    /// - Parameter atHand: what the contents of each file may be, such as those of the same path in the checkout. They are
    ///   taken where their length and their id are those of the file: as far as the repository itself tells contents apart, they
    ///   are the same to the byte.
    package func contents(of files: [CommittedFile], atHand: [[UInt8]?]) throws(GitError) -> [[UInt8]] {
        let known = concurrentMap(Array(zip(files, atHand))) { file, bytes -> [UInt8]? in
            guard let bytes, bytes.count == file.size, blobID(of: bytes, alike: file.object) == file.object else {
                return nil
            }
            return bytes
        }
        var read = try contents(of: zip(files, known).filter { $0.1 == nil }.map(\.0))[...]
        return known.map { $0 ?? read.removeFirst() }
    }

    /// The contents of some files, in their order, from git.
    package func contents(of files: [CommittedFile]) throws(GitError) -> [[UInt8]] {
        guard !files.isEmpty else { return [] }
        let size = files.reduce(0) { $0 + $1.size }
        guard size <= Self.largestContents else { throw .tooLarge }
        let requests = Array(files.map { $0.object + "\n" }.joined().utf8)
        // Before each file's contents stands a line with its id and size.
        let output = try run(["cat-file", "--batch"], requests, limit: size + files.count * 128)
        var position = 0
        return try files.map { (file) throws(GitError) -> [UInt8] in
            let head = Array("\(file.object) blob \(file.size)\n".utf8)
            let start = position + head.count
            let end = start + file.size
            guard end < output.count, output[position..<start].elementsEqual(head), output[end] == UInt8(ascii: "\n")
            else { throw incomplete }
            position = end + 1
            return Array(output[start..<end])
        }
    }

    /// The id of an object; nil where a name means none, several, or one of another kind.
    private func object(_ name: String, of kind: String) throws(GitError) -> String? {
        guard !name.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "\n") }) else { return nil }
        let answer = try run(["cat-file", "--batch-check"], Array((name + "\n").utf8), limit: 65_536)
        let words = String(decoding: answer, as: UTF8.self).dropLast().split(
            separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[1] == kind, Int(words[2]) != nil,
            [40, 64].contains(where: { isHexadecimal(words[0], count: $0) })
        else { return nil }
        return String(words[0])
    }
}

extension GitError {
    static let unexpected = GitError("answers in a form that is not known")
    fileprivate static let tooLarge = GitError("finds more than 1 GiB in it")

    fileprivate static func submodule(_ path: String) -> GitError {
        GitError("does not look into \(path), which is a submodule; --previous takes the folder of an earlier build")
    }
}
