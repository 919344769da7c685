import Formats
import Testing

@Suite("Escaping")
struct EscapingTests {
    @Test(
        "CSV fields are quoted where they must be, and no spreadsheet takes one for a formula",
        arguments: [
            ("plain", "plain"), ("a, b", "\"a, b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("a\nb", "\"a\nb\""),
            ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-", "'-"), ("@cmd", "'@cmd"), ("\tx", "'\tx"),
            ("\rx", "\"'\rx\""), ("'=1", "''=1"), ("'quoted'", "'quoted'"), ("=a,b", "\"'=a,b\""), ("", ""),
            (" x", "\" x\""), ("1-2", "1-2"),
        ])
    func csv(text: String, field: String) {
        #expect(CSV.field(text) == field)
    }

    @Test("A CSV file ends each line with CR LF")
    func file() {
        #expect(CSV.file([["id", "name"], ["a", "A, Inc."]]) == "id,name\r\na,\"A, Inc.\"\r\n")
    }

    @Test("HTML and XML texts cannot leave their place")
    func markup() {
        #expect(Escaping.html("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
        #expect(Escaping.xml("a\u{0}b\u{b}c\u{fffe}d\u{1ffff}e\tf") == "abcde\tf")
        #expect(Escaping.xml("a\tb\nc", inAttribute: true) == "a&#9;b&#10;c")
        #expect(Escaping.xml("]]>") == "]]&gt;")
    }

    @Test("A header is one line")
    func header() {
        #expect(Escaping.header(" a\r\nSet-Cookie: b\u{0}\u{2028}c ") == "a Set-Cookie: b c")
    }

    @Test("XML is indented and escaped")
    func xml() {
        var writer = XMLWriter()
        writer.element("a", [("b", "\"1\"")]) { writer in
            writer.element("c", text: "<\u{1}>")
            writer.empty("d")
        }
        #expect(
            writer.output == """
                <?xml version="1.0" encoding="UTF-8"?>
                <a b="&quot;1&quot;">
                  <c>&lt;&gt;</c>
                  <d/>
                </a>

                """)
    }
}
