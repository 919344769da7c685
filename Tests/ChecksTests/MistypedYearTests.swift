import Testing

/// Neighbours of the mistakes of docs/mistakes.md that are about years.
@Suite("Years that are mistyped")
struct MistypedYearTests {
    private func change(_ announced: String, _ effective: String) throws -> String {
        try findings(
            inProvider: """
                name: Acme
                entity: Acme Ltd
                purpose: Hosts pages
                data: [text]
                announced: 2026-01-01
                changes:
                  - announced: \(announced)
                    effective: \(effective)
                    category: Hosting
                    note: It has one now.
                locations: [DE]
                """)
    }

    @Test("A year is the longest way from announcement to effect that is not asked about")
    func aYear() throws {
        #expect(try change("2026-05-01", "2027-05-02") == "")
        #expect(
            try change("2026-05-01", "2027-05-03") == """
                Content/subprocessors/providers/acme.yaml:8:16 warning distant-date: this change is announced on 2026-05-01 and takes effect more than a year later, on 2027-05-03
                    write effective: 2026-05-03 if the year is mistyped; else leave it as it is
                """)
    }

    @Test("The year by which it is announced nearest to today")
    func nearest() throws {
        #expect(
            try change("2027-05-01", "2026-07-01") == """
                Content/subprocessors/providers/acme.yaml:8:16 effective-before-announced: this change takes effect on 2026-07-01, before it is announced on 2027-05-01
                    write announced: 2026-05-01 if the year is mistyped; else write effective: 2027-05-01 or later
                """)
        #expect(
            try change("2025-05-01", "2026-07-01") == """
                Content/subprocessors/providers/acme.yaml:7:16 out-of-order: this change is announced on 2025-05-01, before the provider itself on 2026-01-01
                    write announced: 2026-05-01 if the year is mistyped; else write 2026-01-01 or later
                """)
        #expect(
            try change("2206-05-01", "2026-07-01") == """
                Content/subprocessors/providers/acme.yaml:8:16 effective-before-announced: this change takes effect on 2026-07-01, before it is announced on 2206-05-01
                    write announced: 2026-05-01 if the year is mistyped; else write effective: 2206-05-01 or later
                """)
    }

    @Test("Days that are a little early are no matter of the year, and no year mends a day that is not in it")
    func others() throws {
        #expect(
            try change("2026-05-01", "2026-04-01") == """
                Content/subprocessors/providers/acme.yaml:8:16 effective-before-announced: this change takes effect on 2026-04-01, before it is announced on 2026-05-01
                    write effective: 2026-05-01 or later
                """)
        #expect(
            try change("2026-05-01", "2028-02-29") == """
                Content/subprocessors/providers/acme.yaml:8:16 warning distant-date: this change is announced on 2026-05-01 and takes effect more than a year later, on 2028-02-29
                    write announced: 2027-05-01 if the year is mistyped; else leave it as it is
                """)
    }

    @Test(
        "An edition of a day that was over when it was announced",
        arguments: [
            [
                "2024-03-08", "2026-05-02", "2026-06-02",
                "rename the file to 2027-03-08.md if the year in its name is mistyped; else ",
            ],
            ["2026-04-30", "2026-05-01", "2026-06-01", ""], ["2025-12-01", "2026-01-15", "2026-02-15", ""],
        ])
    func pastEditions(words: [String]) throws {
        let (day, announced, first, year) = (words[0], words[1], words[2], words[3])
        let found = try findings(
            in: """
                -- Content/privacy/2023-01-01.md --
                ---
                title: Privacy
                announced: 2023-01-01
                recorded: 2026-01-01
                ---
                -- Content/privacy/\(day).md --
                ---
                title: Privacy
                announced: \(announced)
                summary: Fewer names.
                ---
                """)
        #expect(
            found == """
                Content/privacy/\(day).md:3:12 effective-before-announced: this edition takes effect on \(day), before it is announced on \(announced)
                    \(year)rename the file to \(first).md or a later day; for an older text, that was public by then, write announced: \(day) and recorded: \(announced)
                """)
    }

    @Test("What is mistyped in since is said once, and what lacks its words in another year is said there")
    func since() throws {
        func site(since: String, _ summary: String) -> String {
            """
            -- Content/site.yaml --
            organization: {name: Acme}
            contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
            url: https://trust.acme.example
            authority: acme.example,2026
            documents: [privacy, terms]
            since: \(since)
            notice: {days: 0}
            -- Content/privacy/2026-02-01.md --
            ---
            title: Privacy
            ---
            -- Content/terms/2026-02-01.md --
            ---
            title: Terms\(summary)
            ---
            """
        }
        #expect(
            try findings(in: site(since: "2025-03-01", "")) == """
                Content/site.yaml:6:8 conflicting-settings: nothing is announced by 2025-03-01, the last day of the starting state; and what comes first, on 2026-02-01, has no summary and no note
                    write since: 2026-03-01 if the year is mistyped; else customers are told of all this as of changes: give each edition of 2026-02-01 a summary, each provider a note, and all of them their notice
                """)
        // Somebody has begun to write summaries, so the year is meant.
        #expect(
            try findings(in: site(since: "2025-03-01", "\nsummary: Terms for all.")) == """
                Content/privacy/2026-02-01.md:2:8 summary-missing: the new document privacy has no summary for customers
                    write summary: and what changes and why, in a sentence or two
                """)
        // All is to come still.
        #expect(
            try findings(in: site(since: "2026-01-01", ""), asOf: "2026-01-15") == """
                Content/privacy/2026-02-01.md:2:8 summary-missing: the new document privacy has no summary for customers
                    write summary: and what changes and why, in a sentence or two
                Content/terms/2026-02-01.md:2:8 summary-missing: the new document terms has no summary for customers
                    write summary: and what changes and why, in a sentence or two
                """)
        // No other year would do.
        #expect(try findings(in: site(since: "2025-09-01", "")).contains("conflicting-settings") == false)
    }
}
