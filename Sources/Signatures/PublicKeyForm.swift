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

extension UInt8 {
    fileprivate var isBase64: Bool { isASCIIAlphanumeric || "+/=".utf8.contains(self) }
}
