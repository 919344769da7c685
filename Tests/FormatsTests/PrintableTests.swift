import Formats
import Testing

@Suite struct PrintableTests {
    @Test func `what shows is left as it is`() {
        for text in ["", "Privacy", "Datenschutz für alle\n\tJa", "סודיות", "👨‍👩‍👧", "one\r\ntwo"] {
            for form: PrintForm in [.text, .markup, .json, .styled] { #expect(printable(text, as: form) == text) }
        }
    }

    @Test(
        arguments: [
            (PrintForm.text, "a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}d\u{FFFD}e"),
            (.styled, "a\u{1B}[31mb\u{FFFD}c\u{FFFD}d\u{FFFD}e"),
            (.markup, "a\u{FFFD}[31mb\u{FFFD}c&#x202E;d\u{FFFD}e"),
            (.json, #"a\u001b[31mb\u009bc\u202ed\u000de"#),
        ])
    func `what acts is replaced, or written as the form has it`(_ form: PrintForm, _ expected: String) {
        #expect(printable("a\u{1B}[31mb\u{9B}c\u{202E}d\re", as: form) == expected)
    }

    @Test(arguments: ["\u{1B}[2J", "\u{1B}]0;x", "\u{1B}[", "\u{1B}", "\u{1B}[1;2;3H", "\u{1B}[31\u{1B}[0m"])
    func `of sequences colours alone are let through`(_ text: String) {
        #expect(printable(text, as: .styled).first == "\u{FFFD}")
    }

    @Test(
        arguments: [
            ("\u{2068}Acme, Inc.\u{2069} شركة\n  \u{200F}b@haus.example مع", true),
            ("\u{2068}a \u{2068}b\u{2069} c\u{2069}", true),
            // Not closed on its line, not opened, forced, behind words.
            ("\u{2068}a\nb\u{2069}", false), ("a\u{2069}", false), ("\u{2066}a\u{2069}\u{2067}b\u{2069}", false),
            ("a\u{200F}", false),
        ])
    func `signs of direction are let through where they end with their line`(_ text: String, areLetThrough: Bool) {
        let replaced = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0 == "\u{200F}" || (0x2066...0x2069).contains($0.value) ? "\u{FFFD}" : $0 }))
        for form: PrintForm in [.text, .styled] {
            #expect(printable(text, as: form) == (areLetThrough ? text : replaced))
        }
        #expect((printable(text, as: .markup) == text) == areLetThrough)
        #expect(printable(text, as: .json).unicodeScalars.allSatisfy { !(0x2066...0x2069).contains($0.value) })
    }

    @Test func `what is let through holds nothing else that acts, and one that is open too many is replaced`() {
        #expect(printable("\u{2068}a\u{202E}b\u{2069}") == "\u{2068}a\u{FFFD}b\u{2069}")
        #expect(printable("\u{2068}a \u{2068}b\u{2069}") == "\u{FFFD}a \u{2068}b\u{2069}")
    }
}
