import Formats

extension Record {
    /// What stands under `/record/` beside the page: the entries, the checkpoint, the as-of and the sums, and where the
    /// checkpoint is signed the tiles of a log.
    ///
    /// - Parameter note: the checkpoint as a signed note; nil where it is not signed.
    package func files(signedAs note: String? = nil) -> [OutputFile] {
        // A line for each entry, each with a line feed.
        let entriesFile = OutputFile(path: RecordPath.entries, text: lines.map { $0 + "\n" }.joined())
        let namesFile = namesFile
        var digests = Dictionary(
            [entriesFile, namesFile].map { ($0.path, sha256($0.bytes)) }, uniquingKeysWith: { first, _ in first })
        for entry in entries { digests.merge(entry.published) { first, _ in first } }
        return [
            entriesFile, namesFile,
            OutputFile(path: RecordPath.checkpoint, text: note ?? checkpoint.text),
            OutputFile(path: RecordPath.asOf, text: "\(asOf)\n"),
            OutputFile(path: RecordPath.sums, text: Sums(digests: digests).text),
        ] + (note == nil ? [] : tileFiles)
    }

    /// `record/names.jsonl`: what stands behind digests of lines and in no other file, in the order of those lines.
    package var namesFile: OutputFile {
        OutputFile(path: RecordPath.names, text: entries.flatMap(\.preimages).map { $0 + "\n" }.joined())
    }
}

/// The paths of the record's files from the output folder.
package enum RecordPath {
    package static let entries = "record/entries.jsonl"
    package static let names = "record/names.jsonl"
    package static let checkpoint = "record/checkpoint"
    package static let asOf = "record/as-of"
    package static let sums = "record/SHA256SUMS"
    package static let tiles = "record/tile"
}

/// `record/SHA256SUMS`, in the form of `sha256sum`: sorted by path, so that `sha256sum -c` reads it in the root of a
/// copy of the site.
package struct Sums: Sendable, Equatable {
    /// Digests in lower-case hexadecimal by paths from the output folder.
    package var digests: [String: String]

    package var text: String {
        digests.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { "\($0.value)  \($0.key)\n" }.joined()
    }
}
