import Disk
import Formats
import Model
import Record
import Signatures
import Synchronization

/// What was found of a published site.
package struct VerifiedSite: Sendable {
    package var record: Verification
    /// How many lists, notices, feeds and pages were found to be what follows from the record.
    package var derived = 0
    package var problems: RecordProblems
    /// What could not be looked at, each as a sentence without its full stop.
    package var unchecked: [String]
}

/// Holds a published site's record against the files in a folder, and what else they say against the record.
///
/// - Parameters:
///   - path: the folder that holds `record/`.
///   - checkpoint: the path of a checkpoint that was kept.
///   - keys: every checkpoint must be signed by one of them.
/// - Throws: `FileError` where there is no record, or where it or anything else of the folder cannot be read: of a copy that
///   is not seen whole nothing is said.
package func verify(_ path: String, checkpoint: String?, keys: [VerifierKey]) throws(FileError) -> VerifiedSite {
    let folder = Folder(path: path)
    func read(_ relative: String, limit: Int) throws(FileError) -> [UInt8] {
        guard let bytes = try folder.read(relative, limit: limit) else {
            throw FileError(
                path: folder.full(relative), reason: "is missing; verify takes the folder that holds record/")
        }
        return bytes
    }
    var kept: String?
    if let checkpoint {
        let (above, name) = Folder.split(checkpoint)
        guard let bytes = try above.read(name, limit: PublishedFolder.smallLimit) else {
            throw FileError(path: checkpoint, reason: "is no file")
        }
        kept = keptNote(bytes)
    }
    let entries = try read(RecordPath.entries, limit: PublishedFolder.limit)
    let head = try read(RecordPath.checkpoint, limit: PublishedFolder.smallLimit)
    let unread = UnreadFiles()
    let published = try PublishedFolder(folder, noting: unread)
    let verification = Verification(
        entries: entries, checkpoint: head, folder: published, after: kept, keys: keys)
    try unread.fail()
    var site = VerifiedSite(
        record: verification, problems: verification.problems, unchecked: verification.unchecked)
    // What is not as it was published does not follow from anything.
    guard site.problems.isEmpty, let asOf = verification.asOf else { return site }
    let derivation = Derivation(verification, asOf: asOf, in: published)
    try unread.fail()
    site.problems = derivation.problems
    site.unchecked += derivation.unchecked
    site.derived = derivation.derived
    return site
}

/// A note of what became of its file where it was kept: editors and mail write ends of lines of their own, a byte order mark
/// before the first line, and one line feed more or none behind the last. A note holds none of these.
private func keptNote(_ bytes: [UInt8]) -> String {
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let lines = marked.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
    let end = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    return lines[..<end].map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
}

/// The files of a published site that the system did not give, such as those that one may not read: they are not known to
/// be other than what was published.
private final class UnreadFiles: Sendable {
    /// Of the first of them by its path.
    private let first = Mutex<FileError?>(nil)

    func note(_ error: FileError) {
        first.withLock { first in if first.map({ error.path < $0.path }) ?? true { first = error } }
    }

    func fail() throws(FileError) { if let error = first.withLock({ $0 }) { throw error.withRemedy } }
}

extension FileError {
    /// The same of a file or folder that the system does not give, with what to do: what is not seen may be anything, and a
    /// host may serve it.
    fileprivate var withRemedy: FileError {
        FileError(
            path: path,
            reason: reason
                + "; verify must see all of the site: let it be read, or download the site and verify the copy")
    }
}

extension PublishedFolder {
    /// Of a record's lines, and of anything else that a site publishes: 1 GiB, of which nothing is near.
    static let limit = Folder.largestFile
    /// Of a checkpoint with its signatures.
    static let smallLimit = 1_048_576

    /// The files of a folder on disk: regular ones, reached through no link, within bounds.
    ///
    /// - Parameter unread: gains those that the system does not give.
    fileprivate init(_ folder: Folder, noting unread: UnreadFiles) throws(FileError) {
        let paths: [String]
        do throws(FileError) {
            paths = try folder.allPaths(passing: Self.isForeign)
        } catch {
            throw error.withRemedy
        }
        self.init(paths: paths, size: { Folder.isSafe($0) ? folder.size($0) : nil }) { path in
            guard Folder.isSafe(path) else { return .missing }
            let (size, limit) = (folder.size(path) ?? 0, Self.limit(of: path))
            guard size <= limit else { return .unreadable(FileError(path: path, size: size, limit: limit).reason) }
            do throws(FileError) {
                if let bytes = try folder.read(path, limit: limit) { return .bytes(bytes) }
                return folder.kind(path) == nil ? .missing : .unreadable("is no file, or is reached through a link")
            } catch {
                unread.note(error)
                return .unreadable(error.reason)
            }
        }
    }

    /// Whether no site has a folder that is called so, as `lost+found` is on a disk of its own.
    private static func isForeign(_ path: String) -> Bool {
        let name = path.utf8.prefix { $0 != UInt8(ascii: "/") }
        let isID = name.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }
        return !isID && !name.elementsEqual(".well-known".utf8)
    }

    /// The most bytes that a file has which TrustPress makes: a text is no longer than its source may be, a change some times
    /// that at the most, a tile holds 256 lines, and no page is near that of others.
    private static func limit(of path: String) -> Int {
        if path.hasPrefix("files/") { return 104_857_600 }
        if path == RecordPath.asOf || path == RecordPath.checkpoint { return smallLimit }
        if path == RecordPath.entries || path == RecordPath.sums { return limit }
        if path.hasPrefix(RecordPath.tiles) { return 20_971_520 }
        if path.hasSuffix(".md") { return 1_048_576 }
        let isOfList = path.hasPrefix("notices/") || path.hasPrefix("feeds/") || path.contains("/on/")
        return path.hasSuffix(".json") && path.contains("/") && !isOfList ? 2_097_152 : 268_435_456
    }
}

extension VerifiedSite {
    /// What was found to be as it was published, in some sentences.
    package var summary: String {
        var words =
            "The record of \(counted(record.lines, "line")) is whole: \(counted(record.verified, "file")) as published"
        if record.erased > 0 { words += ", \(record.erased) erased" }
        words += "; \(derived) more follow from it."
        if let continues = record.continues {
            words += " It continues the checkpoint of \(counted(continues.size, "line"))."
        }
        for witness in record.witnesses {
            let moment = Moment(secondsSince1970: Int(clamping: witness.seconds), at: UTCOffset(minutes: 0))
            words += " \(witness.name) saw it" + (moment.map { " at \($0) (+00:00)" } ?? "") + "."
        }
        return words + unchecked.map { "\nNot checked: \($0)." }.joined()
    }
}
