import Formats

/// Whether a text is a public key that signs a record or its sums, in one of three forms: `<name>+<id>+<key>` of Go's
/// `note` package, `RW…` of minisign, or a type and base64 of OpenSSH.
package func isPublicKey(_ text: String) -> Bool {
    VerifierKey(text) != nil || isMinisignKey(text) || isSSHKey(text)
}

/// 42 bytes in base64: the two letters `Ed`, eight bytes of an id, and the key.
private func isMinisignKey(_ text: String) -> Bool {
    text.hasPrefix("RW") && text.utf8.count == 56 && text.utf8.allSatisfy(\.isBase64)
}

/// A type and base64 of it, without a comment, as commands on the record page hold it.
private func isSSHKey(_ text: String) -> Bool {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    return ["ssh-", "ecdsa-", "sk-"].contains(where: text.hasPrefix) && parts.count == 2
        && parts[1].hasPrefix("AAAA") && parts[1].utf8.allSatisfy(\.isBase64)
        && parts[0].utf8.allSatisfy { $0.isBase64 || [45, 46, 64].contains($0) }
}

/// The key in a line as ssh-keygen writes it, with a comment behind it; nil where a text is no such line.
package func sshKey(beforeCommentIn text: String) -> String? {
    let parts = text.split(separator: " ", maxSplits: 2)
    let key = parts.prefix(2).joined(separator: " ")
    return parts.count == 3 && isSSHKey(key) ? key : nil
}

/// The id in a text of the form `<name>+<id>+<key>`, and the one that belongs to its name and its key; nil where it is that,
/// or the text is no key of a signer or a witness.
package func wrongID(in text: String) -> (written: String, right: String)? {
    for kind in [NoteKey.Kind.signature, .cosignature] {
        guard let (name, id, key) = NoteKey.parts(text, kind: kind), key.count == Ed25519.publicBytes else { continue }
        let right = NoteKey.id(name: name, publicKey: key, kind: kind)
        return right == id ? nil : (hexadecimal(id), hexadecimal(right))
    }
    return nil
}

extension UInt8 {
    fileprivate var isBase64: Bool { isASCIIAlphanumeric || "+/=".utf8.contains(self) }
}
