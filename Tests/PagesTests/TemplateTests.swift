import Diagnostics
import TestSupport
import Testing

@testable import Pages

@Suite struct TemplateTests {
    private func findings(_ files: [String: String]) -> String {
        Theme.load(
            Dictionary(
                files.map { ("Templates/\($0.key)", Array($0.value.utf8)) }, uniquingKeysWith: { first, _ in first }),
            language: "en"
        ).findings.listing
    }

    @Test func theBuiltInThemeIsSound() {
        #expect(findings([:]) == "")
    }

    @Test(arguments: [
        (
            "<p>{{titel}}</p>",
            "Templates/page.mustache:1:4 template: there is no variable \"titel\"\n    did you mean title?"
        ),
        (
            "{{t.skp}}",
            "Templates/page.mustache:1:1 template: the theme has no words for \"skp\"\n    did you mean skip?"
        ),
        (
            "a\n{{>link}}",
            "Templates/page.mustache:2:1 template: there is no template \"link\"\n    did you mean links?"
        ),
        (
            "{{#title}}x",
            "Templates/page.mustache:1:1 template: the section title is not closed\n    write {{/title}}"
        ),
        (
            "{{#title}}{{/titel}}",
            "Templates/page.mustache:1:11 template: {{/titel}} closes no open section\n"
                + "    write {{/title}}, or open it before"
        ),
        (
            "é {{title",
            "Templates/page.mustache:1:3 template: the tag does not end\n    write }} behind its name"
        ),
        (
            "<p>{{site_name</p>\n<dl>{{#contacts}}{{label}}{{/contacts}}</dl>",
            "Templates/page.mustache:1:4 template: the tag does not end\n    write }} behind its name"
        ),
        (
            "{{{heading\n{{{text}}}",
            "Templates/page.mustache:1:1 template: the tag does not end\n    write }}} behind its name"
        ),
        (
            "{{#contacts<p>{{label}}</p>{{/contacts}}",
            "Templates/page.mustache:1:1 template: the tag does not end\n    write }} behind its name"
        ),
        (
            "{{ kind {{title}}",
            "Templates/page.mustache:1:1 template: the tag does not end\n    write }} behind its name"
        ),
        ("{{\n title\n}} {{! <p>{{\n}}", ""),
        (
            "{{{heading}}\n{{{text}}}",
            "Templates/page.mustache:1:1 template: the tag opens with 3 braces and closes with 2\n    write {{{heading}}}"
        ),
        (
            "a {{kind}}} {{! a comment }}}",
            "Templates/page.mustache:1:3 template: the tag opens with 2 braces and closes with 3\n    write {{kind}}"
        ),
        ("{{}}", "Templates/page.mustache:1:1 template: the tag is empty\n    write a name in it"),
        (
            "{{>page}}",
            "Templates/page.mustache:1:1 template: the template page includes itself\n    take this tag out"
        ),
    ])
    func whatIsWrongIsFoundAtItsPlace(_ template: String, _ expected: String) {
        #expect(findings(["page.mustache": template]) == expected)
    }

    @Test func twoTemplatesThatIncludeEachOtherAreFound() {
        let listing = findings(["links.mustache": "{{>up}}", "up.mustache": "{{>links}}"])
        #expect(
            listing == """
                Templates/links.mustache:1:1 template: the template links includes itself
                    take this tag out
                Templates/up.mustache:1:1 template: the template up includes itself
                    take this tag out
                """)
    }

    @Test func tagsAndNestingAreBounded() {
        #expect(findings(["page.mustache": String(repeating: "{{title}}", count: 2_001)]).contains("too-complex"))
        let deep = String(repeating: "{{#title}}", count: 33) + String(repeating: "{{/title}}", count: 33)
        #expect(findings(["page.mustache": deep]).contains("too-complex"))
    }

    @Test func partialsThatDoubleAreBounded() {
        var files: [String: String] = [:]
        for level in 0..<30 { files["p\(level).mustache"] = "{{>p\(level + 1)}}{{>p\(level + 1)}}" }
        files["p30.mustache"] = "x"
        #expect(findings(files).contains("too-complex: this template includes more than 1000 others"))
    }

    @Test func wordsThatASiteLacksComeFromTheProgram() {
        let strings = Theme.load(
            ["Templates/strings/en.yaml": Array("skip: Jump\n".utf8)], language: "en"
        ).theme.strings
        #expect(strings["skip"] == "Jump")
        #expect(strings["notices"] == "Notices")
    }

    @Test(arguments: [
        ("de", "skip", "Zum Inhalt"), ("de-AT", "menu", "Menü"), ("de-AT", "skip", "Hinüber"),
        ("de-AT", "record", "Buch"),
        ("ar", "notices", "الإشعارات"),
    ])
    func wordsOfALanguageComeFromItsFiles(language: String, key: String, words: String) {
        let strings = Theme.load(
            [
                "Templates/strings/en.yaml": Array("skip: Jump\nmenu: All\n".utf8),
                "Templates/strings/de-AT.yaml": Array("skip: Hinüber\n".utf8),
                "Templates/strings/de.yaml": Array((language == "de" ? "" : "record: Buch\nskip: Weiter\n").utf8),
            ], language: language
        ).theme.strings
        #expect(strings[key] == .text(words))
    }

    @Test(arguments: [
        ("skpi: Jump", "1:1 template: no page has words for \"skpi\"\n    did you mean skip?"),
        (
            "skip:",
            "1:1 template: skip has no words\n    write some, or take the line out: the program has words of its own"
        ),
        (
            "menu: All\nskip: \"\"",
            "2:7 template: skip has no words\n    write some, or take the line out: the program has words of its own"
        ),
        ("skip: |\n  Jump\n  down", "1:7 template: skip has more than one line\n    write its words in one line"),
        (
            "menu: All\nskip: \"A\\0B\"",
            "2:7 template: skip has a sign that no page may have: U+0000\n    take it out"
        ),
        ("skip: Jump\nskpi: Jump", ""), ("skip: |\n  Jump\n", ""), ("my_words: Mine", ""),
    ])
    func wordsThatNoPageCouldHave(_ words: String, _ expected: String) {
        #expect(
            findings(["strings/en.yaml": words]) == (expected.isEmpty ? "" : "Templates/strings/en.yaml:" + expected))
    }

    @Test(arguments: [
        ("page.mustach", "this file is no part of a theme"), ("page.html", "this file is no part of a theme"),
        ("style.css", "this file is no part of a theme"), ("strings/en.yml", "no page has the words of this file"),
        ("strings/EN.yaml", "no page has the words of this file"),
        ("strings/english.yaml", "no page has the words of this file"),
        ("Page.mustache", "no page is made of this template, and none includes it"),
        ("pages.mustache", "no page is made of this template, and none includes it"),
        ("notice.html", "this file is no part of a theme"), ("LICENCE", nil), ("NOTICE", nil),
        ("CHANGELOG.md", nil), ("strings/README.md", nil), ("README.md", nil), ("own.mustache", nil),
        ("strings/de-AT.yaml", nil), ("strings/fr.yaml", nil),
    ])
    func filesThatNoPageIsMadeOf(_ name: String, _ message: String?) {
        let found = findings([name: "own: \"words\"\n"])
        #expect(message.map { found.hasPrefix("Templates/\(name):1:1 template: \($0)\n") } ?? found.isEmpty, "\(found)")
    }

    /// No help leads to a file that would take the place of another language's words.
    @Test(arguments: [
        ("de_AT.yaml", "name it by its language: de-AT.yaml"), ("de_at.yml", "name it by its language: de-AT.yaml"),
        ("EN.yaml", "name it by its language: en.yaml"), ("fr.yml", "name it by its language: fr.yaml"),
        ("english.yaml", "name it by the language of its words, as in fr.yaml or de-AT.yaml"),
        (".yml", "name it by the language of its words, as in fr.yaml or de-AT.yaml"),
        ("de.old.yaml", "name it by the language of its words, as in fr.yaml or de-AT.yaml"),
    ])
    func wordsOfNoLanguage(_ name: String, _ help: String) {
        let found = findings(["strings/\(name)": "own: words\n"])
        #expect(
            found == "Templates/strings/\(name):1:1 template: no page has the words of this file\n    \(help)",
            "\(found)")
    }

    @Test func aTemplateThatIsIncludedMayHaveAnyName() {
        #expect(findings(["page.mustache": "{{>pages}}", "pages.mustache": "x"]) == "")
    }

    /// What `docs/templates.md` says of tags, and of the lines on which they stand, by the rules of Mustache.
    @Test(arguments: [
        ("{{title}} {{{title}}} {{&title}}", "&lt;A &amp; &quot;B&quot;&#39;&gt; <A & \"B\"'> <A & \"B\"'>"),
        ("{{items}}{{up}}{{label}}{{is_home}}", "true"),
        ("{{up.href}} {{up.title.href}} {{href}}", "/up/  "),
        ("{{#up}}{{href}} {{title}}{{/up}}", "/up/ &lt;A &amp; &quot;B&quot;&#39;&gt;"),
        (
            "{{#title}}{{.}}{{/title}}{{#label}}no{{/label}}{{^label}}none{{/label}}",
            "&lt;A &amp; &quot;B&quot;&#39;&gt;none"
        ),
        ("{{#is_home}}yes{{/is_home}}{{#has_certifications}}no{{/has_certifications}}", "yes"),
        ("{{^is_home}}no{{/is_home}}{{^has_certifications}}none{{/has_certifications}}", "none"),
        ("<ul>\n{{#items}}\n  <li>{{href}}</li>\n{{/items}}\n</ul>\n", "<ul>\n  <li>/a/</li>\n  <li>/b/</li>\n</ul>\n"),
        ("{{^items}}\nno\n{{/items}}\n{{^pages}}\nnone\n{{/pages}}\n", "none\n"),
        ("a\n  {{! words }}  \nb\r\n{{!\nmore }}\r\nc", "a\nb\r\nc"),
        ("a {{! words }}\nb", "a \nb"),
        ("{{#items}}{{href}}{{/items}}\n{{#up}}x{{/up}}", "/a//b/\nx"),
        ("a\n{{>up}}\nb{{>up}}\n{{>up}}", "a\n<b>/up/</b>\nb<b>/up/</b>\n\n<b>/up/</b>\n"),
        ("<ul>\n  {{>up}}\n</ul>", "<ul>\n  <b>/up/</b>\n</ul>"),
        ("{{t.skip}} {{{t.skip}}} {{#t.skip}}{{.}}{{/t.skip}}", "A &lt; B A < B A &lt; B"),
        ("{{\ttitle\n}}{{ # is_home }}yes{{ / is_home }}", "&lt;A &amp; &quot;B&quot;&#39;&gt;yes"),
        ("", ""), ("{", "{"), ("é{{title}}é", "é&lt;A &amp; &quot;B&quot;&#39;&gt;é"),
    ])
    func whatATagWrites(_ template: String, _ expected: String) {
        let theme = Theme.load(
            [
                "Templates/page.mustache": Array(template.utf8),
                "Templates/up.mustache": Array("<b>{{up.href}}</b>\n".utf8),
                "Templates/strings/en.yaml": Array("skip: A < B\n".utf8),
            ], language: "en")
        #expect(theme.findings.listing == "")
        let view: View = [
            "title": "<A & \"B\"'>", "is_home": true, "has_certifications": false, "pages": .list([]),
            "items": .list([["href": "/a/"], ["href": "/b/"]]), "up": .view(["href": "/up/"]),
        ]
        #expect(String(decoding: theme.theme.render("page", view), as: UTF8.self) == expected)
    }

    @Test(arguments: [
        ("<p>{{heading}}</p>", "the fact that"),
        ("{{#up}}\n{{#up}}{{href}}{{/up}}\n{{/up}}", "itself"),
    ])
    func whatWouldGoWrongInAPage(_ template: String, _ kind: String) {
        let expected =
            kind == "itself"
            ? "Templates/page.mustache:2:1 template: the section up stands in itself\n    close the one on line 1 before it"
            : "Templates/page.mustache:1:4 template: {{heading}} is a fact, which is never escaped\n    write {{{heading}}}"
        #expect(findings(["page.mustache": template]) == expected)
    }

    /// Blocks and other signs are not those of a theme.
    @Test(arguments: ["{{<up}}{{/up}}", "{{$up}}{{/up}}", "{{=<% %>=}}", "{{%a}}", "{{t}}"])
    func otherTagsAreRefused(_ template: String) {
        #expect(findings(["page.mustache": template]).hasPrefix("Templates/page.mustache:1:1 template: "))
    }

    @Test func aSitesOwnTemplateStandsInForTheBuiltIn() throws {
        let pages = try render(
            smallWorld, asOf: "2026-02-10",
            theme: [
                "Templates/page.mustache": "<div class=\"{{kind}}\">\n{{{heading}}}\n</div>\n{{{marks}}}\n{{{text}}}\n"
            ])
        #expect(
            try #require(pages["404.html"]).contains(
                "<div class=\"not-found\">\n<h1 data-heading>Page not found</h1>\n</div>\n\n<p>There is no page"))
    }
}
