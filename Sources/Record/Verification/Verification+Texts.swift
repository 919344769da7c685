import Formats
import Model

extension Verification {
    /// Every text and change by the digest in its line, or what stands in its place by that of its last erasure; and
    /// every file that they name.
    ///
    /// - Parameter sums: gains the digests of these, by path.
    mutating func holdTexts(in folder: PublishedFolder, sums: inout [String: String]) {
        let rests = record.rests
        erased = rests.count
        for (index, entry) in record.entries.enumerated() {
            var held: [(path: String, digest: String)] = []
            var files = entry.files.sorted { $0.key < $1.key }
            if let path = entry.key.path, let item = entry.key.recordItem, let digest = entry.digest {
                let rest = rests[item]
                let place = rest == nil ? path : entry.key.restPath ?? path
                held.append((place, rest ?? digest))
                // A file that went with the words stays only where what is left names it.
                if rest != nil {
                    let left = namedFiles(in: String(decoding: folder.bytes(place) ?? [], as: UTF8.self))
                    files.removeAll { !left.contains($0.key) }
                }
            }
            held += files.map { (String($0.key.dropFirst()), $0.value) }
            for (path, digest) in held { hold(path, digest, line: index + 1, in: folder, sums: &sums) }
        }
    }

    /// Holds one file against the digest in a line; a file that several lines name is read once.
    private mutating func hold(
        _ path: String, _ digest: String, line: Int, in folder: PublishedFolder, sums: inout [String: String]
    ) {
        if let known = sums.updateValue(sums[path] ?? digest, forKey: path) {
            guard known != digest else { return }
            return report(
                RecordPath.entries, line: line, "\(path) has another digest in a line before this one", expected: digest
            )
        }
        let words: String
        switch folder.read(path) {
        case .bytes(let bytes):
            let actual = sha256(bytes)
            guard actual != digest else { return verified += 1 }
            words = "\(path) is not what was published: its SHA-256 is \(actual)"
        case .missing: words = "\(path) is missing, and no line says that it was erased"
        case .unreadable(let reason): words = "\(path) \(reason)"
        }
        report(RecordPath.entries, line: line, words, expected: digest)
    }

    /// `record/names.jsonl`: each line has a digest in the record, and each digest of names, products and terms its line.
    mutating func holdNames(in folder: PublishedFolder, sums: inout [String: String]) {
        let wanted = record.nameDigests
        let file = RecordPath.names
        guard !wanted.isEmpty || folder.paths.contains(file) else { return }
        // A record without names is one of a site that had none to tell.
        if !record.hasNames, !folder.paths.contains(file) {
            return unchecked.append("the words of the terms: there is no \(file)")
        }
        guard let bytes = read(file, in: folder) else { return }
        sums[file] = sha256(bytes)
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.last?.isEmpty == true else { return report(file, "this file does not end with a line feed") }
        let digests = lines.dropLast().map { sha256($0) }
        let known = Set(record.entries.compactMap(\.digest)).union(wanted.map(\.digest))
        for (index, digest) in digests.enumerated() where !known.contains(digest) {
            report(file, line: index + 1, "no line of the record holds the SHA-256 of this line, which is \(digest)")
        }
        let present = Set(digests)
        for (line, digest) in wanted where !present.contains(digest) {
            report(
                RecordPath.entries, line: line, "the words that this line holds the digest of are not in \(file)",
                expected: digest)
        }
    }
}

extension ParsedRecord {
    /// Whether a line says who is speaking.
    package var hasNames: Bool { entries.contains { $0.key.kind == .names } }

    /// The digests whose words stand in `record/names.jsonl`: of names, products, and what objections after effect do.
    /// Each with its line, from 1.
    package var nameDigests: [(line: Int, digest: String)] {
        entries.enumerated().flatMap { index, entry -> [(line: Int, digest: String)] in
            switch entry.key.kind {
            case .names, .product: return entry.json["sha256"]?.text.map { [(index + 1, $0)] } ?? []
            case .notice:
                let json = entry.json
                var blocks = [json]
                if case .object(let documents)? = json["documents"] { blocks += documents.map(\.value) }
                return blocks.compactMap { $0["objection_after_effect"]?.text }.map { (index + 1, $0) }
            default: return []
            }
        }
    }
}
