extension UInt8 {
    @inlinable package var isASCIISmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

    @inlinable package var isASCIILetter: Bool { (self | 0x20).isASCIISmallLetter }

    @inlinable package var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    @inlinable package var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }

    /// A sign of ASCII that shows.
    @inlinable package var isASCIIPunctuation: Bool { (0x21...0x7E).contains(self) && !isASCIIAlphanumeric }

    @inlinable package var isSpaceOrTab: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

    /// A capital letter of ASCII as a small one, anything else as it is.
    @inlinable package var smallLetter: UInt8 { isASCIILetter ? self | 0x20 : self }

    /// What a hexadecimal digit of ASCII is worth; nil for anything else.
    @inlinable package var hexDigit: UInt8? {
        if isASCIIDigit { return self - UInt8(ascii: "0") }
        let letter = smallLetter
        return (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter) ? letter - UInt8(ascii: "a") + 10 : nil
    }
}
