import Formats

extension Verification {
    /// `record/names.jsonl`: its lines have, one after the other, the digests whose words stand there.
    mutating func holdNames(in folder: PublishedFolder, sums: inout [String: String]) {
        let file = RecordPath.names
        guard let bytes = read(file, in: folder) else { return }
        sums[file] = sha256(bytes)
        guard bytes.last ?? UInt8(ascii: "\n") == UInt8(ascii: "\n") else {
            return report(file, "this file does not end with a line feed")
        }
        let wanted = record.digestsOfWords
        // One line more than there are digests says what is wrong, however many follow.
        let lines = bytes.split(
            separator: UInt8(ascii: "\n"), maxSplits: wanted.count + 1, omittingEmptySubsequences: false)
        let digests = lines.dropLast().map { sha256($0) }
        let known = Set(wanted.map(\.sha256))
        func isStrange(_ line: Int, _ digest: String) {
            report(file, line: line, "no line of the record holds the SHA-256 of this line, which is \(digest)")
        }
        var place = 0
        for digest in wanted {
            let found = digests.indices.contains(place) ? digests[place] : nil
            if found == digest.sha256 {
                place += 1
            } else if digest.isAlwaysHere {
                guard let found else {
                    return report(
                        RecordPath.entries, line: digest.line,
                        "the words that this line holds the digest of are not in \(file)", expected: digest.sha256)
                }
                guard known.contains(found) else { return isStrange(place + 1, found) }
                return report(
                    file, line: place + 1,
                    "this line is out of order: the words of \(RecordPath.entries):\(digest.line) belong here",
                    expected: "of the SHA-256 \(digest.sha256)")
            }
        }
        guard place < digests.count else { return }
        guard known.contains(digests[place]) else { return isStrange(place + 1, digests[place]) }
        report(file, line: place + 1, "this line is out of order, or one too many", expected: "the end of the file")
    }
}

/// A digest in a line of the record, of words that the line does not have.
struct DigestOfWords {
    /// From 1.
    var line: Int
    var sha256: String
    /// Whether the words stand in `record/names.jsonl` and nowhere else. What was said later of an edition or a change
    /// stands there only where no notice has it.
    var isAlwaysHere = true
}

extension ParsedRecord {
    /// The digests whose words stand in `record/names.jsonl`, or may, in its order: that of the lines, and within a line of
    /// terms first what holds for all documents, then for single ones in the order of their ids.
    fileprivate var digestsOfWords: [DigestOfWords] {
        entries.enumerated().flatMap { index, entry -> [DigestOfWords] in
            func digest(_ text: String?) -> DigestOfWords? {
                text.map { DigestOfWords(line: index + 1, sha256: $0) }
            }
            switch entry.key.kind {
            case .names, .product: return [digest(entry.text(of: "sha256"))].compactMap(\.self)
            case .notice:
                guard let block = CanonicalObject(entry.bytes) else { return [] }
                let documents = block.object(of: "documents")
                let blocks = [block] + (documents?.keys.compactMap { documents?.object(of: $0) } ?? [])
                return blocks.compactMap { digest($0["objection_after_effect"]) }
            case .postponed, .withdrawn, .erased:
                return entry.digest.map { [DigestOfWords(line: index + 1, sha256: $0, isAlwaysHere: false)] } ?? []
            case .change, .edition, .key, .register, .site, .witness: return []
            }
        }
    }
}
