/// A file as a commit left it.
package struct FileRevision: Sendable, Hashable {
    package var commit: String
    /// The day of the commit where its committer was: `2024-04-12`.
    package var day: String
    /// Its message, as it was written.
    package var message: String
    /// Where the file was by then, from the checkout's top.
    package var path: String
    /// Its contents; nil where the commit took it away.
    package var object: String?
}

extension Checkout {
    /// What became of a file, oldest first: each commit of the main line (the first parents) that changed it. Where a
    /// commit gave a file its name, it is followed under the one that it had before.
    ///
    /// - Parameters:
    ///   - path: from the checkout's top.
    ///   - commit: the id of the last one that counts.
    package func history(of path: String, upTo commit: String) throws(GitError) -> [FileRevision] {
        var revisions: [FileRevision] = []
        var (path, start): (String, String?) = (path, commit)
        var seen: Set<String> = []
        while let commit = start, seen.insert("\(commit):\(path)").inserted {
            start = nil
            let found = try commits(changing: path, upTo: commit)
            let objects = try blobs(of: found.map { "\($0.commit):\(path)" })
            for (index, entry) in found.enumerated() {
                revisions.append(
                    FileRevision(
                        commit: entry.commit, day: entry.day, message: entry.message, path: path,
                        object: objects[index]))
                // It came new with this commit: perhaps from a file of another name.
                let isNew = objects[index] != nil && (index + 1 == found.count || objects[index + 1] == nil)
                guard isNew, let parent = entry.parent,
                    let old = try formerPath(of: path, in: entry.commit, parent: parent)
                else { continue }
                (path, start) = (old, parent)
                break
            }
        }
        return revisions.reversed()
    }

    /// The contents of revisions, by their ids.
    package func contents(of revisions: [FileRevision]) throws(GitError) -> [String: [UInt8]] {
        let ids = Set(revisions.compactMap(\.object)).sorted()
        let sizes = try check(ids).map { words in words.count == 3 ? Int(words[2]) : nil }
        var files: [CommittedFile] = []
        for (id, size) in zip(ids, sizes) {
            guard let size else { throw incomplete }
            files.append(CommittedFile(path: "", object: id, size: size, isLink: false))
        }
        return Dictionary(zip(ids, try contents(of: files)), uniquingKeysWith: { one, _ in one })
    }

    /// Whether older commits are not here: a clone of the last ones alone.
    package var isShallow: Bool {
        get throws(GitError) {
            try run(["rev-parse", "--is-shallow-repository"], limit: 65_536).starts(with: "true".utf8)
        }
    }

    private struct Entry {
        var commit: String
        var parent: String?
        var day: String
        var message: String
    }

    /// Newest first.
    private func commits(changing path: String, upTo commit: String) throws(GitError) -> [Entry] {
        // A commit's fields end with a character that no message has, so that any message can be told from them.
        let output = try run(
            [
                "rev-list", "--first-parent", "--encoding=UTF-8",
                "--format=%H%x00%P%x00%cI%x00%B%x00",
                commit, "--", path,
            ], limit: Self.largestListing)
        let fields = output.split(separator: 0, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        return stride(from: 0, to: fields.count - 4, by: 4).map { index in
            Entry(
                // Above it stands the line `commit ID`, which no git before 2.33 can be told to leave out.
                commit: fields[index].split(separator: "\n").last.map(String.init) ?? "",
                parent: fields[index + 1].split(separator: " ").first.map(String.init),
                day: String(fields[index + 2].prefix(10)), message: fields[index + 3])
        }
    }

    /// The ids of regular files by `commit:path`; nil where there is none.
    private func blobs(of names: [String]) throws(GitError) -> [String?] {
        // A name with a line's end cannot be asked for.
        guard !names.contains(where: { $0.utf8.contains(UInt8(ascii: "\n")) }) else { return names.map { _ in nil } }
        return try check(names).map { $0.count == 3 && $0[1] == "blob" && !$0[0].contains(":") ? $0[0] : nil }
    }

    private func check(_ names: [String]) throws(GitError) -> [[String]] {
        guard !names.isEmpty else { return [] }
        let answer = try run(
            ["cat-file", "--batch-check"], Array((names.joined(separator: "\n") + "\n").utf8),
            limit: Self.largestListing)
        let lines = answer.split(separator: UInt8(ascii: "\n")).map { line in
            String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
        }
        guard lines.count == names.count else { throw .unexpected }
        return lines
    }

    /// Where a file was before a commit that renamed it, and perhaps edited it too.
    private func formerPath(of path: String, in commit: String, parent: String) throws(GitError) -> String? {
        let output = try run(
            [
                "diff-tree", "-r", "-M40%", "-l0", "--no-ext-diff", "--name-status", "--diff-filter=R", "-z", parent,
                commit,
            ],
            limit: Self.largestListing)
        let fields = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        return stride(from: 0, to: fields.count - 2, by: 3).first { fields[$0 + 2] == path }.map { fields[$0 + 1] }
    }
}
