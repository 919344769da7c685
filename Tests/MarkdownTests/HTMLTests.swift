import Diagnostics
import Markdown
import Testing

@Suite("Markdown to HTML")
struct HTMLTests {
    @Test(
        "Every construct has its HTML",
        arguments: [
            ("a *b* **c** ~~d~~ `e`", "<p>a <em>b</em> <strong>c</strong> <s>d</s> <code>e</code></p>"),
            ("a\nb  \nc\\\nd", "<p>a\nb<br>\nc<br>\nd</p>"),
            ("a<br>b <BR/> c<br />\nd<br>", "<p>a<br>\nb<br>\nc<br>\nd</p>"),
            (
                "**A:**<br>*b* `<br>` &lt;br>",
                "<p><strong>A:</strong><br>\n<em>b</em> <code>&lt;br&gt;</code> &lt;br&gt;</p>"
            ),
            ("<br>\nWords\n\n<br/>\n\n    <br>", "<p>Words</p>\n<pre><code>&lt;br&gt;\n</code></pre>"),
            (
                "| A |\n| --- |\n| 4 Quay<br>x@a.example<br>[B](/c) |",
                """
                <table>
                <thead>
                <tr>
                <th scope="col">A</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td>4 Quay<br>
                <a href="mailto:x@a.example">x@a.example</a><br>
                <a href="/c">B</a></td>
                </tr>
                </tbody>
                </table>
                """
            ),
            (
                "| A<br />b | C<BR>|\n| --- | --- |\n| *d*<br>`<br>` | <br>f<br><br>g |",
                """
                <table>
                <thead>
                <tr>
                <th scope="col">A<br>
                b</th>
                <th scope="col">C</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td><em>d</em><br>
                <code>&lt;br&gt;</code></td>
                <td>f<br>
                <br>
                g</td>
                </tr>
                </tbody>
                </table>
                """
            ),
            ("## 10.2 Third-party AI", "<h2 id=\"10.2\">10.2 Third-party AI</h2>"),
            ("Scope & Über uns\n=====", "<h1 id=\"scope--über-uns\">Scope &amp; Über uns</h1>"),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
            (
                "3) a\n\n4) b",
                "<ol start=\"3\" class=\"parenthesis\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>"
            ),
            ("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
            (
                "- [x] a\n- [ ] see [x]",
                """
                <ul class="tasks">
                <li class="task"><input type="checkbox" disabled checked aria-label="Done"> a</li>
                <li class="task"><input type="checkbox" disabled aria-label="Not done"> see [x]</li>
                </ul>
                """
            ),
            ("> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>"),
            ("```swift x\na < b\n```", "<pre><code class=\"language-swift\">a &lt; b\n</code></pre>"),
            ("a\n\n---", "<p>a</p>\n<hr>"),
            (
                "| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 |",
                """
                <table>
                <thead>
                <tr>
                <th scope="col" class="align-left">a</th>
                <th scope="col" class="align-center">b</th>
                <th scope="col" class="align-right">c</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="align-left">1</td>
                <td class="align-center">2</td>
                <td class="align-right"></td>
                </tr>
                </tbody>
                </table>
                """
            ),
            ("[a \"b\"](/c?d=1&e \"f\")", "<p><a href=\"/c?d=1&amp;e\" title=\"f\">a &quot;b&quot;</a></p>"),
            ("![a *b*](/c d.png)", "<p>![a <em>b</em>](/c d.png)</p>"),
            ("![a *b*](</c d.png>)", "<p><img src=\"/c%20d.png\" alt=\"a b\"></p>"),
            ("a <b onclick=x>c</b>\n\n<script>d</script>\n\n#\n\n[](/x)", "<p>a c</p>"),
            (
                "see https://example.com/a_b, or",
                "<p>see <a href=\"https://example.com/a_b\">https://example.com/a_b</a>, or</p>"
            ),
            ("legal@example.com.", "<p><a href=\"mailto:legal@example.com\">legal@example.com</a>.</p>"),
            (
                "a[^x] b[^x]\n\n[^x]: c",
                """
                <p>a<sup class="footnote-reference"><a href="#fn:1" id="fnref:1" aria-label="Footnote 1">1</a></sup> \
                b<sup class="footnote-reference"><a href="#fn:1" id="fnref:1:2" aria-label="Footnote 1">1</a></sup></p>
                <section class="footnotes" aria-label="Footnotes">
                <ol>
                <li id="fn:1">
                <p>c <a class="footnote-back" href="#fnref:1" aria-label="Back to the text"></a> \
                <a class="footnote-back" href="#fnref:1:2" aria-label="Back to the text (2)"></a></p>
                </li>
                </ol>
                </section>
                """
            ),
        ])
    func construct(markdown: String, html: String) {
        let file = SourceFile(path: "Content/faq.md", text: markdown)
        let (text, findings) = MarkdownText.parse(SourceSpan(file, 0..<file.utf8Count))
        #expect(findings.isEmpty)
        #expect(text.html(HTMLOptions { $0 }) == html + "\n")
    }

    @Test("Footnotes may stand below a text without links, where it is put among others")
    func unlinkedFootnotes() {
        let file = SourceFile(path: "Content/faq.md", text: "for 30[^x] days [or 60[^x]](/x)\n\n[^x]: c")
        var options = HTMLOptions { $0 }
        options.linksFootnotes = false
        #expect(
            MarkdownText.parse(SourceSpan(file, 0..<file.utf8Count)).0.html(options) == """
                <p>for 30<sup>[1]</sup> days <a href="/x">or 60<sup>[1]</sup></a></p>
                <section class="footnotes" aria-label="Footnotes">
                <ol>
                <li>
                <p>c</p>
                </li>
                </ol>
                </section>

                """)
    }

    /// The title is the page's; sub-clauses are many and have places alone.
    @Test("A page may link each heading and each clause to itself, before its words")
    func linkedClauses() {
        let markdown =
            "# Terms\n\n# 3 Scope\n\n## 4. Fees & Co\n\n**4.1 When.** Monthly.\n\n(a) In euros.\n\n- **4.2** Late.\n\n### More\n"
        let file = SourceFile(path: "Content/terms/2026-01-01.md", text: markdown)
        let text = MarkdownText.parse(SourceSpan(file, 0..<file.utf8Count)).0
        var options = HTMLOptions { $0 }
        options.title = .repeated
        let plain = text.html(options)
        options.linksClauses = true
        #expect(
            text.html(options) == """
                <h1 class="own-title" id="terms">Terms</h1>
                <h1 id="3"><a class="clause" href="#3" aria-label="Link to §3" data-aid="drop"></a>3 Scope</h1>
                <h2 id="4"><a class="clause" href="#4" aria-label="Link to §4" data-aid="drop"></a>4. Fees &amp; Co</h2>
                <p id="4.1"><a class="clause" href="#4.1" aria-label="Link to §4.1" data-aid="drop"></a><strong>4.1 When.</strong> Monthly.</p>
                <p id="4.1-a">(a) In euros.</p>
                <ul>
                <li id="4.2"><a class="clause" href="#4.2" aria-label="Link to §4.2" data-aid="drop"></a><strong>4.2</strong> Late.</li>
                </ul>
                <h3 id="more"><a class="clause" href="#more" aria-label="Link to “More”" data-aid="drop"></a>More</h3>

                """)
        options.labels.attributes = " lang=\"en\""
        let foreign = text.html(options)
        #expect(
            foreign.contains(
                "<h3 id=\"more\"><a class=\"clause\" href=\"#more\" aria-label=\"Link to this section\" lang=\"en\" data-aid=\"drop\"></a>More</h3>"
            ))
        #expect(foreign.replacing(/<a class="clause"[^>]*><\/a>/, with: "") == plain)
    }

    @Test(
        "No heading is linked that is the title of its page; the first clause of a text is",
        arguments: [
            (.heading, "# 1 Fees\n\n## 1.1 Price", ["1", "1.1"]), (.repeated, "# Terms\n\n# 1 Fees", ["1"]),
            (.repeated, "## 1 Fees", ["1"]), (.ofPage, "## Help\n\n### Mail", ["mail"]),
            (.ofPage, "#\n\n# Help\n\nWords.\n\n# Mail", ["mail"]),
        ] as [(HTMLOptions.Title, String, [String])])
    func linkedTitles(title: HTMLOptions.Title, markdown: String, linked: [String]) {
        let file = SourceFile(path: "Content/terms/2026-01-01.md", text: markdown)
        var options = HTMLOptions { $0 }
        (options.title, options.linksClauses) = (title, true)
        let html = MarkdownText.parse(SourceSpan(file, 0..<file.utf8Count)).0.html(options)
        #expect(html.matches(of: /<a class="clause" href="#([^"]*)"/).map { String($0.1) } == linked)
    }

    /// Each block, cell and item by itself; code has a direction of its own.
    @Test("Words that run in another direction than the page stand in an element of their own")
    func isolatedWords() {
        let text = parse(
            "# Title\n\nوعد *a*.\n\nA *b*.[^1]\n\n- c\n- وعد\n\n> d\n\n| e | وعد |\n|---|---|\n| f | |\n\n```\ng\n```\n\n[^1]: h.\n"
        ).text
        var options = HTMLOptions { $0 }
        let plain = text.html(options)
        options.isolates = { !$0.contains("وعد") && !$0.isEmpty }
        let isolated = text.html(options)
        #expect(
            isolated.matches(of: /<bdi>(.*?)<\/bdi>/).map { String($0.1).replacing(/<[^>]*>/, with: "") }
                == ["Title", "A b.1", "c", "d", "e", "f", "h."])
        #expect(isolated.replacing(/<\/?bdi>/, with: "") == plain)
    }
}
