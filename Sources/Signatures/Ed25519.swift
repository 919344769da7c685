import CSodium

/// Ed25519 (RFC 8032) by libsodium.
enum Ed25519 {
    static let seedBytes = Int(crypto_sign_ed25519_SEEDBYTES)
    static let publicBytes = Int(crypto_sign_ed25519_PUBLICKEYBYTES)
    static let signatureBytes = Int(crypto_sign_ed25519_BYTES)

    /// A new seed: 32 random bytes of the system's.
    static func newSeed() -> [UInt8] {
        var seed = [UInt8](repeating: 0, count: seedBytes)
        randombytes_buf(&seed, seed.count)
        return seed
    }

    /// - Parameter seed: 32 bytes.
    static func publicKey(seed: [UInt8]) -> [UInt8] { pair(seed).publicKey }

    /// - Returns: 64 bytes; the same for the same message and seed.
    static func sign(_ message: [UInt8], seed: [UInt8]) -> [UInt8] {
        let secret = pair(seed).secretKey
        var signature = [UInt8](repeating: 0, count: signatureBytes)
        crypto_sign_ed25519_detached(&signature, nil, message, UInt64(message.count), secret)
        return signature
    }

    static func isValid(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard signature.count == signatureBytes, publicKey.count == publicBytes else { return false }
        return crypto_sign_ed25519_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
    }

    private static func pair(_ seed: [UInt8]) -> (publicKey: [UInt8], secretKey: [UInt8]) {
        precondition(seed.count == seedBytes)
        var publicKey = [UInt8](repeating: 0, count: publicBytes)
        var secretKey = [UInt8](repeating: 0, count: Int(crypto_sign_ed25519_SECRETKEYBYTES))
        crypto_sign_ed25519_seed_keypair(&publicKey, &secretKey, seed)
        return (publicKey, secretKey)
    }
}
