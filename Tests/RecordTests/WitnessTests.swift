import Signatures
import Testing

/// A cosignature that Python's `cryptography` made, as C2SP tlog-cosignature says.
@Suite struct WitnessTests {
    let key = "witness.example/w1+e75f6532+BAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    let text = "saltmarsh.example/2026/record\n4\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
    let line =
        "— witness.example/w1 519lMgAAAABq/YbAYI6A7JUUNMi6Twj251JQSzESntz/4ylOpnf1Si/P7w8Sa5aHrxYMoNFPk5VOuGThAAPOqcfSJTbmJBWrVyyVAw=="

    @Test func `what a witness saw is of its time`() throws {
        let witness = try #require(WitnessKey(key))
        #expect("\(witness)" == key)
        let signature = try #require(SignedNote.Signature(line))
        #expect(signature.line == line)
        #expect(signature.isOf(witness))
        #expect(signature.time(seenBy: witness, text: text) == 1795000000)
        #expect(signature.time(seenBy: witness, text: text.replacing("4", with: "5")) == nil)
    }

    @Test func `a line with another time or by another key is none of the witness`() throws {
        let witness = try #require(WitnessKey(key))
        let later = try #require(SignedNote.Signature(line.replacing("MgAAAA", with: "MgAAAC")))
        #expect(later.isOf(witness) && later.line != line)
        #expect(later.time(seenBy: witness, text: text) == nil)
        let own = try #require(SigningKey.new(name: witness.name))
        let note = try #require(SignedNote(own.sign(text)))
        #expect(note.signatures.allSatisfy { !$0.isOf(witness) && $0.time(seenBy: witness, text: text) == nil })
    }

    @Test func `a key of one kind is none of the other`() throws {
        #expect(VerifierKey(key) == nil)
        let own = try #require(SigningKey.new(name: "publisher.example"))
        #expect(WitnessKey("\(own.verifier)") == nil)
        #expect(WitnessKey(key.replacing("+e75f6532", with: "+00000000")) == nil)
    }
}
