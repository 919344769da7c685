import Testing

@testable import Markdown

@Suite("What the output depends on of the cmark-gfm that is linked")
struct LibraryTests {
    @Test("Its version is of the line that this program was written for")
    func version() {
        #expect(CMark.version.hasPrefix("0.29.0.gfm."), "linked with \(CMark.version)")
    }

    @Test(
        "Each form of Markdown is read as it was",
        arguments: [
            (
                "| a | b |\n|:--|--:|\n| 1 | `x\\|y` |\n",
                """
                <table>
                <thead>
                <tr>
                <th align="left">a</th>
                <th align="right">b</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td align="left">1</td>
                <td align="right"><code>x|y</code></td>
                </tr>
                </tbody>
                </table>

                """
            ),
            ("~~gone~~ and ~also~ \\~not~\n", "<p><del>gone</del> and <del>also</del> ~not~</p>\n"),
            (
                "- [x] done\n- [ ] open\n",
                """
                <ul>
                <li><input type="checkbox" checked="" disabled="" /> done</li>
                <li><input type="checkbox" disabled="" /> open</li>
                </ul>

                """
            ),
            (
                "3) a\n4) b\n\n   c\n",
                "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ol>\n"
            ),
            ("Words\n===\n\n# Words #\n", "<h1>Words</h1>\n<h1>Words</h1>\n"),
            ("&copy; &#228; \\* a  \nb\\\nc\n", "<p>© ä * a<br />\nb<br />\nc</p>\n"),
            (
                "[a]: /x \"T\"\n\n[a] [b](<c d>)\n",
                "<p><a href=\"/x\" title=\"T\">a</a> <a href=\"c%20d\">b</a></p>\n"
            ),
            ("a_b_c *d*e **f**.\n", "<p>a_b_c <em>d</em>e <strong>f</strong>.</p>\n"),
            (
                "> a\nb\n\n``` x y\nc\n```\n",
                "<blockquote>\n<p>a\nb</p>\n</blockquote>\n<pre><code class=\"language-x\">c\n</code></pre>\n"
            ),
        ])
    func forms(markdown: String, html: String) {
        #expect(CMarkReference.html(markdown) == html)
    }
}
