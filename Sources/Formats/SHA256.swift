import CCrypto

/// The SHA-256 digest (FIPS 180-4) of some bytes: 32 bytes.
package func sha256Digest(_ bytes: some Sequence<UInt8>) -> [UInt8] { digest(of: bytes, behind: nil) }

/// The same of one byte and others behind it, as leaves and nodes of a Merkle tree are hashed.
package func sha256Digest(_ first: UInt8, _ bytes: some Sequence<UInt8>) -> [UInt8] {
    digest(of: bytes, behind: first)
}

private func digest(of bytes: some Sequence<UInt8>, behind first: UInt8?) -> [UInt8] {
    bytes.withContiguousStorageIfAvailable { digest(of: $0, behind: first) }
        ?? Array(bytes).withUnsafeBufferPointer { digest(of: $0, behind: first) }
}

private func digest(of bytes: UnsafeBufferPointer<UInt8>, behind first: UInt8?) -> [UInt8] {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    var (digest, isDone) = ([UInt8](repeating: 0, count: 32), EVP_DigestInit_ex(context, algorithm, nil) == 1)
    if let first { isDone = isDone && withUnsafePointer(to: first) { EVP_DigestUpdate(context, $0, 1) == 1 } }
    isDone =
        isDone && EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
        && EVP_DigestFinal_ex(context, &digest, nil) == 1
    // A digest that is none would be promised for ever.
    precondition(isDone, "OpenSSL on this system has no SHA-256")
    return digest
}

/// Looked up once: each look-up costs more than the digest of a line.
private nonisolated(unsafe) let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

/// The same in lower-case hexadecimal.
package func sha256(_ bytes: some Sequence<UInt8>) -> String {
    hexadecimal(sha256Digest(bytes))
}

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
    var digits: [UInt8] = []
    for byte in bytes {
        for half in [byte >> 4, byte & 15] { digits.append(half < 10 ? 0x30 + half : 0x57 + half) }
    }
    return String(decoding: digits, as: UTF8.self)
}
