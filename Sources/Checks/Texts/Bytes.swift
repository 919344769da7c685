import Formats

extension UInt8 {
    /// A letter, a digit, an underscore, or part of a character beyond ASCII.
    var isWordByte: Bool { isASCIIAlphanumeric || self == UInt8(ascii: "_") || self >= 0x80 }
}
