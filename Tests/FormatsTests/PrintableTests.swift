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
}
