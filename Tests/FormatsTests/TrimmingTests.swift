import Formats
import Testing

@Suite struct TrimmingTests {
    @Test(
        arguments: [
            ("", ""), (" \t\r\n\u{A0}\u{2003}", ""), ("a", "a"), (" a  b\n", "a  b"), ("\u{3000}für\u{A0}", "für"),
            ("\r\na\r\n", "a"), (" e\u{301} ", "e\u{301}"), ("a\u{200B} ", "a\u{200B}"), ("🇩🇪 🇫🇷 ", "🇩🇪 🇫🇷"),
        ])
    func `blanks go at both ends, and nothing else does`(_ text: String, _ expected: String) {
        #expect(Array(text.trimmed.utf8) == Array(expected.utf8))
        #expect(("x" + text).dropFirst().trimmed == expected)
    }
}
