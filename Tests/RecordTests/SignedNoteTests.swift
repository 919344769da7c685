import Signatures
import Testing

/// The example in the documentation of Go's `golang.org/x/mod/sumdb/note`.
@Suite struct SignedNoteTests {
    let secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    let `public` = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    let text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
    let signature =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"

    @Test func `a note is signed as Go signs it`() throws {
        let key = try #require(SigningKey(secret + "\n"))
        #expect(key.description == secret)
        #expect(key.verifier.description == `public`)
        #expect(key.sign(text) == text + "\n" + signature)
    }

    @Test func `what Go signed verifies, and nothing else does`() throws {
        let key = try #require(VerifierKey(`public`))
        let note = try #require(SignedNote(text + "\n" + signature))
        #expect(note.text == text)
        #expect(note.verdict(of: key) == .valid)
        let altered = try #require(SignedNote(text.replacing("think", with: "thank") + "\n" + signature))
        #expect(altered.verdict(of: key) == .invalid)
        let other = try #require(SigningKey.new(name: "PeterNeumann"))
        #expect(note.verdict(of: other.verifier) == .missing)
    }

    @Test func `signatures by others are passed over`() throws {
        let (own, witness) = (try #require(SigningKey(secret)), try #require(SigningKey.new(name: "witness.example")))
        let line = try #require(witness.sign(text).split(separator: "\n").last)
        let note = try #require(SignedNote(own.sign(text) + line + "\n"))
        #expect(note.signatures.map(\.name) == ["PeterNeumann", "witness.example"])
        #expect(note.verdict(of: own.verifier) == .valid)
        #expect(note.verdict(of: witness.verifier) == .valid)
    }

    @Test func `a hundred signatures of a note are looked at`() throws {
        let most = text + "\n" + String(repeating: signature, count: 100)
        #expect(try #require(SignedNote(most)).signatures.count == 100)
        #expect(try #require(SignedNote(most + signature)).signatures.count == 100)
        #expect(SignedNote(most + "no signature\n") == nil)
    }

    @Test func `an unsigned text has no signature`() throws {
        let note = try #require(SignedNote("origin\n1\nroot\n"))
        #expect(note.text == "origin\n1\nroot\n")
        #expect(note.verdict(of: try #require(VerifierKey(`public`))) == .missing)
        #expect(SignedNote("no line feed") == nil)
        #expect(SignedNote("text\n\nno signature\n") == nil)
    }

    @Test(arguments: [
        "", "PeterNeumann", "PeterNeumann+c74f20a3",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpcQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ])
    func `a text of another form is no key`(_ text: String) {
        #expect(VerifierKey(text) == nil)
        #expect(SigningKey("PRIVATE+KEY+" + text) == nil)
    }

    @Test func `a name without meaning makes no key`() {
        #expect(SigningKey.new(name: "") == nil)
        #expect(SigningKey.new(name: "two words") == nil)
        #expect(SigningKey.new(name: "a+b") == nil)
    }
}
