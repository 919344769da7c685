import Formats
import Model
import Signatures

/// A published site's record held against the files beside it, and against a checkpoint that somebody kept.
///
/// It needs nothing but the files: who does not trust the publisher can write the same in forty lines.
package struct Verification: Sendable {
    /// In the order in which they were looked for; none where everything is as it should be.
    package var problems: [RecordProblem]
    package var lines: Int
    /// How many texts, changes and linked files were found to be what was published.
    package var verified: Int
    package var erased: Int
    /// What the kept checkpoint says, where it is a prefix.
    package var continues: Checkpoint?

    /// What is verified beside the record itself.
    package struct Request: Sendable {
        /// A checkpoint that was kept, as a file holds it.
        package var checkpoint: String?
        /// Every checkpoint must be signed by one of these; by none where there are none.
        package var keys: [VerifierKey]

        package init(checkpoint: String? = nil, keys: [VerifierKey] = []) {
            self.checkpoint = checkpoint
            self.keys = keys
        }
    }

    /// - Parameters:
    ///   - entries: the bytes of `record/entries.jsonl`.
    ///   - checkpoint: those of `record/checkpoint`.
    ///   - paths: of every file in the folder.
    ///   - read: a file's bytes by its path; nil where there is none.
    package init(
        entries bytes: [UInt8], checkpoint: [UInt8], paths: [String], _ request: Request,
        read: (String) throws -> [UInt8]?
    ) rethrows {
        let record = ParsedRecord(reading: bytes)
        lines = record.lines.count
        verified = 0
        erased = record.erased.count
        problems = record.problems
        let note = String(decoding: checkpoint, as: UTF8.self)
        problems += Self.head(note, of: record, request.keys)
        if let kept = request.checkpoint {
            let (old, flaw) = Self.prefix(kept, of: record, request.keys)
            if let flaw { problems.append(flaw) } else { continues = old }
        }
        // What lines say that are no lines is not asked for.
        guard record.problems.isEmpty else { return }
        var sums = [RecordPath.entries: sha256(bytes)]
        try holdTexts(against: record, sums: &sums, read: read)
        problems += Self.unannounced(paths, record)
        problems += try Self.sums(Sums(sums), read(RecordPath.sums))
        problems += try Self.asOf(read(RecordPath.asOf), of: record)
    }

    /// The checkpoint as it is published.
    private static func head(_ note: String, of record: ParsedRecord, _ keys: [VerifierKey]) -> [RecordProblem] {
        guard let signed = SignedNote(note), let checkpoint = Checkpoint(signed.text) else {
            return [RecordProblem(file: RecordPath.checkpoint, "this is no checkpoint")]
        }
        let origin = record.entries.first.flatMap(SiteLine.init)?.origin ?? checkpoint.origin
        let made = Checkpoint(origin: origin, lines: record.lines)
        let pairs = zip(checkpoint.text.split(separator: "\n"), made.text.split(separator: "\n"))
        let names = ["origin", "number of lines", "root"]
        let problems = zip(pairs, names).enumerated().compactMap { index, pair -> RecordProblem? in
            let ((given, wanted), name) = pair
            return given == wanted
                ? nil
                : RecordProblem(
                    file: RecordPath.checkpoint, line: index + 1,
                    "the \(name) is not that of \(RecordPath.entries)", expected: String(wanted))
        }
        return problems + signatures(of: signed, in: RecordPath.checkpoint, keys)
    }

    private static func signatures(
        of note: SignedNote, in file: String, _ keys: [VerifierKey]
    ) -> [RecordProblem] {
        guard !keys.isEmpty else { return [] }
        let verdicts = keys.map { ($0, note.verdict(of: $0)) }
        if let (key, _) = verdicts.first(where: { $0.1 == .invalid }) {
            return [RecordProblem(file: file, "the signature of \(key.name) is not valid")]
        }
        guard verdicts.contains(where: { $0.1 == .valid }) else {
            let names = Set(keys.map(\.name)).sorted().joined(separator: ", ")
            return [RecordProblem(file: file, "there is no signature by the key given (\(names))")]
        }
        return []
    }

    /// Whether the record goes on where a kept checkpoint ends.
    private static func prefix(
        _ kept: String, of record: ParsedRecord, _ keys: [VerifierKey]
    ) -> (Checkpoint?, RecordProblem?) {
        let file = "the kept checkpoint"
        guard let signed = SignedNote(kept), let old = Checkpoint(signed.text) else {
            return (nil, RecordProblem(file: file, "this is no checkpoint"))
        }
        if let flaw = signatures(of: signed, in: file, keys).first { return (nil, flaw) }
        let origin = record.entries.first.flatMap(SiteLine.init)?.origin
        guard old.origin == origin else {
            return (
                nil, RecordProblem(file: file, "it is of \(old.origin), and this record is of \(origin ?? "nobody")")
            )
        }
        guard old.size <= record.lines.count else {
            return (
                nil,
                RecordProblem(
                    file: file, "it counts \(old.size) lines, and this record has \(record.lines.count): some are gone")
            )
        }
        let root = MerkleTree.root(of: record.lines.prefix(old.size))
        guard root == old.root else {
            return (
                nil,
                RecordProblem(
                    file: file,
                    "the first \(old.size) lines of this record are not those that it was made of: history was altered")
            )
        }
        return (old, nil)
    }

    /// Every text, change and linked file by the digest in its line.
    private mutating func holdTexts(
        against record: ParsedRecord, sums: inout [String: String], read: (String) throws -> [UInt8]?
    ) rethrows {
        let rests = record.rests
        for (index, entry) in record.entries.enumerated() {
            var files = entry.files
            var texts: [(String, String)] = []
            if let path = entry.key.path, let digest = entry.digest {
                texts = [(path, digest)]
                if let rest = entry.key.recordItem.flatMap({ rests[$0] }), let path = entry.key.restPath {
                    texts = [(path, rest)]
                    // Of what is erased those files are there that what is left names.
                    let left = try read(path).map { namedFiles(in: String(decoding: $0, as: UTF8.self)) } ?? []
                    files = files.filter { left.contains($0.key) }
                }
            }
            for (path, digest) in texts
                + files.map({ (String($0.key.dropFirst()), $0.value) }).sorted(by: { $0.0 < $1.0 })
            {
                let known = sums.updateValue(sums[path] ?? digest, forKey: path)
                if known == digest { continue }
                let actual = known == nil ? try read(path).map(sha256) : known
                guard actual != digest else {
                    verified += 1
                    continue
                }
                let what =
                    if known != nil {
                        "\(path) has another digest in a line before this one"
                    } else if let actual {
                        "\(path) is not what was published: its SHA-256 is \(actual)"
                    } else {
                        "\(path) is missing, and no line says that it was erased"
                    }
                problems.append(RecordProblem(file: RecordPath.entries, line: index + 1, what, expected: digest))
            }
        }
    }

    /// Texts and changes that lie in the folder and are in no line.
    private static func unannounced(_ paths: [String], _ record: ParsedRecord) -> [RecordProblem] {
        let rests = record.rests
        let known = Set(
            record.entries.compactMap { entry in
                entry.key.recordItem.flatMap { rests[$0] } == nil ? entry.key.path : entry.key.restPath
            })
        return paths.filter { path in
            let parts = path.split(separator: "/")
            let stem = parts.last?.split(separator: ".", maxSplits: 1)
            guard let stem, stem.count == 2, EditionID(stem[0]) != nil else { return false }
            let isText = parts.count == 2 && stem[1] == "md"
            let isChange = parts.count == 3 && stem[1] == "json" && parts[1] != "on"
            let isRest = parts.count == 2 && stem[1] == "json"
            return (isText || isChange || isRest) && !known.contains(path)
        }
        .sorted().map { RecordProblem(file: $0, "this is published, and no line of the record announces it") }
    }

    private static func sums(_ sums: Sums, _ bytes: [UInt8]?) -> [RecordProblem] {
        let file = RecordPath.sums
        guard let bytes else { return [RecordProblem(file: file, "this file is missing")] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = sums.text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines != wanted else { return [] }
        let index = zip(lines, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let line = index ?? min(lines.count, wanted.count)
        return [
            RecordProblem(
                file: file, line: line + 1, "this line is not as the record has it",
                expected: line < wanted.count && !wanted[line].isEmpty ? String(wanted[line]) : "the end of the file")
        ]
    }

    private static func asOf(_ bytes: [UInt8]?, of record: ParsedRecord) -> [RecordProblem] {
        let file = RecordPath.asOf
        guard let bytes else { return [RecordProblem(file: file, "this file is missing")] }
        let text = String(decoding: bytes, as: UTF8.self)
        guard text.hasSuffix("\n"), let moment = Moment(text.dropLast()) else {
            return [RecordProblem(file: file, line: 1, "this is no day or moment, such as 2026-11-23")]
        }
        let last = record.entries.last.flatMap { Moment($0.key.moment) }
        guard let last, !AsOf(moment).covers(last) else { return [] }
        return [RecordProblem(file: file, line: 1, "the record goes on after this moment, to \(last)")]
    }
}
