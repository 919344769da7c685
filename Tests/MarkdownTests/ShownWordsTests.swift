import Diagnostics
import Markdown
import Testing

/// Whether a text shows its readers any words.
@Suite struct ShownWordsTests {
    private func showsWords(_ text: String) -> Bool {
        let file = SourceFile(path: "a.yaml", text: text)
        return MarkdownText.showsWords(Sourced(text, at: SourceSpan(file, 0..<text.utf8.count)))
    }

    @Test(
        arguments: [
            "", " \t ", "[](/)", "[ ](/terms/)", "[](/) [](/x)", "![](/files/a.png)", "[![](/files/a.png)](/)", "***",
            "---",
            "&nbsp;", "&#8203;", "&#x2800; &zwnj;", "\u{2800}", "\u{200B}\u{2060}", "\u{3164}", "\u{115F}\u{1160}",
            "\u{FFA0}",
            "\u{AD}", "\u{FE0F}", "\u{301}", "<!-- why -->", "<b></b>", "<i title=\"why\"></i>", "[why]: /because",
            "[why]: /because \"it was so\"", "[^why]: because", "```why\n```", "~~~why\n~~~", "1.", "-", "- [ ]",
            "|a|\n|-|".dropped,
            ".", "—", "…", "!", "~", "🙂", "**  **", "> ", "#", "# #", "~~ ~~", "` `", "\\", "{}",
        ])
    func nothing(_ text: String) {
        #expect(!showsWords(text))
    }

    /// What a text says in words.
    @Test(
        arguments: [
            ("", []), ("a", ["a"]), ("7 …", ["7"]), ("[^1]", []), ("Why[^1]", ["Why"]),
            ("Why[^1]\n\n[^1]: So it is.", ["Why"]),
            ("~~It was so~~", []), ("It ~~was~~ is", ["It", "is"]), ("https://a.example/why", []),
            ("[why](/) so", ["why", "so"]), ("![A plan](/a.png)", ["A", "plan"]), ("1. Why", ["Why"]),
            ("- Why so", ["Why", "so"]),
            ("Sicherheits-Lücke", ["Sicherheits", "Lücke"]), ("Sicherheitslücke!", ["Sicherheitslücke"]),
            ("CVE-2026-1", ["CVE", "2026", "1"]), ("漏洞", ["漏", "洞"]), ("긴급", ["긴", "급"]),
            ("لماذا هذا", ["لماذا", "هذا"]),
            ("🙂 …", []), ("&#87;hy &amp; so", ["Why", "so"]), ("`x` y", ["x", "y"]),
        ])
    func saidWords(_ text: String, _ words: [String]) {
        let file = SourceFile(path: "a.yaml", text: text)
        #expect(MarkdownText.saidWords(in: Sourced(text, at: SourceSpan(file, 0..<text.utf8.count))) == words)
    }

    @Test(
        arguments: [
            "a", "7", "Because.", "[why](/)", "![A plan](/files/a.png)", "&amp;c", "**x**", "~~gone~~", "`x`",
            "```\nx\n```",
            "> x", "1. x", "|a|\n|-|", "なぜ", "لماذا", "É", "<b>x</b>", "[why]: /because\n\n[why]", "x[^1]\n\n[^1]: y",
            "&#65;",
        ])
    func words(_ text: String) {
        #expect(showsWords(text))
    }
}

extension String {
    /// A table without a letter in it.
    fileprivate var dropped: String { replacing("a", with: " ") }
}
