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
