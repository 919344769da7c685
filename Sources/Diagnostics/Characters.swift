extension StringProtocol {
    /// How many characters a text has, as a reader counts them. Those of ASCII are its bytes, a carriage return with the line
    /// feed behind it apart.
    package var characterCount: Int { isBytewise ? utf8.count : count }

    /// Some of its characters, counted from 0.
    package func characters(_ range: Range<Int>) -> SubSequence {
        if isBytewise {
            let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
            return self[start..<utf8.index(start, offsetBy: range.count)]
        }
        let start = index(startIndex, offsetBy: range.lowerBound)
        return self[start..<index(start, offsetBy: range.count)]
    }

    /// Whether each byte is a character.
    package var isBytewise: Bool { utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") } }
}
