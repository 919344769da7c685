import Testing

@Suite("What the tests of redlines go by")
struct ArticleTests {
    @Test("Rejecting gives the old text, accepting the new one")
    func editions() throws {
        let redline = try Article(
            """
            <p>Within <del>ten</del><ins>thirty</ins> <em>calendar</em> days<span class="visually-hidden"> (changed)</span>.</p>
            <ul>
            <li data-change="deleted"><del>Gone</del></li>
            <li>Kept</li>
            <li data-change="inserted"><ins>New</ins></li>
            </ul>
            <h2 data-change="deleted" data-restated>Fees</h2>
            <h3 data-change="inserted" data-restated data-note="Level 2 before"><del>x</del><ins>The </ins>Fees</h3>
            """)
        let old = try Article(
            "<p>Within ten <em>calendar</em> days.</p><ul><li>Gone</li><li>Kept</li></ul><h2>Fees</h2>")
        let new = try Article(
            "<p>Within thirty\n<em>calendar</em> days.</p><ul><li>Kept</li><li>New</li></ul><h3 id=\"f\">The Fees</h3>")
        #expect(redline.edition(.old).firstDifference(from: old) == nil)
        #expect(redline.edition(.new).firstDifference(from: new) == nil)
        #expect(redline.edition(.new).firstDifference(from: old) != nil)
        #expect(redline.faults == [])
    }

    @Test(
        "What differs is seen",
        arguments: [
            ("<p>a b</p>", "<p>ab</p>"), ("<p>a</p>", "<p>a</p><p></p>"), ("<p><em>a</em></p>", "<p>a</p>"),
            ("<p>a <em>b</em></p>", "<p>a<em> b</em></p>"),
            ("<p><a href=\"/x\">a</a></p>", "<p><a href=\"/y\">a</a></p>"),
            ("<ol start=\"2\"></ol>", "<ol></ol>"), ("<pre><code>a  b</code></pre>", "<pre><code>a b</code></pre>"),
            ("<p>a\u{A0}b</p>", "<p>a b</p>"), ("<input type=\"checkbox\" disabled>", "<input type=\"checkbox\">"),
            ("<p>e\u{301}</p>", "<p>é</p>"), ("<hr>", ""), ("<p>a</p><p>b</p>", "<p>b</p><p>a</p>"),
        ])
    func differences(one: String, other: String) throws {
        #expect(try Article(one).firstDifference(from: Article(other)) != nil)
        #expect(try Article(one).firstDifference(from: Article(one)) == nil)
    }

    @Test(
        "What does not count is not",
        arguments: [
            ("<p class=\"x\" id=\"y\" data-z=\"1\">a</p>", "<p>a</p>"),
            ("<ul>\n<li>a\n</li>\n</ul>\n", "<ul><li>a</li></ul>"),
            ("<p>a\n b</p>", "<p>a b</p>"), ("<a href=\"/\" class=\"b\">x</a>", "<a aria-label=\"c\" href=\"/\">x</a>"),
        ])
    func sameness(one: String, other: String) throws {
        #expect(try Article(one).firstDifference(from: Article(other)) == nil)
    }

    @Test(
        "What a browser would have to mend is refused",
        arguments: [
            "<p>", "</p>", "<p></b></p>", "a & b", "a > b", "<a href=x>", "<p class=\"a\" class=\"b\">", "<P></P>",
            "&nbsp;",
        ])
    func malformed(html: String) {
        #expect(throws: Article.Malformed.self) { try Article(html) }
    }

    @Test(
        "Faults of form are told",
        arguments: [
            "<p id=\"a\"></p><p id=\"a\"></p>", "<ul><ins><li></li></ins></ul>", "<p><ins>a<del>b</del></ins></p>",
            "<p data-change=\"inserted\">a</p>", "<ul>a</ul>", "<p><ins></ins></p>",
            "<p><a href=\"/\"><a href=\"/\">x</a></a></p>",
        ])
    func faults(html: String) throws {
        #expect(try Article(html).faults.isEmpty == false)
    }
}
