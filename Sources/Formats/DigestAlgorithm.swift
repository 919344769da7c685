import CCrypto

/// A digest algorithm as OpenSSL has it, looked up once: each look-up costs more than the digest of a line.
package struct DigestAlgorithm: @unchecked Sendable {
    /// FIPS 180-4: 32 bytes.
    package static let sha256 = DigestAlgorithm("SHA256")
    /// FIPS 180-4: 20 bytes. Collisions can be made; git names the contents of files by it nevertheless.
    package static let sha1 = DigestAlgorithm("SHA1")

    /// Nil where this system has none of that name. Never freed, and not changed by its use.
    private let algorithm: OpaquePointer?

    private init(_ name: String) { algorithm = EVP_MD_fetch(nil, name, nil) }

    /// The digest of `head` and then `rest`; nil where this system has no such algorithm, or it fails.
    package func bytes(of head: UnsafeRawBufferPointer, _ rest: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard let algorithm else { return nil }
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        var digest = [UInt8](repeating: 0, count: Int(EVP_MD_get_size(algorithm)))
        guard EVP_DigestInit_ex(context, algorithm, nil) == 1,
            EVP_DigestUpdate(context, head.baseAddress, head.count) == 1,
            EVP_DigestUpdate(context, rest.baseAddress, rest.count) == 1,
            EVP_DigestFinal_ex(context, &digest, nil) == 1
        else { return nil }
        return digest
    }
}
