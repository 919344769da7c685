import Formats
import Testing

@Suite("XXH64")
struct XXH64Tests {
    @Test(
        "The digests that `xxh64sum` gives: of nothing, and of texts that end in each of the steps",
        arguments: [
            ("", 0xEF46_DB37_51D8_E999), ("abc", 0x44BC_2CF5_AD77_0999), ("abcdefg", 0x1860_940E_2902_822D),
            ("abcdefghijklmnopqrstuvwxyz0123456789ABC", 0x2725_31AD_3653_D0DD),
            ((1...100).map { "\($0)\n" }.joined(), 0xC0BA_3FF7_6ACC_6579),
        ] as [(String, UInt64)])
    func digests(text: String, digest: UInt64) {
        #expect(xxh64(Array(text.utf8)) == digest)
    }
}
