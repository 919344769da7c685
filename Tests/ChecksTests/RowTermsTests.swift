import TestSupport
import Testing

/// Days that a policy had alone do not hold for its rows when it becomes a register.
@Suite struct RowTermsTests {
    /// - Parameters:
    ///   - row: when the first row of `terms` is announced, and from when it holds.
    ///   - blocks: what follows the first block.
    private func found(row: (announced: String, effective: String), _ blocks: String..., more: String = "") throws
        -> String
    {
        let first = "{days: 30, objection_days: 30, documents: {terms: {days: 0, objection_days: 0}}}"
        return try findings(
            in: """
                -- Content/site.yaml --
                organization: {name: Acme}
                contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
                url: https://trust.acme.example
                authority: acme.example,2026
                documents: [terms]
                since: 2026-01-01
                notice:
                \(([first] + blocks).map { "  - \($0)" }.joined(separator: "\n"))
                -- Content/terms/2026-01-01.md --
                ---
                title: Terms
                ---
                -- Content/terms/2026-06-02.md --
                ---
                title: Terms
                summary: Clearer.
                ---

                A policy without notice.
                -- Content/terms/providers/acme.yaml --
                \(acmeRow)
                announced: \(row.announced)
                effective: \(row.effective)
                note: Needed.
                \(more)
                """, asOf: "2026-09-01")
    }

    private let path = "Content/terms/providers/acme.yaml"

    @Test func theFirstRow() throws {
        #expect(
            try found(row: ("2026-06-02", "2026-06-02")) == """
                \(path):7:12 notice-too-short: this change takes effect on 2026-06-02; announced on 2026-06-02 with 30 days of notice, it can take effect on 2026-07-03 at the earliest (the days that notice: gives to terms alone were told before it listed anybody, and hold for its texts)
                    write effective: 2026-07-03 or a later day, or add urgent: and why the notice is short
                """)
        #expect(try found(row: ("2026-06-02", "2026-07-03")) == "")
        // A register from the beginning has the days that were promised for it.
        #expect(
            try found(
                row: ("2026-01-01", "2026-01-01"),
                more: "changes:\n  - {announced: 2026-06-02, data: [content, logs], note: More.}") == "")
    }

    @Test func theNextRow() throws {
        #expect(
            try found(
                row: ("2026-06-02", "2026-07-03"),
                more: "changes:\n  - {announced: 2026-08-02, data: [content, logs], note: More.}"
            )
            .hasPrefix(
                "\(path):10:17 notice-too-short: this change says no day of effect, so that it takes effect on 2026-08-02"
            ))
    }

    /// A block that was announced before the first row says nothing of rows either, whenever it holds.
    @Test func aBlockAnnouncedBefore() throws {
        let same = "{announced: 2026-06-01, from: 2026-06-20, days: 30, documents: {terms: {days: 0}}}"
        #expect(
            try found(
                row: ("2026-06-02", "2026-07-03"), same,
                more: "changes:\n  - {announced: 2026-08-02, data: [content, logs], note: More.}"
            )
            .contains("with 30 days of notice, it can take effect on 2026-09-02 at the earliest"))
    }

    /// One that is announced for the register weakens what holds for rows, and is told.
    @Test func aBlockAnnouncedAfter() throws {
        let more = "changes:\n  - {announced: 2026-08-02, data: [content, logs], note: More.}"
        let short = "days: 30, objection_days: 30, documents: {terms: {days: 0, objection_days: 0}}}"
        #expect(
            try found(
                row: ("2026-06-02", "2026-07-03"), "{announced: 2026-06-03, from: 2026-06-20, \(short)", more: more)
                    == """
                    Content/site.yaml:9:35 notice-too-short: this block weakens what customers were promised (days of terms: 0 instead of 30; objection_days of terms: 0 instead of 30), and holds from 2026-06-20; told on 2026-06-03 with 30 days of notice, it can hold from 2026-07-04 at the earliest
                        write from: 2026-07-04
                    """)
        #expect(
            try found(
                row: ("2026-06-02", "2026-07-03"), "{announced: 2026-06-03, from: 2026-07-04, \(short)", more: more)
                == "")
    }

    /// The policy's own editions keep their days, and a block that cuts them is held against these.
    @Test func editionsKeepTheirDays() throws {
        #expect(
            try found(
                row: ("2026-06-02", "2026-07-03"),
                "{announced: 2026-05-01, from: 2026-06-01, days: 30, documents: {terms: {days: 5}}}"
            )
            .hasPrefix(
                "Content/terms/2026-06-02.md:2:1 notice-too-short: this edition takes effect on 2026-06-02 and says no day "
            ))
    }
}
