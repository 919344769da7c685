import Diagnostics
import Feeds
import Formats
import Model

extension Record {
    /// What stands under `/record/` beside the page: the entries, the checkpoint, the as-of and the sums, and where the
    /// checkpoint is signed the tiles of a log.
    ///
    /// - Parameter note: the checkpoint as a signed note; nil where it is not signed.
    package func files(signedAs note: String? = nil) -> [OutputFile] {
        [
            OutputFile(path: RecordPath.entries, text: entriesText),
            OutputFile(path: RecordPath.names, text: namesText),
            OutputFile(path: RecordPath.checkpoint, text: note ?? checkpoint.text),
            OutputFile(path: RecordPath.asOf, text: "\(asOf)\n"),
            OutputFile(path: RecordPath.sums, text: Sums(published).text),
        ] + (note == nil ? [] : tileFiles)
    }

    /// `record/entries.jsonl`: a line for each entry, each with a line feed.
    var entriesText: String { lines.map { $0 + "\n" }.joined() }

    /// `record/names.jsonl`: what stands behind digests of lines and in no other file, in the order of those lines.
    private var namesText: String { entries.flatMap(\.preimages).map { $0 + "\n" }.joined() }

    /// Every published text and change, or what stands in its place, and the files that they name.
    private var published: [String: String] {
        var digests = [
            RecordPath.entries: sha256(entriesText.utf8), RecordPath.names: sha256(namesText.utf8),
        ]
        for entry in entries { digests.merge(entry.published) { first, _ in first } }
        return digests
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

    package init(_ digests: [String: String]) { self.digests = digests }

    package var text: String {
        digests.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { "\($0.value)  \($0.key)\n" }.joined()
    }
}
