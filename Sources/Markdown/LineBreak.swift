import Formats

/// `<br>`, in any of the ways in which it is written: a line break wherever it stands, in a table's cell too, where
/// Markdown has no other sign for one.
enum LineBreak {
    /// Behind the mark of a prepared text, and behind the bracket of a `<br>`.
    static let letter: Unicode.Scalar = "b"
    static let markBytes = PreparedText.markBytes + Array(String(letter).utf8)

    /// How many bytes the tag at an index has; nil where none is there.
    static func length(in text: [UInt8], at index: Int) -> Int? {
        guard text[index] == UInt8(ascii: "<"), index + 3 < text.count, text[index + 1] | 0x20 == UInt8(ascii: "b"),
            text[index + 2] | 0x20 == UInt8(ascii: "r")
        else { return nil }
        var end = index + 3
        while end < text.count, text[end] == UInt8(ascii: " ") || text[end] == UInt8(ascii: "\t"), end < index + 16 {
            end += 1
        }
        if end < text.count, text[end] == UInt8(ascii: "/") { end += 1 }
        return end < text.count && text[end] == UInt8(ascii: ">") ? end + 1 - index : nil
    }

    /// How a marked `<br>` begins in a text of the tree.
    private static let opening = "<\(PreparedText.mark)\(letter)"

    /// A text of the tree, before anything is restored in it, cut at its line breaks; blanks beside them are no part of
    /// the pieces. A text without one is one piece.
    static func pieces(of text: String) -> [Substring] {
        func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
        var pieces: [Substring] = []
        var rest = text[...]
        while let start = rest.firstRange(of: opening), let end = rest[start.upperBound...].firstIndex(of: ">") {
            pieces.append(rest[..<start.lowerBound].trimmingSuffix(while: isBlank))
            rest = rest[rest.index(after: end)...].trimmingPrefix(while: isBlank)
        }
        return pieces + [rest]
    }
}
