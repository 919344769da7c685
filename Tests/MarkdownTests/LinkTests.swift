import Diagnostics
import Testing

@testable import Markdown

@Suite("Links and their places")
struct LinkTests {
    /// Each link as `destination ← source of the destination ← source of the words`.
    private func links(_ markdown: String) -> [String] {
        parse(markdown).text.links.map { "\($0.destination) ← \($0.span.text) ← \($0.textSpan.text)" }
    }

    @Test(
        "A link's place is its destination, and its words",
        arguments: [
            ("[a](/b)", ["/b ← /b ← a"]),
            ("a  \nb `[x](/y)` [c](</d e> \"t\n\nt\") [c](</d e> \"t\") z", ["/d e ← /d e ← c"]),
            ("a  \n`[x](/y)` [x](/y)\\\n[x](/y 't')", ["/y ← /y ← x", "/y ← /y ← x"]),
            ("| a | [b](/c) |\n|-|-|\n| [b](/c) | [d *e*](/f) |", ["/c ← /c ← b", "/c ← /c ← b", "/f ← /f ← d *e*"]),
            ("above\n| [a](/x) |\n|-|\n| [b](/x) |", ["/x ← /x ← a", "/x ← /x ← b"]),
            ("[a\\]b](/c\\)d&amp;e)", ["/c)d&e ← /c\\)d&amp;e ← a\\]b"]),
            ("[![i](/j.png)](/k)", ["/k ← /k ← ![i](/j.png)", "/j.png ← /j.png ← i"]),
            (
                "[a][B  b] [b b][] [b b]\n\n[b\nB]: /c",
                ["/c ← [a][B  b] ← a", "/c ← [b b][] ← b b", "/c ← [b b] ← b b"]
            ),
            (
                "<https://a.example> <b@c.example>",
                [
                    "https://a.example ← https://a.example ← https://a.example",
                    "mailto:b@c.example ← b@c.example ← b@c.example",
                ]
            ),
            (
                "x *https://a.example/b*, www.c.example",
                [
                    "https://a.example/b ← https://a.example/b ← https://a.example/b",
                    "http://www.c.example ← www.c.example ← www.c.example",
                ]
            ),
            ("> - [a](/b)\n>   [a](/b)", ["/b ← /b ← a", "/b ← /b ← a"]),
            ("[a]()", [" ← ]( ← a"]),
            ("a[^1]\n\n[^1]: [b](/c)", ["/c ← /c ← b"]),
            ("\\[a](/b) `` ` `` [a](/b)", ["/b ← /b ← a"]),
        ])
    func places(markdown: String, expected: [String]) {
        #expect(links(markdown) == expected)
    }

    @Test(
        "A bare address ends where the sentence goes on, in any script",
        arguments: [
            (
                "Site : https://a.example/b\u{A0}; et www.c.example\u{202F}!",
                ["https://a.example/b", "http://www.c.example"]
            ),
            ("詳細はhttps://a.example/b/。次の文。", ["https://a.example/b/"]),
            ("https://a.example/b、または（https://c.example）です", ["https://a.example/b", "https://c.example"]),
            ("https://a.example/privacyをご覧ください", ["https://a.example/privacy"]),
            ("자세한 내용은 https://a.example/b에서", ["https://a.example/b"]),
            ("ดู https://a.example/bสำหรับ", ["https://a.example/b"]),
            ("Siehe „https://a.example/b“ — «https://c.example/»…", ["https://a.example/b", "https://c.example/"]),
            ("انظر https://a.example/b، ثم", ["https://a.example/b"]),
            (
                "‘https://a.example/b’ and https://a.example/l’avis",
                ["https://a.example/b", "https://a.example/l’avis"]
            ),
            (
                "https://a.example/größe https://a.example/col·lecció https://a.example/2026–27",
                ["https://a.example/größe", "https://a.example/col·lecció", "https://a.example/2026–27"]
            ),
            ("www.a.example。以上", ["http://www.a.example"]),
        ])
    func ends(markdown: String, expected: [String]) {
        #expect(parse(markdown).text.links.map(\.destination) == expected)
    }

    @Test("Emphasis around an address that is the words of a link is emphasis")
    func emphasizedAddress() {
        #expect(
            html("([*http://a.example/b_c_*](http://a.example/b_c_)), **http://a.example/**")
                == "<p>(<a href=\"http://a.example/b_c_\"><em>http://a.example/b_c_</em></a>), "
                + "<strong><a href=\"http://a.example/\">http://a.example/</a></strong></p>\n")
    }

    @Test("The second of two equal links is found at its own place")
    func order() throws {
        let text = parse("x\n\n[a](/b) and `[a](/b)`\nthen [a](/b).").text
        try #require(text.links.count == 2)
        #expect(text.links.map(\.span.range.lowerBound) == [7, 34])
        #expect(Diagnostic(.brokenLink, at: text.links[1].span, "m").line == 4)
        #expect(Diagnostic(.brokenLink, at: text.links[1].span, "m").column == 10)
    }

    @Test("Places are those of the file, below its front matter")
    func frontMatter() throws {
        let file = SourceFile(path: "a.md", text: "---\ntitle: [x](/y)\n---\n[x](/y)\n\n## 4 Ü [z](w)\n")
        let (text, _) = MarkdownText.parse(SourceSpan(file, 23..<file.utf8Count))
        #expect(text.links.map(\.span.range) == [27..<29, 44..<45])
        #expect(text.clauses.first?.span.text == "4 Ü [z](w)")
    }

    @Test("Everything in a YAML scalar is at the scalar")
    func scalar() {
        let file = SourceFile(path: "a.yaml", text: "note: See [x](/y) <b>")
        let span = SourceSpan(file, 6..<21)
        let (text, _) = MarkdownText.parse(Sourced("See [x](/y) <b>", at: span))
        #expect(text.links.map(\.span.range) == [6..<21])
        #expect(text.rawHTML.map(\.range) == [6..<21])
        #expect(text.plainText { $0 } == "See x (/y) ")
    }

    @Test(
        "Raw HTML is found",
        arguments: [
            ("a <b>c</b>\n<!-- d -->", ["<b>", "</b>", "<!-- d -->"]),
            ("<div>\na\n</div>\n\nb `<i>` <i>", ["<div>\na\n</div>", "<i>"]),
            ("| <a> |\n|-|\n| `<a>` <a> |", ["<a>", "<a>"]),
            ("```\n<b>\n```\n&lt;b> \\<b> 1 < 2 > 0", []),
        ])
    func rawHTML(markdown: String, expected: [String]) {
        #expect(parse(markdown).text.rawHTML.map { String($0.text) } == expected)
    }

    @Test(
        "Definitions that nothing uses are found, and cells that no column shows",
        arguments: [
            ("[a]: /x 'hidden'\n\n[a]", []),
            ("[a]: /x 'hidden'\n\n[b]", ["[a]: /x 'hidden'"]),
            ("[a]: /x\n[A]: /y\nwords\n\n[a]", ["[A]: /y"]),
            ("[a\nb]:\n  </x>\n  'c\n  d'\n\nwords", ["[a\nb]:\n  </x>\n  'c\n  d'"]),
            ("> [a]: /x\n\n- [b]: /y\n\n  [b]", ["[a]: /x"]),
            ("`[a]`\n\n[a]: /x", ["[a]: /x"]),
            ("    [a]: /x\n\n```\n[a]: /x\n```\n\nwords\n[a]: /x", []),
            ("[a]: /x \"t\" words\n\n[Note]: _see below_ for more", []),
            ("<b>\n[a]: /x\n\n[c]: /y\n[d]:\n/z", ["[c]: /y", "[d]:\n/z"]),
            ("- ```\n  [a]: /x\n  ```\n  [b]: /y", ["[b]: /y"]),
            ("[^a]: x\n\n[^b]: y\n\nz[^b]", ["[^a]: x"]),
            ("[^a]: x\n\n[^a]: y\n\nz[^a]", ["[^a]: y"]),
            ("- ```\n  [^a]: x\n  ```\n[^b]: hidden", ["[^b]: hidden"]),
            ("&#x10FFFF;0&#x10FFFF; [x](&#1114111;0&#1114111;)\n\n[a]: /x", ["[a]: /x"]),
            ("| a |\n|-|\n| b | hidden | too |\n| c |", ["hidden | too "]),
        ])
    func unseen(markdown: String, expected: [String]) {
        let text = parse(markdown).text
        #expect((text.unusedDefinitions + text.droppedCells).map { String($0.text) } == expected)
    }

    @Test(
        "Words that belong to marks alone are found",
        arguments: [
            ("~~~text We may sell all\nx\n~~~", ["We may sell all"]), ("> - ```a  b c  \n>   x", ["b c"]),
            ("~~~~ text&#32;more\nx", ["text&#32;more"]), ("~~~text\u{A0}more\nx", ["text\u{A0}more"]),
            ("~~~text\nx\n~~~", []), ("```\nx y\n```", []), ("``` a`b c", []),
            ("[here][we may sell]\n\n[We  may sell]: /x", ["We  may sell"]),
            ("[here][we may] and [we\nmay]\n\n[we may]: /x", []), ("![we may][]\n\n[we may]: /x", []),
            ("[here][we]\n\n[we]: /x", []), ("![here][we\u{A0}may]\n\n[we\u{A0}may]: /x", ["we\u{A0}may"]),
            ("[](/x \"We may\")", ["/x"]), ("[*a*](/x \"We may\") ![](/y \"We may\") [![](/y)](/x 'a')", []),
            ("[a b][c d] ~~~x\n\n~~~e f\n~~~\n\n[c d]: /x", ["f", "c d"]),
        ])
    func hiddenWords(markdown: String, expected: [String]) {
        #expect(parse(markdown).text.hiddenWords.map { String($0.span.text) } == expected)
    }

    @Test("What is put into a text to find definitions does not come out of it")
    func marks() {
        #expect(
            html("[Note]: _see below_ for more\n\n- ~~~\n  [a]: /x_y\n\n`[^ b`, [^c d] and [&amp;e]")
                == """
                <p>[Note]: <em>see below</em> for more</p>
                <ul>
                <li>
                <pre><code>[a]: /x_y

                </code></pre>
                </li>
                </ul>
                <p><code>[^ b</code>, [^c d] and [&amp;e]</p>

                """)
        #expect(html("a\u{1}b&#1;c\u{10FFFF}") == "<p>a\u{FFFD}b\u{FFFD}c\u{FFFD}</p>\n")
    }
}
