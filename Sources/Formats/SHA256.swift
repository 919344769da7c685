/// The SHA-256 digest (FIPS 180-4) of some bytes: 32 bytes.
package func sha256Digest(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    digest(of: UnsafeRawBufferPointer(start: nil, count: 0), bytes)
}

/// The same of one byte and others behind it, as leaves and nodes of a Merkle tree are hashed.
package func sha256Digest(_ first: UInt8, _ bytes: some Sequence<UInt8>) -> [UInt8] {
    withUnsafeBytes(of: first) { digest(of: $0, bytes) }
}

private func digest(of head: UnsafeRawBufferPointer, _ bytes: some Sequence<UInt8>) -> [UInt8] {
    let digest =
        bytes.withContiguousStorageIfAvailable { DigestAlgorithm.sha256.bytes(of: head, $0) }
        ?? Array(bytes).withUnsafeBufferPointer { DigestAlgorithm.sha256.bytes(of: head, $0) }
    // A digest that is none would be promised for ever.
    guard let digest else { preconditionFailure("OpenSSL on this system has no SHA-256") }
    return digest
}

/// The same in lower-case hexadecimal.
package func sha256(_ bytes: some Sequence<UInt8>) -> String { hexadecimal(sha256Digest(bytes)) }

/// Whether a text has the form of a digest: 64 hexadecimal digits in small letters.
package func isSHA256(_ text: some StringProtocol) -> Bool { isHexadecimal(text, count: 64) }

/// Whether a text is so many hexadecimal digits in small letters.
package func isHexadecimal(_ text: some StringProtocol, count: Int) -> Bool {
    text.utf8.count == count
        && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
            default: false
            }
        }
}

/// Bytes as hexadecimal digits in small letters.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    func digit(_ half: UInt8) -> UInt8 { half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10 }
    var digits: [UInt8] = []
    for byte in bytes {
        digits.append(digit(byte >> 4))
        digits.append(digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
}
