import Disk
import Formats

/// What those files of a repository look like that say which commit a name means: as long as they look the same, the name
/// means the same one.
package struct RevisionState: Sendable, Equatable {
    fileprivate var stamps: [String: FileStamp] = [:]
}

extension Checkout {
    /// Holds a revision to be the name of one thing here. By the order of gitrevisions(7) a tag goes before a branch, one of
    /// the checkout before one of a remote, and each before the beginning of an id, all without a word: so whoever can push
    /// a tag could put it in the place of the branch that somebody names.
    ///
    /// - Returns: false where a whole name (`refs/heads/main`) is only the end of another one.
    /// - Throws: what is called so, and what to write.
    func hasOneMeaning(_ revision: String) throws(GitError) -> Bool {
        let name = Self.reference(in: revision)
        // Git looks for these two before it looks for a tag.
        guard name != "HEAD", !isHexadecimal(name, count: 40), !isHexadecimal(name, count: 64) else { return true }
        let whole = name.hasPrefix("refs/") ? name : "refs/\(name)"
        let places = ["refs/tags/\(name)", "refs/heads/\(name)", "refs/remotes/\(name)", "refs/remotes/\(name)/HEAD"]
        let listed = try run(["for-each-ref", "--format=%(refname)"], limit: Self.largestListing)
        let names = Set(listed.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) })
        guard !names.contains(whole) else { return true }
        let found = places.filter(names.contains)
        guard let last = found.last else { return true }
        if found.count > 1 {
            throw GitError("finds \(found.joined(separator: " and ")) by this name; write \(last)")
        }
        if try beginsAnID(name) {
            throw GitError("finds \(last) by this name, and an id that begins so; write \(last), or the whole id")
        }
        return !name.hasPrefix("refs/")
    }

    /// Whether a name is read as the beginning of an id that is here: `1a2b3c4`, `v1.0-3-g1a2b3c4`.
    private func beginsAnID(_ name: String) throws(GitError) -> Bool {
        let count = name.reversed().prefix { $0.isASCII && $0.isHexDigit }.count
        let before = name.dropLast(count)
        guard (4..<40).contains(count), before.isEmpty || before.hasSuffix("-g") else { return false }
        // In this form no branch is looked for.
        let commit = "x-0-g\(name.suffix(count))^{commit}"
        let answer = try run(
            ["cat-file", "--batch-check"], Array("\(commit)\n".utf8), limit: Self.largestListing)
        return !answer.starts(with: "\(commit) missing".utf8)
    }

    /// - Parameter revision: any name of a commit, as `HEAD`, `origin/main` or `v1.0~2` (gitrevisions(7)).
    /// - Returns: nil where the repository lies elsewhere, and for the branch that another one follows (`@{upstream}`), which
    ///   its configuration names.
    package func state(of revision: String) -> RevisionState? {
        guard repository.kind("HEAD") == .file else { return nil }
        let words = revision.lowercased()
        guard !["@{u", "@{push}"].contains(where: words.contains) else { return nil }
        var state = RevisionState()
        // Their logs say what `main@{1}` was; names may stand in one file, or in tables.
        var pending = ["HEAD", "logs/HEAD", "packed-refs", "reftable/tables.list"]
        let name = Self.reference(in: revision)
        pending += ["", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"].map { $0 + name }
        pending.append("refs/remotes/\(name)/HEAD")
        while let path = pending.popLast() {
            guard Folder.isSafe(path), state.stamps[path] == nil, let stamp = repository.stamp(path) else { continue }
            state.stamps[path] = stamp
            if let other = reference(namedIn: path) { pending.append(other) }
        }
        return state
    }

    private var repository: Folder { Folder(path: Folder(path: top).full(".git")) }

    /// What a revision begins with: `v1.0` of `v1.0~2`.
    private static func reference(in revision: String) -> String {
        var name = revision.prefix { !"~^:".contains($0) }
        if let log = name.firstRange(of: "@{") { name = name[..<log.lowerBound] }
        return name.isEmpty || name == "@" ? "HEAD" : String(name)
    }

    /// `refs/heads/main`, of a file that holds `ref: refs/heads/main`.
    private func reference(namedIn path: String) -> String? {
        guard path.hasSuffix("HEAD"), let bytes = try? repository.read(path, limit: 4096) else { return nil }
        let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return words.count == 2 && words[0] == "ref:" ? String(words[1]) : nil
    }
}
