import Diagnostics
import Model
import Source
import TestSupport
import Testing

@Suite("site.yaml")
struct SiteTests {
    @Test("Each key has its type")
    func types() {
        expect(
            #"""
            -- Content/site.yaml --
            organization: {name: Acme, legal_name: [x]}
            contacts: {security: security@acme.example, privacy: mailto:p@acme.example, legal: "Legal team"}
            url: http://trust.acme.example/site/?x=1
            authority: Acme Ltd
            language: English
            utc_offset: +1
            documents: [privacy]
            products: {lab: [x]}
            since: 2026-02-30
            notice: {days: 30 days, objection_days: -1}
            security_txt: {expires: soon, policy: "javascript:alert(1)", languages: [en, "x y"]}
            record: {keys: [{key: k, from: 2026-13-01}]}
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---
            """#,
            finds: #"""
                Content/site.yaml:1:40 wrong-type: "legal_name" is a list, and one value is asked for
                    write a text
                Content/site.yaml:2:54 wrong-type: "mailto:p@acme.example" is not a mail address
                    write p@acme.example
                Content/site.yaml:2:84 wrong-type: "Legal team" is not a mail address
                    write it as legal@example.com
                Content/site.yaml:3:6 wrong-type: "http://trust.acme.example/site/?x=1" has a query, from the question mark on
                    write http://trust.acme.example/site
                Content/site.yaml:4:12 wrong-type: "Acme Ltd" is not the authority of a tag address (RFC 4151)
                    write a domain you own and a year in which you do, as example.com,2026
                Content/site.yaml:5:11 wrong-type: "English" is not the code of a language
                    write a language as en or de-AT
                Content/site.yaml:6:13 wrong-type: "+1" is not an offset from UTC
                    write hours and minutes in quotes, as "+01:00"
                Content/site.yaml:8:17 wrong-type: "lab" is a list, and one value is asked for
                    write a text
                Content/site.yaml:9:8 invalid-date: "2026-02-30" is not a day of the calendar
                    write the day that is meant; the last one of its month is 2026-02-28
                Content/site.yaml:10:16 wrong-type: "days" is "30 days", which is not a whole number from 0 to 3650
                    write 30
                Content/site.yaml:10:41 wrong-type: "objection_days" is "-1", which is not a whole number from 0 to 3650
                    write a whole number from 0 to 3650
                Content/site.yaml:11:25 invalid-date: "soon" is not a date
                    write a day as YYYY-MM-DD
                Content/site.yaml:11:39 unsafe-url: "javascript:alert(1)" is not a web address
                    write an address that starts with https://
                Content/site.yaml:11:78 wrong-type: "x y" is not the code of a language
                    write a language as en or de-AT
                Content/site.yaml:12:23 wrong-type: "k" is no public key
                    write what trustpress new key printed (<name>+<id>+<key>), a minisign key (RW…), or an SSH key (ssh-ed25519 …)
                Content/site.yaml:12:32 invalid-date: "2026-13-01" is not a day of the calendar
                    write 2026-01-13
                """#)
    }

    @Test("A secret key is told before it is published, and a key ends after it begins")
    func recordKeys() {
        expect(
            """
            -- Content/site.yaml --
            \(World.site(documents: [], "record: {keys: [{key: PRIVATE+KEY+a+b+c, from: 2026-01-01}, {key: PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW, from: 2026-02-01, until: 2026-01-01}]}"))
            """,
            finds: """
                Content/site.yaml:10:23 wrong-type: this is a secret key, and site.yaml is read by others
                    make a new pair with trustpress new key, and write its public key here
                Content/site.yaml:10:160 invalid-date: this key ends before it begins, on 2026-02-01
                    write its last day, or leave until out while the key is in use
                """)
    }

    @Test("A key of SSH stands without its comment, and an id is that of its name and key")
    func keysWithMore() {
        let (ssh, note) = ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5", "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        expect(
            """
            -- Content/site.yaml --
            \(World.site(documents: [], """
                record:
                  keys:
                    - {key: \(ssh) me@x, from: 2026-01-01}
                    - {key: PeterNeumann+c74f20a4+\(note), from: 2026-01-01}
                  witnesses: [{key: PeterNeumann+c74f20a4+\(note), from: 2026-01-01}]
                """))
            """,
            finds: """
                Content/site.yaml:12:13 wrong-type: a comment stands behind this SSH key
                    leave it out: write \(ssh)
                Content/site.yaml:13:13 wrong-type: the id c74f20a4 is not that of this name and this key
                    copy all three parts again, as they were printed; of this name and this key it is c74f20a3
                Content/site.yaml:14:21 wrong-type: the id c74f20a4 is not that of this name and this key
                    copy all three parts again, as they were printed; of this name and this key it is c74f20a3
                """)
    }

    @Test(
        "A mailing list is a mail address or an https address",
        arguments: [
            ("notices@lists.acme.example", SiteSettings.MailingList.mail("notices@lists.acme.example"), ""),
            ("https://acme.example/list?id=1", .page("https://acme.example/list?id=1"), ""),
            (
                "http://acme.example/list", nil,
                "wrong-type: \"http://acme.example/list\" is not an https address\n    write https://acme.example/list"
            ),
            (
                "mailto:notices@acme.example", nil,
                "wrong-type: \"mailto:notices@acme.example\" is not a mail address\n    write notices@acme.example"
            ),
            (
                "see our blog", nil,
                """
                wrong-type: "see our blog" is neither a mail address nor an https address
                    write a mail address, or the address of the page on which one subscribes, as https://example.com/list
                """
            ),
            (
                "https://", nil,
                "unsafe-url: \"https://\" names no host\n    write an address as https://example.com"
            ),
        ] as [(String, SiteSettings.MailingList?, String)])
    func mailingList(written: String, list: SiteSettings.MailingList?, finding: String) {
        let world = """
            -- Content/site.yaml --
            organization: {name: Acme}
            contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
            url: https://trust.acme.example
            authority: acme.example,2026
            documents: [privacy]
            since: 2026-01-01
            notice: {days: 30}
            mailing_list: \(written)
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---
            """
        expect(world, finds: finding.isEmpty ? "" : "Content/site.yaml:8:15 \(finding)")
        #expect(readLibrary(World(world).tree).library?.settings.mailingList?.value == list)
    }

    @Test("What is missing is named, with a line to add")
    func missing() {
        expect(
            #"""
            -- Content/site.yaml --
            language: en
            organization: {address: Street 1}
            security_txt: {policy: /security/}
            record: {keys: [{key: PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW}]}
            """#,
            finds: #"""
                Content/site.yaml:1:1 missing-key: "authority" is missing
                    add authority: example.com,2026
                Content/site.yaml:1:1 missing-key: "contacts" is missing
                    add contacts: {security: security@example.com, privacy: …, legal: …}
                Content/site.yaml:1:1 missing-key: "documents" is missing
                    add documents: [privacy, terms]
                Content/site.yaml:1:1 missing-key: "notice" is missing
                    add notice: {days: 30, objection_days: 30}
                Content/site.yaml:1:1 missing-key: "since" is missing
                    add since: YYYY-MM-DD, the day on which the site goes public
                Content/site.yaml:1:1 missing-key: "url" is missing
                    add url: https://trust.example.com
                Content/site.yaml:2:16 missing-key: "name" is missing
                    add name: Example Ltd
                Content/site.yaml:3:16 missing-key: "expires" is missing
                    add expires: YYYY-MM-DD, a day within a year from now
                Content/site.yaml:4:18 missing-key: "from" is missing
                    add from: YYYY-MM-DD, the first day of its use
                """#)
    }

    @Test("A key that is nearly right is named, otherwise the keys that are known")
    func unknownKeys() {
        expect(
            #"""
            -- Content/site.yaml --
            organisation: {name: Acme}
            contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example, privicy: x}
            url: https://trust.acme.example
            authority: acme.example,2026
            documents: []
            since: 2026-01-01
            notice: {days: 30, objektion_days: 30}
            design: dark
            """#,
            finds: #"""
                Content/site.yaml:1:1 unknown-key: "organisation" is not a key of site.yaml
                    did you mean organization?
                Content/site.yaml:2:86 unknown-key: "privicy" is not a key of contacts
                    did you mean privacy?
                Content/site.yaml:7:20 unknown-key: "objektion_days" is not a key of notice
                    did you mean objection_days?
                Content/site.yaml:8:1 unknown-key: "design" is not a key of site.yaml
                    the keys here are organization, contacts, url, authority, language, utc_offset, documents, products, renamed, record, since, notice, register, security_txt, checks, mailing_list, theme
                """#)
    }

    @Test(
        "A number of days is offered where days or weeks are meant",
        arguments: [
            ("2 weeks", "write 14"), ("14 days", "write 14"), ("30 Tage", "write 30"), ("\"030\"", "write 30"),
            ("1 month", nil), ("14-30", nil), ("1O", nil), ("0x1E", nil), ("3.5", nil), ("2 to 3 weeks", nil),
        ])
    func days(written: String, help: String?) {
        let said = written.filter { $0 != "\"" }
        expect(
            """
            -- Content/site.yaml --
            organization: {name: Acme}
            contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
            url: https://trust.acme.example
            authority: acme.example,2026
            documents: [privacy]
            since: 2026-01-01
            notice: {days: \(written)}
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---
            Words.
            """,
            finds: """
                Content/site.yaml:7:16 wrong-type: "days" is "\(said)", which is not a whole number from 0 to 3650
                    \(help ?? "write a whole number from 0 to 3650")
                """)
    }

    @Test("Ids are short words with hyphens, not reserved, no dates")
    func ids() {
        expect(
            #"""
            -- Content/site.yaml --
            organization: {name: Acme}
            contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
            url: https://trust.acme.example
            authority: acme.example,2026
            documents: [Terms of Use, feeds, "2026-01-01", 2026-01-01-2, a--b, ÄÖ, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]
            products: {Studio: Studio, feeds: Feeds}
            since: 2026-01-01
            notice: {days: 30}
            """#,
            finds: #"""
                Content/site.yaml:5:13 invalid-id: "Terms of Use" is not made of a-z, 0-9 and single hyphens between them
                    write terms-of-use
                Content/site.yaml:5:27 invalid-id: "feeds" is reserved: TrustPress makes pages of that name itself
                    choose another id
                Content/site.yaml:5:34 invalid-id: "2026-01-01" has the form of a date, which names editions
                    choose another id
                Content/site.yaml:5:48 invalid-id: "2026-01-01-2" has the form of a date, which names editions
                    choose another id
                Content/site.yaml:5:62 invalid-id: "a--b" is not made of a-z, 0-9 and single hyphens between them
                    write a-b
                Content/site.yaml:5:68 invalid-id: "ÄÖ" is not made of a-z, 0-9 and single hyphens between them
                    write aeoe
                Content/site.yaml:5:72 invalid-id: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…" is longer than 100 characters
                    choose another id
                Content/site.yaml:6:12 invalid-id: "Studio" is not made of a-z, 0-9 and single hyphens between them
                    write studio
                """#)
    }

    @Test(
        "An authority is a host name and a day",
        arguments: [
            "-a.example,2026", "a-.example,2026", "a..example,2026", "a.example.,2026", "a_b.example,2026",
            "A.example,2026",
        ])
    func authority(_ written: String) {
        let site = World.site(documents: ["privacy"])
            .replacing("authority: acme.example,2026", with: "authority: \(written)")
        expect(
            "-- Content/site.yaml --\n\(site)\n-- Content/privacy/2026-01-01.md --\n---\ntitle: Privacy\n---\n",
            finds: """
                Content/site.yaml:4:12 wrong-type: "\(written)" is not the authority of a tag address (RFC 4151)
                    write a domain you own and a year in which you do, as example.com,2026
                """)
    }

    @Test("No document is called as a file of the site's, which a host may show without its ending")
    func filesOfTheSite() {
        expect(
            "-- Content/site.yaml --\n" + World.site(documents: ["sitemap", "robots", "404", "index", "renamed"])
                + "\n-- Content/sitemap.md --\n# All pages\n",
            finds: """
                Content/site.yaml:7:13 invalid-id: "sitemap" is reserved: TrustPress makes a file of that name itself
                    choose another id
                Content/site.yaml:7:22 invalid-id: "robots" is reserved: TrustPress makes a file of that name itself
                    choose another id
                Content/site.yaml:7:30 invalid-id: "404" is reserved: TrustPress makes a file of that name itself
                    choose another id
                Content/site.yaml:7:35 invalid-id: "index" is reserved: TrustPress makes a file of that name itself
                    choose another id
                Content/site.yaml:7:42 invalid-id: "renamed" is reserved: TrustPress names feeds and notices so itself
                    choose another id
                """)
    }

    @Test("There are only so many blocks of terms")
    func manyBlocks() {
        let blocks = (0..<300).map { "  - {from: \(2027 + $0)-01-01, days: 30}\n" }.joined()
        let site = World.site(documents: ["privacy"])
            .replacing("notice: {days: 30, objection_days: 30}\n", with: "notice:\n  - {days: 30}\n\(blocks)")
        expect(
            "-- Content/site.yaml --\n\(site)\n-- Content/privacy/2026-01-01.md --\n---\ntitle: Privacy\n---\n",
            finds: """
                Content/site.yaml:210:5 too-complex: "notice" has more than 200 blocks
                    write fewer; what differs for some documents can stand in one block
                """)
    }

    @Test(
        "There are only so many items of renamed for so many products",
        arguments: [(0, 1000), (1, 1000), (50, 1000), (51, 980), (100, 500), (2000, 25)])
    func manyNames(products: Int, items: Int) throws {
        let listed = (0..<products).map { "p\($0): P" }.joined(separator: ", ")
        let day = try #require(CalendarDate("2026-01-02"))
        let renamed = (0..<1200).map { "  - {from: \(day.adding(days: $0)), organization: {name: N\($0)}}\n" }.joined()
        let site = World.site(documents: ["privacy"], "products: {\(listed)}\nrenamed:\n\(renamed)")
        let reading = readLibrary(World("-- Content/site.yaml --\n\(site)").tree)
        let names = try #require(reading.library?.settings.names)
        #expect(names.count == 1 + items && items * max(products, 50) <= 50_000)
        #expect(names.allSatisfy { $0.terms.products.count == products })
        let line = try #require(site.split(separator: "\n").firstIndex { $0.hasSuffix("{name: N\(items)}}") }) + 1
        #expect(
            reading.diagnostics.filter { $0.id == .tooComplex }.listing == """
                Content/site.yaml:\(line):5 too-complex: "renamed" has more than \(items) items, each of which is told to the customers of every product
                    write fewer; what is called otherwise from one day on can stand in one item
                """)
    }

    @Test("Blocks of terms start without a day and go on in order")
    func blocks() {
        expect(
            #"""
            -- Content/site.yaml --
            organization: {name: Acme}
            contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
            url: https://trust.acme.example
            authority: acme.example,2026
            documents: [privacy]
            since: 2026-01-01
            notice:
              - from: 2020-01-01
                days: 30
              - days: 10
                documents: {privcy: {days: 0}, privacy: 3}
              - from: 2024-01-01
                days: 10
              - from: 2024-01-01
                days: 10
              - 30
            register: []
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---
            """#,
            finds: #"""
                Content/site.yaml:8:5 unknown-key: the first block holds from the beginning, so it has no "from"
                    take the line out
                Content/site.yaml:10:5 missing-key: "from" is missing
                    add from: YYYY-MM-DD, the first day of these terms
                Content/site.yaml:11:17 unknown-key: "privcy" is not in the list of documents
                    did you mean privacy?
                Content/site.yaml:11:45 wrong-type: "privacy" is one value, and a map is asked for
                    write privacy: {days: 3}
                Content/site.yaml:14:11 invalid-date: this block and the one before it hold from 2024-01-01, and this one is not announced later
                    write announced: and a moment after 2024-01-01, or from: 2024-01-02 or later
                Content/site.yaml:16:5 wrong-type: "notice" is one value, and a map is asked for
                    write notice: {days: 30, objection_days: 30}
                Content/site.yaml:17:11 wrong-type: "register" is empty
                    write register: {required: [name, purpose]}
                """#)
    }

    @Test("The register names fields, and free keys in private alone")
    func register() {
        expect(
            #"""
            -- Content/site.yaml --
            organization: {name: Acme}
            contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
            url: https://trust.acme.example
            authority: acme.example,2026
            documents: []
            since: 2026-01-01
            notice: {days: 30}
            register:
              required: [nmae, entity, entity]
              material: name
              private: [cost center, note, cost_center]
              unrecord: [links]
            """#,
            finds: #"""
                Content/site.yaml:9:14 unknown-key: "nmae" is not a field of a provider
                    did you mean name?
                Content/site.yaml:9:28 duplicate-key: "entity" stands twice in this list
                    keep one of the two
                Content/site.yaml:10:13 wrong-type: "material" is one value, and a list is asked for
                    write [name]
                Content/site.yaml:11:13 wrong-type: "cost center" is not made of a-z, 0-9 and _
                    write a key as cost_center
                Content/site.yaml:11:26 wrong-type: "note" is part of what is announced and cannot be private
                    take it out of the list
                Content/site.yaml:12:3 unknown-key: "unrecord" is not a key of register
                    did you mean unrecorded?
                """#)
    }

    @Test("Checks on wording and links become warnings, warnings go off, promises stay")
    func checks() {
        expect(
            #"""
            -- Content/site.yaml --
            organization: {name: Acme}
            contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
            url: https://trust.acme.example
            authority: acme.example,2026
            documents: []
            since: 2026-01-01
            notice: {days: 30}
            checks: {broken-link: off, notice-too-short: warning, brokenlink: warning, vague-purpose: of, frobnicate: off}
            """#,
            finds: #"""
                Content/site.yaml:8:23 wrong-type: "off" is not one of the words for "broken-link"
                    write one of error, warning
                Content/site.yaml:8:28 unknown-key: "notice-too-short" is always an error
                    take the line out; what can be set is invisible-text, raw-html, placeholder, leftover-markup, indented-code, list-number, stated-date, distant-date, broken-link, broken-clause, clause-label, duplicate-clause, skipped-clause, cited-clause-gone, provider-not-listed, transfer-missing, transfer-fallback, place-missing, annex-incomplete, listed-twice, vague-purpose, ai-terms-missing, not-verified, certification-expired, security-txt-expired, holidays-missing, unsigned
                Content/site.yaml:8:55 unknown-key: "brokenlink" is not a check that can be set here
                    did you mean broken-link?
                Content/site.yaml:8:91 wrong-type: "of" is not one of the words for "vague-purpose"
                    did you mean off?
                Content/site.yaml:8:95 unknown-key: "frobnicate" is not a check that can be set here
                    what can be set is invisible-text, raw-html, placeholder, leftover-markup, indented-code, list-number, stated-date, distant-date, broken-link, broken-clause, clause-label, duplicate-clause, skipped-clause, cited-clause-gone, provider-not-listed, transfer-missing, transfer-fallback, place-missing, annex-incomplete, listed-twice, vague-purpose, ai-terms-missing, not-verified, certification-expired, security-txt-expired, holidays-missing, unsigned
                """#)
    }

    @Test("The list of documents and the folders agree")
    func folders() {
        expect(
            #"""
            -- Content/site.yaml --
            organization: {name: Acme}
            contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
            url: https://trust.acme.example
            authority: acme.example,2026
            documents: [privacy, nothere, privacy, list]
            since: 2026-01-01
            notice: {days: 30}
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---
            -- Content/other/2026-01-01.md --
            ---
            title: Other
            ---
            -- Content/Other-2/2026-01-01.md --
            ---
            title: Other
            ---
            -- Content/list/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            announced: 2026-01-01
            -- Content/list-2/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [text]
            announced: 2026-01-01
            """#,
            finds: #"""
                Content/Other-2:1:1 invalid-id: "Other-2" is not made of a-z, 0-9 and single hyphens between them
                    rename the folder to other-2
                Content/list-2:1:1 missing-key: the document "list-2" is not in the list of documents in site.yaml
                    write documents: [privacy, nothere, list, list-2] there
                Content/list-2:1:1 missing-key: the register "list-2" has providers but no text
                    add an edition, which says what the list is
                Content/other:1:1 missing-key: the document "other" is not in the list of documents in site.yaml
                    write documents: [privacy, nothere, list, other] there
                Content/site.yaml:5:22 missing-key: the document "nothere" has no edition
                    write its text to Content/nothere/, in a file named after the day from which it applies, as 2026-01-01.md; or take nothere out of the list
                Content/site.yaml:5:31 duplicate-key: "privacy" stands twice in this list
                    keep one of the two
                Content/site.yaml:5:40 missing-key: the register "list" has providers but no text
                    write Content/list/2026-01-01.md, which says what the list is
                """#)
    }

    @Test("An empty site.yaml, and one that holds no keys, is of no use")
    func useless() {
        expect(
            #"""
            -- Content/site.yaml --
            # nothing
            """#,
            finds: #"""
                Content/site.yaml:1:1 missing-key: site.yaml is empty
                    write organization: {name: Example Ltd} and the other settings
                """#)
    }

    @Test("A site.yaml of no keys")
    func list() {
        expect(
            #"""
            -- Content/site.yaml --
            - organization
            """#,
            finds: #"""
                Content/site.yaml:1:1 wrong-type: site.yaml holds no keys
                    write each setting as a key, a colon and a value
                """#)
    }
}
