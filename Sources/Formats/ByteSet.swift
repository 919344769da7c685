/// Which bytes stand in a text: one look at it tells of many signs that they are nowhere in it.
package struct ByteSet: Sendable {
    /// A bit for each byte, 64 in a word. Four words and no array, as each paragraph of a long text has one.
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    package init(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { add($0) } }

    package init(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        // In variables of their own, which are kept in registers.
        var (signs, letters, low, high) = words
        for byte in bytes {
            let bit: UInt64 = 1 << UInt64(byte & 63)
            if byte < 0x80 {
                signs |= byte < 0x40 ? bit : 0
                letters |= byte < 0x40 ? 0 : bit
            } else if byte < 0xC0 {
                low |= bit
            } else {
                high |= bit
            }
        }
        words = (signs, letters, low, high)
    }

    package func contains(_ byte: UInt8) -> Bool {
        let word =
            switch byte >> 6 {
            case 0: words.0
            case 1: words.1
            case 2: words.2
            default: words.3
            }
        return word >> UInt64(byte & 63) & 1 != 0
    }

    package func contains(_ sign: Unicode.Scalar) -> Bool { contains(UInt8(ascii: sign)) }

    /// Whether one of some signs of ASCII stands in the text.
    package func holdsAny(of signs: String) -> Bool { signs.utf8.contains(where: contains) }

    package func holdsAny(of bytes: ClosedRange<UInt8>) -> Bool { bytes.contains(where: contains) }

    /// Whether other characters than those of ASCII stand in it.
    package var isBeyondASCII: Bool { words.2 | words.3 != 0 }

    /// Whether controls of ASCII stand in it, tabs and line feeds apart.
    package var hasControls: Bool { holdsAny(of: 0...0x08) || holdsAny(of: 0x0B...0x1F) || contains(0x7F) }
}
