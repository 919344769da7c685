import Formats
import Foundation

/// The key that signs checkpoints, in the form of Go's `golang.org/x/mod/sumdb/note`:
/// `PRIVATE+KEY+<name>+<id>+<base64 of 1 and the seed>`.
package struct SigningKey: Sendable, CustomStringConvertible {
    private let name: String
    private let seed: [UInt8]

    /// A new key with random bytes of the system's.
    ///
    /// - Parameter name: what signatures are said to be by, such as the record's origin.
    /// - Returns: nil where the name is empty, or has white space or a `+` in it.
    package static func new(name: String) -> SigningKey? {
        NoteKey.isName(name) ? SigningKey(name: name, seed: Ed25519.newSeed()) : nil
    }

    private init(name: String, seed: [UInt8]) {
        self.name = name
        self.seed = seed
    }

    /// Reads a key; nil where it is none, or its id is not that of its seed. White space around it is passed over.
    package init?(_ text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let prefix = "PRIVATE+KEY+"
        guard trimmed.hasPrefix(prefix),
            let (name, id, seed) = NoteKey.parts(trimmed.dropFirst(prefix.count), kind: .signature),
            seed.count == Ed25519.seedBytes
        else { return nil }
        self.init(name: name, seed: seed)
        guard id == verifier.id else { return nil }
    }

    package var verifier: VerifierKey { VerifierKey(name: name, publicKey: Ed25519.publicKey(seed: seed)) }

    package var description: String {
        "PRIVATE+KEY+\(name)+\(hexadecimal(verifier.id))+\(NoteKey.encoded(seed, kind: .signature))"
    }

    /// A signed note (C2SP signed-note) of a text that ends with a line feed.
    package func sign(_ text: String) -> String {
        let signature = Ed25519.sign(Array(text.utf8), seed: seed)
        return text + "\n— \(name) \(Data(verifier.id + signature).base64EncodedString())\n"
    }
}

/// The key that a signing key's signatures are verified by, in the form of Go's `note` package:
/// `<name>+<id>+<base64 of 1 and the public key>`.
package struct VerifierKey: Sendable, Hashable, CustomStringConvertible {
    package let name: String
    let publicKey: [UInt8]
    let id: [UInt8]

    init(name: String, publicKey: [UInt8]) {
        self.name = name
        self.publicKey = publicKey
        id = NoteKey.id(name: name, publicKey: publicKey, kind: .signature)
    }

    /// Reads a key; nil where it is none, or its id is not that of its bytes.
    package init?(_ text: some StringProtocol) {
        guard let (name, id, key) = NoteKey.parts(text, kind: .signature), key.count == Ed25519.publicBytes
        else { return nil }
        self.init(name: name, publicKey: key)
        guard id == self.id else { return nil }
    }

    package var description: String {
        "\(name)+\(hexadecimal(id))+\(NoteKey.encoded(publicKey, kind: .signature))"
    }
}

/// What all keys of notes have in common.
enum NoteKey {
    /// What a key signs, by its first byte (C2SP signed-note).
    enum Kind: UInt8 {
        /// A note's text, by Ed25519.
        case signature = 1
        /// A time and a checkpoint's text, by a witness with Ed25519.
        case cosignature = 4
    }

    static func isName(_ name: some StringProtocol) -> Bool {
        !name.isEmpty && !name.contains { $0.isWhitespace || $0 == "+" }
    }

    /// The name, the id and the bytes of `<name>+<id>+<base64>`, whose base64 may hold a `+` itself; nil where it is of
    /// another kind.
    static func parts(_ text: some StringProtocol, kind: Kind) -> (name: String, id: [UInt8], key: [UInt8])? {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, isName(parts[0]), let id = bytes(parts[1]),
            let data = Data(base64Encoded: String(parts[2])), data.first == kind.rawValue,
            data.base64EncodedString() == parts[2]
        else { return nil }
        return (String(parts[0]), id, Array(data.dropFirst()))
    }

    static func encoded(_ key: [UInt8], kind: Kind) -> String { Data([kind.rawValue] + key).base64EncodedString() }

    /// Four bytes: the first of the SHA-256 of the name, a line feed, the kind and the public key.
    static func id(name: String, publicKey: [UInt8], kind: Kind) -> [UInt8] {
        Array(sha256Digest(Array(name.utf8) + [0x0A, kind.rawValue] + publicKey).prefix(4))
    }

    /// Four bytes from eight digits.
    private static func bytes(_ hexadecimal: some StringProtocol) -> [UInt8]? {
        guard hexadecimal.utf8.count == 8, let number = UInt32(hexadecimal, radix: 16) else { return nil }
        return withUnsafeBytes(of: number.bigEndian, Array.init)
    }
}
