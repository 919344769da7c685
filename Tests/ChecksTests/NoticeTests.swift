import Testing

/// Notice periods: who gave too little notice, and who need not give any.
@Suite struct NoticeTests {
    @Test func editionTooSoon() throws {
        let found = try findings(
            in: """
                -- Content/privacy/2026-01-01.md --
                ---
                title: Privacy
                ---
                -- Content/privacy/2026-06-20.md --
                ---
                title: Privacy
                announced: 2026-06-01
                summary: We store less.
                ---
                """)
        #expect(
            found == """
                Content/privacy/2026-06-20.md:3:12 notice-too-short: this edition takes effect on 2026-06-20; announced on 2026-06-01 with 30 days of notice, it can take effect on 2026-07-02 at the earliest
                    rename the file to 2026-07-02.md or a later day, or write urgent: and why the notice is short
                """)
    }

    /// No day is named on which there is nothing to change.
    @Test func aRowThatLeavesWithinThePeriod() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - {announced: 2026-05-01, effective: 2026-06-10, removed: true, note: It goes.}
                  - {announced: 2026-05-20, effective: 2026-06-05, data: [content, logs], note: Until then.}
                """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:9:40 notice-too-short: this change takes effect on 2026-06-05; announced on 2026-05-20 with 30 days of notice, it can take effect on 2026-06-20 at the earliest
                    add urgent: and why the notice is short (on 2026-06-20 acme is not on the list)
                """)
    }

    @Test func editionWithoutAnnouncement() throws {
        let found = try findings(
            in: """
                -- Content/privacy/2026-01-01.md --
                ---
                title: Privacy
                ---
                -- Content/privacy/2026-06-20.md --
                ---
                title: Privacy
                summary: We store less.
                ---
                """)
        #expect(
            found == """
                Content/privacy/2026-06-20.md:2:1 notice-too-short: this edition takes effect on 2026-06-20 and says no day of announcement, so that this is the same day; with 30 days of notice from then, it can take effect on 2026-07-21 at the earliest
                    add announced: 2026-05-20 or an earlier day, if it is made public then; else rename the file to 2026-07-21.md or a later day, or write urgent: and why the notice is short
                """)
    }

    @Test(arguments: ["urgent: The court ordered it.", "material: false"])
    func editionExempt(_ line: String) throws {
        let found = try findings(
            in: """
                -- Content/privacy/2026-01-01.md --
                ---
                title: Privacy
                ---
                -- Content/privacy/2026-06-20.md --
                ---
                title: Privacy
                announced: 2026-06-01
                summary: We store less.
                \(line)
                ---
                """)
        #expect(found == "")
    }

    @Test func changeTooSoon() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-06-01
                    effective: 2026-07-01
                    data: [content, prompts]
                    note: It also answers questions.
                """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:9:16 notice-too-short: this change takes effect on 2026-07-01; announced on 2026-06-01 with 30 days of notice, it can take effect on 2026-07-02 at the earliest
                    write effective: 2026-07-02 or a later day, or add urgent: and why the notice is short
                """)
    }

    @Test func changeWithoutEffective() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-06-01T15:00
                    data: [content, prompts]
                    note: It also answers questions.
                """, asOf: "2026-06-02")
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:8:16 notice-too-short: this change says no day of effect, so that it takes effect on 2026-06-01, the day of its announcement; with 30 days of notice, it can take effect on 2026-07-02 at the earliest
                    add effective: 2026-07-02 or a later day, or add urgent: and why the notice is short
                """)
    }

    @Test(
        arguments: [
            "data: [content, prompts]\n    effective: 2026-07-02", "data: [content, prompts]\n    urgent: It failed.",
            "data: [content, prompts]\n    recorded: 2026-06-01\n    effective: 2026-07-02", "removed: true",
            "website: https://acme.example", "data: [content]\n    purpose: Hosts the backups\n    urgent: It failed.",
            "true_since: 2026-03-01\n    website: https://acme.example",
        ])
    func changeExempt(_ lines: String) throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-06-01
                    note: It also answers questions.
                    \(lines)
                """)
        #expect(found == "")
    }

    @Test func addingCorrection() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-06-01
                    true_since: 2026-03-01
                    locations: [DE, FR]
                    note: The second place was forgotten.
                """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:8:16 notice-too-short: this correction adds something of which customers had no notice, and does not say why
                    add urgent: and why customers were not told before
                """)
    }

    @Test func falselyEditorial() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-06-01
                    effective: 2026-07-02
                    locations: [DE, FR]
                    material: false
                    note: A second place.
                """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:11:15 not-editorial: this change adds something or takes a bound away, so it is not an editorial one
                    take this line out, and give notice or add urgent: and why it cannot wait
                """)
    }

    @Test func lateRecording() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-03-01
                    recorded: 2026-06-01
                    effective: 2026-04-15
                    locations: [DE, FR]
                    note: A second place.
                """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:9:15 recorded-late: this change takes effect on 2026-04-15, before it is recorded on 2026-06-01
                    add urgent: and why customers are told late
                """)
    }

    @Test func lateObjection() throws {
        let world = """
            -- Content/subprocessors/2026-01-01.md --
            ---
            title: Subprocessors
            ---
            -- Content/subprocessors/providers/acme.yaml --
            \(acme)
            -- Content/site.yaml --
            organization: {name: Acme}
            contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
            url: https://trust.acme.example
            authority: acme.example,2026
            language: en
            utc_offset: "+00:00"
            documents: [subprocessors]
            since: 2026-01-01
            notice:
            """
        #expect(
            try findings(in: world + "\n  days: 14\n  objection_days: 30") == """
                Content/site.yaml:11:19 objection-after-effect: customers may object to a change of subprocessors for 30 days, but it takes effect after 14 days
                    write days: 30 as well, or add objection_after_effect: and what an objection then does
                """)
        #expect(
            try findings(in: world + "\n  days: 30\n  documents: {subprocessors: {days: 1}}") == """
                Content/site.yaml:11:37 objection-after-effect: customers may object to a change of subprocessors for 30 days, but it takes effect after 1 day
                    write days: 30 as well, or add objection_after_effect: and what an objection then does
                """)
        #expect(
            try findings(
                in: world + "\n  days: 14\n  objection_days: 30\n  objection_after_effect: It ends the contract.") == ""
        )
    }
}
