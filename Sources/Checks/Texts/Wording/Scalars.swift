extension [UInt8] {
    /// The character of UTF-8 that ends before a place; nil at the start.
    func scalar(before index: Int) -> Unicode.Scalar? {
        String(decoding: self[Swift.max(0, index - 4)..<index], as: UTF8.self).unicodeScalars.last
    }

    /// The one that begins at a place; nil at the end.
    func scalar(at index: Int) -> Unicode.Scalar? {
        String(decoding: self[index...].prefix(4), as: UTF8.self).unicodeScalars.first
    }
}
