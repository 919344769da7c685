import Checks
import Diagnostics
import Source
import TestSupport
import Testing

/// Texts that are shown otherwise than they were meant.
@Suite("Texts shown otherwise than written")
struct WrittenOtherwiseTests {
    private func found(_ checks: [Check], _ text: String, _ key: String = "") throws -> String {
        try checked(checks, "-- Content/terms/2026-01-01.md --\n---\ntitle: Terms\n\(key)---\n" + text)
    }

    @Test("A list that counts by itself is told at the first item that differs")
    func listNumber() throws {
        let found = try found(
            [.listNumber],
            """
            1. One
            2. Two
            4. Four
            7. Seven

            Words.

            3) Three
               1. a
               3. c
            5) Five

            > 1. One
            > 1. One
            > 5. Five
            """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:6:1 list-number: this item is written as 4 and shown as 3: a list counts by itself
                    write 3; to keep 4, write 3. (left out) before it, or make it a paragraph that begins with 4\\.
                Content/terms/2026-01-01.md:13:4 list-number: this item is written as 3 and shown as 2: a list counts by itself
                    write 2; to keep 3, write 2. (left out) before it, or make it a paragraph that begins with 3\\.
                Content/terms/2026-01-01.md:14:1 list-number: this item is written as 5 and shown as 4: a list counts by itself
                    write 4; to keep 5, write 4. (left out) before it, or make it a paragraph that begins with 5\\.
                Content/terms/2026-01-01.md:17:3 list-number: this item is written as 1 and shown as 2: a list counts by itself
                    write 2, or begin a new list below a sentence of its own
                """)
    }

    @Test(
        "Lists that are shown as they are written, or count by themselves throughout",
        arguments: [
            "1. a\n2. b\n3. c", "1. a\n1. b\n1. c", "5. a\n6. b", "0. a\n1. b", "1. a\n\nWords.\n\n1. b",
            "- a\n- b", "2026\\. A year.", "1. a\n   - b\n2. c", "1. a\n\n2) b", "> 3. a\n> 4. b", "9. a\n10. b\n11. c",
        ])
    func counted(text: String) throws {
        #expect(try found([.listNumber], text) == "")
    }

    @Test("Prose and clauses behind four blanks are told, code is not")
    func indentedCode() throws {
        let found = try found(
            [.indentedCode],
            """
            a. We may

                1. end the contract; or

                (b) change it.

            - Item

                  Words that stand too deep, in a sentence.

            Code:

                let x = words(in: text)

            > Quote
            >
            >     Wir speichern Ihre Daten, solange es nötig ist.

                trustpress build --site docs
            """)
        #expect(
            found == """
                Content/terms/2026-01-01.md:6:5 indented-code: the blanks before these words make code of them
                    take the blanks away; below a list's item, put them right under the item's first word; and for code, put a line ``` before and after it
                Content/terms/2026-01-01.md:12:7 indented-code: the blanks before these words make code of them
                    take the blanks away; below a list's item, put them right under the item's first word; and for code, put a line ``` before and after it
                Content/terms/2026-01-01.md:20:7 indented-code: the blanks before these words make code of them
                    take the blanks away; below a list's item, put them right under the item's first word; and for code, put a line ``` before and after it
                """)
    }

    @Test("A comment behind a text cuts it")
    func cutText() throws {
        let found = try checked(
            [.cutText],
            """
            -- Content/terms/2026-01-01.md --
            ---
            title: "Terms" # of use
            summary: We answer ticket #4 of the audit
            ---
            Words # of a text.
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme # "big"
            entity: Acme#1 Ltd
            purpose: >
              Hosts files
            # a comment
            data: [mail] # and more
            website: https://acme.example # checked
            announced: 2026-01-01 # a day
            note: Fine.
            """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:1:12 cut-text: a # with a blank before it begins a comment: what stands behind it is not published
                    put the whole text in quotes: "Acme # \\"big\\"", or the comment on a line of its own
                Content/terms/2026-01-01.md:2:16 cut-text: a # with a blank before it begins a comment: what stands behind it is not published
                    put the comment on a line of its own
                Content/terms/2026-01-01.md:3:27 cut-text: a # with a blank before it begins a comment: what stands behind it is not published
                    put the whole text in quotes: "We answer ticket #4 of the audit", or the comment on a line of its own
                """)
    }

    @Test("A comment cuts a text within a list or a map, and none behind a key of codes or behind a bracket")
    func cutTextWithin() throws {
        let found = try checked(
            [.cutText],
            terms: """
                Words.
                -- Content/subprocessors/providers/acme.yaml --
                name: Acme
                entity: Acme Ltd
                kind: affiliate   # of ours
                role: subprocessor # checked
                enabled: opt-in # by admins
                purpose: Hosts files
                data:
                  - employees #4
                  - group: Contact #5
                    of:
                      - mail #6
                      - phone
                  - "logs" # of the app
                locations:
                  - rule: Customer selects the region in plan #2 or later
                    of: [DE, US] # both
                  - FR # Paris
                contact: [Jane # five
                  , Joe]
                ai: {training: never # seven
                  , retention: 30 days}
                announced: 2026-01-01
                note: Fine.
                changes:
                  - announced: 2026-02-01
                    data: [mail, logs] # and more
                    ai:
                      training: never for plan #8, else with consent
                      models: [m-1, m-2] # all
                      human_review: true # see the DPA
                    note: We added some [1] # nine
                """)
        let message =
            "cut-text: a # with a blank before it begins a comment: what stands behind it is not published\n    put the whole text in quotes: "
        let row = "Content/subprocessors/providers/acme.yaml"
        #expect(
            found == """
                \(row):8:15 \(message)"employees #4", or the comment on a line of its own
                \(row):9:20 \(message)"Contact #5", or the comment on a line of its own
                \(row):11:14 \(message)"mail #6", or the comment on a line of its own
                \(row):13:12 cut-text: a # with a blank before it begins a comment: what stands behind it is not published
                    put the comment on a line of its own
                \(row):15:47 \(message)"Customer selects the region in plan #2 or later", or the comment on a line of its own
                \(row):18:16 \(message)"Jane # five", or the comment on a line of its own
                \(row):20:22 \(message)"never # seven", or the comment on a line of its own
                \(row):28:32 \(message)"never for plan #8, else with consent", or the comment on a line of its own
                \(row):31:29 \(message)"We added some [1] # nine", or the comment on a line of its own
                """)
    }

    @Test("A merge's marks are told at their line, in every file, and YAML that holds them is not read")
    func mergeConflict() throws {
        let found = try checked(
            [.mergeConflict],
            terms: """
                <<<<<<< HEAD
                Ten euros.
                =======
                Twelve euros.
                >>>>>>> legal/fees

                Words
                =======

                >>>>>>> left
                <<<<<<<< eight
                -- Content/index.md --
                # Home

                <<<<<<< ours
                """)
        #expect(
            found == """
                Content/index.md:3:1 merge-conflict: a merge left this line behind
                    take it out, and see that what stands around it is one version
                Content/terms/2026-01-01.md:4:1 merge-conflict: two versions of a text stand here, down to line 8, as a merge left them
                    keep the right one, and take out the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>
                Content/terms/2026-01-01.md:13:1 merge-conflict: a merge left this line behind
                    take it out, and see that what stands around it is one version
                """)
    }

    @Test("What is published already warns")
    func frozen() throws {
        let world = """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms # of use
            ---
            **Words **

            1. a
            3. b

            >>>>>>> left

            Effective: 31 June 2026
            """
        let found = try checked(
            [.leftoverMarkup, .listNumber, .mergeConflict, .cutText, .statedDate], world, asOf: "2026-01-02")
        #expect(
            found == """
                Content/terms/2026-01-01.md:2:14 warning cut-text: a # with a blank before it begins a comment: what stands behind it is not published
                    put the whole text in quotes: "Terms # of use", or the comment on a line of its own
                Content/terms/2026-01-01.md:4:1 warning leftover-markup: this ** makes nothing bold or slanted, so it is published as it stands
                    put ** right before the first and right behind the last of the words, with a blank or a stop outside; write \\*\\* for the sign itself
                Content/terms/2026-01-01.md:7:1 warning list-number: this item is written as 3 and shown as 2: a list counts by itself
                    write 2; to keep 3, write 2. (left out) before it, or make it a paragraph that begins with 3\\.
                Content/terms/2026-01-01.md:9:1 warning merge-conflict: a merge left this line behind
                    take it out, and see that what stands around it is one version
                Content/terms/2026-01-01.md:11:12 warning stated-date: 31 June 2026 is in no calendar
                    write 30 June 2026, the last day of that month, or the day that is meant
                """)
    }

    @Test("Settings lower them, and let neither a merge's marks nor a day in no calendar pass")
    func settings() throws {
        let world = """
            -- Content/site.yaml --
            organization: {name: Acme}
            contacts: {security: a@acme.example, privacy: a@acme.example, legal: a@acme.example}
            url: https://acme.example
            authority: acme.example,2026
            documents: [terms]
            since: 2026-01-01
            notice: {days: 30}
            checks: {leftover-markup: warning, stated-date: off}
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---
            **Words **

            Effective: 31 June 2026. Effective: 3 June 2026.

            >>>>>>> left
            """
        let found = try checked([.leftoverMarkup, .mergeConflict, .statedDate], world)
        let lines = found.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(
            lines == [
                "Content/terms/2026-01-01.md:4:1 warning leftover-markup: this ** makes nothing bold or slanted, so it is published as it stands",
                "Content/terms/2026-01-01.md:6:12 stated-date: 31 June 2026 is in no calendar",
                "Content/terms/2026-01-01.md:8:1 merge-conflict: a merge left this line behind",
            ])
    }

    @Test("Of a file that holds a merge's marks nothing else is said, and none of the others is forgotten")
    func unread() {
        let world = World(
            """
            -- Content/terms/2026-01-01.md --
            ---
            <<<<<<< HEAD
            title: Terms
            =======
            title: The terms
            >>>>>>> legal
            ---
            Words.
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            <<<<<<< HEAD
            purpose: Hosting
            =======
            purpose: Hosts files
            >>>>>>> legal
            -- Content/certifications/iso.yaml --
            >>>>>>> legal
            name: ISO
            -- Content/files/list.csv --
            a,b
            <<<<<<< HEAD
            -- Templates/assets/style.css --
            a {}
            <<<<<<< HEAD
            b {}
            =======
            >>>>>>> theme
            """)
        let found = readLibrary(world.tree).diagnostics.listing.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(
            found == [
                "Content/certifications/iso.yaml:1:1 merge-conflict: a merge left this line behind",
                "Content/files/list.csv:2:1 merge-conflict: a merge left this line behind",
                "Content/subprocessors/providers/acme.yaml:2:1 merge-conflict: two versions of a text stand here, down to line 6, as a merge left them",
                "Content/terms/2026-01-01.md:2:1 merge-conflict: two versions of a text stand here, down to line 6, as a merge left them",
                "Templates/assets/style.css:2:1 merge-conflict: two versions of a text stand here, down to line 5, as a merge left them",
            ])
    }
}
