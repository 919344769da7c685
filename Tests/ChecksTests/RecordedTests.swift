import Testing

/// `recorded`: older history, and what is told late.
@Suite struct RecordedTests {
    private func ghost(_ lines: String) throws -> String {
        try findings(
            in: """
                -- Content/subprocessors/providers/ghost.yaml --
                name: Ghost Cloud
                entity: Ghost Cloud Inc
                purpose: Stores backups
                data: [content]
                locations: [DE]
                note: It was used.
                \(lines)
                """, asOf: "2026-06-02")
    }

    @Test(
        arguments: [
            // It came and went before `since`, and on that day.
            "announced: 2024-02-05\nrecorded: 2026-06-02\nchanges: [{announced: 2025-03-01, recorded: 2026-06-02, removed: true, note: Gone.}]",
            "announced: 2024-02-05\nrecorded: 2026-06-02\nchanges: [{announced: 2026-01-01, recorded: 2026-06-02, removed: true, note: Gone.}]",
            // Late, and it says why.
            "announced: 2026-02-05\nrecorded: 2026-06-02\nurgent: We forgot it.",
            "announced: 2024-02-05\nrecorded: 2026-06-02\nurgent: We forgot it.",
            // It takes effect on a day to come, after the whole notice.
            "announced: 2026-02-05\nrecorded: 2026-06-02\neffective: 2026-07-03",
        ])
    func inOrder(_ lines: String) throws {
        #expect(try ghost(lines) == "")
    }

    @Test(
        arguments: [
            ("announced: 2026-02-05\nrecorded: 2026-06-02", "2026-02-05", ""),
            ("announced: 2024-02-05\nrecorded: 2026-06-02", "2024-02-05", before),
            // It went a day too late to be older history.
            (
                "announced: 2024-02-05\nrecorded: 2026-06-02\nchanges: [{announced: 2026-01-02, recorded: 2026-06-02, removed: true, urgent: So late, note: Gone.}]",
                "2024-02-05", before
            ),
        ])
    func late(_ lines: String, _ day: String, _ history: String) throws {
        #expect(
            try ghost(lines) == """
                Content/subprocessors/providers/ghost.yaml:8:11 recorded-late: this provider takes effect on \(day), before it is recorded on 2026-06-02\(history)
                    add urgent: and why customers are told late
                """)
    }

    /// What was listed already is not altered as older history, neither what goes nor what comes.
    @Test(arguments: ["removed: true", "category: Mail", "locations: [DE, US]\n    transfer: [SCC]", "locations: [DE]"])
    func rowsThatWereListed(_ line: String) throws {
        let found = try findings(
            inProvider: """
                name: Acme Cloud
                entity: Acme Ltd
                purpose: Hosts the databases
                data: [content]
                locations: [DE, FR]
                announced: 2024-01-01
                changes:
                  - announced: 2025-02-10
                    recorded: 2026-06-01
                    note: It was so.
                    \(line)
                """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:9:15 recorded-late: this change takes effect on 2025-02-10, before it is recorded on 2026-06-01\(before)
                    add urgent: and why customers are told late
                """)
    }

    /// An edition of days on which there was none, and those that there is one for already.
    @Test(
        arguments: [
            ("2024-01-01", true), ("2025-05-31", true), ("2025-06-02", false), ("2025-12-31", false),
            ("2026-03-01", false),
        ])
    func editions(_ day: String, isOlderHistory: Bool) throws {
        let found = try findings(
            in: """
                -- Content/privacy/2025-06-01.md --
                ---
                title: Privacy
                ---
                -- Content/privacy/\(day).md --
                ---
                title: Privacy
                announced: \(day)
                recorded: 2026-06-01
                summary: More.
                ---
                """)
        #expect(
            found.contains("recorded-late: this edition takes effect on \(day), before it is recorded on 2026-06-01")
                == !isOlderHistory)
        #expect(isOlderHistory == found.isEmpty)
    }
}

/// What is said where the day is one before `since`.
private let before = "; older history only adds to days before 2026-01-01, and alters nothing that was listed"
