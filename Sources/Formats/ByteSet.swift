/// Which bytes stand in a text: one look at it tells of many signs that they are nowhere in it.
package struct ByteSet: Sendable {
    /// By the byte: 1 where it is there.
    private let isThere: [UInt8]

    package init(_ bytes: [UInt8]) { self = bytes.withUnsafeBufferPointer { Self($0) } }

    package init(_ text: String) {
        var text = text
        self = text.withUTF8 { Self($0) }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var isThere = [UInt8](repeating: 0, count: 1 << 8)
        isThere.withUnsafeMutableBufferPointer { for byte in bytes { $0[Int(byte)] = 1 } }
        self.isThere = isThere
    }

    package func contains(_ byte: UInt8) -> Bool { isThere[Int(byte)] != 0 }

    package func contains(_ sign: Unicode.Scalar) -> Bool { contains(UInt8(ascii: sign)) }

    /// Whether one of some signs of ASCII stands in the text.
    package func holdsAny(of signs: String) -> Bool { signs.utf8.contains(where: contains) }

    package func holdsAny(of bytes: ClosedRange<UInt8>) -> Bool {
        isThere[Int(bytes.lowerBound)...Int(bytes.upperBound)].withUnsafeBufferPointer { $0.reduce(0, |) != 0 }
    }

    /// Whether other characters than those of ASCII stand in it.
    package var isBeyondASCII: Bool { holdsAny(of: 0x80...0xFF) }

    /// Whether controls of ASCII stand in it, tabs and line feeds apart.
    package var hasControls: Bool { holdsAny(of: 0...0x08) || holdsAny(of: 0x0B...0x1F) || contains(0x7F) }
}
