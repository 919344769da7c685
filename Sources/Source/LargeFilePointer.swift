import Formats

/// The digest of the file in whose place a pointer of Git LFS stands; nil where the bytes are no such pointer (git-lfs,
/// docs/spec.md and docs/extensions.md).
///
/// It is one to the last letter or not at all: who could add a sentence to one would have a published text that counts as
/// whatever file he names in it.
package func digestOfPointer(_ bytes: [UInt8]) -> String? {
    guard bytes.count < 1024, bytes.starts(with: "version ".utf8), let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    // A checkout may give text other line ends than the repository has.
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    if lines.last == "" { lines.removeLast() }
    guard lines.count > 2, lines.removeFirst() == "version https://git-lfs.github.com/spec/v1",
        isSize(lines.removeLast())
    else { return nil }
    let digests = lines.enumerated().map { digest($1, of: $0 == lines.count - 1 ? "oid" : "ext-") }
    // Each extension names what was given to it: the first one the file.
    return digests.contains(nil) ? nil : digests[0]
}

private func isSize(_ line: Substring) -> Bool {
    let digits = line.dropFirst("size ".count)
    return line.hasPrefix("size ") && !digits.isEmpty && digits.utf8.allSatisfy(\.isASCIIDigit)
}

/// The digest in a line of a key and a value.
private func digest(_ line: Substring, of key: String) -> String? {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, key == "oid" ? words[0] == "oid" : words[0].hasPrefix(key), words[1].hasPrefix("sha256:"),
        isSHA256(words[1].dropFirst("sha256:".count))
    else { return nil }
    return String(words[1].dropFirst("sha256:".count))
}
