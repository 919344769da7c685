import Formats
import Testing

@Suite("Lines of calendars")
struct CalendarLineTests {
    @Test(
        "What a text may not hold as it is, is escaped or left out",
        arguments: [
            ("a, b; c\\d: \"e\"", "a\\, b\\; c\\\\d: \"e\""),
            ("one\ntwo\r\nthree\rfour\u{2028}five", "one\\ntwo\\nthree\\nfour\\nfive"),
            ("a\tb\u{0}c\u{7F}d\u{9B}e", "a\tbcde"),
            ("Käse 🧀 شركة", "Käse 🧀 شركة"),
            ("", ""),
        ])
    func text(text: String, value: String) {
        #expect(CalendarLine.text(text) == value)
    }

    @Test("A line of 75 octets is whole, and a longer one goes on behind a blank")
    func folded() {
        let line = String(repeating: "a", count: 75)
        #expect(CalendarLine.folded(line) == line + "\r\n")
        #expect(CalendarLine.folded(line + "b") == line + "\r\n b\r\n")
        let two = line + String(repeating: "b", count: 74)
        #expect(CalendarLine.folded(two + "c") == line + "\r\n " + String(repeating: "b", count: 74) + "\r\n c\r\n")
        #expect(CalendarLine.folded("") == "\r\n")
    }

    @Test(
        "Characters stay whole: none is cut, be it of several code points",
        arguments: ["é", "e\u{301}", "🇩🇪", "👩‍👩‍👧‍👦", "நி", "ش"], [0, 1, 2, 3])
    func characters(character: String, start: Int) {
        let line = String(repeating: "x", count: start) + String(repeating: character, count: 60)
        let folded = CalendarLine.folded(line)
        let lines = folded.replacing("\r\n", with: "\n").split(separator: "\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" " + character) })
        #expect(unfolded(folded) == line)
    }

    @Test("A character that is longer than a line breaks between its code points")
    func endless() {
        let line = "e" + String(repeating: "\u{301}", count: 200)
        let folded = CalendarLine.folded(line)
        #expect(folded.utf8.split(separator: 0xA).allSatisfy { $0.count <= 76 })
        #expect(Array(unfolded(folded).unicodeScalars) == Array(line.unicodeScalars))
    }

    /// By bytes: a combining character behind the blank would make one character with it.
    private func unfolded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0xD, rest.first == 0xA {
                rest.removeFirst(1)
                if rest.first == 0x20 { rest.removeFirst(1) }
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
