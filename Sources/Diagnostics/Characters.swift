import Formats

extension StringProtocol {
    /// How many characters a text has, as a reader counts them. Those of ASCII are its bytes, a carriage return with the line
    /// feed behind it apart.
    package var characterCount: Int { isBytewise ? utf8.count : count }

    /// Some of its characters, counted from 0.
    package func characters(_ range: Range<Int>) -> SubSequence { characters(range, areBytes: isBytewise) }

    /// The same, where it is known whether each byte is a character.
    func characters(_ range: Range<Int>, areBytes: Bool) -> SubSequence {
        if areBytes {
            let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
            return self[start..<utf8.index(start, offsetBy: range.count)]
        }
        let start = index(startIndex, offsetBy: range.lowerBound)
        return self[start..<index(start, offsetBy: range.count)]
    }

    /// Whether each byte is a character.
    package var isBytewise: Bool { utf8.all { $0 < 0x80 && $0 != UInt8(ascii: "\r") } }

    /// Whether each is one of ASCII that shows.
    var isPlain: Bool { utf8.all { $0 >= 0x20 && $0 < 0x7F } }
}
