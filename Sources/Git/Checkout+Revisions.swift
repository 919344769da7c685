import Disk

/// What those files of a repository look like that say which commit a name means: as long as they look the same, the name
/// means the same one.
package struct RevisionState: Sendable, Equatable {
    fileprivate var stamps: [String: FileStamp] = [:]
}

extension Checkout {
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
