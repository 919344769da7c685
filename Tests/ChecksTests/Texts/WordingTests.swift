import Checks
import Diagnostics
import Markdown
import Model
import Source
import TestSupport
import Testing

@Suite("Wording")
struct WordingTests {
    @Test("HTML and comments are named with what to write instead")
    func rawHTML() throws {
        let found = try checked(
            [.rawHTML],
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            summary: Less <b>noise</b>.
            ---
            One line.<br>Another,<BR /> <br class=x>, `<i>` in code.
            <br/>
            Third.

            <!-- ask Kim -->
            """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:3:15 raw-html: HTML in a text is not published
                    write **words**
                Content/terms/2026-01-01.md:5:29 raw-html: HTML in a text is not published
                    write <br> and nothing else in it
                Content/terms/2026-01-01.md:9:1 raw-html: HTML in a text is not published
                    remove the comment: it is hashed, and no reader sees it
                """)
    }

    @Test(
        "Lines of a cell end in <br>, and any other HTML in it is named",
        arguments: [
            ("| A |\n|-|\n| x<br>y<BR/>z |", nil, ""), ("| A<br />b |\n|-|\n| x |", nil, ""),
            ("| A |\n|-|\n| x<br class=y>z |", 4, "write <br> and nothing else in it"),
            ("| A | B |\n|-|-|\n| x | y<br>z</br> |", 13, "write <br> and nothing else in it"),
            ("| A |\n|-|\n| x<p>y |", 4, "remove the tag, and separate paragraphs by an empty line"),
        ] as [(String, Int?, String)])
    func linesOfCells(table: String, column: Int?, help: String) throws {
        let found = try checked(
            [.rawHTML, .leftoverMarkup], terms: "\(table)\n")
        let expected = column.map {
            "Content/terms/2026-01-01.md:6:\($0) raw-html: HTML in a text is not published\n    \(help)"
        }
        #expect(found == expected ?? "")
    }

    @Test("What a text cites, or says of what stands beside it, is no blank")
    func noPlaceholder() throws {
        let found = try checked(
            [.placeholder],
            terms: """
                As of [RFC 5280], [ISO/IEC 27001] and [EN 319 411-1]. Phone number [OPTIONAL], \\[MANDATORY\\].

                ## 4. [INTENTIONALLY LEFT BLANK]

                The identifier is {id-registration 2}.

                \\_\\_\\_\\_\\_\\_\\_\\_

                For [PARTY 1] and {party name}: [OPTION]. Signed: \\_\\_\\_\\_
                """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:12:5 placeholder: "[PARTY 1]" is a placeholder
                    write the words that belong in its place
                Content/terms/2026-01-01.md:12:19 placeholder: "{party name}" is a placeholder
                    write the words that belong in its place
                Content/terms/2026-01-01.md:12:33 placeholder: "[OPTION]" is a placeholder
                    write the words that belong in its place
                Content/terms/2026-01-01.md:12:51 placeholder: "\\_\\_\\_\\_" is a placeholder
                    write the words that belong in its place
                """)
    }

    @Test("Blanks that nobody filled in are found in every published text, and links are none")
    func placeholder() throws {
        let found = try checked(
            [.placeholder],
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms of [COMPANY]
            ---
            Notice is {{NOTICE_DAYS}} days, `{{ in_code }}` too. TODO: ask \\[LEGAL TEAM\\].

            [GDPR] and [DORA][d], [EU](https://example.com/TODO), [x] [A], TODOS, array[INDEX].

            [GDPR]: https://example.com/gdpr
            [d]: https://example.com/dora
            -- Content/index.md --
            # Trust

            Written by TBD
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosts [PRODUCT NAME]
            data: [mail]
            announced: 2026-01-01
            note: We TODO it
            """)
        #expect(
            found == """
                Content/index.md:3:12 placeholder: "TBD" is a placeholder
                    write the words that belong in its place
                Content/subprocessors/providers/acme.yaml:3:16 placeholder: "[PRODUCT NAME]" is a placeholder
                    write the words that belong in its place
                Content/subprocessors/providers/acme.yaml:6:10 placeholder: "TODO" is a placeholder
                    write the words that belong in its place
                Content/terms/2026-01-01.md:2:17 placeholder: "[COMPANY]" is a placeholder
                    write the words that belong in its place
                Content/terms/2026-01-01.md:4:11 placeholder: "{{NOTICE_DAYS}}" is a placeholder
                    write the words that belong in its place
                Content/terms/2026-01-01.md:4:34 placeholder: "{{ in_code }}" is a placeholder
                    write the words that belong in its place
                Content/terms/2026-01-01.md:4:54 placeholder: "TODO" is a placeholder
                    write the words that belong in its place
                Content/terms/2026-01-01.md:4:64 placeholder: "\\[LEGAL TEAM\\]" is a placeholder
                    write the words that belong in its place
                """)
    }

    @Test(
        "Blanks of templates in other languages, and of standard clauses",
        arguments: [
            "[Name des Kunden]", "[Nom du client]", "[Anschrift des Auftragsverarbeiters]", "[Nom et adresse]", "tbd",
            "[Identity and contact details of the data exporter(s)]",
        ])
    func blanksOfTemplates(words: String) throws {
        let world = "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\nThe exporter is \(words).\n"
        #expect(
            try checked([.placeholder], world) == """
                Content/terms/2026-01-01.md:4:17 placeholder: "\(words)" is a placeholder
                    write the words that belong in its place
                """)
    }

    @Test(
        "A quotation mark, a dash or a sign of money beyond ASCII before a blank is no part of a word",
        arguments: [
            ("“[COMPANY]”", "[COMPANY]"), ("„[FIRMA]“", "[FIRMA]"), ("«[EMPRESA]»", "[EMPRESA]"),
            ("“{company}”", "{company}"),
            ("€[●]", "[●]"), ("£[AMOUNT]", "[AMOUNT]"), ("§[X]", "[X]"), ("株式会社[●]", "[●]"), ("“TODO”", "TODO"),
            ("“____”", "____"), ("–TBD", "TBD"), ("Agreement_[COMPANY]", "[COMPANY]"),
        ])
    func placeholderBesideSign(words: String, blank: String) throws {
        let found = try checked(
            [.placeholder], "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\nThe words \(words).\n")
        let column =
            11 + words.distance(from: words.startIndex, to: words.firstRange(of: blank)?.lowerBound ?? words.endIndex)
        #expect(
            found == """
                Content/terms/2026-01-01.md:4:\(column) placeholder: "\(blank)" is a placeholder
                    write the words that belong in its place
                """)
    }

    @Test("Forms of days and fields of letters, where they stand for words")
    func formsAndFields() throws {
        let found = try checked(
            [.placeholder, .leftoverMarkup],
            terms: """
                **Last updated:** DD/MM/YYYY. In force from YYYY-MM-DD, stand TT.MM.JJJJ, of [[Company]] and «Company_Name».

                Days are written as YYYY-MM-DD, in the form DD/MM/YYYY; date format: DD.MM.YYYY. «Date», « Société »,
                «company policy», on MM/YYYY, [[words]].
                """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:4:19 placeholder: "DD/MM/YYYY" is a placeholder
                    write the words that belong in its place
                Content/terms/2026-01-01.md:4:45 placeholder: "YYYY-MM-DD" is a placeholder
                    write the words that belong in its place
                Content/terms/2026-01-01.md:4:63 placeholder: "TT.MM.JJJJ" is a placeholder
                    write the words that belong in its place
                Content/terms/2026-01-01.md:4:78 placeholder: "[[Company]]" is a placeholder
                    write the words that belong in its place
                Content/terms/2026-01-01.md:4:94 placeholder: "«Company_Name»" is a placeholder
                    write the words that belong in its place
                Content/terms/2026-01-01.md:7:31 leftover-markup: "[[words]]" is a sign of another tool, and is published as it stands
                    write [words](address)
                """)
    }

    @Test("A text announced before the as-of day can no longer be touched: warnings")
    func frozen() throws {
        let world = """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---
            TODO
            """
        #expect(
            try checked([.placeholder], world, asOf: "2026-01-02") == """
                Content/terms/2026-01-01.md:4:1 warning placeholder: "TODO" is a placeholder
                    write the words that belong in its place
                """)
    }

    @Test("Characters that no reader sees are found where their script does not need them")
    func invisibleText() throws {
        let found = try checked(
            [.invisibleText],
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: "Te\\u200Brms"
            ---
            No\u{200B}thing and soft\u{AD}ly, \u{202E}turned\u{202C}, \u{E0041}\u{E0042}.

            می\u{200C}خواهم \u{200F}(a), 👩\u{200D}💻 and ❤\u{FE0F}, क\u{94D}\u{200D}ष.

            A reference&#8203; and `&zwj;` in code. a\u{200E}b
            """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:2:8 invisible-text: a character that no reader sees stands here: U+200B zero width space, which a backslash in double quotes makes
                    take the backslash away, or write two where readers are to see one
                Content/terms/2026-01-01.md:4:3 invisible-text: a character that no reader sees stands here: U+200B zero width space
                    remove it
                Content/terms/2026-01-01.md:4:18 invisible-text: a character that no reader sees stands here: U+00AD soft hyphen
                    remove it
                Content/terms/2026-01-01.md:4:23 invisible-text: a character that no reader sees stands here: U+202E right-to-left override
                    remove it
                Content/terms/2026-01-01.md:4:30 invisible-text: a character that no reader sees stands here: U+202C pop directional formatting
                    remove it
                Content/terms/2026-01-01.md:4:33 invisible-text: 2 characters that no reader sees stand here, the first is U+E0041 tag latin capital letter a
                    remove them
                Content/terms/2026-01-01.md:8:12 invisible-text: a character that no reader sees stands here: U+200B zero width space
                    remove it
                Content/terms/2026-01-01.md:8:42 invisible-text: a character that no reader sees stands here: U+200E left-to-right mark
                    remove it
                """)
    }

    @Test("An address that no page may hold is refused")
    func unsafeURL() throws {
        let found = try checked(
            [.unsafeURL],
            terms: """
                [Run](javascript:alert) and ![see](data:text/html,x), [up](../../etc), [mail](mailto:a@example.com).
                """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:4:7 unsafe-url: a link may not begin with "javascript:"
                    write an address that begins with https:, http:, mailto: or tel:, or a path of this site
                Content/terms/2026-01-01.md:4:36 unsafe-url: a link may not begin with "data:"
                    write an address that begins with https:, http:, mailto: or tel:, or a path of this site
                Content/terms/2026-01-01.md:4:60 unsafe-path: the address leads out of the site
                    write the path from the site's root, such as /privacy/ or /files/dpa.pdf
                """)
    }

    @Test("An address of the machine that it is read on leads no reader anywhere")
    func ownMachine() throws {
        let found = try checked(
            [.unsafeURL],
            terms: """
                [a](http://127.0.0.1:8080/privacy/), <http://localhost>, [c](https://localhost:8080), [d](https://localhost.example/).
                """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:4:5 broken-link: this address leads each reader to their own machine
                    write /privacy/ if that page of this site is meant, or the address that readers have
                Content/terms/2026-01-01.md:4:62 broken-link: this address leads each reader to their own machine
                    write the address that readers have
                """)
    }

    @Test("A whole address of the site is no safer than the path behind it")
    func unsafeWholeAddress() throws {
        let found = try checked(
            [.unsafeURL],
            terms: """
                [a](https://trust.acme.example/files%2Fdpa.pdf), <http://trust.acme.example/files%2fdpa.pdf>,
                HTTPS://Trust.Acme.example:443/files%2Fdpa.pdf?x, [b](https://trust.acme.example/../files/dpa.pdf),
                [c](https://example.com/files%2Fdpa.pdf), [d](https://trust.acme.example/terms/?a=%2F).
                -- Content/subprocessors/providers/acme.yaml --
                name: Acme
                entity: Acme BV
                purpose: Sends mail
                data: [mail]
                terms: https://trust.acme.example/files%2Fdpa.pdf
                announced: 2026-01-01
                """)
        let help = "    write the characters themselves"
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:5:8 unsafe-url: the address hides characters behind percent signs
                \(help)
                Content/terms/2026-01-01.md:4:5 unsafe-url: the address hides characters behind percent signs
                \(help)
                Content/terms/2026-01-01.md:4:51 unsafe-url: the address hides characters behind percent signs
                \(help)
                Content/terms/2026-01-01.md:5:1 unsafe-url: the address hides characters behind percent signs
                \(help)
                Content/terms/2026-01-01.md:5:55 unsafe-path: the address leads out of the site
                    write the path from the site's root, such as /privacy/ or /files/dpa.pdf
                """)
    }

    @Test("Two clauses of one number")
    func duplicateClause() throws {
        let found = try checked(
            [.duplicateClause],
            terms: """
                # 1. Fees

                ## § 1.1 When

                ## 1.1 How
                """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:8:4 duplicate-clause: this is the second clause 1.1; the first is on line 6
                    give this clause a number of its own
                """)
    }

    @Test("A clause with the number of a day before it, and days that are none of one another")
    func clauseBehindDays() throws {
        let found = try checked([.duplicateClause], terms: "## 1 March 2026\n\n## 1 March 2027\n\n## 1. Fees\n")
        #expect(
            found == """
                Content/terms/2026-01-01.md:8:4 duplicate-clause: this is the second clause 1; the first is on line 4
                    give this clause a number of its own
                """)
    }

    @Test("Cells beyond the columns of their table, which no reader sees")
    func droppedCells() throws {
        let found = try checked(
            [.invisibleText],
            terms: """
                | Data | Purpose |
                |---|---|
                | Name | Login | kept 10 years | in Mali |
                | Mail |
                | Mail | Login ||
                | Mail | Login | | |
                """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:6:18 invisible-text: this row has more cells than its table has columns, so no reader sees what stands here
                    give the header and the line below it a column more, or put the words into one of the cells before; a | that belongs to the words is written \\|
                """)
    }

    @Test("Words that belong to marks alone, which no reader sees")
    func wordsOfMarks() throws {
        let found = try checked(
            [.invisibleText],
            terms: """
                As [here][we may sell your data] and [](/terms/ "We share it").

                ~~~text We keep it
                x
                ~~~

                [we may sell your data]: /terms/
                """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:4:41 invisible-text: this link shows no words, so no reader sees its title
                    write the words between the square brackets, or remove the link
                Content/terms/2026-01-01.md:6:9 invisible-text: no reader sees what stands behind the first word behind a code fence
                    leave one word there, the language, and write the others below it or into the text
                Content/terms/2026-01-01.md:10:2 invisible-text: no link shows the words of this label, so no reader sees them
                    make the label one word, here and in the links, or give a link these words
                """)
    }

    @Test(
        "A word processor's line break leaves a blank where it is taken out", arguments: ["\u{B}", "\u{C}", "\u{2028}"])
    func lineBreaks(sign: String) throws {
        let found = try checked(
            [.invisibleText],
            "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\nMarlowe GmbH\(sign)Hafenweg 3\(sign)\(sign)Hamburg"
        )
        #expect(
            found.split(separator: "\n").filter { $0.hasPrefix(" ") } == [
                "    put a blank or a new line in its place", "    put a blank or a new line in their place",
            ], "\(found)")
    }

    @Test("A definition that nothing uses")
    func unusedDefinition() throws {
        let reading = readLibrary(World("-- Content/index.md --\n# Trust\n\n[old]: /old/").tree)
        let library = try #require(reading.library)
        let page = try #require(library.pages.first)
        var text = MarkdownText()
        text.unusedDefinitions = [SourceSpan(page.source, 9..<21)]
        let context = CheckContext(
            history: History(resolving: library), texts: [page.source.path: text],
            asOf: AsOf(try #require(Moment("2026-01-01"))))
        #expect(
            check(context, with: [.invisibleText]).listing == """
                Content/index.md:3:1 invisible-text: nothing in the text uses this definition, so no reader sees it
                    remove it, or refer to it in the text
                """)
    }

    @Test("A note beyond the bounds of a text")
    func tooComplex() throws {
        let found = try checked(
            [.tooComplexText],
            """
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [mail]
            announced: 2026-01-01
            note: "\(String(repeating: "> ", count: 40))deep"
            """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:6:7 too-complex: lists and quotes nest more than 32 deep here
                    write headings or shorter lists instead
                """)
    }

    @Test("A text that is wrong all over is not shown line by line")
    func bounded() throws {
        let world = "-- Content/index.md --\n# Trust\n" + String(repeating: "TODO\n", count: 250)
        let found = try checked([.placeholder], world).split(separator: "\n")
        #expect(found.count == 200)
        #expect(
            found.dropLast().last
                == "Content/index.md:101:1 placeholder: \"TODO\" is a placeholder; there are 150 more in this text")
    }

    @Test("A file of YAML that is wrong all over is not shown item by item, and no warning takes an error's place")
    func boundedItems() throws {
        let names = (0..<250).map { "p\($0): TODO" }.joined(separator: ", ")
        let ids = (0..<250).map { "d\($0)" }
        let site = World.site(documents: ["terms"] + ids)
        let terms = "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\nWords.\n"
        func told(_ settings: String) throws -> [Diagnostic] {
            try diagnostics(in: "-- Content/site.yaml --\n\(settings)\n\(terms)")
        }
        for (settings, kinds) in [
            ("\(site)\nproducts: {\(names)}", [CheckID.missingKey, .placeholder]),
            // Without an address there is no site, and nothing but reading finds anything.
            (site.replacing("url:", with: "urls:"), [.missingKey]),
        ] {
            let found = try told(settings)
            for kind in kinds {
                let ones = found.filter { $0.id == kind && $0.file == "Content/site.yaml" }
                #expect(ones.count == 200)
                #expect(ones.last?.message.hasSuffix(" more in this file") == true)
            }
        }
        // The first 250 rows are published, and what is wrong with them is a warning.
        let items = (0..<500).map { number in
            "  - announced: \(number < 250 ? "2026-02-01" : "2026-07-01")\n    effective: 2026-09-01\n"
                + "    note: TODO \(number)\n"
        }
        let row = "name: Acme\npurpose: Sends mail\ndata: [mail]\nannounced: 2026-01-01\nchanges:\n" + items.joined()
        let found = try diagnostics(
            in: "-- Content/subprocessors/providers/acme.yaml --\n\(row)", asOf: "2026-06-01"
        ).filter { $0.id == .placeholder }
        for severity in [Severity.warning, .error] {
            let ones = found.filter { $0.severity == severity }
            #expect(ones.count == 200)
            #expect(ones.last?.message == "\"TODO\" is a placeholder; there are 50 more in this file")
        }
    }

    @Test("A long run of signs is one line to fill in, a rule, or part of a word", arguments: ["_", "\\_"])
    func longRuns(sign: String) throws {
        let run = String(repeating: sign, count: 4000)
        func found(_ line: String) throws -> [String] {
            try checked([.placeholder], "-- Content/index.md --\n# Trust\n\n\(line)\n").split(separator: "\n")
                .map { String($0).replacing(run, with: "…") }
        }
        #expect(try found("Signed: \(run).").first == "Content/index.md:3:9 placeholder: \"…\" is a placeholder")
        #expect(try found("Signed: \(run) by \(run).").count == 4)
        #expect(try found(run).isEmpty)
        #expect(try found("Signed: \(run)b.").isEmpty)
    }
}
