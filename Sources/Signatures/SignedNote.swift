import Foundation

/// A text and the signatures below it (C2SP signed-note). A text without any is read as well, as an unsigned
/// checkpoint is published so.
package struct SignedNote: Sendable {
    /// With its line feed.
    package var text: String
    package var signatures: [Signature]

    /// The most signatures of a note that are looked at, as in Go's `note` package: each costs time to verify.
    private static let mostSignatures = 100

    package struct Signature: Sendable {
        package var name: String
        /// Of the key, four bytes.
        var id: [UInt8]
        var bytes: [UInt8]

        /// Reads a line without its line feed: `— <name> <base64 of the key's id and the signature>`.
        package init?(_ line: some StringProtocol) {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "—", !parts[1].isEmpty,
                let data = Data(base64Encoded: String(parts[2])),
                data.count > 4
            else { return nil }
            name = String(parts[1])
            id = Array(data.prefix(4))
            bytes = Array(data.dropFirst(4))
        }

        /// Whether it says that it is by a key, by name and id.
        package func isOf(_ key: VerifierKey) -> Bool { name == key.name && id == key.id }

        /// The line without its line feed.
        package var line: String { "— \(name) \(Data(id + bytes).base64EncodedString())" }
    }

    /// - Returns: nil where there is a signature line that is none. Those behind the hundredth are passed over.
    package init?(_ note: String) {
        guard let gap = note.range(of: "\n\n", options: [.backwards, .literal]) else {
            guard note.hasSuffix("\n") else { return nil }
            text = note
            signatures = []
            return
        }
        text = String(note[..<gap.lowerBound]) + "\n"
        let lines = note[gap.upperBound...]
        guard lines.hasSuffix("\n") else { return nil }
        signatures = []
        for line in lines.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            guard let signature = Signature(line) else { return nil }
            if signatures.count < Self.mostSignatures { signatures.append(signature) }
        }
    }

    package enum Verdict: Sendable { case valid, invalid, missing }

    /// What the note says by a key: signatures by others, such as witnesses, are passed over.
    package func verdict(of key: VerifierKey) -> Verdict {
        let own = signatures.filter { $0.isOf(key) }
        guard !own.isEmpty else { return .missing }
        let message = Array(text.utf8)
        return own.allSatisfy { Ed25519.isValid($0.bytes, of: message, by: key.publicKey) } ? .valid : .invalid
    }
}
