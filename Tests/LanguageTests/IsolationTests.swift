import Testing

@testable import Language

@Suite("Which words are isolated in text that runs from right to left")
struct IsolationTests {
    @Test(
        "Words without a letter that runs from right to left are",
        arguments: [
            ("Acme, Inc.", true), ("24", true), ("b@haus.example", true), ("شركة القيقب", false), ("«»", false),
            // With one they run as the text does, and what is written to them joins their first letter.
            ("شركة stc", false), ("سياسة ملفات Cookies", false), ("API إدارة", false), ("المادة 28", false),
        ])
    func words(_ words: String, areIsolated: Bool) {
        #expect(Language.arabic.isolates(words) == areIsolated)
        let shown = areIsolated ? "\u{2068}\(words)\u{2069}" : words
        #expect(Language.arabic.plain("ب\(words.authored)") == "ب\(shown)")
        #expect(!Language.german.isolates(words))
    }
}
