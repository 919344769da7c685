import CSodium

/// The SHA-256 digest (FIPS 180-4) of some bytes: 32 bytes.
package func sha256Digest(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let input = Array(bytes)
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, input, UInt64(input.count))
    return digest
}

/// The same in lower-case hexadecimal.
package func sha256(_ bytes: some Sequence<UInt8>) -> String {
    hexadecimal(sha256Digest(bytes))
}

/// Whether a text has the form of a digest: 64 hexadecimal digits in small letters.
package func isSHA256(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 64
        && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
            default: false
            }
        }
}

/// Bytes as hexadecimal digits in small letters.
package func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
