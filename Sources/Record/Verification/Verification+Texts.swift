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
            guard !problems.isFull else { return problems.cut() }
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
}
