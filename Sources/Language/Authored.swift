/// What stands around an author's words in a sentence of the program's until it is published: control characters, which
/// no format that we write can hold.
@usableFromInline package enum AuthorsSigns {
    package static let start: Character = "\u{2}"
    package static let end: Character = "\u{3}"
    static let all: Set<Character> = [start, end]
    /// Both in UTF-8.
    @inlinable static var bytes: ClosedRange<UInt8> { 2...3 }
}

extension String {
    /// An author's words, marked as such for a sentence of the program's; blanks around them stay outside. Where a sign
    /// of ours stands in them, which YAML lets an author write, it becomes the one for what cannot be shown.
    package var authored: String {
        guard !hasAuthored else { return String(map { AuthorsSigns.all.contains($0) ? "\u{FFFD}" : $0 }).authored }
        let ends = [unicodeScalars.first, unicodeScalars.last]
        if ends.allSatisfy({ $0.map { ("!"..."~").contains($0) } ?? false }) {
            return "\(AuthorsSigns.start)\(self)\(AuthorsSigns.end)"
        }
        let words = drop(while: \.isWhitespace)
        guard let last = words.lastIndex(where: { !$0.isWhitespace }) else { return self }
        return "\(self[..<words.startIndex])\(AuthorsSigns.start)\(words[...last])\(AuthorsSigns.end)"
            + words[words.index(after: last)...]
    }
}

extension String {
    /// A sentence with the author's words in it and those around them written in some way, without the signs between them.
    package func toldApart(authors: (Substring) -> String, others: (String) -> String) -> String {
        let pieces = split(separator: AuthorsSigns.start, omittingEmptySubsequences: false)
        return others(pieces[0].unmarked)
            + pieces.dropFirst().map { piece in
                let parts = piece.split(separator: AuthorsSigns.end, maxSplits: 1, omittingEmptySubsequences: false)
                return authors(parts[0]) + (parts.count > 1 ? others(parts[1].unmarked) : "")
            }
            .joined()
    }
}

extension StringProtocol {
    /// Whether it is an author's from its first word to its last.
    @inlinable package var isAuthored: Bool {
        utf8.first == AuthorsSigns.bytes.lowerBound
            && unicodeScalars.last?.value == UInt32(AuthorsSigns.bytes.upperBound)
            && !utf8.dropFirst().contains(AuthorsSigns.bytes.lowerBound)
    }

    /// Whether words of an author's stand in it.
    ///
    /// Every sentence is asked, so other modules ask without a call for each byte.
    @inlinable package var hasAuthored: Bool { utf8.contains { AuthorsSigns.bytes.contains($0) } }

    /// A sentence as it is read, without the signs around an author's words.
    @inlinable package var unmarked: String {
        guard hasAuthored else { return String(self) }
        return String(unsafeUninitializedCapacity: utf8.count) { output in
            var end = 0
            for byte in utf8 where !AuthorsSigns.bytes.contains(byte) {
                output[end] = byte
                end += 1
            }
            return end
        }
    }
}
