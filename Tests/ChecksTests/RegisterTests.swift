import Testing

/// What is wrong with the rows of a register.
@Suite struct RegisterTests {
    private func row(_ lines: String, asOf day: String = "2026-06-01") throws -> String {
        try findings(
            inProvider: """
                name: Acme
                entity: Acme Ltd
                data: [content]
                announced: 2026-01-01
                \(lines)
                """, asOf: day)
    }

    @Test func transferMissing() throws {
        #expect(
            try row("purpose: Hosts the databases\nlocations: [DE, US]\nstorage: [IN]\ntransfer: {UK: [UK-IDTA]}")
                == """
                Content/subprocessors/providers/acme.yaml:6:17 warning transfer-missing: no transfer mechanism covers US (United States) in locations, which has no adequacy decision of the EU on 2026-01-01
                    add to transfer EU: [SCC-3], or [DPF] if Acme is on its list
                Content/subprocessors/providers/acme.yaml:7:11 warning transfer-missing: no transfer mechanism covers IN (India) in storage, which has no adequacy decision of the EU on 2026-01-01
                    add to transfer EU: [SCC-3], or what else covers it
                """)
        // On its own day it is an error.
        #expect(
            try row("purpose: Hosts the databases\nlocations: [{rule: Nearest, of: [FR, US]}]", asOf: "2026-01-01")
                == """
                Content/subprocessors/providers/acme.yaml:6:38 transfer-missing: no transfer mechanism covers US (United States) in locations, which has no adequacy decision of the EU on 2026-01-01
                    add transfer: [SCC-3], or [DPF] if Acme is on its list
                """)
        #expect(try row("purpose: Hosts the databases\nlocations: [EU, IS, CH, GB, RE]") == "")
        #expect(try row("purpose: Hosts the databases\nlocations: [US, GLOBAL]\ntransfer: [SCC]") == "")
    }

    @Test func adequacyHasDays() throws {
        let lines = "purpose: Hosts the databases\nlocations: [BR]"
        #expect(
            try row(lines, asOf: "2026-01-01") == """
                Content/subprocessors/providers/acme.yaml:6:13 transfer-missing: no transfer mechanism covers BR (Brazil) in locations, which has no adequacy decision of the EU on 2026-01-01
                    add transfer: [SCC-3], or what else covers it
                """)
        #expect(try row(lines + "\neffective: 2026-01-26", asOf: "2026-01-01") == "")
    }

    @Test func mechanismTakenAway() throws {
        let found = try row(
            """
            purpose: Hosts the databases
            locations: [US]
            transfer: [SCC-3]
            changes:
              - announced: 2026-06-01
                effective: 2026-08-01
                transfer: [none]
                note: The contract was changed.
            """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:11:15 transfer-missing: no transfer mechanism covers US (United States) in locations, which has no adequacy decision of the EU on 2026-08-01
                    add to transfer [SCC-3], or [DPF] if Acme is on its list
                """)
    }

    @Test func fallback() throws {
        #expect(
            try row("purpose: Hosts the databases\nlocations: [US]\ntransfer: [DPF, UK-Addendum]") == """
                Content/subprocessors/providers/acme.yaml:7:12 warning transfer-fallback: the Data Privacy Framework is the only transfer mechanism
                    add SCC-3, if the standard clauses are agreed too
                """)
        #expect(try row("purpose: Hosts the databases\nlocations: [US]\ntransfer: {EU: [DPF, SCC-3]}") == "")
    }

    @Test(arguments: ["Services", "Business operations", "Provision of our services", "IT"])
    func vaguePurpose(_ purpose: String) throws {
        #expect(
            try row("purpose: \(purpose)") == """
                Content/subprocessors/providers/acme.yaml:5:10 warning vague-purpose: "\(purpose)" does not say what the provider does
                    say what it does, and for what: Sends the e-mails that confirm an account
                """)
    }

    @Test(arguments: ["Payment services", "Hosting", "Customer support", "Data backups"])
    func clearPurpose(_ purpose: String) throws {
        #expect(try row("purpose: \(purpose)") == "")
    }

    @Test func aiTerms() throws {
        #expect(
            try row("purpose: Answers questions\ncategory: AI models") == """
                Content/subprocessors/providers/acme.yaml:6:11 warning ai-terms-missing: the AI terms of Acme do not say whether it trains on the data and how long it keeps the data
                    add ai: {training: never, retention: 30 days}, as its terms are
                """)
        #expect(
            try row("purpose: Answers questions\nai: {training: never}") == """
                Content/subprocessors/providers/acme.yaml:6:5 warning ai-terms-missing: the AI terms of Acme do not say how long it keeps the data
                    add to ai retention: 30 days
                """)
        #expect(try row("purpose: AI answers\nai: {training: never, retention: none}") == "")
    }

    @Test func notVerified() throws {
        let lines = "purpose: Hosts the databases\nverified: 2026-01-01"
        #expect(try row(lines, asOf: "2027-01-01") == "")
        #expect(
            try row(lines, asOf: "2027-01-02") == """
                Content/subprocessors/providers/acme.yaml:6:11 warning not-verified: Acme was last verified on 2026-01-01, more than a year ago
                    check the row, then add to its changes: {announced: 2027-01-02, verified: 2027-01-02}
                """)
    }

    private func two(_ first: String, _ second: String) throws -> String {
        try findings(
            in: """
                -- Content/subprocessors/providers/acme.yaml --
                name: Acme
                entity: Acme Ltd
                purpose: Hosts the databases
                data: [content]
                announced: 2026-01-01
                \(first)
                -- Content/subprocessors/providers/hop.yaml --
                name: Hop
                entity: Hop Ltd
                purpose: Runs the machines
                data: [content]
                announced: 2026-01-01
                \(second)
                """)
    }

    @Test func stillEngaged() throws {
        let removal = "changes:\n  - {announced: 2026-06-01, effective: 2026-07-01, removed: true, note: Gone.}"
        #expect(
            try two(removal, "via: acme") == """
                Content/subprocessors/providers/acme.yaml:7:61 provider-still-engaged: acme leaves the list on 2026-07-01, but hop is still engaged by it (via)
                    remove hop by then too, or change its via
                """)
        #expect(try two(removal, "via: acme\n" + removal) == "")
        #expect(
            try two(
                "changes:\n  - {announced: 2026-01-01, removed: true, note: Gone.}",
                "via: acme\neffective: 2026-01-02\nreplaces: acne")
                    == """
                    Content/subprocessors/providers/hop.yaml:6:6 warning provider-not-listed: acme is not on the list on 2026-01-02, when this takes effect
                        list acme by then, or write which provider engages this one
                    Content/subprocessors/providers/hop.yaml:8:11 warning broken-link: there is no provider acne in subprocessors
                        did you mean acme?
                    """)
    }
}
