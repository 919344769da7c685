import Checks
import TestSupport
import Testing

/// What word processors and commas make of values in YAML.
@Suite("Values that would be published as nobody meant them")
struct QuotedValueTests {
    /// - Parameter lines: keys of a provider's file, from its fourth line on.
    private func provider(_ lines: String, _ checks: [Check]) throws -> String {
        try checked(
            checks,
            """
            -- Content/subprocessors/2026-01-01.md --
            ---
            title: Subprocessors
            ---
            -- Content/subprocessors/providers/acme.yaml --
            entity: Acme Ltd
            announced: 2026-01-01
            locations: [DE]
            \(lines)
            """)
    }

    @Test("Quotation marks around all of a value")
    func quotes() throws {
        let found = try provider(
            """
            name: “Acme”
            purpose: «Héberge les fichiers»
            data: [„Namen“, '“letters”', “mail” and “chat”, ‘Acme’s logs’]
            condition: >-
              “Only in Europe”
            note: “Acme” hosts “files”
            subjects:
              - “customers”
              - "“their users”"
            """, [.quotedValue])
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:4:7 leftover-markup: quotation marks stand around all of this value, and would be published with it
                    take them out; where they belong to it, write "“Acme”"
                Content/subprocessors/providers/acme.yaml:5:10 leftover-markup: quotation marks stand around all of this value, and would be published with it
                    take them out; where they belong to it, write "«Héberge les fichiers»"
                Content/subprocessors/providers/acme.yaml:6:8 leftover-markup: quotation marks stand around all of this value, and would be published with it
                    take them out; where they belong to it, write "„Namen“"
                Content/subprocessors/providers/acme.yaml:6:49 leftover-markup: quotation marks stand around all of this value, and would be published with it
                    take them out; where they belong to it, write "‘Acme’s logs’"
                Content/subprocessors/providers/acme.yaml:11:5 leftover-markup: quotation marks stand around all of this value, and would be published with it
                    take them out; where they belong to it, write "“customers”"
                """)
    }

    @Test("What is published already warns, and a site may lower them")
    func lowered() throws {
        let world = """
            -- Content/site.yaml --
            \(World.site(documents: ["terms"], "checks: {leftover-markup: warning}"))
            -- Content/terms/2026-01-01.md --
            ---
            title: “Terms”
            ---
            -- Content/terms/2026-06-01.md --
            ---
            title: “Terms”
            announced: 2026-04-01
            summary: More.
            ---
            """
        let finding =
            "warning leftover-markup: quotation marks stand around all of this value, and would be published with it\n"
            + "    take them out; where they belong to it, write \"“Terms”\""
        #expect(
            try checked([.quotedValue], world, asOf: "2026-01-02") == """
                Content/terms/2026-01-01.md:2:8 \(finding)
                Content/terms/2026-06-01.md:2:8 \(finding)
                """)
    }

    @Test(
        "An item of a list that a comma parts",
        arguments: [
            ("[calls (voice, video), mail]", 8, #""calls (voice, video)""#),
            ("[mail, calls (voice, video (HD, SD)) of users]", 14, #""calls (voice, video (HD, SD)) of users""#),
            ("[the \"name, mail\" of users, logs]", 8, #"'the "name, mail" of users'"#),
            ("[the “name, mail” of users]", 8, #""the “name, mail” of users""#),
            ("[die „Namen, Adressen“ der Nutzer]", 8, #""die „Namen, Adressen“ der Nutzer""#),
            ("[up to 1,000,000 letters, logs]", 8, #""up to 1,000,000 letters""#),
            ("[{group: Contact, of: [name (first, last), mail]}]", 30, #""name (first, last)""#),
        ])
    func cut(list: String, column: Int, whole: String) throws {
        #expect(
            try provider("name: Acme\npurpose: Hosts files\ndata: \(list)\nnote: Fine.", [.cutItem]) == """
                Content/subprocessors/providers/acme.yaml:6:\(column) cut-text: a comma parts this item of the list in two
                    put the whole item in quotes: \(whole)
                """)
    }

    @Test(
        "An item that no comma parts",
        arguments: [
            #"["calls (voice, video)", mail]"#, "[calls (voice and video), mail]", "[mail, names, addresses]",
            "[calls (voice, mail]", "[5\" screens, 6\" screens]", "[logs of 30, 90 or 365 days]", "[version 2,33]",
            "\n  - calls (voice, video)\n  - up to 1,000 letters", "[“names”, “letters”]", "[„Namen“, „Briefe“]",
        ])
    func whole(list: String) throws {
        #expect(
            try provider("name: Acme (Cloud, Ltd\npurpose: Hosts files\ndata: \(list)\nnote: Fine.", [.cutItem]) == "")
    }

    @Test("A semicolon in an item that stands in brackets, and none in quotes, on a line of its own or at its end")
    func semicolons() throws {
        func found(_ list: String) throws -> String {
            try provider("name: Acme\npurpose: Hosts files; keeps them\ndata: \(list)\nnote: Fine.", [.semicolonInItem])
        }
        #expect(
            try found("[mail ;phone, names; letters]") == """
                Content/subprocessors/providers/acme.yaml:6:8 leftover-markup: a semicolon stands in this item of the list, and would be published with it
                    write a comma in its place: mail, phone; where it belongs to the item, write "mail ;phone"
                Content/subprocessors/providers/acme.yaml:6:21 leftover-markup: a semicolon stands in this item of the list, and would be published with it
                    write a comma in its place: names, letters; where it belongs to the item, write "names; letters"
                """)
        #expect(try found("[\"mail; phone\", 'a; b']") == "")
        #expect(try found("\n  - mail; phone") == "")
        #expect(try found("[mail;]") == "")
    }

    @Test("A list of many such items is looked at once")
    func bounded() throws {
        let items = (1...3000).map { "“item \($0)” (a" }.joined(separator: ", ") + ", b)"
        let found = try provider(
            "name: Acme\npurpose: Hosts files\ndata: [\(items)]\nnote: Fine.", [.quotedValue, .cutItem])
        #expect(found.split(separator: "\n").count <= 200)
    }

    @Test("An item that is indented further than the one above, or ends with a comma")
    func itemsOnLines() throws {
        let found = try provider(
            """
            name: Acme
            purpose: Hosts files
            data:
              - mail
               - phone
              - logs;
              - Acme, Inc.
              - "names,"
              - well-known words,
                as they say
            note: Mail
              - and phone
            subjects:
            - users
              - visitors
            """, [.itemOnLine])
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:8:4 leftover-markup: this hyphen begins no item: the line would be published as the rest of the item above
                    let 2 spaces in all stand before it, so that its hyphen stands right below the one of the first item
                Content/subprocessors/providers/acme.yaml:9:5 leftover-markup: a semicolon ends this item of the list, and would be published with it
                    write logs
                Content/subprocessors/providers/acme.yaml:18:3 leftover-markup: this hyphen begins no item: the line would be published as the rest of the item above
                    take the spaces before it away, so that its hyphen stands right below the one of the first item
                """)
    }

    @Test("Commas of other scripts in a list in brackets")
    func commasOfOthers() throws {
        let found = try provider(
            "name: Acme\npurpose: Hosts files\ndata: [邮件，电话]\nsubjects: [العملاء، الموظفون]",
            [.semicolonInItem])
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:6:8 leftover-markup: a ， stands in this item of the list, and would be published with it
                    write a comma in its place: 邮件, 电话; where it belongs to the item, write "邮件，电话"
                Content/subprocessors/providers/acme.yaml:7:12 leftover-markup: a ، stands in this item of the list, and would be published with it
                    write a comma in its place: العملاء, الموظفون; where it belongs to the item, write "العملاء، الموظفون"
                """)
    }
}
