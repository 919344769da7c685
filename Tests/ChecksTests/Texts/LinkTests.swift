import Checks
import Diagnostics
import TestSupport
import Testing

@Suite("Links")
struct LinkTests {
    private static let linkChecks: [Check] = [
        .brokenLink, .brokenClause, .clauseLabel, .providerNotListed, .citedClauseGone,
    ]

    private static let terms = """
        -- Content/terms/2026-01-01.md --
        ---
        title: Terms
        ---
        # 10. AI

        ## 10.2 Providers

        ## 10.3 Models
        -- Content/faq.md --
        # Questions
        -- Content/files/dpa.pdf --
        pdf
        -- Content/certifications/soc2.yaml --
        name: SOC 2
        from: 2026-01-01
        -- Content/subprocessors/providers/anthropic.yaml --
        name: Anthropic
        entity: Anthropic, PBC
        purpose: Generates responses
        data: [prompts]
        announced: 2026-01-01

        """

    private static func privacy(_ text: String) -> String {
        terms + "-- Content/privacy/2026-01-01.md --\n---\ntitle: Privacy\n---\n\(text)\n"
    }

    @Test(
        "Links that lead somewhere",
        arguments: [
            "terms", "/terms/", "terms#10.2", "/terms/2026-01-01/#10.3", "faq", "/", "/files/dpa.pdf",
            "provider:anthropic", "provider:subprocessors/anthropic", "/subprocessors/anthropic/", "/subscribe/",
            "/notices/", "/notices/terms-2026-01-01/", "/notices/terms-2026-01-01.json", "/certifications/",
            "/terms/history/", "/terms/2026-01-01.md", "/subprocessors/on/2026-01-01/",
            "/subprocessors/on/2026-01-01.csv", "/subprocessors/annex-iii/", "/terms.timemap", "/subprocessors.timemap",
            "/subprocessors.json", "/feeds/all.atom",
            "/feeds/terms.rss", "/subprocessors/anthropic/2026-01-01.json", "/record/", "/record/SHA256SUMS",
            "https://example.com/", "#own", "https://trust.acme.example", "https://trust.acme.example/terms/#10.2",
            "HTTP://Trust.Acme.example/subscribe?from=terms#x", "https://trust.acme.example/files/dpa.pdf#page=2",
            "https://trust.acme.example:443/terms/", "http://trust.acme.example.:80/terms/#10.2",
            "https://trust.acme.example.org/none/", "https://trust.acme.example:8443/none/",
            "https://trust.acme.example:80/none/", "2026-01-01.md", "./2026-01-01.md#own", "./", "./#own",
            "https://trust.acme.example/certifications/",
            "https://acme.example/none",
        ])
    func fine(_ address: String) throws {
        #expect(try checked(Self.linkChecks, Self.privacy("# Own\n\n[x](\(address))")) == "")
    }

    @Test(
        "Links that lead nowhere",
        arguments: [
            ("term", "this site has no /term/", "did you mean /terms/?"),
            ("https://trust.acme.example/term/", "this site has no /term/", "did you mean /terms/?"),
            (
                "http://trust.acme.example/none?a#b", "this site has no /none/",
                "write one of /terms/, /subprocessors/, /privacy/, /faq/, or remove the link"
            ),
            (
                "https://TRUST.acme.example/files/dpaa.pdf", "there is no file Content/files/dpaa.pdf",
                "did you mean /files/dpa.pdf?"
            ),
            (
                "cookies", "this site has no /cookies/",
                "write one of /terms/, /subprocessors/, /privacy/, /faq/, or remove the link"
            ),
            (
                "https://trust.acme.example.:443/term/", "this site has no /term/", "did you mean /terms/?"
            ),
            (
                "https://trust.acme.example//terms/", "this site has no //terms/", "did you mean /terms/?"
            ),
            ("2026-01-02.md", "privacy has no edition 2026-01-02", "did you mean /privacy/2026-01-01/?"),
            ("/files/dpaa.pdf", "there is no file Content/files/dpaa.pdf", "did you mean /files/dpa.pdf?"),
            ("/terms/2026-01-02/", "terms has no edition 2026-01-02", "did you mean /terms/2026-01-01/?"),
            ("provider:antropic", "no register has a provider \"antropic\"", "did you mean provider:anthropic?"),
            ("/notice/", "this site has no /notice/", "did you mean /notices/?"),
            (
                "/subprocessors/anthropic.html", "this site has no /subprocessors/anthropic.html",
                "did you mean /subprocessors/anthropic/?"
            ),
            ("/terms/2026-01-01.html", "this site has no /terms/2026-01-01.html", "did you mean /terms/2026-01-01/?"),
            ("logo.png", "this site has no /logo.png", "put the file in Content/files/, and write /files/logo.png"),
            (
                "docs/contract.DOCX", "this site has no /docs/contract.DOCX",
                "put the file in Content/files/, and write /files/contract.DOCX"
            ),
            ("edpb.europa.eu", "this site has no /edpb.europa.eu", "write https://edpb.europa.eu"),
            (
                "www.example.com/a", "this site has no /www.example.com/a", "write https://www.example.com/a"
            ),
            ("/terms/annex-iii/", "this site has no /terms/annex-iii/", nil),
            ("/faq.timemap", "this site has no /faq.timemap", nil),
            ("/subprocessors/on/2026-01-02/", "this site has no /subprocessors/on/2026-01-02/", nil),
        ] as [(String, String, String?)])
    func brokenLink(_ address: String, _ message: String, _ help: String?) throws {
        let found = try checked([.brokenLink], Self.privacy("See [it](\(address))."))
        #expect(found.hasPrefix("Content/privacy/2026-01-01.md:4:10 broken-link: \(message)\n"), "\(found)")
        if let help { #expect(found.hasSuffix("    \(help)"), "\(found)") }
    }

    @Test("The day of a text keeps its address when its policy becomes a register")
    func dayOfAPolicy() throws {
        func found(_ address: String) throws -> String {
            try checked(
                [.brokenLink],
                Self.privacy("See [it](\(address)).") + """
                    -- Content/terms/providers/ghost.yaml --
                    name: Ghost
                    entity: Ghost GmbH
                    purpose: Runs the servers
                    data: [messages]
                    announced: 2026-03-02
                    effective: 2026-05-01
                    note: Needed.
                    """)
        }
        #expect(try found("/terms/on/2026-01-01/") == "")
        #expect(try found("/terms/on/2026-01-01.json").contains("this site has no /terms/on/2026-01-01.json"))
        #expect(try found("/terms/on/2026-05-01/").contains("/terms/on/2026-05-01/ is public from 2026-03-02 on"))
    }

    @Test("A link without an address", arguments: ["", "<>", " "])
    func noAddress(address: String) throws {
        #expect(
            try checked([.brokenLink], Self.privacy("See [it](\(address)).")) == """
                Content/privacy/2026-01-01.md:4:8 broken-link: this link has no address
                    write it between the round brackets, as (/terms/) or (https://example.com); or write the words without brackets
                """)
    }

    @Test("A clause that the target does not have")
    func brokenClause() throws {
        let text = "[a](terms#10.4), [b](faq#question), [c](#top), [d](terms#10.2.1)"
        let found = try checked(Self.linkChecks, Self.privacy(text))
        #expect(
            found == """
                Content/privacy/2026-01-01.md:4:5 broken-clause: terms/2026-01-01 has no clause 10.4
                    its clauses are 10, 10.2, 10.3
                Content/privacy/2026-01-01.md:4:22 broken-clause: faq has no heading "question"
                    did you mean faq#questions?
                Content/privacy/2026-01-01.md:4:41 broken-clause: this text has no heading "top"
                    write the address without #top
                Content/privacy/2026-01-01.md:4:52 broken-clause: terms/2026-01-01 has no clause 10.2.1
                    did you mean terms#10.2?
                """)
    }

    @Test("The words of a link say the § that it leads to")
    func clauseLabel() throws {
        let text =
            "[Terms §10.2](terms#10.2), [Terms § 10.2](terms#10.3), [§10.2](faq#questions), [§9](terms), [§10](terms)"
        let found = try checked(Self.linkChecks, Self.privacy(text))
        #expect(
            found == """
                Content/privacy/2026-01-01.md:4:29 clause-label: the words say §10.2, and the link leads to clause 10.3
                    write §10.3, or terms#10.2 as the address
                Content/privacy/2026-01-01.md:4:57 clause-label: the words say §10.2, and the link leads to a heading without a number
                    write the number of the clause that is meant, in the words and behind the #
                Content/privacy/2026-01-01.md:4:81 clause-label: the words say §9, and terms/2026-01-01 has no such clause
                    write the number of the clause that is meant, in the words and behind the #
                """)
    }

    @Test("Arabic words for a clause are read in links too")
    func arabicLabels() throws {
        let text =
            "[المادة ١٠.٢](terms#10.2), [وفقا للبند 10.2](terms#10.3), [القسمان ١٠ و ١١](terms#10), [§ IV](#iv), "
            + "[القسمان ١٠ و١١](terms#10), [الجدول ٢](terms#10)\n\n## § IV Own"
        #expect(
            try checked(Self.linkChecks, Self.privacy(text)) == """
                Content/privacy/2026-01-01.md:4:29 clause-label: the words say للبند 10.2, and the link leads to clause 10.3
                    write للبند 10.3, or terms#10.2 as the address
                """)
    }

    @Test("A label's number is that of the clause, whatever it is called")
    func namedLabels() throws {
        let text =
            "[Section 10.2](terms#10.3), [clause 10.2 of the terms](terms#10.3), [Art. 10.2](terms#10.3), [10.2](terms#10.3),"
            + " [Sections 10.2 and 10.3](terms#10.3), [Section 10.3(a)](terms#10.3), [Art. 6 GDPR](terms#10.3),"
            + " [Section 9](terms), [Section 10](faq#questions), [Ziffer 10.2](terms#10.3), [Section A](terms#10.3)"
        let found = try checked(Self.linkChecks, Self.privacy(text))
        #expect(
            found == """
                Content/privacy/2026-01-01.md:4:2 clause-label: the words say Section 10.2, and the link leads to clause 10.3
                    write Section 10.3, or terms#10.2 as the address
                Content/privacy/2026-01-01.md:4:30 clause-label: the words say clause 10.2, and the link leads to clause 10.3
                    write clause 10.3, or terms#10.2 as the address
                Content/privacy/2026-01-01.md:4:70 clause-label: the words say Art. 10.2, and the link leads to clause 10.3
                    write Art. 10.3, or terms#10.2 as the address
                Content/privacy/2026-01-01.md:4:95 clause-label: the words say 10.2, and the link leads to clause 10.3
                    write 10.3, or terms#10.2 as the address
                Content/privacy/2026-01-01.md:4:260 clause-label: the words say Ziffer 10.2, and the link leads to clause 10.3
                    write Ziffer 10.3, or terms#10.2 as the address
                """)
    }

    @Test(
        "The anchor of a git host is answered with the clause's own",
        arguments: [
            ("102-providers", "10.2"), ("terms#102-providers", "10.2"), ("103-model", "10.3"), ("10-ai", "10"),
        ])
    func hostedAnchors(address: String, number: String) throws {
        let (text, target) = address.contains("#") ? (Self.privacy("[x](\(address))"), "terms") : (Self.terms, "")
        let world = target.isEmpty ? text.replacing("## 10.3 Models", with: "## 10.3 Models\n\n[x](#\(address))") : text
        #expect(try checked(Self.linkChecks, world).hasSuffix("did you mean \(target)#\(number)?"))
    }

    @Test("Links from one file to another, as a git host follows them")
    func files() throws {
        let text =
            "[a](../terms/2026-01-01.md#10.2), [b](../terms/), [c](../faq.md), [d](../files/dpa.pdf), [e](../tems/)"
        #expect(
            try checked(Self.linkChecks, Self.privacy(text)) == """
                Content/privacy/2026-01-01.md:4:94 broken-link: this site has no /tems/
                    did you mean /terms/?
                """)
    }

    @Test("A link is judged on its text's day by what was announced by then")
    func ownDay() throws {
        let world = """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---
            # 1. Fees
            -- Content/terms/2026-06-01.md --
            ---
            title: Terms
            announced: 2026-04-01
            summary: A clause more. See [clause 2](terms#2).
            ---
            # 1. Fees

            # 2. Taxes
            -- Content/privacy/2026-03-01.md --
            ---
            title: Privacy
            announced: 2026-01-01
            ---
            [Taxes](terms#2), [then](/terms/2026-06-01/), [cookies](cookies).
            -- Content/privacy/2026-07-01.md --
            ---
            title: Privacy
            announced: 2026-05-01
            summary: Taxes.
            ---
            [Taxes](terms#2), [then](/terms/2026-06-01/), [cookies](cookies).
            -- Content/cookies/2026-08-01.md --
            ---
            title: Cookies
            announced: 2026-05-01
            summary: New.
            ---
            Crumbs.
            """
        let found = try checked(Self.linkChecks, world)
        #expect(
            found == """
                Content/privacy/2026-03-01.md:5:9 broken-clause: terms/2026-01-01 has no clause 2
                    its clauses are 1
                Content/privacy/2026-03-01.md:5:26 broken-link: /terms/2026-06-01/ is public from 2026-04-01 on, later than this text
                    leave the link out, or announce this text on 2026-04-01 or later
                Content/privacy/2026-03-01.md:5:57 broken-link: /cookies/ is public from 2026-05-01 on, later than this text
                    leave the link out, or announce this text on 2026-05-01 or later
                """)
    }

    @Test("Pages that come with something else are there where any day has them")
    func pagesThatComeAndGo() throws {
        let world = """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---
            [a](/certifications/), [b](/.well-known/security.txt), [c](/terms/2026-01-01/changes/).
            -- Content/terms/2026-09-01.md --
            ---
            title: Terms
            announced: 2026-03-01
            summary: New.
            ---
            [a](/terms/2026-01-01/since/), [b](/terms/2026-09-01/changes/), [c](/terms/2026-09-01/since/).
            -- Content/privacy/2026-02-01.md --
            ---
            title: Privacy
            announced: 2026-02-01
            ---
            [a](/terms/2026-01-01/since/).
            """
        let other = "write one of /terms/, /privacy/, or remove the link"
        let toCome =
            world + """

                -- Content/certifications/iso.yaml --
                name: ISO 27001
                from: 2027-01-01
                until: 2028-01-01
                announced: 2027-01-01
                """
        #expect(
            try checked([.brokenLink], toCome).contains(
                "Content/terms/2026-01-01.md:4:5 broken-link: /certifications/ is public from 2027-01-01 on"))
        #expect(
            try checked([.brokenLink], world) == """
                Content/privacy/2026-02-01.md:5:5 broken-link: /terms/2026-01-01/since/ is public from 2026-03-01 on, later than this text
                    leave the link out, or announce this text on 2026-03-01 or later
                Content/terms/2026-01-01.md:4:5 broken-link: this site has no /certifications/
                    put a certification into Content/certifications/, or remove the link
                Content/terms/2026-01-01.md:4:28 broken-link: this site has no /.well-known/security.txt
                    write security_txt: in site.yaml, which makes it, or remove the link
                Content/terms/2026-01-01.md:4:60 broken-link: this site has no /terms/2026-01-01/changes/
                    \(other)
                Content/terms/2026-09-01.md:6:69 broken-link: this site has no /terms/2026-09-01/since/
                    \(other)
                """)
    }

    @Test("A theme's assets and the schemas are those that there are")
    func fixedFiles() throws {
        let found = try findings(
            in: """
                -- Content/site.yaml --
                \(World.site(documents: ["terms"]))
                -- Content/terms/2026-01-01.md --
                ---
                title: Terms
                ---
                Words.
                -- Content/faq.md --
                # Questions

                [a](/assets/style.css), [b](/assets/own.css), [c](/schemas/notice.json), [d](/assets/nothing.css).
                [e](/schemas/nothing.json).
                -- Templates/assets/own.css --
                p {}
                """)
        #expect(
            found == """
                Content/faq.md:3:78 broken-link: this site has no /assets/nothing.css
                    write one of /terms/, /faq/, or remove the link
                Content/faq.md:4:5 broken-link: this site has no /schemas/nothing.json
                    put the file in Content/files/, and write /files/nothing.json
                """)
    }

    @Test("A text that never changes leads to no file of the theme, which no record holds; a page may")
    func linkedAssets() throws {
        let links = """
            [a](/assets/dpa.txt), ![b](https://trust.acme.example/%61ssets/fees.png?1)
            [c](/assets/%7Ba%7D.png) ![d](/assets/logo.svg)
            """
        let world = """
            \(Self.privacy(links))-- Content/help.md --
            # Help

            \(links)
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme BV
            purpose: Sends mail
            data: [mail]
            terms: https://trust.acme.example/assets/terms.txt
            links: {dpa: https://trust.acme.example/assets/dpa.txt}
            announced: 2026-01-01
            changes:
              - announced: 2026-02-01
                data: [mail, logs]
                note: As [the annex](/assets/dpa.txt) says.

            """
        func moved(_ name: String) -> String { "    put the file in Content/files/, and write /files/\(name)" }
        let why = "is a file of the theme, which may become another, and this text never does"
        let found = """
            Content/privacy/2026-01-01.md:4:5 unsafe-path: /assets/dpa.txt \(why)
            \(moved("dpa.txt"))
            Content/privacy/2026-01-01.md:4:28 unsafe-path: /assets/fees.png \(why)
            \(moved("fees.png"))
            Content/privacy/2026-01-01.md:5:5 unsafe-path: /assets/{a}.png \(why)
                put the file in Content/files/ under a name of letters, digits and . _ ~ -, and write its path, such as /files/dpa.pdf
            Content/privacy/2026-01-01.md:5:31 unsafe-path: /assets/logo.svg \(why)
                put the file in Content/files/ as one of pdf, png, jpg, webp, csv, json, txt, zip, docx, xlsx, and write its path there; or take the link out
            Content/subprocessors/providers/acme.yaml:5:8 unsafe-path: /assets/terms.txt \(why)
            \(moved("terms.txt"))
            Content/subprocessors/providers/acme.yaml:11:26 unsafe-path: /assets/dpa.txt \(why)
            \(moved("dpa.txt"))
            """
        #expect(try checked([.linkedAsset], world) == found)
        #expect(
            try checked([.linkedAsset], world, asOf: "2026-03-01")
                == found.replacing(" unsafe-path:", with: " warning unsafe-path:"))
    }

    @Test("A file of the theme that a text which never changes links to is missing or may become another, never both")
    func missingAssets() throws {
        let world = """
            -- Content/terms/2026-08-20.md --
            ---
            title: Terms
            announced: 2026-06-20
            summary: More.
            ---
            [a](/assets/nothing.png) ![b](/assets/own.png)
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---
            [c](/assets/gone.png) ![d](/assets/own.png)
            -- Templates/assets/own.png --
            A picture.
            """
        let found = try diagnostics(in: world).map { finding in
            let place = "\(finding.file):\(finding.line):\(finding.column)"
            return "\(place) \(finding.severity) \(finding.id.rawValue): \(finding.message)"
        }
        let why = "is a file of the theme, which may become another, and this text never does"
        #expect(
            found == [
                "Content/terms/2026-01-01.md:4:5 warning broken-link: this site has no /assets/gone.png",
                "Content/terms/2026-01-01.md:4:28 warning unsafe-path: /assets/own.png \(why)",
                "Content/terms/2026-08-20.md:6:5 error broken-link: this site has no /assets/nothing.png",
                "Content/terms/2026-08-20.md:6:31 error unsafe-path: /assets/own.png \(why)",
            ])
    }

    @Test("A whole address of the site that leads to no page names nothing that is public only later either")
    func namesInNoPage() throws {
        let world = """
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---
            [Here](https://trust.acme.example//cookies), [there](https://trust.acme.example//biscuits).
            -- Content/cookies/2026-08-01.md --
            ---
            title: Cookies
            announced: 2026-05-01
            summary: New.
            ---
            Crumbs.
            """
        #expect(
            try checked([.brokenLink, .namedTooEarly], world) == """
                Content/privacy/2026-01-01.md:4:8 broken-link: //cookies is public from 2026-05-01 on, later than this text
                    leave the link out, or announce this text on 2026-05-01 or later
                Content/privacy/2026-01-01.md:4:54 broken-link: this site has no //biscuits
                    write one of /privacy/, /cookies/, or remove the link
                """)
    }

    @Test("A provider is linked to while it is on the list")
    func providerNotListed() throws {
        let world = """
            -- Content/subprocessors/providers/acme.yaml --
            name: Acme
            entity: Acme Ltd
            purpose: Hosting
            data: [mail]
            announced: 2026-01-01
            effective: 2026-02-01
            note: New.
            changes:
              - announced: 2026-04-01
                effective: 2026-05-01
                removed: true
                note: "[Acme](provider:acme) goes."
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---
            [Acme](provider:acme)
            -- Content/privacy/2026-03-01.md --
            ---
            title: Privacy
            announced: 2026-01-15
            summary: Acme.
            ---
            [Acme](provider:acme)
            """
        let found = try checked(Self.linkChecks, world)
        #expect(
            found == """
                Content/privacy/2026-01-01.md:4:8 provider-not-listed: acme is not in the list of subprocessors on 2026-01-01
                    leave the link out, or let this text take effect on 2026-02-01 or later
                Content/subprocessors/providers/acme.yaml:12:19 provider-not-listed: acme is not in the list of subprocessors on 2026-05-01
                    write the name without a link, or name the provider that is listed instead
                """)
    }

    @Test("A clause that another document in force cites is dropped")
    func citedClauseGone() throws {
        let world = """
            -- Content/terms/2026-01-01.md --
            ---
            title: Terms
            ---
            # 1. Fees

            # 2. Taxes
            -- Content/terms/2026-06-01.md --
            ---
            title: Terms
            announced: 2026-04-01
            summary: Shorter.
            ---
            # 1. Fees
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---
            [Taxes](terms#2), [fees](terms#1)
            -- Content/security/2026-01-01.md --
            ---
            title: Security
            ---
            [Taxes](terms#2)
            -- Content/security/2026-06-01.md --
            ---
            title: Security
            announced: 2026-03-01
            summary: No taxes.
            ---
            [Fees](terms#1)
            """
        let found = try checked(Self.linkChecks, world)
        #expect(
            found == """
                Content/terms/2026-06-01.md:2:8 warning cited-clause-gone: this edition drops clause 2 of terms, which Content/privacy/2026-01-01.md cites
                    keep the number, or announce an edition of the citing document with another link
                """)
    }

    @Test("Where a site stands below the root of its host, paths begin at the site")
    func sitePath() throws {
        let site = """
            -- Content/site.yaml --
            organization: {name: Acme}
            contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
            url: https://acme.example/trust
            authority: acme.example,2026
            documents: [terms, privacy, subprocessors]
            since: 2026-01-01
            notice: {days: 30, objection_days: 30}
            -- Content/subprocessors/2026-01-01.md --
            ---
            title: Subprocessors
            ---
            The list.

            """
        let text = """
            [a](/terms/), [b](https://acme.example/trust/terms/#10.2), [c](https://acme.example/terms/).

            [d](/trust/terms/#10.2), [e](/trusted/).
            """
        let found = try checked(Self.linkChecks, site + Self.privacy(text))
        #expect(
            found == """
                Content/privacy/2026-01-01.md:6:5 broken-link: this site has no /trust/terms/
                    write /terms/, as every path here begins at https://acme.example/trust
                Content/privacy/2026-01-01.md:6:30 broken-link: this site has no /trusted/
                    write one of /terms/, /privacy/, /subprocessors/, /faq/, or remove the link
                """)
    }

    @Test("Addresses that are values of keys are links too")
    func values() throws {
        let found = try checked(
            [.brokenLink],
            terms: """
                Kept.
                -- Content/certifications/soc2.yaml --
                name: SOC 2
                announced: 2026-01-01
                from: 2026-01-01
                scope: "[All](/term/) of it"
                link: /files/soc2.pdf
                """)
        #expect(
            found == """
                Content/certifications/soc2.yaml:4:15 broken-link: this site has no /term/
                    did you mean /terms/?
                Content/certifications/soc2.yaml:5:7 broken-link: there is no file Content/files/soc2.pdf
                    put the file there, or remove the link
                """)
    }

    /// What pages and files are called elsewhere is no host of another site.
    @Test("Names of pages and files lead to what the site has of them")
    func namesOfFiles() throws {
        func help(_ address: String) throws -> Substring? {
            try checked(
                [.brokenLink],
                """
                -- Content/terms/2026-01-01.md --
                ---
                title: Terms
                ---
                See [this](\(address)).
                -- Content/index.md --
                # Acme
                -- Content/files/iso.pdf --
                pdf
                """
            ).split(separator: "\n").last?.drop { $0 == " " }
        }
        #expect(try help("/terms.html") == "did you mean /terms/?")
        #expect(try help("../terms.html") == "did you mean /terms/?")
        #expect(try help("https://trust.acme.example/legal/terms.html") == "did you mean /terms/?")
        #expect(try help("/index.html") == "did you mean /?")
        #expect(try help("/iso.pdf") == "did you mean /files/iso.pdf?")
        #expect(try help("/dpa.pdf") == "put the file in Content/files/, and write /files/dpa.pdf")
        #expect(try help("/nowhere.html") == "write one of /terms/, or remove the link")
        #expect(try help("/edpb.europa.eu/rules.html") == "write https://edpb.europa.eu/rules.html")
    }
}
