import TestSupport
import Testing

/// `not-editorial`: what may stand under `material: false`.
@Suite struct EditorialTests {
    /// An editorial edition after one with another text.
    private func findings(from old: String, to new: String, keys: String = "") throws -> String {
        try ChecksTests.findings(
            in: """
                -- Content/site.yaml --
                \(World.site(documents: ["privacy"], "checks: {skipped-clause: off}"))
                -- Content/privacy/2026-01-01.md --
                ---
                title: Privacy
                ---

                \(old)
                -- Content/privacy/2026-06-01.md --
                ---
                title: Privacy
                material: false
                summary: Words.
                \(keys)---

                \(new)
                """)
    }

    /// What leaves every word as it is.
    @Test(
        arguments: [
            ("We keep little.", "We  keep\nlittle!"), ("We keep little.", "We **keep** *little*"),
            ("We keep little.", "we Keep little"), ("We keep litle.", "We keep little."),
            ("# Our words\n\nWe keep.", "## Our words\n\nWe keep."), ("- One\n- Two", "1. One\n2. Two"),
            ("We keep words - and marks.", "We keep words — and marks."), ("A customer's e-mail", "A customers’ email"),
            ("Words, \"so called\".", "Words, “so called”."), ("Über uns", "über Uns"), ("One\n\nTwo", "One\nTwo"),
            ("One, two", "One,two"), ("For 10–20 days", "For 10-20 days"), ("It is 5 (five).", "It is 5, five."),
            ("We use `TLS` here.", "We use TLS here."), ("> We keep.", "We keep.\n\n---"),
            ("1. One\n2. Two\n\nThen.\n\n3. Three", "1. One\n2. Two\n\nThen.\n\n- Three"),
            ("For 10'000 €", "For 10’000 €"), ("For ten days only", "For ten days, only …"),
        ])
    func editorial(_ old: String, _ new: String) throws {
        #expect(try findings(from: old, to: new) == "")
    }

    /// Numbers of clauses that follow their place: they are one of a sequence before and after.
    @Test(
        arguments: [
            ("## 1. Fees\n\n## 2. Data\n\n## 4. End", "## 1. Fees\n\n## 2. Data\n\n## 3. End"),
            ("## 1. Fees\n\n## 2. Data", "## Fees\n\n## Data"), ("## Fees\n\n## Data", "## 1. Fees\n\n## 2. Data"),
            ("## 0. Fees\n\n## 1. Data", "## 1. Fees\n\n## 2. Data"),
            ("## 1 Fees\n\n## 2 Data", "## 1. Fees\n\n## 2. Data"),
            ("## § 1 Fees\n\n## § 3 Data", "## § 1 Fees\n\n## § 1a Data"),
            (
                "## 1. Fees\n\n**1.1 Rates.** Low.\n\n**1.3. Days.** Few.",
                "## 1. Fees\n\n**1.1 Rates.** Low.\n\n**1.2. Days.** Few."
            ),
            ("(a) we keep\n\n(b) we drop", "(i) we keep\n\n(ii) we drop"),
            ("a. we keep\n\nb. we drop", "(a) we keep\n\n(b) we drop"),
            ("## Article 1\n\n## Article 3\n\n## Article 4", "## Article 1\n\n## Article 2\n\n## Article 3"),
            ("## Part I – Fees\n\n## Part II – Data", "## Part A – Fees\n\n## Part B – Data"),
            (
                "- (a) one\n- (b) two\n- (c) three\n- (d) four\n- (e) five\n- (f) six\n- (g) seven\n- (h) eight\n- (i) nine",
                "- one\n- two\n- three\n- four\n- five\n- six\n- seven\n- eight\n- nine"
            ),
        ])
    func renumbered(_ old: String, _ new: String) throws {
        #expect(try findings(from: old, to: new) == "")
    }

    /// What a reader reads as other words.
    @Test(
        arguments: [
            ("We keep little.", "We sell little.", "\"keep\" became \"sell\""),
            ("We keep little.", "We keep little now.", "\"now\" is added"),
            ("We do not sell data.", "We do sell data.", "\"not\" is gone"),
            ("Our form.", "Our from.", "\"form\" became \"from\""),
            ("It is later so.", "It is leter so.", "\"later\" became \"leter\""),
            ("One two three.", "One three two.", "\"two\" became \"three\""),
            ("我们不出售客户数据。", "我们不售出客户数据。", "\"我们不出售客户数据\" became \"我们不售出客户数据\""),
            // Numbers, their signs and units
            ("For 30 days.", "For 90 days.", "\"30\" became \"90\""),
            ("For 1.5 days.", "For 15 days.", "\"1.5\" became \"15\""),
            ("About .5 days.", "About 5 days.", "\".5\" became \"5\""),
            ("At -5 degrees.", "At 5 degrees.", "\"-\" is gone"),
            ("At −5 degrees.", "At 5 degrees.", "\"-\" is gone"),
            ("At -**5** degrees.", "At **5** degrees.", "\"-\" is gone"),
            ("For 10-20 days.", "For 10 20 days.", "\"-\" is gone"),
            ("For 10,000 €.", "For 10,000 $.", "\"€\" became \"$\""),
            ("Up to 5%.", "Up to 5.", "\"%\" is gone"), ("Up to 5′.", "Up to 5″.", "\"′\" became \"″\""),
            ("Up to 10².", "Up to 102.", "\"10²\" became \"102\""), ("By §4(a).", "By §4a.", "\"4 a\" became \"4a\""),
            ("A < B.", "A > B.", "\"<\" became \">\""), ("One & two.", "One two.", "\"&\" is gone"),
            ("Up to 10 000 users.", "Up to 10000 users.", "\"10 000\" became \"10000\""),
            ("At &minus;5 degrees.", "At 5 degrees.", "\"-\" is gone"),
            ("A ratio of 1:2.", "A ratio of 12.", "\"1:2\" became \"12\""),
            ("It takes 1/2 day.", "It takes 12 day.", "\"1 / 2\" became \"12\""),
            ("It is ½ day.", "It is 1 day.", "\"½\" became \"1\""),
            ("More than ≥5.", "More than 5.", "\"≥\" is gone"), ("For 5+ days.", "For 5 days.", "\"+\" is gone"),
            ("✅ We sell.", "❌ We sell.", "\"✅\" became \"❌\""), ("a → b", "a ← b", "\"→\" became \"←\""),
            ("٣٠ يوما", "٤٠ يوما", "\"٣٠\" became \"٤٠\""),
            ("We are now here.", "We are nowhere.", "\"now here\" became \"nowhere\""),
            // What looks like a clause's number
            ("**30 days** of notice.", "**3000 days** of notice.", "\"30\" became \"3000\""),
            ("## 30 days of notice", "## 3000 days of notice", "\"30\" became \"3000\""),
            ("## 30. days", "## 3000. days", "\"30\" became \"3000\""),
            ("## 1.5 % of it", "## 1.9 % of it", "\"1.5\" became \"1.9\""),
            ("## 1. Fees\n\n## 2. Data", "## 1. Fees\n\n## 3. Data", "\"2\" became \"3\""),
            ("## Notice\n\n## 1 month of it", "## 1. Notice\n\n## 2 month of it", "\"notice 1\" became \"1 notice 2\""),
            ("## 1. Fees\n\n**2 months** of it", "## 1. Fees\n\n**3 months** of it", "\"2\" became \"3\""),
            ("## Section 30 days", "## Section 90 days", "\"30\" became \"90\""),
            ("## Part A of it\n\n## Part B of it", "## Part A of it\n\n## Part C of it", "\"b\" became \"c\""),
            ("(No) data is sold.", "(All) data is sold.", "\"no\" became \"all\""),
            ("(30) days", "(90) days", "\"30\" became \"90\""),
            ("(a) we keep", "(c) we keep", "\"a\" became \"c\""),
            ("We keep 2 (a) copies.", "We keep 3 (a) copies.", "\"2\" became \"3\""),
            ("> 30. days", "> 40. days", "\"30.\" became \"40.\""),
            ("# § 30 of it", "# § 40 of it", "\"30\" became \"40\""),
            ("V. days", "X. days", "\"v\" became \"x\""), ("(x) files", "(c) files", "\"x\" became \"c\""),
            ("(a) we sell\n\n(b) we keep", "(a) we keep\n\n(b) we sell", "\"sell\" became \"keep\""),
            ("30. days of notice", "90. days of notice", "\"30.\" became \"90.\""),
            ("5. One\n6. Two", "1. One\n2. Two", "\"5.\" is gone"),
            // Links, pictures, footnotes
            (
                "[It](https://a.example).", "[It](https://b.example).",
                "\"(https://a.example)\" became \"(https://b.example)\""
            ),
            ("[It](https://a.example \"not so\").", "[It](https://a.example \"so\").", "\"not\" is gone"),
            ("[It](https://a.example).", "[It](https://a.example \"so\").", "\"\" so \"\" is added"),
            ("![All](https://a.example/a.png)", "![None](https://a.example/a.png)", "\"all\" became \"none\""),
            (
                "![All](https://a.example/a.png)", "[All](https://a.example/a.png)",
                "\"!(https://a.example/a.png)\" became \"(https://a.example/a.png)\""
            ),
            ("All[^a] of it.\n\n[^a]: But one.", "All[^a] of it.\n\n[^a]: But two.", "\"one\" became \"two\""),
            ("All[^a] of it.\n\n[^a]: But one.", "All of it.", "\"[^1] of it [^1] but one\" became \"of it\""),
            (
                "A[^a] b[^a] c[^b].\n\n[^a]: One.\n\n[^b]: Two.", "A[^a] b[^b] c[^b].\n\n[^a]: One.\n\n[^b]: Two.",
                "\"[^1]\" became \"[^2]\""
            ),
            // Struck words, code, tasks, tables
            ("We ~~never~~ sell.", "We never sell.", "\"~~ never ~~\" became \"never\""),
            ("We sell, ~~but not~~ here.", "We sell, ~~but~~ not here.", "\"not\" became \"~~\""),
            ("Run `a -b`.", "Run `a b`.", "\"`-b\" became \"b\""), ("    a = 1;", "    a = 1", "\"`1;\" became \"1\""),
            ("- [x] we tell", "- [ ] we tell", "\"[x]\" became \"[ ]\""),
            ("- [ ] we tell", "- we tell", "\"[ ]\" is gone"),
            ("| A | B |\n|-|-|\n| yes | |", "| A | B |\n|-|-|\n| | yes |", "\"yes\" became \"|\""),
            (
                "| A | B |\n|-|-|\n| C | no |\n| D | yes |", "| A | B | C |\n|-|-|-|\n| no | D | yes |",
                "\"|| | c | no ||\" became \"| c || | no\""
            ),
        ])
    func notEditorial(_ old: String, _ new: String, _ change: String) throws {
        let found = try findings(from: old, to: new)
        #expect(
            found == """
                Content/privacy/2026-06-01.md:3:11 not-editorial: more than spelling changed since edition 2026-01-01: \(change)
                    take this line out, and give notice or add urgent: and why it cannot wait
                """)
    }

    /// One word an edition: several make another meaning soon.
    @Test func severalSlips() throws {
        #expect(
            try findings(from: "We recieve and stroe data.", to: "We receive and store data.") == """
                Content/privacy/2026-06-01.md:3:11 not-editorial: more than one word is respelt since edition 2026-01-01: "recieve" became "receive", and "stroe" became "store"
                    mend one word now and the others after the notice period, or take this line out, and give notice or add urgent: and why it cannot wait
                """)
    }

    /// And one a notice period, of 30 days here.
    @Test(arguments: [("2026-05-31", "2026-06-01"), ("2026-06-01", "")])
    func slipsOfOnePeriod(_ day: String, _ next: String) throws {
        let found = try ChecksTests.findings(
            in: """
                -- Content/privacy/2026-01-01.md --
                ---
                title: Privacy
                ---

                We recieve and stroe data.
                -- Content/privacy/2026-05-01.md --
                ---
                title: Privacy
                material: false
                summary: One slip.
                ---

                We receive and stroe data.
                -- Content/privacy/2026-05-02.md --
                ---
                title: Privacy
                material: false
                summary: A comma.
                ---

                We receive, and stroe data.
                -- Content/privacy/\(day).md --
                ---
                title: Privacy
                material: false
                summary: The other slip.
                ---

                We receive, and store data.
                """)
        #expect(
            found
                == (next.isEmpty
                    ? ""
                    : """
                    Content/privacy/\(day).md:3:11 not-editorial: this respells a word, and edition 2026-05-01 did so less than a notice period before
                        announce it on \(next) or later, or take this line out, and give notice or add urgent: and why it cannot wait
                    """))
    }

    /// Two slips, each of which would be one, make another word.
    @Test func wordsDoNotDriftAway() throws {
        let found = try ChecksTests.findings(
            in: """
                -- Content/privacy/2026-01-01.md --
                ---
                title: Privacy
                ---

                We keep the trails.
                -- Content/privacy/2026-05-01.md --
                ---
                title: Privacy
                material: false
                summary: Words.
                ---

                We keep the trials.
                -- Content/privacy/2026-06-01.md --
                ---
                title: Privacy
                material: false
                summary: Words.
                ---

                We keep the trialls.
                """)
        #expect(
            found == """
                Content/privacy/2026-06-01.md:3:11 not-editorial: more than spelling changed since edition 2026-01-01: "trails" became "trialls"
                    take this line out, and give notice or add urgent: and why it cannot wait
                """)
    }

    @Test func theFirstEditionIsNone() throws {
        let found = try ChecksTests.findings(
            in: """
                -- Content/privacy/2026-06-01.md --
                ---
                title: Privacy
                material: false
                summary: New.
                ---
                """)
        #expect(
            found == """
                Content/privacy/2026-06-01.md:3:11 not-editorial: there is no edition before this one of which it could be an editorial change
                    take this line out, and give notice or add urgent: and why it cannot wait
                """)
    }

    @Test func theLastEditionIsNone() throws {
        #expect(
            try findings(from: "Words.", to: "Words.", keys: "retired: {}\n") == """
                Content/privacy/2026-06-01.md:3:11 not-editorial: the document ends with this edition, so it is not an editorial one
                    take this line out, and give notice or add urgent: and why it cannot wait
                """)
    }

    @Test func aTitleIsPartOfTheText() throws {
        let found = try ChecksTests.findings(
            in: """
                -- Content/privacy/2026-01-01.md --
                ---
                title: Privacy Promise
                ---
                -- Content/privacy/2026-06-01.md --
                ---
                title: Privacy Remarks
                material: false
                summary: Words.
                ---
                """)
        #expect(
            found == """
                Content/privacy/2026-06-01.md:3:11 not-editorial: more than spelling changed since edition 2026-01-01: "promise" became "remarks"
                    take this line out, and give notice or add urgent: and why it cannot wait
                """)
    }

    /// A row: spelling once per text and notice period, and a note alone.
    @Test func rows() throws {
        let found = try ChecksTests.findings(
            inProvider: """
                name: Acme Cloud
                entity: Acme Ltd
                purpose: Hosts the databsaes
                data: [content]
                locations: [DE]
                announced: 2026-01-01
                changes:
                  - announced: 2026-03-01
                    purpose: Hosts the databases
                    material: false
                    note: A slip.
                  - announced: 2026-03-31
                    purpose: Hosts the dattabases
                    material: false
                    note: Another.
                  - announced: 2026-05-02
                    effective: 2026-06-02
                    purpose: Hosts the databases
                    material: false
                    note: A third.
                  - announced: 2026-05-03
                    material: false
                    note: The databases are encrypted.
                """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:12:16 notice-too-short: this change says no day of effect, so that it takes effect on 2026-03-31, the day of its announcement; with 30 days of notice, it can take effect on 2026-05-01 at the earliest
                    add effective: 2026-05-01 or a later day, or add urgent: and why the notice is short
                Content/subprocessors/providers/acme.yaml:14:15 not-editorial: this change adds something or takes a bound away, so it is not an editorial one
                    take this line out, and give notice or add urgent: and why it cannot wait
                """)
    }
}
