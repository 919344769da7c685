import Checks
import Testing

/// What texts bring with them from word processors, from other tools and from other encodings.
@Suite("Copied texts")
struct CopiedTextTests {
    private func found(_ text: String) throws -> String {
        try checked(
            [.leftoverMarkup, .placeholder], terms: "\(text)\n")
    }

    @Test(
        "Signs of another tool",
        arguments: [
            ("# **1\\. Fees** {#1.-fees}", 16, "{#1.-fees}"), ("## Fees { .unnumbered }", 9, "{ .unnumbered }"),
            ("## Fees {-}", 9, "{-}"), ("## Fees {id=\"fees\" class=\"x\"}", 9, "{id=\"fees\" class=\"x\"}"),
            ("See [ours|https://a.example/p].", 5, "[ours|https://a.example/p]"),
            ("--8<-- \"fees.md\"", 1, "--8<-- \"fees.md\""),
        ])
    func otherTools(_ text: String, _ column: Int, _ sign: String) throws {
        let message = "\"\(sign)\" is a sign of another tool, and is published as it stands"
        let found = try found(text)
        #expect(found.hasPrefix("Content/terms/2026-01-01.md:4:\(column) leftover-markup: \(message)\n"), "\(found)")
    }

    @Test("A link of a wiki is answered with the one of Markdown")
    func wikiLink() throws {
        #expect(try found("See [ours|https://a.example/p].").hasSuffix("\n    write [ours](https://a.example/p)"))
    }

    @Test(
        "Bullets of Word", arguments: [("o\tOne\no\tTwo", "o"), ("❖ One\n❖ Two", "❖"), ("\u{F0D8} One", "\u{F0D8}")])
    func bullets(_ text: String, _ sign: String) throws {
        let found = try found(text)
        #expect(
            found.hasPrefix(
                "Content/terms/2026-01-01.md:4:1 leftover-markup: \(sign) makes no list: the lines run together behind it\n"
            ),
            "\(found)")
    }

    @Test("Front matter in a text, which its hyphens make a heading")
    func frontMatter() throws {
        #expect(
            try found("Words.\n\n---\ntitle: Old\ndate: 2020-01-01\n---\n\nMore.") == """
                Content/terms/2026-01-01.md:7:1 leftover-markup: this is front matter, and is published as a heading here
                    keep what belongs into the front matter at the file's beginning, and take the rest out with its hyphens
                """)
    }

    @Test(
        "A character that was read in another encoding",
        arguments: [
            ("We donâ€™t.", 7, "â€™", "’"), ("CafÃ©", 4, "Ã©", "é"), ("Ã¼ber", 1, "Ã¼", "ü"), ("Ã„rzte", 1, "Ã„", "Ä"),
            ("See Â§ 4", 5, "Â§", "§"),
        ])
    func misread(_ text: String, _ column: Int, _ sign: String, _ meant: String) throws {
        #expect(
            try found(text) == """
                Content/terms/2026-01-01.md:4:\(column) leftover-markup: \(sign) is \(meant) in UTF-8, read in another encoding
                    write \(meant)
                """)
    }

    @Test("A character that was lost")
    func lost() throws {
        #expect(
            try found("Caf\u{FFFD}") == """
                Content/terms/2026-01-01.md:4:4 leftover-markup: a character was lost here, and \u{FFFD} stands in its place
                    write the character that belongs there
                """)
    }

    @Test(
        "Blanks of templates and of word processors",
        arguments: [
            ("See Error! Reference source not found.", 5, "Error! Reference source not found"),
            (
                "Siehe Fehler! Verweisquelle konnte nicht gefunden werden.", 7,
                "Fehler! Verweisquelle konnte nicht gefunden werden"
            ),
            ("It ends. [NTD: ask Ann]", 10, "[NTD: ask Ann]"), ("[Note to draft: when?]", 1, "[Note to draft: when?]"),
            ("Within [30/60] days", 8, "[30/60]"), ("From XX.XX.2026 on", 6, "XX.XX.2026"),
            ("On xx/xx/xxxx", 4, "xx/xx/xxxx"),
            ("By {site.company}", 4, "{site.company}"),
        ])
    func blanks(_ text: String, _ column: Int, _ blank: String) throws {
        #expect(
            try found(text) == """
                Content/terms/2026-01-01.md:4:\(column) placeholder: "\(blank)" is a placeholder
                    write the words that belong in its place
                """)
    }

    @Test(
        "What only looks like it",
        arguments: [
            "Le château à l'heure, «MAÇÃ»", "Errors! Reference: none", "[a|b]", "{a, b}", "{e.g. this}", "[1/2]",
            "1:{x=1 y}",
            "# title: the words of a heading", "title: words of a sentence", "Fields XX.XX and XX",
            "AMANHÃ¹ E IRMÃ¹", "MACs as xx-xx-xx-xx-xx-xx, IPs as xx.xx.xx.xx, codes as XX-XX-XX", "► Siehe auch",
            "Write to {first.last}@example.com or see {www.example.com}",
        ])
    func sound(_ text: String) throws {
        #expect(try found(text) == "")
    }
}
