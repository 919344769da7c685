import Testing

/// `not-editorial`: what may stand under `material: false`.
@Suite struct EditorialTests {
    /// An editorial edition after one with another text.
    private func findings(from old: String, to new: String, keys: String = "") throws -> String {
        try ChecksTests.findings(
            in: """
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

    @Test(
        arguments: [
            ("We keep little.", "We  keep\nlittle!"), ("We keep little.", "We **keep** *little*"),
            ("We keep little.", "we Keep little"), ("We keep litle.", "We keep little."),
            ("We recieve and stroe data.", "We receive and store data."),
            ("# Our words\n\nWe keep.", "## Our words\n\nWe keep."),
            ("## 2. Fees\n\nNone.", "## 3. Fees\n\nNone."), ("## 2. Fees\n\nNone.", "## Fees\n\nNone."),
            ("## § 2 Fees\n\nNone.", "## § 4a Fees\n\nNone."), ("**1.1 Fees.** None.", "**1.2 Fees.** None."),
            ("(a) we keep\n\n(b) we drop", "(b) we keep\n\n(c) we drop"), ("- One\n- Two", "1. One\n2. Two"),
            ("We keep words - and marks.", "We keep words — and marks."), ("A customer's e-mail", "A customers’ email"),
            ("Words, \"so called\".", "Words, “so called”."), ("Über uns", "über Uns"), ("One\n\nTwo", "One\nTwo"),
        ])
    func editorial(_ old: String, _ new: String) throws {
        #expect(try findings(from: old, to: new) == "")
    }

    @Test(
        arguments: [
            ("We keep little.", "We sell little.", "\"keep\" became \"sell\""),
            ("We keep little.", "We keep little now.", "\"now\" is added"),
            ("We do not sell data.", "We do sell data.", "\"not\" is gone"),
            ("For 30 days.", "For 90 days.", "\"30\" became \"90\""),
            ("For 1.5 days.", "For 15 days.", "\"1.5\" became \"15\""),
            ("For 10,000 €.", "For 10,000 $.", "\"€\" became \"$\""), ("Up to 5%.", "Up to 5.", "\"%\" is gone"),
            ("Our form.", "Our from.", "\"form\" became \"from\""),
            ("It is later so.", "It is leter so.", "\"later\" became \"leter\""),
            (
                "[It](https://a.example).", "[It](https://b.example).",
                "\"(https://a.example)\" became \"(https://b.example)\""
            ),
            ("We ~~never~~ sell.", "We never sell.", "\"~~ never ~~\" became \"never\""),
            ("| A | B |\n|-|-|\n| yes | |", "| A | B |\n|-|-|\n| | yes |", "\"yes\" became \"|\""),
            ("One two three.", "One three two.", "\"two\" became \"three\""),
            ("We keep 2 (a) copies.", "We keep 3 (a) copies.", "\"2\" became \"3\""),
        ])
    func notEditorial(_ old: String, _ new: String, _ change: String) throws {
        let found = try findings(from: old, to: new)
        #expect(
            found == """
                Content/privacy/2026-06-01.md:3:11 not-editorial: more than spelling changed since edition 2026-01-01: \(change)
                    take this line out and give notice, or add urgent: and why it cannot wait
                """)
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
                    take this line out and give notice, or add urgent: and why it cannot wait
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
                    take this line out and give notice, or add urgent: and why it cannot wait
                """)
    }

    @Test func theLastEditionIsNone() throws {
        #expect(
            try findings(from: "Words.", to: "Words.", keys: "retired: {}\n") == """
                Content/privacy/2026-06-01.md:3:11 not-editorial: the document ends with this edition, so it is not an editorial one
                    take this line out and give notice, or add urgent: and why it cannot wait
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
                    take this line out and give notice, or add urgent: and why it cannot wait
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
                Content/subprocessors/providers/acme.yaml:12:16 notice-too-short: this change takes effect on 2026-03-31; announced on 2026-03-31 with 30 days of notice, it can take effect on 2026-05-01 at the earliest
                    add effective: 2026-05-01, or add urgent: and why the notice is short
                Content/subprocessors/providers/acme.yaml:14:15 not-editorial: this change adds something or takes a bound away, so it is not an editorial one
                    take this line out and give notice, or add urgent: and why it cannot wait
                """)
    }
}
