import Testing

/// What a notice must say beside the bare facts.
@Suite struct WordsMissingTests {
    @Test func summaries() throws {
        let found = try findings(
            in: """
                -- Content/privacy/2025-01-01.md --
                ---
                title: Privacy
                ---
                -- Content/privacy/2025-06-01.md --
                ---
                title: Privacy
                ---
                -- Content/cookies/2026-07-01.md --
                ---
                title: Cookies
                announced: 2026-05-01
                ---
                """)
        #expect(
            found == """
                Content/cookies/2026-07-01.md:2:8 summary-missing: the new document cookies has no summary for customers
                    write summary: and what changes and why, in a sentence or two
                Content/privacy/2025-06-01.md:2:8 summary-missing: this edition has no summary of what it changes
                    write summary: and what changes and why, in a sentence or two
                """)
    }

    /// Older history that comes before the starting state makes no new document of it.
    @Test func firstOfOlderHistory() throws {
        func found(_ day: String) throws -> String {
            try findings(
                in: """
                    -- Content/privacy/\(day).md --
                    ---
                    title: Privacy
                    announced: 2025-03-01
                    recorded: 2026-05-01
                    ---
                    -- Content/privacy/2026-01-01.md --
                    ---
                    title: Privacy
                    ---
                    """)
        }
        #expect(try found("2025-04-01") == "")
        #expect(try found("2026-02-01").contains("summary-missing: this edition has no summary of what it changes"))
    }

    @Test func notes() throws {
        let file = """
            \(acmeRow)
            announced: 2026-01-02
            effective: 2026-03-01
            changes:
              - announced: 2026-05-01
                website: https://acme.example
            """
        #expect(
            try findings(inProvider: file) == """
                Content/subprocessors/providers/acme.yaml:1:1 note-missing: this provider has no note for customers
                    write note: and why it is used
                Content/subprocessors/providers/acme.yaml:9:5 note-missing: this change has no note for customers
                    write note: and why this changes
                """)
    }
}
