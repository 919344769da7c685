import Diagnostics
import Disk
import Foundation
import Git
import Import
import Model
import TrustPress

extension ImportOptions {
    /// The files that are given, as they lie there; or with `--git`, what became of the one that is given.
    ///
    /// - Parameter ending: that of such files, for messages.
    func texts(_ paths: [String], ending: String) throws -> ([EditionImport.Text], [Diagnostic]) {
        guard !paths.isEmpty else {
            throw UsageError("say which files are taken over: name them behind it, as old/2024-04-12.\(ending)")
        }
        guard let git else {
            return (
                try paths.map { path in
                    let (folder, name) = Folder.split(path)
                    guard let bytes = try folder.read(name) else {
                        if folder.kind(name) == .folder {
                            throw FileError(path: path, reason: "is a folder: name the files in it")
                        }
                        // `import register subprocessors list.csv`
                        let isDocument = ending == "csv" && isIdentifier(path) && paths.count > 1
                        throw FileError(
                            path: path,
                            reason: "there is no such file"
                                + (isDocument ? "; a document is named with --document \(path)" : ""))
                    }
                    return EditionImport.Text(path: path, bytes: bytes)
                }, []
            )
        }
        guard paths.count == 1 else {
            throw UsageError("with --git one file is given, by its path in the repository; run it once for each")
        }
        do {
            return try history(of: paths[0], in: git)
        } catch let error as GitError {
            throw FileError(path: git, reason: "git \(error.reason)")
        }
    }

    private func history(of path: String, in git: String) throws -> ([EditionImport.Text], [Diagnostic]) {
        let searchPath = ProcessInfo.processInfo.environment["PATH", default: ""]
        switch Checkout.around(git, searchPath: searchPath) {
        case .none: throw UsageError("\(git) lies in no git checkout")
        case .noProgram: throw UsageError("there is no git program in PATH to read \(git) with")
        case .found(let checkout):
            guard let commit = try checkout.commit(rev) else { throw UsageError("\(rev) is no commit of \(git)") }
            let revisions = try checkout.history(of: checkout.prefix + path, upTo: commit)
            guard revisions.contains(where: { $0.object != nil }) else {
                throw UsageError("there never was a file \(checkout.prefix + path) in \(git) up to \(rev)")
            }
            let contents = try checkout.contents(of: revisions)
            let texts = revisions.compactMap { revision in
                revision.object.map {
                    EditionImport.Text(
                        path: revision.name, day: CalendarDate(revision.day), bytes: contents[$0] ?? [],
                        message: revision.message)
                }
            }
            return (texts, remarks(on: revisions) + (try checkout.isShallow ? [.shallow(git)] : []))
        }
    }

    /// What a history holds that no text does: days from which the file was gone.
    private func remarks(on revisions: [FileRevision]) -> [Diagnostic] {
        revisions.indices.compactMap { index in
            let revision = revisions[index]
            guard revision.object == nil else { return nil }
            let next = revisions[(index + 1)...].first { $0.object != nil }
            return Diagnostic(
                .publishedTextMissing, file: revision.name,
                "the file was taken away on \(revision.day)"
                    + (next.map { ", and put back on \($0.day); the text before it goes on between the two" } ?? ""),
                help: next == nil ? "if the document ended then, write retired: {} into its last edition" : nil
            ).asWarning()
        }
    }
}

extension FileRevision {
    /// As `git show` takes it: `1a2b3c4d5e:legal/privacy.md`.
    fileprivate var name: String { "\(commit.prefix(10)):\(path)" }
}

extension Diagnostic {
    fileprivate static func shallow(_ git: String) -> Diagnostic {
        Diagnostic(
            .publishedTextMissing, file: git, "older commits are not in this clone, and so not in what was taken over",
            help: "fetch them with git fetch --unshallow, and import into a new folder"
        ).asWarning()
    }
}
