extension Unicode.Scalar {
    /// `U+00A0`
    package var codePoint: String { "U+" + padded(value, to: 4, radix: 16, uppercase: true) }
}
