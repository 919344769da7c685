import TestSupport
import Testing

@Suite("YAML that cannot be read as it is written")
struct SyntaxTests {
    @Test("One mistake does not hide the next")
    func pieces() {
        expect(
            #"""
            -- Content/subprocessors/providers/a.yaml --
            name: A
            entity: B: C
            purpose: @x
            data: [a, b
            announced: 2026-01-01
            locations: {rule: x
            note: "never closed
            -- Content/subprocessors/providers/b.yaml --
            name: A
            entity: B
            purpose: x
            data: [a]
            announced: 2026-01-01
            changes:
              - announced: 2026-02-01
                 note: x
              - announced: 2026-03-01
                note: a: b
              - announced: 2026-04-01
            	note: x
              - announced: 2026-05-01
                note: |x
                  y
              - announced: 2026-06-01
                note x
              - announced: 2026-09-31
            """#,
            finds: #"""
                Content/subprocessors/providers/a.yaml:2:10 syntax: a colon and a space stand inside a value that is not in quotes
                    put the whole value in quotes: "B: C"
                Content/subprocessors/providers/a.yaml:3:10 syntax: a value may not start with @ without quotes around it
                    put the whole value in quotes: "@x"
                Content/subprocessors/providers/a.yaml:4:7 syntax: this list is not closed, or a comma is missing in it
                    close it with ]
                Content/subprocessors/providers/a.yaml:6:12 syntax: this map is not closed, or a comma is missing in it
                    close it with }
                Content/subprocessors/providers/a.yaml:7:7 syntax: this quote is never closed
                    write the same quote after the value's end
                Content/subprocessors/providers/b.yaml:8:6 syntax: this key does not fit under the line above it
                    let 4 spaces in all stand before it, so that it starts right below "announced"; or start it in the column of other lines, if it belongs to those
                Content/subprocessors/providers/b.yaml:10:12 syntax: a colon and a space stand inside a value that is not in quotes
                    put the whole value in quotes: "a: b"
                Content/subprocessors/providers/b.yaml:12:1 syntax: a tab indents this line
                    put spaces in its place, as many as stand before the lines that it belongs to
                Content/subprocessors/providers/b.yaml:14:11 syntax: a text after | or > starts on the next line
                    move the text to the next line, and indent it
                Content/subprocessors/providers/b.yaml:17:5 syntax: this line is no key with a value
                    indent it by two spaces if it goes on with the line above, else write a key, a colon, a space and the value
                Content/subprocessors/providers/b.yaml:18:16 invalid-date: "2026-09-31" is not a day of the calendar
                    write the day that is meant; the last one of its month is 2026-09-30
                """#)
    }

    @Test("Anchors, aliases and tags are refused, and the rest is read")
    func anchors() {
        expect(
            #"""
            -- Content/privacy/2026-03-08.md --
            ---
            title: &a T
            summary: *a
            version: !!str 3
            postponed: [&b {announced: 2026-99-01, effective: *b, reason: R&D *a !b}]
            urgent: "&xx *y !z"
            ---
            """#,
            finds: #"""
                Content/privacy/2026-03-08.md:2:8 syntax: a value that starts with & is a YAML anchor, which is not used here
                    put the whole value in quotes: "&a T"
                Content/privacy/2026-03-08.md:3:10 syntax: a value that starts with * is a YAML alias, which is not used here
                    put the value in quotes if it is a text, or write out what it stands for
                Content/privacy/2026-03-08.md:4:10 syntax: a value that starts with ! is a YAML tag, which is not used here
                    put the value in quotes if it is a text; the key already says its type
                Content/privacy/2026-03-08.md:5:13 syntax: a value that starts with & is a YAML anchor, which is not used here
                    put the value in quotes if it is a text, or write the value where it is needed
                Content/privacy/2026-03-08.md:5:28 invalid-date: "2026-99-01" is not a day of the calendar
                    write a day as YYYY-MM-DD, or a minute as YYYY-MM-DDThh:mm
                Content/privacy/2026-03-08.md:5:51 syntax: a value that starts with * is a YAML alias, which is not used here
                    put the value in quotes if it is a text, or write out what it stands for
                """#)
    }

    @Test("Stars go into quotes where a text may be bold, and away elsewhere; a value that nobody sees is none")
    func stars() {
        expect(
            """
            -- Content/privacy/2026-03-08.md --
            ---
            title: **Privacy** Policy
            summary: **Privacy** is better.
            ---
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            announced: "\\u202e"
            """,
            finds: """
                Content/privacy/2026-03-08.md:2:8 syntax: a value that starts with * is a YAML alias, which is not used here
                    leave the stars out, as nothing is bold here: Privacy Policy
                Content/privacy/2026-03-08.md:3:10 syntax: a value that starts with * is a YAML alias, which is not used here
                    put the whole value in quotes: "**Privacy** is better."
                Content/subprocessors/providers/acme.yaml:5:12 syntax: a right-to-left override (U+202E) stands in this value, which nobody sees
                    write a day as YYYY-MM-DD
                """)
    }

    @Test("A slip that looks like nothing in YAML is named for what it is")
    func slips() {
        func provider(_ name: String, _ lines: String) -> String {
            "-- Content/subprocessors/providers/\(name).yaml --\nname: A\nentity: A Ltd\n\(lines)\nannounced: 2026-01-01\n"
        }
        let purpose = "purpose: Hosting"
        expect(
            [
                provider("a", "purpose = Hosting\ndata: [text]"), provider("b", "purpose： Hosting\ndata: [text]"),
                provider("c", "\(purpose)\ndata:\n  - text\n  -mail"), provider("d", "\(purpose)\ndata: -text"),
                provider("e", "\(purpose)\ndata: - text"), provider("f", "\(purpose)\ndata: [text,,mail]"),
                provider("g", "**purpose**: Hosting\ndata: [text]"), provider("h", "\(purpose) # 1\ndata: [text]"),
                provider("i", "purpose: #1 in hosting\ndata: [text]"),
                provider("k", "\(purpose)\ndata:\n  – text\n  – mail"),
                provider("l", "\(purpose)\ndata: (text; mail)"), provider("m", "\(purpose)\ndata: text\nnote: & more"),
                provider("n", "\(purpose)\ndata:\n  1. text\n  2. mail"),
                provider("o", "\(purpose)\ndata: \"[text, mail]\""), provider("p", "\(purpose)\ndata: ［text、mail］"),
                provider("q", "\(purpose)\ndata:\n  text and\n  mail"),
                provider("r", "\(purpose)\ndata:\n  text;\n  mail"),
            ].joined(),
            finds: """
                Content/subprocessors/providers/a.yaml:3:1 syntax: a colon and a space are missing behind this key
                    write purpose: Hosting
                Content/subprocessors/providers/b.yaml:3:1 syntax: a colon and a space are missing behind this key
                    write purpose: Hosting
                Content/subprocessors/providers/c.yaml:6:3 syntax: a space is missing behind this hyphen
                    write - mail
                Content/subprocessors/providers/d.yaml:4:7 wrong-type: "data" is one value, and a list is asked for
                    write [-text]
                Content/subprocessors/providers/e.yaml:4:7 syntax: an item of a list may not start on the line of its key
                    for a text write it without the hyphen: "text"; for a list write [text], or put each item on a line of its own below
                Content/subprocessors/providers/f.yaml:4:13 syntax: nothing stands before this comma
                    take it out, or write what is missing
                Content/subprocessors/providers/g.yaml:3:1 syntax: stars stand around this key
                    write it without: purpose: Hosting
                Content/subprocessors/providers/i.yaml:3:1 wrong-type: a # with a blank before it begins a comment, so "purpose" has no value
                    put the text in quotes: "#1 in hosting"
                Content/subprocessors/providers/k.yaml:5:3 wrong-type: "data" is one value, and a list is asked for
                    write [text, mail] in the place of all of it
                Content/subprocessors/providers/l.yaml:4:7 wrong-type: "data" is one value, and a list is asked for
                    write [text, mail]
                Content/subprocessors/providers/m.yaml:4:7 wrong-type: "data" is one value, and a list is asked for
                    write [text]
                Content/subprocessors/providers/m.yaml:5:7 syntax: a value that starts with & is a YAML anchor, which is not used here
                    put the whole value in quotes: "& more"
                Content/subprocessors/providers/n.yaml:5:3 wrong-type: "data" is one value, and a list is asked for
                    write [text, mail] in the place of all of it
                Content/subprocessors/providers/o.yaml:4:7 wrong-type: "data" is one value, and a list is asked for
                    write [text, mail]
                Content/subprocessors/providers/p.yaml:4:7 wrong-type: "data" is one value, and a list is asked for
                    write [text, mail]
                Content/subprocessors/providers/q.yaml:5:3 wrong-type: "data" is one value, and a list is asked for
                    start each item of the list with a hyphen and a space: - text and
                Content/subprocessors/providers/r.yaml:5:3 wrong-type: "data" is one value, and a list is asked for
                    write [text, mail]
                """)
    }

    @Test("One document a file, no directives, no keys but words")
    func documents() {
        expect(
            #"""
            -- Content/subprocessors/providers/a.yaml --
            ---
            name: A
            entity: A Ltd
            purpose: Hosting
            data: [text]
            announced: 2026-01-01
            -- Content/subprocessors/providers/d.yaml --
            name: A
            ---
            name: B
            -- Content/subprocessors/providers/e.yaml --
            %YAML 1.2
            ---
            name: A
            -- Content/subprocessors/providers/f.yaml --
            ? name
            : A
            -- Content/subprocessors/providers/h.yaml --
            name: A
            entity: A Ltd
            purpose: Hosting
            data: [text]
            announced: 2026-01-01
            links: {dpa: https://a.example, [c]: d}
            """#,
            finds: #"""
                Content/subprocessors/providers/d.yaml:2:1 syntax: a second YAML document starts or ends here; a file holds one
                    take the line out, or give the rest a file of its own
                Content/subprocessors/providers/e.yaml:1:1 syntax: a line that starts with % is a YAML directive, which is not used here
                    take the line out, or put the text in quotes
                Content/subprocessors/providers/f.yaml:1:1 syntax: what starts with ? is read as a key that is no word
                    write the key as a word, then a colon, a space and the value; put a text in quotes
                Content/subprocessors/providers/h.yaml:6:33 syntax: a list or a map stands where a key should
                    write the key as a word, then a colon, a space and the value
                """#)
    }

    @Test("Columns")
    func columns() {
        expect(
            #"""
            -- Content/subprocessors/providers/g.yaml --
             name: A
            entity: B
            -- Content/subprocessors/providers/i.yaml --
            name: A
            entity: "A Ltd\q"
            purpose: 'Hosting
             and more
            data: [text]
            announced: 2026-01-01
            -- Content/subprocessors/providers/k.yaml --
            - a
            - b
            -- Content/subprocessors/providers/l.yaml --

            -- Content/subprocessors/providers/m.yaml --
            - name: A
              entity: B
            -- Content/subprocessors/providers/n.yaml --
            - name: A
            entity: B
            -- Content/subprocessors/providers/o.yaml --
            - name: A
            - entity: B
            -- Content/certifications/p.yaml --
            - name: ISO 27001
              from: 2026-01-01
            - name: SOC 2
              from: 2026-01-01
            """#,
            finds: #"""
                Content/certifications/p.yaml:1:1 syntax: a hyphen before the first key makes a list of what stands here
                    write each item into a file of its own, without its hyphen and the space behind it; each key starts in the first column
                Content/subprocessors/providers/g.yaml:2:1 syntax: this line does not fit the keys above it
                    put a space before it, so that it starts right below "name"; or start it in the column of other lines, if it belongs to those
                Content/subprocessors/providers/i.yaml:2:15 syntax: a backslash in double quotes starts a code, and this is none
                    write two backslashes, or put the value in single quotes
                Content/subprocessors/providers/i.yaml:3:10 syntax: this quote is never closed
                    write the same quote after the value's end
                Content/subprocessors/providers/k.yaml:1:1 wrong-type: this file holds no keys
                    write each as a key, a colon and a value: name: Example Cloud
                Content/subprocessors/providers/l.yaml:1:1 missing-key: this file is empty
                    add name: Example Cloud
                Content/subprocessors/providers/m.yaml:1:1 syntax: a hyphen before the first key makes a list of what stands here
                    take each hyphen before a key and the space behind it away; each key starts in the first column
                Content/subprocessors/providers/n.yaml:1:1 syntax: a hyphen before the first key makes a list of what stands here
                    take each hyphen before a key and the space behind it away; each key starts in the first column
                Content/subprocessors/providers/o.yaml:1:1 syntax: a hyphen before the first key makes a list of what stands here
                    take each hyphen before a key and the space behind it away; each key starts in the first column
                """#)
    }

    @Test("Depth is bounded")
    func depth() {
        expect(
            #"""
            -- Content/subprocessors/providers/i.yaml --
            name: A
            entity: A Ltd
            purpose: Hosting
            data: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[a]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
            announced: 2026-02-30
            """#,
            finds: #"""
                Content/subprocessors/providers/i.yaml:4:38 too-complex: lists and maps stand more than 32 deep in one another here
                    write them less deep
                Content/subprocessors/providers/i.yaml:5:12 invalid-date: "2026-02-30" is not a day of the calendar
                    write the day that is meant; the last one of its month is 2026-02-28
                """#)
    }

    @Test("Keys that stand twice")
    func duplicates() {
        expect(
            #"""
            -- Content/subprocessors/providers/dup.yaml --
            name: A
            name: B
            entity: A Ltd
            "name": C
            purpose: Hosting
            data: [text]
            links: {dpa: https://a.example, dpa: https://b.example, 'dpa': https://c.example}
            announced: 2026-01-01
            changes:
              - announced: 2026-02-01
                note: x
                announced: 2026-02-02
              - {announced: 2026-03-01, note: x}
            """#,
            finds: #"""
                Content/subprocessors/providers/dup.yaml:2:1 duplicate-key: "name" stands twice here
                    keep one of the two
                Content/subprocessors/providers/dup.yaml:4:1 duplicate-key: "name" stands twice here
                    keep one of the two
                Content/subprocessors/providers/dup.yaml:7:33 duplicate-key: "dpa" stands twice here
                    keep one of the two
                Content/subprocessors/providers/dup.yaml:7:57 duplicate-key: "dpa" stands twice here
                    keep one of the two
                Content/subprocessors/providers/dup.yaml:12:5 duplicate-key: "announced" stands twice here
                    keep one of the two
                """#)
    }

    /// A `#` cuts a list in brackets, and its end with it.
    @Test("A comment that takes a bracket with it")
    func cutLists() {
        expect(
            """
            -- Content/subprocessors/providers/a.yaml --
            name: A
            entity: A
            purpose: x
            data: [messages, logs #1 and #2]
            announced: 2026-01-01
            -- Content/subprocessors/providers/b.yaml --
            name: B
            entity: B
            purpose: x
            data: [messages]
            announced: 2026-01-01
            changes:
              - {announced: 2026-02-01, note: Ticket #4 of the audit}
              - {announced: 2026-03-01, note: None.}
            -- Content/subprocessors/providers/c.yaml --
            name: C
            entity: C
            purpose: x
            data: [messages, logs # of us
            announced: 2026-01-01
            -- Content/subprocessors/providers/d.yaml --
            name: D
            entity: D
            purpose: x
            announced: 2026-01-01
            data: [messages, #1 logs]
            -- Content/subprocessors/providers/e.yaml --
            name: E
            entity: E
            purpose: x
            data: [#1 logs]
            locations: [DE]
            announced: 2026-01-01
            """,
            finds: """
                Content/subprocessors/providers/a.yaml:4:23 cut-text: a # with a blank before it begins a comment: what stands behind it, the bracket too, is not read
                    put the whole item in quotes: "logs #1 and #2"
                Content/subprocessors/providers/b.yaml:7:42 cut-text: a # with a blank before it begins a comment: what stands behind it, the bracket too, is not read
                    put the whole value in quotes: "Ticket #4 of the audit"
                Content/subprocessors/providers/c.yaml:4:7 syntax: this list is not closed, or a comma is missing in it
                    close it with ]
                Content/subprocessors/providers/d.yaml:5:18 cut-text: a # with a blank before it begins a comment: what stands behind it, the bracket too, is not read
                    put the whole item in quotes: "#1 logs"
                Content/subprocessors/providers/e.yaml:4:8 cut-text: a # behind a comma or a bracket begins a comment: what stands behind it, the bracket too, is not read
                    put the whole item in quotes: "#1 logs"
                """)
    }

    @Test("A comment in the place of a value in a map, and with it what closes the map")
    func cutValues() {
        expect(
            """
            -- Content/site.yaml --
            organization: {name: Acme}
            contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
            url: https://trust.acme.example
            authority: acme.example,2026
            theme: {accent: #0a6b52}
            documents: [subprocessors]
            since: 2026-01-01
            notice: {days: 30}
            -- Content/subprocessors/2026-01-01.md --
            ---
            title: Subprocessors
            ---

            The list.
            -- Content/subprocessors/providers/a.yaml --
            name: A
            entity: A
            purpose: x
            data: [{group: #1 logs, of: [mail]}]
            locations: [DE]
            announced: 2026-01-01
            """,
            finds: """
                Content/site.yaml:5:17 cut-text: a # with a blank before it begins a comment: what stands behind it, the bracket too, is not read
                    put the whole value in quotes: "#0a6b52"
                Content/subprocessors/providers/a.yaml:4:16 cut-text: a # with a blank before it begins a comment: what stands behind it, the bracket too, is not read
                    put the whole value in quotes: "#1 logs"
                """)
    }

    @Test("A bracket that is open where the file ends")
    func openBrackets() {
        let row = "name: A\nentity: A\npurpose: x\nlocations: [DE]\nannounced: 2026-01-01\n"
        for (end, expected) in [
            ("data: [", "6:7 syntax: this list is not closed, or a comma is missing in it\n    close it with ]"),
            ("data: [\n", "6:7 syntax: this list is not closed, or a comma is missing in it\n    close it with ]"),
            (
                "data: [a, [b],\n\n",
                "6:7 syntax: this list is not closed, or a comma is missing in it\n    close it with ]"
            ),
            ("data: {", "6:7 syntax: this map is not closed, or a comma is missing in it\n    close it with }"),
        ] {
            expect(
                "-- Content/subprocessors/providers/a.yaml --\n" + row + end,
                finds: "Content/subprocessors/providers/a.yaml:" + expected)
        }
    }
}
