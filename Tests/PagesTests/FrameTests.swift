import Diagnostics
import TestSupport
import Testing

@testable import Pages

/// What a theme may do with facts: place them, and nothing else.
@Suite("Themes and facts")
struct FrameTests {
    private static let world = World(
        """
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy Policy
        ---

        We keep names.
        -- Content/faq.md --
        # Questions

        Ask us.
        """)

    /// What is found wrong with a theme of which one file is the site's own.
    private func findings(_ name: String, _ template: String) throws -> String {
        try renderedPages(Self.world, asOf: "2026-02-01", theme: ["Templates/\(name).mustache": template]).findings
            .listing
    }

    /// `document.mustache` with something else in the place of its article.
    private static func document(_ article: String) -> String {
        "{{{heading}}}\n{{{marks}}}\n{{{dates}}}\n{{{summary}}}\n{{{list}}}\n{{{origins}}}\n\(article)\n"
    }

    @Test("A theme that only arranges and frames passes")
    func arrangement() throws {
        let pages = try render(
            Self.world, asOf: "2026-02-01",
            theme: [
                "Templates/document.mustache": """
                <!-- Ours. -->
                <aside class='dates'><p>Days &amp; more</p>{{{dates}}}</aside>
                {{#article}}<div lang="en"><section aria-label="Text" data-ours="1">{{{article}}}</section></div>{{/article}}
                <header>{{{marks}}}{{{heading}}}<img src="/assets/logo.svg" alt=""/></header>
                {{{summary}}}{{{list}}}{{{origins}}}
                """,
                "Templates/assets/logo.svg": "<svg/>",
            ])
        let page = try #require(pages["privacy/2026-01-01/index.html"])
        #expect(
            page.contains(
                "<div lang=\"en\"><section aria-label=\"Text\" data-ours=\"1\"><article data-edition=\"privacy/2026-01-01\">\n"
                    + "<p>We keep names.</p>\n</article></section></div>\n"))
    }

    @Test("Pages have their own addresses in a theme of their own, as links and as words")
    func ownAddresses() throws {
        let links = "{{#links}}{{#items}}<p><a href=\"{{href}}\">{{href}}</a></p>{{/items}}{{/links}}"
        let pages = try render(
            smallWorld, asOf: "2026-05-01",
            theme: [
                "Templates/document.mustache": Self.document("{{{article}}}\(links)"),
                "Templates/notice.mustache": "{{{heading}}}{{{notice}}}\(links)",
            ])
        for edition in ["2026-01-01", "2026-04-01"] {
            let page = try #require(pages["privacy/\(edition)/index.html"])
            for end in ["/", ".md"] {
                let address = "/privacy/\(edition)\(end)"
                #expect(page.contains("<p><a href=\"\(address)\">\(address)</a></p>"))
            }
        }
        for notice in ["privacy-2026-02-01", "subprocessors-2026-02-01"] {
            let page = try #require(pages["notices/\(notice)/index.html"])
            #expect(page.contains("<p><a href=\"/notices/\(notice).json\">/notices/\(notice).json</a></p>"))
        }
    }

    @Test("Editions of like frames have their own addresses, and headings that only look the same their own anchors")
    func likeFrames() throws {
        func edition(_ day: String, announced: String, _ heading: String) -> String {
            """
            -- Content/privacy/\(day).md --
            ---
            title: Privacy Policy
            announced: \(announced)
            summary: Other words.
            ---

            ## \(heading)

            Since \(day).

            ## More

            Words.

            ## End

            Words.

            """
        }
        // Neither the first nor the last two, as these lead to others.
        let days = ["2026-03-01", "2026-05-01", "2026-07-01"]
        let headings = ["\u{C4}nderungen", "A\u{308}nderungen", "A\u{308}nderungen"]
        let pages = try render(
            World(
                """
                -- Content/privacy/2026-01-01.md --
                ---
                title: Privacy Policy
                ---

                ## First

                Words.

                """ + edition(days[0], announced: "2026-01-15", headings[0])
                    + edition(days[1], announced: "2026-03-15", headings[1])
                    + edition(days[2], announced: "2026-05-15", headings[2])
                    + edition("2026-09-01", announced: "2026-07-15", "End of all")),
            asOf: "2026-10-01")
        for day in days {
            let page = try #require(pages["privacy/\(day)/index.html"])
            let ids = Set(page.matches(of: #/ id="([^"]*)"/#).map { Array($0.1.utf8) })
            let links = page.matches(of: #/ href="#([^"]*)"/#).map { Array($0.1.utf8) }
            #expect(links.count > 2)
            #expect(links.allSatisfy(ids.contains), "\(day)")
            #expect(page.contains("\"/privacy/\(day).md\""))
            for other in days where other != day { #expect(!page.contains("\"/privacy/\(other).md\"")) }
        }
    }

    @Test("What is wrong with an address of a page's own names it")
    func wrongAddress() throws {
        let links = "{{#links}}{{#items}}<p id=\"{{href}}\">x</p>{{/items}}{{/links}}"
        let listing = try renderedPages(
            smallWorld, asOf: "2026-05-01",
            theme: ["Templates/document.mustache": Self.document("{{{article}}}\(links)")]
        ).findings.listing
        #expect(listing.contains("the id \"/privacy/2026-0"), "\(listing)")
    }

    @Test("Each fact of a page is in it, once and to the byte")
    func everyFact() throws {
        let jobs = try pageJobs(smallWorld, asOf: "2026-05-01", theme: Theme.load([:], language: "en").theme)
        #expect(
            Set(jobs.flatMap { $0.facts() }.map(\.name))
                .isSuperset(of: [.head, .heading, .marks, .list, .article, .notice]))
        for job in jobs {
            let text = job.render().text
            for fact in job.facts() {
                #expect(text.ranges(of: fact.html).count == 1, "\(fact.name) on \(job.path)")
            }
        }
    }

    @Test(
        "A text that is replaced, dropped, doubled or hidden",
        arguments: [
            (
                "<article data-edition=\"privacy/2026-01-01\"><p>Something else entirely.</p></article>",
                "7:1 template: on /privacy/ and one more page: a theme has no <article>\n"
                    + "    remove it: texts and their changes stand in {{{article}}}"
            ),
            (
                "",
                "1:1 template: on /privacy/ and one more page: {{{article}}} is missing\n"
                    + "    write {{{article}}} where it is to stand"
            ),
            (
                "{{{article}}}{{{article}}}",
                "7:1 template: on /privacy/ and one more page: {{{article}}} stands there more than once\n    write it once"
            ),
            (
                "<!-- {{{article}}} -->",
                "7:6 template: on /privacy/ and one more page: {{{article}}} stands in a comment, where readers may not see "
                    + "it\n    \(place)"
            ),
            (
                "<p title=\"{{{article}}}\">x</p>",
                "7:11 template: on /privacy/ and one more page: {{{article}}} stands in the attribute title, where readers "
                    + "may not see it\n    \(place)"
            ),
            (
                "<div hidden>{{{article}}}</div>",
                "7:13 template: on /privacy/ and one more page: {{{article}}} stands in <div> with the attribute hidden, "
                    + "where readers may not see it\n    \(place)"
            ),
            (
                "<section aria-hidden=\"true\"><div>{{{article}}}</div></section>",
                "7:34 template: on /privacy/ and one more page: {{{article}}} stands in <section> with the attribute "
                    + "aria-hidden, where readers may not see it\n    \(place)"
            ),
            (
                "<div class=\"a visually-hidden\">{{{article}}}</div>",
                "7:32 template: on /privacy/ and one more page: {{{article}}} stands in <div> with the class visually-hidden, "
                    + "where readers may not see it\n    \(place)"
            ),
            (
                "<div class=\"skip\">{{{article}}}</div>",
                "7:19 template: on /privacy/ and one more page: {{{article}}} stands in <div> with the class skip, "
                    + "where readers may not see it\n    \(place)"
            ),
            (
                "<div class=\"menu\"><div><div class=\"narrow\">{{{article}}}</div></div></div>",
                "7:44 template: on /privacy/ and one more page: {{{article}}} stands in <div> with the class narrow below the "
                    + "class menu, where readers may not see it\n    \(place)"
            ),
            (
                "<div class=\"&#115;kip\">{{{article}}}</div>",
                "7:24 template: on /privacy/ and one more page: {{{article}}} stands in <div> with the class &#115;kip, "
                    + "where readers may not see it\n    \(place)"
            ),
            (
                "<div data-restated data-change=\"deleted\">{{{article}}}</div>",
                "7:1 template: on /privacy/ and one more page: <div> with data-restated, which is the name of a fact\n"
                    + "    take another name"
            ),
            (
                "<details><summary>More</summary>{{{article}}}</details>",
                "7:33 template: on /privacy/ and one more page: {{{article}}} stands in <details>, where readers may not see "
                    + "it\n    \(place)"
            ),
            (
                "<p>{{{article}}}</p>",
                "7:4 template: on /privacy/ and one more page: {{{article}}} stands in <p>, where readers may not see it\n"
                    + "    \(place)"
            ),
            (
                "<noscript>{{{article}}}</noscript>",
                "7:1 template: on /privacy/ and one more page: a theme has no <noscript>\n    \(another)"
            ),
            (
                "<template>{{{article}}}</template>",
                "7:1 template: on /privacy/ and one more page: a theme has no <template>\n    \(another)"
            ),
            (
                "<textarea>{{{article}}}</textarea>",
                "7:1 template: on /privacy/ and one more page: a theme has no <textarea>\n    \(another)"
            ),
            (
                "<svg><desc>{{{article}}}</desc></svg>",
                "7:1 template: on /privacy/ and one more page: a theme has no <svg>\n"
                    + "    put the picture into Templates/assets/ and show it with <img>"
            ),
            (
                "<div><ul></div>{{{article}}}</ul>",
                "7:10 template: on /privacy/ and one more page: </div> closes no open element\n    write </ul> before it"
            ),
            (
                "<div>{{{article}}}",
                "7:1 template: on /privacy/ and one more page: <div> is not closed\n    write </div>"
            ),
            (
                "{{{article}}}<fact touched>",
                "1:1 template: on /privacy/ and one more page: <fact touched> is no fact of this page\n    remove it"
            ),
            (
                "{{{article}}}<div data-mark=\"withdrawn\">No longer.</div>",
                "7:14 template: on /privacy/ and one more page: <div> with data-mark, which is the name of a fact\n"
                    + "    take another name"
            ),
        ])
    func texts(_ article: String, _ expected: String) throws {
        #expect(try findings("document", Self.document(article)) == "Templates/document.mustache:" + expected)
    }

    private static let place =
        "write it in <aside>, <body>, <div>, <footer>, <header>, <main>, <section>, which have no attributes but class, id, "
        + "lang, dir and names"
    private static let another = "use another element; docs/templates.md lists those of a theme"

    @Test("A mark and a head that are dropped")
    func marks() throws {
        #expect(
            try findings("page", "{{{heading}}}\n{{{text}}}\n") == """
                Templates/page.mustache:1:1 template: on /faq/: {{{marks}}} is missing
                    write {{{marks}}} where it is to stand
                """)
        #expect(
            try findings("layout", "<!DOCTYPE html><html><head></head><body>{{{content}}}</body></html>") == """
                Templates/layout.mustache:1:1 template: on / and 10 more pages: {{{head}}} is missing
                    write {{{head}}} where it is to stand
                """)
        #expect(
            try findings("layout", "<html><head>{{{head}}}</head><body><main hidden>{{{content}}}</main></body></html>")
                == """
                Templates/layout.mustache:1:49 template: on / and 10 more pages: {{{content}}} stands in <main> with the \
                attribute hidden, where readers may not see it
                    \(Self.place)
                """)
    }

    @Test(
        "A page that is hidden as a whole",
        arguments: [
            ("hidden", "attribute hidden"), ("inert", "attribute inert"), ("popover", "attribute popover"),
            ("aria-hidden=\"true\"", "attribute aria-hidden"), ("class=\"a visually-hidden\"", "class visually-hidden"),
        ])
    func hiddenPages(_ written: String, _ hiding: String) throws {
        for (name, html, body) in [("html", "html \(written)", "body"), ("body", "html", "body \(written)")] {
            let listing = try findings(
                "layout", "<\(html)><head>{{{head}}}</head><\(body)>\n{{{content}}}</body></html>")
            #expect(
                listing.hasPrefix(
                    "Templates/layout.mustache:2:1 template: on / and 10 more pages: {{{content}}} stands in <\(name)> with "
                        + "the \(hiding), where readers may not see it\n"),
                "\(listing)")
        }
    }

    @Test("Every class by which the built-in style sheet takes something off a screen hides a fact")
    func hidingClasses() throws {
        let bytes = try #require(Theme.builtIn["Templates/assets/style.css"])
        let sheet = String(decoding: bytes, as: UTF8.self).replacing(#/\/\*[\s\S]*?\*\//#, with: "")
        let end = try #require(sheet.firstRange(of: "@media print")).lowerBound
        // What stands in brackets, with commas of its own.
        let brackets = #/:[a-z]+\([^()]*\)/#
        let screen = sheet[..<end].replacing(brackets, with: ":x").replacing(brackets, with: ":x")
        var found: Set<String> = []
        for rule in screen.matches(of: #/([^{}]+)\{([^{}]*)\}/#) {
            let isHiding = rule.2.contains(#/display: none|visibility: hidden|clip-path: inset\(50%\)|top: -\d+rem/#)
            guard isHiding else { continue }
            // Of the others each asks for an element, an attribute or a state that nothing has which holds a fact.
            found.formUnion(
                rule.1.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
                    .filter { $0.wholeMatch(of: #/\.[a-z-]+( \.[a-z-]+)?/#) != nil })
        }
        let pairs = FrameAttributes.hidingPairs.flatMap { pair in pair.names.map { ".\(pair.outer) .\($0)" } }
        #expect(found.sorted() == (FrameAttributes.hidingClasses.map { ".\($0)" } + pairs).sorted())
    }

    @Test(
        "Markup that could alter a page after it is read",
        arguments: [
            ("<script>x()</script>", "a script that is none of the theme's assets"),
            ("<script src=\"https://a.example/x.js\"></script>", "a script that is none of the theme's assets"),
            ("<script src=\"/assets/style.css\">x()</script>", "a script that is written in the page"),
            ("<p onclick=\"x()\">x</p>", "<p> with the event handler onclick"),
            ("<p style=\"color: red\">x</p>", "<p> with the attribute style"),
            ("<a href=\"javascript:x()\">x</a>", "the address \"javascript:x()\""),
            ("<a href=\"java&#115;cript:x()\">x</a>", "the address \"java&#115;cript:x()\""),
            ("<a href=\" javascript:x()\">x</a>", "the address \" javascript:x()\""),
            ("<base href=\"/x/\">", "a theme has no <base>"),
            ("<meta http-equiv=\"refresh\" content=\"0\">", "<meta> outside of <head>"),
            ("<style>article {}</style>", "a theme has no <style>"),
            ("<iframe src=\"/\"></iframe>", "a theme has no <iframe>"),
            ("<p id=\"2\">x</p>", "the id \"2\" could be the anchor of a clause"),
            ("<a name=\"2\">x</a>", "<a> with the attribute name"),
            ("<p class=x>x</p>", "an attribute of <p> that is not written as name=\"value\""),
            ("<p class=\"a\" class=\"b\">x</p>", "<p> with the attribute class twice"),
            ("a < b", "a < that begins no tag"),
            ("<!-- a -- b -->", "a comment that browsers end elsewhere"),
            ("<!--> x -->", "a comment that browsers end elsewhere"),
            ("<?php x ?>", "a < that begins no tag"),
            ("<![CDATA[x]]>", "<! that begins no comment and no <!DOCTYPE html>"),
        ])
    func markup(_ markup: String, _ message: String) throws {
        let listing = try findings("page", "{{{heading}}}{{{marks}}}{{{text}}}\n\(markup)")
        #expect(listing.hasPrefix("Templates/page.mustache:2:"), "\(listing)")
        #expect(listing.contains(" template: on /subscribe/ and 6 more pages: \(message)\n"), "\(listing)")
    }

    @Test(
        "Heads that could alter a page",
        arguments: [
            ("<meta http-equiv=\"refresh\" content=\"0; url=/x/\">", "<meta> with the attribute http-equiv"),
            ("<meta charset=\"windows-1252\">", "<meta charset=\"windows-1252\">"),
            ("<meta charset=\"&#117;tf-8\">", "<meta charset=\"&#117;tf-8\">"),
            ("<link rel=\"canonical\" href=\"/x/\">", "<link rel=\"canonical\">"),
            (
                "<link rel=\"stylesheet\" href=\"https://a.example/x.css\">",
                "<link rel=\"stylesheet\"> to what is none of the theme's assets"
            ),
            ("<title>x</title>", "a theme has no <title>"),
            ("<div></div>", "<div> outside of <body>"),
            ("words", "words that stand outside of <body>"),
        ])
    func heads(_ markup: String, _ message: String) throws {
        let layout = "<html><head>{{{head}}}\n\(markup)</head><body>{{{content}}}</body></html>"
        let listing = try findings("layout", layout)
        #expect(
            listing.hasPrefix("Templates/layout.mustache:2:1 template: on / and 10 more pages: \(message)\n"),
            "\(listing)")
    }

    @Test(
        "What is wrong is told at its place, and not where something like it stands first",
        arguments: [
            ("<p>{{kind}}</p>\n<p>two</p>\n<p onclick=\"{{kind}}\">y</p>", "page.mustache:4:1"),
            ("<p>one</p>\n<p>two", "page.mustache:3:1"),
            ("<b>one</b>\na <", "page.mustache:3:3"),
            ("<b>one</b> <<b>two</b>", "page.mustache:2:12"),
            ("<p>one</p>\n{{>own}}", "own.mustache:3:2"),
            ("<p>one</p>\n<div>\n  {{>own}}\n</div>", "own.mustache:3:2"),
            ("<b>{{{text}}}</b>", "page.mustache:2:4"),
        ])
    func places(_ markup: String, _ place: String) throws {
        let found = try renderedPages(
            Self.world, asOf: "2026-02-01",
            theme: [
                "Templates/page.mustache": "{{{heading}}}{{{marks}}}{{{text}}}\n\(markup)",
                "Templates/own.mustache": "<p>{{kind}}</p>\r\n<p>three</p>\r\n <p style=\"{{kind}}\">four</p>\r\n",
            ]
        ).findings.listing
        #expect(found.hasPrefix("Templates/\(place) template: on "), "\(found)")
    }

    @Test("An asset that would be a page", arguments: ["privacy.html", "x.xhtml", "a.css.htm", "page", "x.pdf"])
    func assets(_ name: String) throws {
        let findings = Theme.load(["Templates/assets/\(name)": Array("<p>x</p>".utf8)], language: "en").findings
        #expect(
            findings.listing == """
                Templates/assets/\(name):1:1 template: this is no style sheet, script, font or picture
                    publish documents from Content/files/, and texts as pages; assets are avif, css, gif, ico, jpeg, jpg, js, \
                json, map, mjs, otf, png, svg, ttf, txt, webmanifest, webp, woff, woff2
                """)
    }

    @Test("What a page names beside its facts is bounded")
    func navigation() throws {
        var world = Self.world
        for number in 100..<150 { world.files["Content/p\(number).md"] = "# Page \(number)\n" }
        let pages = try render(world, asOf: "2026-02-01")
        let faq = try #require(pages["faq/index.html"])
        #expect(faq.contains("<a href=\"/p118/\">Page 118</a>") && !faq.contains("<a href=\"/p119/\">"))
        #expect(faq.contains("<li><a href=\"/#page.pages\">All pages</a></li>"))
        #expect(try #require(pages["index.html"]).contains("<li><a href=\"/p149/\">Page 149</a></li>"))
    }
}
