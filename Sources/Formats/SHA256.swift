import CSodium

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
    let size = Int(crypto_hash_sha256_BYTES)
    return [UInt8](unsafeUninitializedCapacity: size) { output, count in
        var state = crypto_hash_sha256_state()
        crypto_hash_sha256_init(&state)
        if let first { withUnsafePointer(to: first) { _ = crypto_hash_sha256_update(&state, $0, 1) } }
        crypto_hash_sha256_update(&state, bytes.baseAddress, UInt64(bytes.count))
        if let start = output.baseAddress { crypto_hash_sha256_final(&state, start) }
        count = size
    }
}

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
