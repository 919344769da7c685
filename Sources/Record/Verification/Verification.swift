import Formats
import Model
import Signatures

/// A published site's record held against the files beside it, and against a checkpoint that somebody kept.
///
/// It needs nothing but the files: who does not trust the publisher writes the same after docs/record.md.
package struct Verification: Sendable {
    /// In the order in which they were looked for; none where everything is as it should be.
    package var problems = RecordProblems()
    /// What could not be looked at, each as a sentence without its full stop.
    package var unchecked: [String] = []
    package var record: ParsedRecord
    /// The hashes of its lines, of which the checkpoint, a kept one and the tiles are made.
    let leaves: TreeHashes
    package var lines: Int { record.lines.count }
    /// The paths that the record holds: of its texts, changes and named files, and of its own.
    package var held: Set<String> = []
    /// How many texts, changes and named files were found to be what was published.
    package var verified = 0
    /// How many editions and changes an erasure is of.
    package var erased = 0
    /// What the kept checkpoint says, where it is a prefix.
    package var continues: Checkpoint?
    /// The witnesses that the record lists and that signed its checkpoint, and when they saw it.
    package var witnesses: [(name: String, seconds: UInt64)] = []
    /// Nil where `record/as-of` holds none.
    package var asOf: AsOf?

    /// - Parameters:
    ///   - entries: the bytes of `record/entries.jsonl`.
    ///   - checkpoint: those of `record/checkpoint`.
    ///   - folder: the published site.
    ///   - kept: a checkpoint that was kept, as a file holds it.
    ///   - keys: every checkpoint must be signed by one of these; by none where there are none.
    package init(
        entries bytes: [UInt8], checkpoint: [UInt8], folder: PublishedFolder, after kept: String?, keys: [VerifierKey]
    ) {
        record = ParsedRecord(reading: bytes)
        leaves = TreeHashes(leaves: record.lines)
        problems = record.problems
        asOf = readAsOf(folder)
        let note = String(decoding: checkpoint, as: UTF8.self)
        holdHead(note, keys)
        if let kept { holdPrefix(kept, keys) }
        // What lines say that are no lines is not asked for.
        guard record.problems.isEmpty else { return }
        var sums = [RecordPath.entries: sha256(bytes)]
        holdTexts(in: folder, sums: &sums)
        // The sums of a part are those of no record.
        guard !problems.isCut else { return }
        holdNames(in: folder, sums: &sums)
        holdSums(Sums(digests: sums), in: folder)
        held.formUnion(sums.keys)
        holdTiles(isSigned: SignedNote(note)?.signatures.isEmpty == false, in: folder)
        guard !problems.isCut else { return }
        holdNothingMore(in: folder)
    }

    mutating func report(_ file: String, line: Int? = nil, _ words: String, expected: String? = nil) {
        problems.append(RecordProblem(file: file, line: line, words, expected: expected))
    }

    /// `record/as-of`: a moment on a line, and no older than the newest entry.
    private mutating func readAsOf(_ folder: PublishedFolder) -> AsOf? {
        let file = RecordPath.asOf
        guard let bytes = read(file, in: folder) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasSuffix("\n"), let moment = Moment(text.dropLast()) else {
            report(file, line: 1, "this is no day or moment, such as 2026-11-23")
            return nil
        }
        let asOf = AsOf(moment)
        if let last = record.entries.last.flatMap({ Moment($0.key.moment) }), !asOf.covers(last) {
            report(file, line: 1, "the record goes on after this moment, to \(last)")
        }
        return asOf
    }

    /// The bytes of a file that must be there; nil where it is missing or cannot be read, which is reported.
    ///
    /// - Parameter count: how many bytes belong there; nil where that is not known.
    mutating func read(_ file: String, in folder: PublishedFolder, against count: Int? = nil) -> [UInt8]? {
        switch count.map({ folder.read(file, against: $0) }) ?? folder.read(file) {
        case .bytes(let bytes): return bytes
        case .missing: report(file, "this file is missing")
        case .unreadable(let reason): report(file, "this file \(reason)")
        }
        return nil
    }
}

/// A published site's files, however they are had.
package struct PublishedFolder: Sendable {
    /// What is found at a path: a file, nothing, or something that is no file of a site, and why.
    package enum Found: Sendable {
        case bytes([UInt8])
        case missing
        case unreadable(String)
    }

    /// Of everything that is no folder, links and pipes as well, sorted.
    package var paths: [String]
    package var read: @Sendable (String) -> Found
    /// The bytes of a regular file without reading it; nil where there is none.
    private let size: @Sendable (String) -> Int?

    package init(
        paths: [String], size: @escaping @Sendable (String) -> Int?, read: @escaping @Sendable (String) -> Found
    ) {
        self.paths = paths
        self.size = size
        self.read = read
    }

    /// The same of a file in whose place others belong: one that is more than twice as large, and 4 MiB, is not read.
    ///
    /// - Parameter count: how many bytes belong there.
    package func read(_ path: String, against count: Int) -> Found {
        guard let size = size(path), size > 2 * count + 4_194_304 else { return read(path) }
        return .unreadable("has \(size) bytes, and \(count) follow from the record")
    }

    /// A file's bytes; nil where there is none that can be read.
    package func bytes(_ path: String) -> [UInt8]? { if case .bytes(let bytes) = read(path) { bytes } else { nil } }

    /// The same of a file of so many bytes at the most.
    package func bytes(_ path: String, limit: Int) -> [UInt8]? { size(path) ?? 0 <= limit ? bytes(path) : nil }

    /// A file as JSON; nil where there is none that can be read, or it is none.
    package func json(_ path: String) -> JSONValue? {
        bytes(path).flatMap { JSONValue(reading: String(decoding: $0, as: UTF8.self)) }
    }

    /// Whether it is a copy of the site, and not only of what its record holds digests of: whatever hosts serve as a
    /// page counts, however its name is written.
    package var hasPages: Bool {
        paths.contains { path in
            let served = path.servedPath
            return [".html", ".htm", ".xhtml", ".php"].contains { served.hasSuffix($0) }
        }
    }

    /// The paths of the notices' JSON.
    package var notices: [String] { paths.filter { $0.hasPrefix("notices/") && $0.hasSuffix(".json") } }
}
