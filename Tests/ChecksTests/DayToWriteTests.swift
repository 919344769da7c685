import Model
import TestSupport
import Testing

/// The days that helps name: that of the run, or one that the author wrote. What only the author knows has no day in a
/// help but the form of one.
@Suite struct DayToWriteTests {
    private let row = """
        name: Acme Cloud
        entity: Acme Ltd
        purpose: Hosts the databases
        data: [content]
        locations: [DE]
        """

    @Test("A new announcement is of the day of the run")
    func announced() throws {
        #expect(
            try findings(inProvider: "\(row)\nnote: New.", asOf: "2027-01-21") == """
                Content/subprocessors/providers/acme.yaml:1:1 missing-key: "announced" is missing
                    add announced: 2027-01-21, or the other day on which it is made public
                """)
        #expect(
            try findings(
                inProvider: "\(row)\nannounced: 2026-01-01\nchanges:\n  - {data: [logs], note: Logs.}\n  - none",
                asOf: "2027-01-21") == """
                    Content/subprocessors/providers/acme.yaml:8:6 missing-key: "announced" is missing
                        add announced: 2027-01-21, or the other day on which it is made public
                    Content/subprocessors/providers/acme.yaml:9:5 wrong-type: "changes" is one value, and a map is asked for
                        write {announced: 2027-01-21, note: …}
                    """)
    }

    @Test(
        "The days that stand there stay",
        arguments: [
            (
                "postponed: {announced: 2027-01-21, effective: 2027-03-10, reason: Not yet.}",
                "write [ before it and ] behind it: [{announced: 2027-01-21, effective: 2027-03-10, reason: Not yet.}]"
            ),
            (
                "postponed: 2027-03-10",
                "write a list: [{announced: 2027-01-22, effective: 2027-03-10, reason: …}], with the day on which you say "
                    + "so, the day of effect and your reason"
            ),
            (
                "postponed: [{reason: Not yet.}]",
                "add announced: 2027-01-22, or the other day on which you say so\n"
                    + "add effective: YYYY-MM-DD, the day on which it takes effect instead"
            ),
            (
                "withdrawn: 2027-01-21",
                "write withdrawn: {announced: 2027-01-21, reason: …}, with the day on which you say so and your reason"
            ),
            (
                "withdrawn: true",
                "write withdrawn: {announced: 2027-01-22, reason: …}, with the day on which you say so and your reason"
            ),
            (
                "withdrawn: [{announced: 2027-01-21, reason: We do not.}]",
                "take the brackets [ and ] away: {announced: 2027-01-21, reason: We do not.}"
            ),
            ("withdrawn:\n- announced: 2027-01-21\n  reason: We do not.", "put a space in the place of the hyphen"),
            ("erased: 2027-01-21", "write erased: {announced: 2027-01-21, reason: …, sha256: …}"),
        ])
    func kept(_ line: String, _ help: String) throws {
        let found = try findings(
            inProvider: "\(row)\nannounced: 2027-01-20\neffective: 2027-02-25\nnote: New.\n\(line)", asOf: "2027-01-22")
        let helps = found.split(separator: "\n").filter { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }
        #expect(helps.joined(separator: "\n") == help, "\(found)")
    }

    /// Whatever is missing or no date: a day that nobody wrote is that of the run.
    @Test func madeUp() throws {
        let found = try findings(
            in: """
                -- Content/site.yaml --
                organization: {name: Acme}
                contacts: {privacy: a@acme.example}
                url: https://acme.example
                authority: acme.example,2026
                documents: [subprocessors]
                products: {studio: {nam: Studio}}
                notice: [{days: 30, objection_days: 30, holidays: soon}, {days: 20}]
                register: {required: [verified]}
                renamed: [{organization: {name: Acme 2}}, 5]
                security_txt: {policy: /security/}
                record: {keys: [{key: x}, 5]}
                -- Content/certifications/iso.yaml --
                name: ISO 27001
                period: {}
                -- Content/certifications/soc.yaml --
                name: SOC 2
                from: soon
                period: 5
                -- Content/subprocessors/first.md --
                -- Content/subprocessors/2026-01-01.md --
                ---
                title: Subprocessors
                applies: [{to: New}, 5]
                postponed: [{reason: No.}, 5]
                withdrawn: {reason: No.}
                ---
                -- Content/subprocessors/2026-02-01.md --
                ---
                title: Subprocessors
                announced: soon
                erased: []
                ---
                -- Content/subprocessors/providers/acme.yaml --
                name: Acme
                erased: {}
                changes: [{note: No., true_since: soon}, 5]
                -- Content/subprocessors/providers/bird.yaml --
                name: Bird
                announced: 2026-01-01
                postponed: 5
                withdrawn: 5
                erased: 5
                changes: 5
                """, asOf: "2027-01-21")
        let days = found.matches(of: /\d{4}-\d{2}-\d{2}/).map { String($0.output) }
        #expect(Set(days).isSubset(of: ["2027-01-21", "2026-01-01", "2026-02-01"]), "\(found)")
        #expect(found.contains("add from: YYYY-MM-DD, the first day of its validity"))
        #expect(found.contains("add from: YYYY-MM-DD, the first day of the new names"))
        #expect(!found.contains("<today>"))
    }
}
