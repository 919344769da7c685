import Formats

/// The key of a witness, which says when it saw a checkpoint (C2SP tlog-cosignature), in the form of Go's `note`
/// package: `<name>+<id>+<base64 of 4 and the public key>`.
package struct WitnessKey: Sendable, Hashable, CustomStringConvertible {
    package let name: String
    let publicKey: [UInt8]
    let id: [UInt8]

    /// Reads a key; nil where it is none of a witness, or its id is not that of its bytes.
    package init?(_ text: some StringProtocol) {
        guard let (name, id, key) = NoteKey.parts(text, kind: .cosignature), key.count == Ed25519.publicBytes
        else { return nil }
        self.name = name
        publicKey = key
        self.id = NoteKey.id(name: name, publicKey: key, kind: .cosignature)
        guard id == self.id else { return nil }
    }

    package var description: String {
        "\(name)+\(hexadecimal(id))+\(NoteKey.encoded(publicKey, kind: .cosignature))"
    }
}

extension SignedNote.Signature {
    /// Whether it says that it is by a key, by name and id.
    package func isOf(_ key: WitnessKey) -> Bool { name == key.name && id == key.id }

    package func isOfSameKey(as other: Self) -> Bool { name == other.name && id == other.id }

    /// When a witness saw a checkpoint, in seconds since 1970; nil where the signature is not its own, or of another
    /// text.
    ///
    /// The signature's bytes are eight of the time, big-endian, and an Ed25519 signature of `cosignature/v1`, the time
    /// in decimal and the text, each of the first two on a line.
    package func time(seenBy key: WitnessKey, text: String) -> UInt64? {
        guard isOf(key), bytes.count == 8 + Ed25519.signatureBytes else { return nil }
        let time = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let message = "cosignature/v1\ntime \(time)\n\(text)"
        let isValid = Ed25519.isValid(Array(bytes.dropFirst(8)), of: Array(message.utf8), by: key.publicKey)
        return isValid ? time : nil
    }
}
