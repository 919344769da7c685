import Disk
import Formats
import Synchronization

/// Writes a site into a folder: what changed is written, what is no longer made is deleted, and what TrustPress did
/// not make is left alone.
///
/// It takes the files as they are made, from any thread and in any order. What is new is first written beside the site, and
/// moved into place when all of it is there, a new folder as a whole: so a full disk is found before anything is touched,
/// and a site that turns out to be wrong is discarded. A build that is killed meanwhile is made whole by the next one. From
/// the first file on until it is discarded or gone it holds the folder: another one that comes meanwhile waits.
package final class Publication: Sendable {
    private let folder: Folder
    /// The site whose sources the folder must keep away from; nil where there is none.
    private let site: String?
    private let onWait: @Sendable () -> Void
    private let state = Mutex(State())

    fileprivate struct State {
        var old: Result<Manifest, FileError>?
        var lock: FolderLock?
        /// The folders that were made for the site, the outermost first.
        var made: [Folder] = []
        var isStaging = false
        var idle: [Worker] = []
        var new = Manifest()
        /// By the path of what comes into place in one step: a file, or a whole folder that is not there yet.
        var moves: [String: Move] = [:]
        var unchanged = 0
        /// Of the first file, by its path, that cannot be published.
        var failure: (path: String, error: FileError)?
    }

    fileprivate struct Move {
        /// What it is called while it lies beside the site.
        let name: String
        var files: [String] = []
    }

    static let staging = ".trustpress-new"

    /// Nothing is touched before the first file comes.
    ///
    /// - Parameters:
    ///   - path: the folder, which is made where it is missing.
    ///   - site: a site in whose sources the folder may not lie.
    ///   - onWait: is called where another build holds the folder, before this one waits for its end.
    package init(
        into path: String, besidesSourcesOf site: String? = nil, onWait: @escaping @Sendable () -> Void = {}
    ) {
        folder = Folder(path: path)
        self.site = site
        self.onWait = onWait
    }

    /// Writes a file beside the site where what is there is not the same. Why it cannot be, `finish` says.
    package func take(_ file: OutputFile) {
        do throws(FileError) {
            let old = try open()
            // What comes behind a file that fails is neither written nor told.
            if let failure = state.withLock({ $0.failure }), failure.path <= file.path { return }
            let idle = state.withLock { $0.idle.popLast() }
            let worker: Worker
            if let idle { worker = idle } else { worker = try Worker(folder) }
            defer { state.withLock { $0.idle.append(worker) } }
            let digest = Manifest.digest(file.bytes)
            // Of a first build nearly all files lie in folders that are known not to be there.
            let folders = Folder.parents(of: file.path)
            let missing = state.withLock { state in folders.first { state.moves[$0] != nil } }
            let standing: FolderWalk.Standing =
                if let missing { .missing(missing) } else { try worker.standing(of: file) }
            if standing == .other, old.digests[file.path] == nil,
                !old.digests.keys.contains(where: { isOneFile($0, file.path) })
            {
                throw FileError(
                    path: folder.full(file.path),
                    reason: "stands where a page belongs and was not made by TrustPress; move it away")
            }
            let staged = try state.withLock { state throws(FileError) in
                try state.note(file.path, digest, standing, in: folder)
            }
            if let staged { try worker.write(file.bytes, to: staged) }
        } catch {
            state.withLock { state in
                if let known = state.failure, known.path <= file.path { return }
                state.failure = (file.path, error)
            }
        }
    }

    /// Moves everything into place: what others promise before what promises it, so that a record or a feed that is there
    /// names what is there.
    ///
    /// - Throws: `FileError` where the folder or one in it cannot be written, a link or a foreign file stands where a page
    ///   belongs, or the folder lies in a site's sources; then nothing was touched, unless it is the moving itself that failed.
    package func finish() throws(FileError) -> PublishReport {
        let old = try open()
        if let failure = state.withLock({ $0.failure }) { throw failure.error }
        let (new, moves, unchanged) = state.withLock { state in
            (
                state.new, state.moves.sorted { (Self.rank($0.key), $0.key) < (Self.rank($1.key), $1.key) },
                state.unchanged
            )
        }
        let stale = old.paths.filter { new.digests[$0] == nil }
        try tryForWriting(moves.map(\.key), deleting: stale)
        if !moves.isEmpty {
            try writeManifest(old.union(new))
            for (path, move) in moves { try folder.move("\(Self.staging)/\(move.name)", to: path) }
            folder.deleteIfEmpty(Self.staging)
        }
        let deleted = try delete(stale, madeBy: old, replacedBy: new)
        try writeManifest(new)
        return PublishReport(
            written: moves.flatMap(\.value.files).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
            deleted: deleted, unchanged: unchanged)
    }

    /// When something comes into place: texts and data, then pages and new folders with theirs, then what speaks of them.
    private static func rank(_ path: String) -> Int {
        switch path.prefix(while: { $0 != "/" }) {
        case "feeds": 2
        case "record": 3
        case "index.html": 4
        default: path.hasSuffix(".html") ? 1 : 0
        }
    }

    /// Finds out of each folder in which something is to come or go whether it can, before anything does.
    private func tryForWriting(_ moved: [String], deleting stale: [String]) throws(FileError) {
        func folders(of paths: [String]) -> Set<String> { Set(paths.map { Folder.parents(of: $0).last ?? "" }) }
        let targets = folders(of: moved)
        for path in targets.union(folders(of: stale)).sorted() where folder.kind(path) == .folder {
            try folder.tryForWriting(path)
            if targets.contains(path) { try folder.tryForMoving(from: Self.staging, into: path) }
        }
    }

    /// Takes away what is still beside the site: the folder is then as it was, or as `finish` left it.
    package func discard() {
        state.withLock { state in
            if case .success? = state.old { try? folder.clearStaging() }
            for made in state.made.reversed() { made.deleteIfEmpty("") }
            state.lock = nil
        }
    }

    /// Opens the folder, which is made where it is missing, holds it, and clears away what a build that was stopped left.
    ///
    /// - Returns: what an earlier build made.
    private func open() throws(FileError) -> Manifest {
        try state.withLock { state throws(FileError) in
            if let old = state.old { return try old.get() }
            do throws(FileError) {
                if let site { try refuseSources(of: site, as: folder.path) }
                state.lock = try folder.hold(making: &state.made, onWait: onWait)
                let text = try folder.read(Manifest.name).map { String(decoding: $0, as: UTF8.self) }
                try folder.clearStaging()
                state.old = .success(Manifest(text ?? ""))
            } catch { state.old = .failure(error) }
            return try state.old?.get() ?? Manifest()
        }
    }

    /// Deletes what an earlier build made and this one does not, where it is still what that build made; and the folders that
    /// are then empty, those too of what a build that was stopped had deleted.
    private func delete(
        _ stale: [String], madeBy old: Manifest, replacedBy new: Manifest
    ) throws(FileError) -> [String] {
        var deleted: [String] = []
        for path in try stale.isEmpty ? [] : respelt(stale, new) {
            // What is larger than anything that a build makes is none of its files any more.
            guard folder.size(path) ?? 0 <= Folder.largestFile, let bytes = try folder.read(path),
                old.knows(bytes, at: path)
            else { continue }
            try folder.delete(path)
            deleted.append(path)
        }
        for parent in Set(stale.flatMap(Folder.parents)).sorted(by: >) where folder.isReachedThroughFolders(parent) {
            folder.deleteIfEmpty(parent)
        }
        return deleted
    }

    /// Where a disk does not tell capitals from small letters, a path that is stale may lead to a file that is new and is spelt
    /// otherwise: that gets its name, folders and all.
    ///
    /// - Returns: the paths that are stale all the same.
    private func respelt(_ stale: [String], _ new: Manifest) throws(FileError) -> [String] {
        let spelt = Dictionary(new.digests.keys.map { ($0.lowercased(), $0) }) { first, _ in first }
        var gone: [String] = []
        for path in stale {
            guard let other = spelt[path.lowercased()], isOneFile(path, other) else {
                gone.append(path)
                continue
            }
            for (from, to) in zip(Folder.parents(of: path) + [path], Folder.parents(of: other) + [other])
            where from != to { try folder.move(from, to: to) }
        }
        return gone
    }

    /// Whether two paths that differ in capitals alone lead to one file.
    private func isOneFile(_ path: String, _ other: String) -> Bool {
        guard path.lowercased() == other.lowercased(), folder.isReachedThroughFolders(path) else { return false }
        return FileIdentity(folder.full(path)).map { $0 == FileIdentity(folder.full(other)) } ?? false
    }

    private func writeManifest(_ manifest: Manifest) throws(FileError) {
        let bytes = Array(manifest.text.utf8)
        if try folder.read(Manifest.name) == bytes { return }
        try folder.createFolder(Self.staging)
        try folder.write(bytes, to: "\(Self.staging)/\(Manifest.name)")
        try folder.move("\(Self.staging)/\(Manifest.name)", to: Manifest.name)
        folder.deleteIfEmpty(Self.staging)
    }
}

extension Publication.State {
    /// Notes what is to become of a file.
    ///
    /// - Returns: its path beside the site, where it is to be written.
    fileprivate mutating func note(
        _ path: String, _ digest: String, _ standing: FolderWalk.Standing, in folder: Folder
    ) throws(FileError) -> String? {
        new.insert(path, digest)
        let place: String
        switch standing {
        case .same:
            unchanged += 1
            return nil
        case .other: place = path
        case .missing(let first): place = first
        }
        if !isStaging { try folder.createFolder(Publication.staging) }
        isStaging = true
        let name = moves[place]?.name ?? "\(moves.count)"
        moves[place, default: Publication.Move(name: name)].files.append(path)
        return name + Substring(path.utf8.dropFirst(place.utf8.count))
    }
}

/// One core's way through the folder of a site, and through what lies beside it.
private final class Worker: Sendable {
    private let folder: Folder
    private let walks: Mutex<Walks>

    private struct Walks: ~Copyable {
        var site: FolderWalk
        var staged: FolderWalk?
    }

    init(_ folder: Folder) throws(FileError) {
        self.folder = folder
        walks = Mutex(Walks(site: try FolderWalk(folder), staged: nil))
    }

    func standing(of file: OutputFile) throws(FileError) -> FolderWalk.Standing {
        try walks.withLock { walks throws(FileError) in try walks.site.standing(of: file.path, against: file.bytes) }
    }

    /// - Parameter path: from the folder beside the site, which is there.
    func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        try walks.withLock { walks throws(FileError) in
            if walks.staged == nil { walks.staged = try FolderWalk(Folder(path: folder.full(Publication.staging))) }
            try walks.staged?.write(bytes, to: path)
        }
    }
}

extension Folder {
    /// Takes away what a build wrote beside the site.
    fileprivate func clearStaging() throws(FileError) {
        let staging = Publication.staging
        guard kind(staging) == .folder else { return }
        for name in names(in: staging) where name == Manifest.name || name.allSatisfy(\.isNumber) {
            try deleteAll("\(staging)/\(name)")
        }
        deleteIfEmpty(staging)
    }
}
