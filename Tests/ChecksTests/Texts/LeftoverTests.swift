import Checks
import TestSupport
import Testing

/// Signs that would be published as they stand.
@Suite("Leftover markup")
struct LeftoverTests {
    private func found(_ text: String, _ checks: [Check] = [.leftoverMarkup]) throws -> String {
        try checked(checks, "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\n" + text)
    }

    @Test("A mark that makes nothing is told once, at the first of a pair, with how to write it")
    func marks() throws {
        let found = try found(
            """
            *Since March

            - **Fees: **we send bills.
            - **Refunds:**None. __Logs __ are ~~kept ~~.
            - `code and more.

            > Quoted **words
            > go on.

            | A | B |
            | --- | --- |
            | **a ** | b |
            """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:4:1 leftover-markup: this * makes nothing bold or slanted, so it is published as it stands
                    put * right before the first and right behind the last of the words, with a blank or a stop outside; write \\* for the sign itself
                Content/terms/2026-01-01.md:6:3 leftover-markup: this ** makes nothing bold or slanted, so it is published as it stands
                    put ** right before the first and right behind the last of the words, with a blank or a stop outside; write \\*\\* for the sign itself
                Content/terms/2026-01-01.md:7:3 leftover-markup: this ** makes nothing bold or slanted, so it is published as it stands
                    put ** right before the first and right behind the last of the words, with a blank or a stop outside; write \\*\\* for the sign itself
                Content/terms/2026-01-01.md:7:21 leftover-markup: this __ makes nothing bold or slanted, so it is published as it stands
                    put __ right before the first and right behind the last of the words, with a blank or a stop outside; write \\_\\_ for the sign itself
                Content/terms/2026-01-01.md:7:35 leftover-markup: this ~~ makes nothing bold or slanted, so it is published as it stands
                    put ~~ right before the first and right behind the last of the words, with a blank or a stop outside; write \\~\\~ for the sign itself
                Content/terms/2026-01-01.md:8:3 leftover-markup: nothing closes this backtick, so it is published as it stands
                    close it with a second one; write ’ where an apostrophe is meant, and \\` for the sign itself
                Content/terms/2026-01-01.md:10:10 leftover-markup: this ** makes nothing bold or slanted, so it is published as it stands
                    put ** right before the first and right behind the last of the words, with a blank or a stop outside; write \\*\\* for the sign itself
                Content/terms/2026-01-01.md:15:3 leftover-markup: this ** makes nothing bold or slanted, so it is published as it stands
                    put ** right before the first and right behind the last of the words, with a blank or a stop outside; write \\*\\* for the sign itself
                """)
    }

    @Test(
        "Two stars between blanks that another two are to close",
        arguments: [
            ("We keep ** all data** of yours.", 9), ("- ** all** of it", 3), ("** Important ** keep.", 1),
            ("Keep *it* and ** all of it **", 15),
        ])
    func freeMarks(_ text: String, _ column: Int) throws {
        #expect(
            try found(text) == """
                Content/terms/2026-01-01.md:4:\(column) leftover-markup: this ** makes nothing bold or slanted, so it is published as it stands
                    put ** right before the first and right behind the last of the words, with a blank or a stop outside; write \\*\\* for the sign itself
                """)
    }

    @Test(
        "The address of a file with blanks is answered with the name that its file is told to have",
        arguments: [
            ("[DPA](/files/DPA v2 (final).pdf).", "/files/dpa-v2-final.pdf"),
            ("[DPA](/files/Contracts/DPA v2.pdf) (new)", "/files/Contracts/dpa-v2.pdf"),
        ])
    func fileNames(text: String, address: String) throws {
        #expect(
            try found(text) == """
                Content/terms/2026-01-01.md:4:6 leftover-markup: the address of this link has a blank in it, so all of it is published as it stands
                    write its address as it is, such as (\(address)), and rename the file to that: the name of a file has no blank
                """)
    }

    @Test(
        "Signs of notes, powers and code are none",
        arguments: [
            "| Name |\n|---|\n| Acme** |\n| ** |\n\n** since May", "It takes 2 ** 3 ** 4 steps, x ** 2 + y ** 2.",
            "Of `a ** b **` and a ** alone.", "Data** of two.\n\n** Kept with others** for a month.",
            "The key space is 2 ** 128; see Encryption**.", "Up 99.9 % ** per month; Credits** apply.",
        ])
    func otherStars(_ text: String) throws {
        #expect(try found(text) == "")
    }

    @Test("Links that are none")
    func links() throws {
        let found = try found(
            """
            [Our list] (https://a.example/list), [that one](/sub processors/), [this](see below), [terms](/files/DPA v2.docx),
            (our list)[https://a.example/list], [words][there], a note[^1].

            [Never closed](https://a.example .
            """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:4:11 leftover-markup: a blank parts the words of this link from its address, so both are published as they stand
                    write [words](https://a.example/list), without a blank between the brackets
                Content/terms/2026-01-01.md:4:48 leftover-markup: the address of this link has a blank in it, so all of it is published as it stands
                    write its address as it is, such as (/sub-processors/)
                Content/terms/2026-01-01.md:4:74 leftover-markup: the address of this link has a blank in it, so all of it is published as it stands
                    write the address, and nothing else, between the round brackets
                Content/terms/2026-01-01.md:4:94 leftover-markup: the address of this link has a blank in it, so all of it is published as it stands
                    write its address as it is, such as (/files/dpa-v2.docx), and rename the file to that: the name of a file has no blank
                Content/terms/2026-01-01.md:5:10 leftover-markup: the brackets of this link are the wrong way round
                    write [words](https://a.example/list)
                Content/terms/2026-01-01.md:5:44 leftover-markup: nothing says which address "there" is, so this link is none
                    write [words](address), or add a line [there]: address at the end of the text
                Content/terms/2026-01-01.md:5:59 leftover-markup: this text has no note "1", so its sign is published as it stands
                    add a line [^1]: with the note's words at the end of the text, or take the sign out
                Content/terms/2026-01-01.md:7:15 leftover-markup: nothing closes the address of this link, so it is published as it stands
                    write ) right behind the address
                """)
    }

    @Test("Of two notes in one paragraph the one that is there is none")
    func notes() throws {
        #expect(
            try found("Text[^1] and more[^2], `[^3]`.\n\n[^1]: A note.") == """
                Content/terms/2026-01-01.md:4:18 leftover-markup: this text has no note "2", so its sign is published as it stands
                    add a line [^2]: with the note's words at the end of the text, or take the sign out
                """)
    }

    @Test("Of many links that are none the first hundred are told, and how many there are")
    func manyLinks() throws {
        let found = try found(String(repeating: "](", count: 250)).split(separator: "\n")
        #expect(found.count == 200)
        let message = "nothing closes the address of this link, so it is published as it stands"
        #expect(found.first == "Content/terms/2026-01-01.md:4:2 leftover-markup: \(message)")
        #expect(
            found.dropLast().last
                == "Content/terms/2026-01-01.md:4:200 leftover-markup: \(message); there are 150 more in this text")
    }

    @Test(
        "A line that imports is a sign of another tool, and a sentence that begins so is none",
        arguments: [
            ("import Fees from './fees.mdx'", true), ("import {a, b} from \"./x\";", true),
            ("import from 'x'", true), ("import a from x", false), ("import a from 'x';;", false),
            ("import a from ''", false), ("import duties from 'old' stock", false), ("import duties are 'x'", false),
        ])
    func imports(line: String, isOne: Bool) throws {
        #expect(try found(line).isEmpty != isOne)
    }

    @Test("Lines that were meant to be something else")
    func lines() throws {
        let found = try found(
            """
            ##Scope
            #Contact

            • One
            • Two

            | A | B |
            | 1 | 2 |

            Dublin\\

            ::: warning

            import Fees from "./fees.mdx";

            > [!NOTE]
            > Words.

            ## Fees {#fees}

            - Words {: .wide } and {% include fees %}
            """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:4:1 leftover-markup: this line is no heading: a blank is missing behind its # signs
                    write ## Scope
                Content/terms/2026-01-01.md:5:1 leftover-markup: this line is no heading: a blank is missing behind its # signs
                    write # Contact
                Content/terms/2026-01-01.md:7:1 leftover-markup: • makes no list: the lines run together behind it
                    write - and a blank in its place, before each item
                Content/terms/2026-01-01.md:8:1 leftover-markup: • makes no list: the lines run together behind it
                    write - and a blank in its place, before each item
                Content/terms/2026-01-01.md:10:1 leftover-markup: these lines are no table: their bars are published as they stand
                    write an empty line before the first row, and | --- | --- | below it
                Content/terms/2026-01-01.md:13:7 leftover-markup: a backslash at the end of a paragraph is published as it stands
                    take it out: behind the last line there is none to break
                Content/terms/2026-01-01.md:15:1 leftover-markup: "::: warning" is a sign of another tool, and is published as it stands
                    take the line out
                Content/terms/2026-01-01.md:17:1 leftover-markup: "import Fees from "./fees.mdx";" is a sign of another tool, and is published as it stands
                    take the line out
                Content/terms/2026-01-01.md:19:3 leftover-markup: "[!NOTE]" is a sign of another tool, and is published as it stands
                    write **Note.** in its place
                Content/terms/2026-01-01.md:22:9 leftover-markup: "{#fees}" is a sign of another tool, and is published as it stands
                    take it out: a clause can be linked to by its number, another heading by its words
                Content/terms/2026-01-01.md:24:9 leftover-markup: "{: .wide }" is a sign of another tool, and is published as it stands
                    take it out: a clause can be linked to by its number, another heading by its words
                Content/terms/2026-01-01.md:24:24 leftover-markup: "{% include fees %}" is a sign of another tool, and is published as it stands
                    write out what it stands for, or take it out
                """)
    }

    @Test("Lines that count, one right below the other, are told once in a paragraph, where it first runs on")
    func countedLines() throws {
        let found = try found(
            """
            We shall:
            (a) keep logs;
            (b) delete them.

            **a)** keep logs;
            **b)** delete them.

            1. We shall keep

               (i) logs
                     (A) for days
                     (B) for weeks
               (ii) mails.

            > 4.2 Logs
            > 4.3 Mails

            Rules as they were:
            5. keep
            6. delete

            We send:
            – logs
            – mails

            You may:
            (1) ask us;

            (2) leave.

            1.Logs
            2.Mails

            You may not:
            -resell it;
            -attack it.

            Of a long-lived and well
            -known sort.
            """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:5:1 leftover-markup: (a) would be shown in the same paragraph as the line above: no empty line stands between them
                    write an empty line before it, and the same for each of the others
                Content/terms/2026-01-01.md:9:1 leftover-markup: b) would be shown in the same paragraph as a): no empty line stands between them
                    write an empty line before it, and the same for each of the others
                Content/terms/2026-01-01.md:14:10 leftover-markup: (A) would be shown in the same paragraph as (i): no empty line stands between them
                    write an empty line before it and take the blanks at its start away, and the same for each of the others
                Content/terms/2026-01-01.md:19:3 leftover-markup: 4.3 would be shown in the same paragraph as 4.2: no empty line stands between them
                    write an empty line before it, and the same for each of the others
                Content/terms/2026-01-01.md:22:1 leftover-markup: 5. would be shown in the same paragraph as the line above: no empty line stands between them
                    write an empty line before it, and the same for each of the others
                Content/terms/2026-01-01.md:26:1 leftover-markup: – makes no list: the lines run together behind it
                    write - and a blank in its place, before each item
                Content/terms/2026-01-01.md:30:1 leftover-markup: (1) would be shown in the same paragraph as the line above: no empty line stands between them
                    write an empty line before it, and the same for each of the others
                Content/terms/2026-01-01.md:35:1 leftover-markup: this line is no item of a list, as no blank follows 2.
                    write 2. Mails …, and the same for each of the others
                Content/terms/2026-01-01.md:38:1 leftover-markup: - makes no list: the lines run together behind it
                    write - and a blank in its place, before each item
                """)
    }

    @Test("Signs in pairs that other tools read")
    func pairs() throws {
        let found = try found(
            """
            We keep logs for {++30++} days {>>ask Ann<<}, as [[terms]] and <%= fees %> say: ==at once==.

            :warning: Be careful. [Home](https://a.example){target=_blank}

            `[[code]]`, a == b, 10:30:00, {a}, \\[[words]], x ==y, ===, [[1]](https://a.example), 1:{x=1 y}.
            """)
        func sign(_ place: String, _ sign: String, _ help: String) -> String {
            "Content/terms/2026-01-01.md:\(place) leftover-markup: \"\(sign)\" is a sign of another tool, and is published as it stands\n"
                + "    \(help)"
        }
        #expect(
            found
                == [
                    sign("4:18", "{++30++}", "write the new words alone, once the change is agreed"),
                    sign("4:32", "{>>ask Ann<<}", "take the comment out"),
                    sign("4:50", "[[terms]]", "write [words](address)"),
                    sign("4:64", "<%= fees %>", "write out what it stands for, or take it out"),
                    sign("4:81", "==at once==", "take the signs out, or write ** for bold words"),
                    sign("6:1", ":warning:", "put the picture itself in its place, or take it out"),
                    sign(
                        "6:48", "{target=_blank}",
                        "take it out: a clause can be linked to by its number, another heading by its words"),
                ].joined(separator: "\n"))
    }

    @Test("A no-break space makes no heading and no item")
    func oddSpaces() throws {
        let found = try found(
            "##\u{A0}Fees\n\nWords.\n\n-\u{A0}one\n-\u{A0}two\n\n3.\u{A0}three\n\n§\u{A0}3, 10\u{A0}euros and #\u{A0}1")
        func finding(_ place: String) -> String {
            """
            Content/terms/2026-01-01.md:\(place) leftover-markup: a no-break space stands here, so this line is no heading and no item of a list
                put an ordinary space in its place; typing the start of the line again does that
            """
        }
        #expect(found == ["4:3", "8:2", "9:2", "11:3"].map(finding).joined(separator: "\n"))
    }

    @Test("Texts that are no Markdown, and Markdown in YAML")
    func scalars() throws {
        let found = try checked(
            [.leftoverMarkup],
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms **2026**
            summary: "Less *noise, see [terms] (/terms/)"
            ---
            Words.
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme_Ltd
            purpose: Hosts [files](/files/) and 2*3 things
            data: [mail]
            announced: 2026-01-01
            note: Fine.
            """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:3:22 leftover-markup: this text is no Markdown: its signs would be published as they stand
                    write the words alone; a link has a key of its own
                Content/terms/2026-01-01.md:2:14 leftover-markup: this text is no Markdown: its signs would be published as they stand
                    take the signs out
                Content/terms/2026-01-01.md:3:16 leftover-markup: this * makes nothing bold or slanted, so it is published as it stands
                    put * right before the first and right behind the last of the words, with a blank or a stop outside; write \\* for the sign itself
                Content/terms/2026-01-01.md:3:35 leftover-markup: a blank parts the words of this link from its address, so both are published as they stand
                    write [words](/terms/), without a blank between the brackets
                """)
    }

    @Test("Tags and references of HTML in a text that is none, and strokes")
    func htmlInPlainTexts() throws {
        let found = try checked(
            [.leftoverMarkup],
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms &#38; Conditions
            ---
            Words.
            -- Content/subprocessors/providers/acme.yaml --
            name: ~~Acme~~
            entity: "Quick &amp; Co"
            purpose: <b>Sends</b> faxes
            data: ["mail & chat; R&D; a < b, c > d", Postal <address>]
            announced: 2026-01-01
            note: Fine.
            """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:1:7 leftover-markup: this text is no Markdown: its signs would be published as they stand
                    take the signs out
                Content/subprocessors/providers/acme.yaml:2:16 leftover-markup: this text is no HTML: &amp; would be published as it stands
                    write &
                Content/subprocessors/providers/acme.yaml:3:10 leftover-markup: this text is no HTML: its tags would be published as they stand
                    write the words alone
                Content/terms/2026-01-01.md:2:14 leftover-markup: this text is no HTML: &#38; would be published as it stands
                    write &
                """)
    }

    @Test("Names in site.yaml, which cannot be changed once they are published, have warnings of HTML and strokes")
    func htmlInNames() throws {
        let found = try checked(
            [.leftoverMarkup],
            """
            -- Content/site.yaml --
            \(World.site(documents: ["terms"], "products: {desk: ~~Desk~~, chat: Chat &amp; Co, mail: <b>Mail</b>, fax: The **Fax**}"))
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---
            Words.
            """)
        let names = found.split(separator: "\n").filter { $0.contains("leftover-markup") }
        #expect(names.count == 4)
        #expect(names.count { $0.contains(" warning leftover-markup: ") } == 3)
        #expect(names.last?.contains(" leftover-markup: this text is no Markdown") == true)
        #expect(names.last?.contains("warning") == false)
    }

    @Test("Comments and references that nothing ends cost no more than others", .timeLimit(.minutes(5)))
    func unclosedComments() throws {
        func found(_ purpose: String) throws -> String {
            try checked(
                [.leftoverMarkup],
                """
                -- Content/subprocessors/providers/acme.yaml --
                name: Acme
                entity: Acme Inc.
                purpose: "x \(purpose)"
                data: [names]
                announced: 2026-01-01
                """)
        }
        #expect(try found(String(repeating: "<!--", count: 15_000)) == "")
        #expect(try found(String(repeating: "&amp;", count: 12_000)).contains("acme.yaml:3:13 leftover-markup"))
    }

    @Test(
        "What is meant, escaped, code, a sign of a note or a pattern is none",
        arguments: [
            "Prices* are net, and **fees** too**.\n\n*without tax\n\n** but not *all* of them",
            "All of *.acme.example and *.acme.test, 5*3 or 5 * 3, snake_case_name and __init__.",
            "\\*Stars\\* and \\`ticks\\`, `**code **`, \\##Words, \\[words\\] (/terms/), \\{#id\\}, and \\\\*slanted*.",
            "https://a.example/*x*/__y__/`z and www.a.example/**b",
            "See [the list](/terms/ \"a title\") (https://a.example), [a *b* c](/terms/), ![x](/files/a.png).",
            "Reg. [2016/679] (the Regulation) applies, see [1] (above) and [sic], [1][2].",
            "#1 in the world and #privacy is a word; C# and F#.",
            "A | B\n\nEither|or. |x",
            "```\n**code **\n##Words\n• x\n```\n\nWords`` ` ``more.",
            "[ ] none {a: b}? { x } and 100% of {} and %}.",
            "| Sign | Means |\n| --- | --- |\n| • | a dot |\n| \\| | a bar |",
            "Ends with a path C:\\\\\n\n## A heading ##\n\nFoot[^n].\n\n[^n]: *Note.*",
            "**Bold *and slanted*** words, ***all***, **bold**-ish, *a*, **a**b.",
            "(a) logs,  \n(b) mails\\\n(c) names<br>\n(d) more.\n\n\\(a) logs\n\\(b) mails",
            "We (a) keep logs; and\n(b) delete them.\n\nThat is:\n(a) logs, (b) mails\n\nWe do so\n– as said – and keep\nit.",
            "In\n2025. It ended in\n2026. As in\n(b) above.\n\n| A |\n| --- |\n| (a) x<br>(b) y |\n\n(a) x\n\n(b) y",
            "「**Terms**」です。\n\n**重要**：文字。",
        ])
    func none(text: String) throws {
        #expect(try found(text) == "")
    }

    @Test(
        "A line of hyphens with as many cells as the row is not the one to be written anew",
        arguments: [
            ("| `a|b` | c |\n|---|---|", "write \\| for a bar that belongs to the words"),
            ("| Data | Kept |\n    |---|---|", "take the blanks before |---|---| away"),
            ("| Data | Kept |\n| - - | --- |", "write | --- | --- | in the place of | - - | --- |"),
        ])
    func rightTableLine(text: String, help: String) throws {
        #expect(
            try found(text) == """
                Content/terms/2026-01-01.md:4:1 leftover-markup: these lines are no table: their bars are published as they stand
                    \(help)
                """)
    }

    @Test(
        "A line of hyphens with too few or too many cells is to be written anew",
        arguments: ["|---|---|", "|:--|--|--|--|"])
    func tableLine(line: String) throws {
        #expect(
            try found("| Data | Kept | Basis |\n\(line)\n| Name | 1 year | consent |") == """
                Content/terms/2026-01-01.md:4:1 leftover-markup: these lines are no table: their bars are published as they stand
                    write | --- | --- | --- | in the place of \(line)
                """)
    }

    @Test("What would need a line at the end of a text is taken out of a value")
    func signOfNoteInValue() throws {
        let found = try checked(
            [.leftoverMarkup],
            "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\nsummary: Adds a note[^1] and [a list][l].\n---\nText[^2]."
        )
        let helps = found.split(separator: "\n").filter { $0.hasPrefix(" ") }
        #expect(
            helps == [
                "    take the sign out", "    write [a list](address)",
                "    add a line [^2]: with the note's words at the end of the text, or take the sign out",
            ])
    }

    @Test("Signs outside of the quotes and brackets of East Asian words go inside of them")
    func enclosed() throws {
        let found = try checked(
            [.leftoverMarkup],
            "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n---\n当社は**「個人情報」**を扱う。\n\n「**個人情報**」を扱う。\n")
        #expect(
            found == """
                Content/terms/2026-01-01.md:4:12 leftover-markup: this ** makes nothing bold or slanted, so it is published as it stands
                    write 「**…**」, with ** inside of 「 and 」
                """)
    }
}
