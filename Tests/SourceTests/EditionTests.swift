import TestSupport
import Testing

@Suite("Editions")
struct EditionTests {
    /// Why a notice is short is told to customers in words, of which one is no reason; what else is said to them has words.
    @Test("Texts that say nothing")
    func sayNothing() {
        expect(
            #"""
            -- Content/privacy/2026-01-01.md --
            ---
            title: T
            summary: ~~struck~~
            urgent: '7'
            ---
            -- Content/privacy/2026-01-02.md --
            ---
            title: T
            summary: '42'
            urgent: Sicherheitslücke
            withdrawn: {announced: 2026-01-01, reason: 'mailto:legal@acme.example'}
            ---
            -- Content/privacy/2026-01-03.md --
            ---
            title: T
            summary: '[^1]'
            urgent: '- [ ] 3'
            ---
            -- Content/privacy/2026-01-04.md --
            ---
            title: T
            summary: N
            urgent: ~~It was so~~
            withdrawn: {announced: 2026-01-03, reason: '7'}
            ---
            -- Content/privacy/2026-01-05.md --
            ---
            title: T
            summary: Words.
            urgent: 漏洞
            ---
            -- Content/privacy/2026-01-06.md --
            ---
            title: T
            summary: (www.acme.example), legal@acme.example.
            urgent: Ask legal@acme.example
            ---
            -- Content/privacy/2026-01-07.md --
            ---
            title: T
            summary: 詳しくはprivacy@acme.exampleまでご連絡ください。
            urgent: 見てhttps://acme.example/why、www.acme.example
            ---
            """#,
            finds: #"""
                Content/privacy/2026-01-01.md:3:10 missing-key: "summary" says nothing in words to its readers
                    write what changes and why, in a sentence or two
                Content/privacy/2026-01-01.md:4:9 missing-key: "urgent" says nothing in words to its readers
                    write why the notice is short
                Content/privacy/2026-01-02.md:3:10 missing-key: "summary" says nothing in words to its readers
                    write what changes and why, in a sentence or two
                Content/privacy/2026-01-02.md:5:44 missing-key: "reason" says nothing in words to its readers
                    write why, in a sentence or two
                Content/privacy/2026-01-03.md:3:10 missing-key: "summary" says nothing in words to its readers
                    write what changes and why, in a sentence or two
                Content/privacy/2026-01-03.md:4:9 missing-key: "urgent" says nothing in words to its readers
                    write why the notice is short
                Content/privacy/2026-01-04.md:4:9 missing-key: "urgent" says nothing in words to its readers
                    write why the notice is short
                Content/privacy/2026-01-04.md:5:44 missing-key: "reason" says nothing in words to its readers
                    write why, in a sentence or two
                Content/privacy/2026-01-06.md:3:10 missing-key: "summary" says nothing in words to its readers
                    write what changes and why, in a sentence or two
                """#)
    }

    @Test("Each key has its type")
    func types() {
        expect(
            #"""
            -- Content/privacy/2026-01-01.md --
            ---
            title: [T]
            announced: 1.1.2026
            summary:
            version: 3.10
            material: yes
            interim: Off
            applies: {to: x, from: 2026-01-01}
            retired: true
            postponed: [{announced: 2026-01-02 9:00, effective: 2026-02-30, reason: "", x: 1}]
            withdrawn: 2026-01-02
            recorded: 2026-01-02T25:00
            erased: {announced: 2026-01-03, reason: R, sha256: ABCDEF, files: {dpa.pdf: x, /files/x.pdf: y}}
            urgent: "  "
            ---
            """#,
            finds: #"""
                Content/privacy/2026-01-01.md:2:8 wrong-type: "title" is a list, and one value is asked for
                    write a text
                Content/privacy/2026-01-01.md:3:12 invalid-date: "1.1.2026" is not a date
                    write 2026-01-01
                Content/privacy/2026-01-01.md:4:1 wrong-type: "summary" has no value
                    write what changes and why, in a sentence or two
                Content/privacy/2026-01-01.md:6:11 wrong-type: "material" is "yes", which is neither true nor false
                    write true
                Content/privacy/2026-01-01.md:7:10 wrong-type: "interim" is "Off", which is neither true nor false
                    write false
                Content/privacy/2026-01-01.md:8:10 wrong-type: "applies" is a map, and a list is asked for
                    write [ before it and ] behind it: [{to: x, from: 2026-01-01}]
                Content/privacy/2026-01-01.md:9:10 wrong-type: "retired" is one value, and a map is asked for
                    write retired: {replaced_by: [terms]}, or retired: {}
                Content/privacy/2026-01-01.md:10:25 invalid-date: "2026-01-02 9:00" is not a date
                    write 2026-01-02T09:00
                Content/privacy/2026-01-01.md:10:53 invalid-date: "2026-02-30" is not a day of the calendar
                    write the day that is meant; the last one of its month is 2026-02-28
                Content/privacy/2026-01-01.md:10:73 wrong-type: "reason" is empty
                    write why, in a sentence or two
                Content/privacy/2026-01-01.md:10:77 unknown-key: "x" is not a key of a postponement
                    the keys here are announced, effective, reason
                Content/privacy/2026-01-01.md:11:12 wrong-type: "withdrawn" is one value, and a map is asked for
                    write withdrawn: {announced: 2026-01-02, reason: …}, with the day on which you say so and your reason
                Content/privacy/2026-01-01.md:12:11 invalid-date: "2026-01-02T25:00" is not a date
                    write 2026-01-02
                Content/privacy/2026-01-01.md:13:52 wrong-type: "ABCDEF" is not a SHA-256 hash
                    write the 64 digits that sha256sum prints
                Content/privacy/2026-01-01.md:13:68 wrong-type: "dpa.pdf" is not the address of a file
                    write the address that the text linked to, as /files/dpa.pdf
                Content/privacy/2026-01-01.md:13:94 wrong-type: "y" is not a SHA-256 hash
                    write the 64 digits that sha256sum prints
                Content/privacy/2026-01-01.md:14:9 wrong-type: "urgent" is empty
                    write why the notice is short
                """#)
    }

    @Test("A misspelt key is one error, not two")
    func misspelt() {
        expect(
            #"""
            -- Content/privacy/2026-06-01.md --
            ---
            titel: T
            anounced: 2026-01-01
            withdrawn: {anounced: 2026-02-01, reason: R}
            ---
            """#,
            finds: #"""
                Content/privacy/2026-06-01.md:2:1 unknown-key: "titel" is not a key of an edition
                    did you mean title?
                Content/privacy/2026-06-01.md:3:1 unknown-key: "anounced" is not a key of an edition
                    did you mean announced?
                Content/privacy/2026-06-01.md:4:13 unknown-key: "anounced" is not a key of a withdrawal
                    did you mean announced?
                """#)
    }

    @Test("A key that stands twice is reported where it stands again")
    func duplicates() {
        expect(
            #"""
            -- Content/privacy/2026-01-01.md --
            ---
            title: T
            version: "1"
            title: U
            applies: [{to: x, from: 2026-01-01, to: y}]
            "version": "2"
            ---
            """#,
            finds: #"""
                Content/privacy/2026-01-01.md:4:1 duplicate-key: "title" stands twice here
                    keep one of the two
                Content/privacy/2026-01-01.md:5:37 duplicate-key: "to" stands twice here
                    keep one of the two
                Content/privacy/2026-01-01.md:6:1 duplicate-key: "version" stands twice here
                    keep one of the two
                Content/privacy/2026-01-01.md:6:1 syntax: a key of a front matter stands in quotes
                    write version without quotes
                """#)
    }

    @Test("Front matter is a block of plain keys in the first column")
    func form() {
        expect(
            #"""
            -- Content/privacy/2026-03-01.md --
            No front matter.
            -- Content/privacy/2026-03-02.md --
            ---
            title: T
            -- Content/privacy/2026-03-03.md --
            ---
            ---
            -- Content/privacy/2026-03-04.md --
            ---
            {title: T}
            ---
            -- Content/privacy/2026-03-05.md --
            ---
              title: T
            ---
            -- Content/privacy/2026-03-06.md --
            ---
            "title": T
            ---
            -- Content/privacy/2026-03-07.md --
            ---
            just text
            ---
            -- Content/privacy/2026-03-08.md --
            -- Content/privacy/2026-03-09.md --
            ---
            version: "1"
            ---
            """#,
            finds: #"""
                Content/privacy/2026-03-01.md:1:1 missing-key: this edition does not begin with its front matter: the lines with its title and days
                    put before the text
                        ---
                        title: Privacy
                        ---
                Content/privacy/2026-03-02.md:1:1 syntax: this front matter is never closed
                    write a line of three hyphens (---) below its last key, and the text below that
                Content/privacy/2026-03-03.md:1:1 missing-key: this front matter is empty
                    add title: Privacy Policy
                Content/privacy/2026-03-04.md:2:1 syntax: this front matter stands in brackets
                    write each key on a line of its own, without brackets
                Content/privacy/2026-03-05.md:2:3 syntax: the keys of a front matter start in the first column
                    take out the spaces before the keys
                Content/privacy/2026-03-06.md:2:1 syntax: a key of a front matter stands in quotes
                    write title without quotes
                Content/privacy/2026-03-07.md:2:1 wrong-type: this front matter holds no keys
                    write each as a key, a colon and a value
                Content/privacy/2026-03-08.md:1:1 missing-key: this edition does not begin with its front matter: the lines with its title and days
                    put before the text
                        ---
                        title: Privacy
                        ---
                Content/privacy/2026-03-09.md:2:1 missing-key: "title" is missing
                    add title: Privacy Policy
                """#)
    }

    @Test("The day of effect is the file's name, and no key of another tool")
    func effectiveDate() {
        expect(
            #"""
            -- Content/privacy/2026-07-01.md --
            ---
            title: Privacy
            effectiveDate: 2026-07-01
            effective_date: 2026-08-01
            ---

            Words.
            """#,
            finds: #"""
                Content/privacy/2026-07-01.md:3:1 unknown-key: "effectiveDate" is not a key of an edition: its file's name is the day
                    take the line out
                Content/privacy/2026-07-01.md:4:1 unknown-key: "effective_date" is not a key of an edition: its file's name is the day
                    rename the file to 2026-08-01.md, and take the line out
                """#)
    }

    @Test("An edition is named by its day")
    func names() {
        expect(
            #"""
            -- Content/privacy/2026-02-31.md --
            -- Content/privacy/1.2.2026.md --
            -- Content/privacy/draft.md --
            -- Content/privacy/2026-02-01-1.md --
            -- Content/privacy/2026-02-01-x.md --
            -- Content/privacy/2026-03-09.yaml --
            -- Content/privacy/2026-03-09.markdown --
            -- Content/privacy/picture.png --
            -- Content/privacy/old/2026-03-09.md --
            """#,
            finds: #"""
                Content/privacy/1.2.2026.md:1:1 invalid-date: "1.2.2026" is not the day on which an edition takes effect
                    rename the file to 2026-02-01.md
                Content/privacy/2026-02-01-1.md:1:1 invalid-id: "2026-02-01-1" is not the name of an edition
                    rename the file to 2026-02-01.md, or 2026-02-01-2.md for a second edition of that day
                Content/privacy/2026-02-01-x.md:1:1 invalid-id: "2026-02-01-x" is not the name of an edition
                    rename the file to 2026-02-01.md, or 2026-02-01-2.md for a second edition of that day
                Content/privacy/2026-02-31.md:1:1 invalid-date: "2026-02-31" is not a day of the calendar
                    rename the file to the day that is meant; the last one of its month is 2026-02-28.md
                Content/privacy/2026-03-09.markdown:1:1 invalid-id: this is no file that TrustPress reads
                    rename it to 2026-03-09.md
                Content/privacy/2026-03-09.yaml:1:1 invalid-id: this is no file that TrustPress reads
                    move it to Content/privacy/providers/2026-03-09.yaml if it is a provider
                Content/privacy/draft.md:1:1 invalid-id: "draft" is not the day on which an edition takes effect
                    rename the file to its first day, as YYYY-MM-DD.md
                Content/privacy/old/2026-03-09.md:1:1 invalid-id: this is no file that TrustPress reads
                    move it up to Content/privacy/ if it is an edition
                Content/privacy/picture.png:1:1 invalid-id: this is no file that TrustPress reads
                    move it to Content/files/ if a text links to it
                """#)
    }

    @Test("What replaces a document is one")
    func replacedBy() {
        expect(
            #"""
            -- Content/privacy/2026-01-01.md --
            ---
            title: T
            retired: {replaced_by: [terms, privcy], replacedby: x}
            ---
            """#,
            finds: #"""
                Content/privacy/2026-01-01.md:3:25 invalid-id: "terms" is not a document of this site
                    the documents are privacy
                Content/privacy/2026-01-01.md:3:32 invalid-id: "privcy" is not a document of this site
                    did you mean privacy?
                Content/privacy/2026-01-01.md:3:41 unknown-key: "replacedby" is not a key of retired
                    did you mean replaced_by?
                """#)
    }

    @Test("A page has no front matter")
    func pages() {
        expect(
            #"""
            -- Content/faq.md --
            ---
            title: FAQ
            author: me
            ---
            # FAQ
            -- Content/rules.md --
            ---
            Two rules with a text between them.
            ---
            -- Content/feeds.md --
            # Feeds
            """#,
            finds: #"""
                Content/faq.md:2:1 unknown-key: "title" stands in a page, which has no front matter
                    write the title as the page's first heading
                Content/faq.md:3:1 unknown-key: "author" stands in a page, which has no front matter
                    take out the lines from --- to ---
                Content/feeds.md:1:1 invalid-id: "feeds" is reserved: TrustPress makes pages of that name itself
                    choose another name for the file
                """#)
    }

    @Test("A certification")
    func certifications() {
        expect(
            #"""
            -- Content/certifications/iso.yaml --
            nam: x
            until: 2025-01-01
            link: //evil.example
            -- Content/certifications/soc.yaml --
            name: SOC 2
            from: 2026-01-01
            until: 2025-12-31
            announced: yesterday
            -- Content/certifications/SOC3.yaml --
            name: SOC 3
            from: 2026-01-01
            -- Content/certifications/pdf.md --
            x
            -- Content/index.html.md --
            x
            """#,
            finds: #"""
                Content/certifications/SOC3.yaml:1:1 invalid-id: "SOC3" is not made of a-z, 0-9 and single hyphens between them
                    rename the file to soc3.yaml
                Content/certifications/iso.yaml:1:1 missing-key: "from" is missing
                    add from: YYYY-MM-DD, the first day of its validity
                Content/certifications/iso.yaml:1:1 unknown-key: "nam" is not a key of a certification
                    did you mean name?
                Content/certifications/iso.yaml:3:7 unsafe-url: "//evil.example" is not a web address
                    write an address that starts with https://
                Content/certifications/pdf.md:1:1 invalid-id: this is no file that TrustPress reads
                    take it out of Content/
                Content/certifications/soc.yaml:3:8 invalid-date: its last day is before its first, which is 2026-01-01
                    write 2026-01-01 or later
                Content/certifications/soc.yaml:4:12 invalid-date: "yesterday" is not a date
                    write a day as YYYY-MM-DD, or a minute as YYYY-MM-DDThh:mm
                Content/index.html.md:1:1 invalid-id: "index.html" is not made of a-z, 0-9 and single hyphens between them
                    rename the file to index-html.md
                """#)
    }

    /// Of a file that begins with an edition's keys only the lines around them are missing; no other document's title is
    /// ever put there.
    @Test("Front matter without the line above it")
    func withoutFence() {
        expect(
            """
            -- Content/terms-of-use/2026-01-01.md --
            Words.
            -- Content/terms-of-use/2026-01-02.md --
            # Terms for everybody

            Words.
            -- Content/terms-of-use/2026-01-03.md --
            title: Terms
            announced: 2025-11-23
            applies:
              - {to: New customers, from: 2025-12-01}
            summary: New.

            ## 1. Scope
            -- Content/terms-of-use/2026-01-04.md --

            title: Terms
            ---
            Words.
            -- Content/terms-of-use/2026-01-05.md --
            Title: Terms

            announced: 2025-11-23
            summary: New.

            ## 1. Scope
            -- Content/terms-of-use/2026-01-06.md --
            urgent: A law asks for it.
            title: Terms

            ---
            ## 1. Scope
            -- Content/terms-of-use/2026-01-07.md --

            title: Terms
            summary: New.

            Note: these are words of the text.
            """,
            finds: """
                Content/terms-of-use/2026-01-01.md:1:1 missing-key: this edition does not begin with its front matter: the lines with its title and days
                    put before the text
                        ---
                        title: Terms of use
                        ---
                Content/terms-of-use/2026-01-02.md:1:1 missing-key: this edition does not begin with its front matter: the lines with its title and days
                    put before the text
                        ---
                        title: Terms for everybody
                        ---
                Content/terms-of-use/2026-01-03.md:1:1 missing-key: this edition does not begin with its front matter: the lines with its title and days
                    write a line --- above line 1 and another below line 5
                Content/terms-of-use/2026-01-04.md:1:1 missing-key: this edition does not begin with its front matter: the lines with its title and days
                    take the empty lines at the top away, and write a line --- above the first key
                Content/terms-of-use/2026-01-05.md:1:1 missing-key: this edition does not begin with its front matter: the lines with its title and days
                    write a line --- above line 1 and another below line 4
                Content/terms-of-use/2026-01-06.md:1:1 missing-key: this edition does not begin with its front matter: the lines with its title and days
                    write a line --- above line 1
                Content/terms-of-use/2026-01-07.md:1:1 missing-key: this edition does not begin with its front matter: the lines with its title and days
                    write a line --- below line 3, take the empty lines at the top away, and write another --- above the first key
                """)
    }
}
