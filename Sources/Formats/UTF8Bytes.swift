extension StringProtocol {
    /// Its bytes in UTF-8, copied at once: `Array(utf8)` of a substring takes them one by one.
    package var utf8Bytes: [UInt8] { utf8.withContiguousStorageIfAvailable { Array($0) } ?? Array(utf8) }
}
