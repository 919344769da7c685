import Formats
import Testing

@Suite("JSON")
struct JSONValueTests {
    @Test("Members are sorted by UTF-16 code units, as RFC 8785 section 3.2.3 shows")
    func sorting() {
        let value: JSONValue = [
            "\u{20ac}": "Euro Sign", "\r": "Carriage Return", "\u{fb33}": "Hebrew Letter Dalet With Dagesh", "1": "One",
            "\u{1f600}": "Emoji: Grinning Face", "\u{80}": "Control", "\u{f6}": "Latin Small Letter O With Diaeresis",
        ]
        #expect(
            value.canonical == """
                {"\\r":"Carriage Return","1":"One","\u{80}":"Control","ö":"Latin Small Letter O With Diaeresis",\
                "€":"Euro Sign","😀":"Emoji: Grinning Face","\u{fb33}":"Hebrew Letter Dalet With Dagesh"}
                """)
    }

    @Test("Strings are escaped as RFC 8785 section 3.2.2.2 says, and not more")
    func strings() {
        let value: JSONValue = .string("\u{20ac}$\u{f}\nA'\u{42}\"\\\\\"/\u{8}\u{c}\t\r\u{7f}\u{2028}<")
        #expect(value.canonical == "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\f\\t\\r\u{7f}\u{2028}<\"")
    }

    @Test("Letters are not normalized, and literals stand alone")
    func literals() {
        #expect(JSONValue.string("A\u{30a}").canonical.unicodeScalars.count == 4)
        let value: JSONValue = [.null, .bool(true), .bool(false), .integer(-7), [], [:]]
        #expect(value.canonical == "[null,true,false,-7,[],{}]")
    }

    @Test("For people there is one member a line, in the order given")
    func pretty() {
        let value: JSONValue = ["b": [.integer(1), []], "a": [:]]
        #expect(value.pretty == "{\n  \"b\": [\n    1,\n    []\n  ],\n  \"a\": {}\n}\n")
    }
}
