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

    @Test("No line ends inside an escape, or beside a blank", arguments: 0...76)
    func escapes(start: Int) {
        let words = "\\\\, \\;\u{600}\\, one\\ntwo  three \\n\u{301}four\\,\u{301}\u{301} 日本\\n👩‍👩‍👧‍👦\\;"
        let line = String(repeating: "x", count: start) + String(repeating: words, count: 3)
        let folded = CalendarLine.folded(line)
        #expect(Array(unfolded(folded).unicodeScalars) == Array(line.unicodeScalars))
        let lines = folded.utf8.split(separator: 0xA).map { String(decoding: $0.dropLast(), as: UTF8.self) }
        for (index, line) in lines.enumerated() {
            #expect(line.utf8.count <= 75)
            #expect(line.unicodeScalars.reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2), "\(line)")
            #expect(index == lines.count - 1 || line.unicodeScalars.last != " ", "\(line)")
            #expect(index == 0 || Array(line.unicodeScalars.prefix(2)).last != " ", "\(line)")
        }
    }

    @Test("Blanks, and marks upon an escape's letter, that fill more than a line break where they must")
    func fillers() {
        for filler in [String(repeating: " ", count: 200), "\\n" + String(repeating: "\u{301}", count: 100)] {
            for start in 0...76 {
                let line = String(repeating: "x", count: start) + filler + "y"
                let folded = CalendarLine.folded(line)
                #expect(folded.utf8.split(separator: 0xA).allSatisfy { $0.count <= 76 })
                #expect(Array(unfolded(folded).unicodeScalars) == Array(line.unicodeScalars))
                #expect(!folded.contains("\\\r\n"))
            }
        }
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
