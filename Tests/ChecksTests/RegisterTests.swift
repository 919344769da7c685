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
                """, site: "checks: {place-missing: off}", asOf: day)
    }

    @Test func transferMissing() throws {
        #expect(
            try row("purpose: Hosts the databases\nlocations: [DE, US]\nstorage: [IN]\ntransfer: {UK: [UK-IDTA]}")
                == """
                Content/subprocessors/providers/acme.yaml:6:17 warning transfer-missing: no transfer mechanism covers US (United States) in locations, which has no adequacy decision of the EU on 2026-01-01
                    add to transfer EU: [SCC-3] if they are signed, or [DPF] if Acme is on its list
                Content/subprocessors/providers/acme.yaml:7:11 warning transfer-missing: no transfer mechanism covers IN (India) in storage, which has no adequacy decision of the EU on 2026-01-01
                    add to transfer EU: [SCC-3] if they are signed, or what else covers it
                """)
        // On its own day it is an error.
        #expect(
            try row("purpose: Hosts the databases\nlocations: [{rule: Nearest, of: [FR, US]}]", asOf: "2026-01-01")
                == """
                Content/subprocessors/providers/acme.yaml:6:38 transfer-missing: no transfer mechanism covers US (United States) in locations, which has no adequacy decision of the EU on 2026-01-01
                    add transfer: [SCC-3] if they are signed, or [DPF] if Acme is on its list
                """)
        #expect(try row("purpose: Hosts the databases\nlocations: [EU, IS, CH, GB, RE]") == "")
        #expect(try row("purpose: Hosts the databases\nlocations: [US, GLOBAL]\ntransfer: [SCC]") == "")
    }

    @Test func otherLawsAreJudgedByTheirOwnDates() throws {
        let row = """
            purpose: Hosts the databases
            locations: [US, KR, DE]
            transfer: {EU: [SCC-3], UK: [DPF, UK-Addendum], CH: [DPF, SCC]}
            """
        #expect(try self.row(row) == "")
        // Who says that there is none under another law says so openly.
        #expect(try self.row(row.replacing("CH: [DPF, SCC]", with: "CH: [none]")) == "")
        // The Union's clauses need the Addendum in the United Kingdom; Brazil is adequate for the Union alone, Korea for
        // the Union and the United Kingdom.
        #expect(
            try self.row(
                "purpose: Hosts the databases\nlocations: [BR, KR]\neffective: 2026-02-01\n"
                    + "transfer: {UK: [SCC-3], CH: [adequacy]}", asOf: "2026-01-01")
                    == """
                    Content/subprocessors/providers/acme.yaml:6:13 transfer-missing: no transfer mechanism for Switzerland covers BR (Brazil) in locations, which has no adequacy decision of Switzerland on 2026-02-01
                        add to CH in transfer [SCC-3] if they are signed, or what else covers it
                    Content/subprocessors/providers/acme.yaml:6:13 transfer-missing: no transfer mechanism for the United Kingdom covers BR (Brazil) in locations, which has no adequacy regulations of the United Kingdom on 2026-02-01
                        add to UK in transfer [UK-Addendum] if they are signed, or what else covers it
                    Content/subprocessors/providers/acme.yaml:6:17 transfer-missing: no transfer mechanism for Switzerland covers KR (South Korea) in locations, which has no adequacy decision of Switzerland on 2026-02-01
                        add to CH in transfer [SCC-3] if they are signed, or what else covers it
                    """)
    }

    @Test func frameworksHaveTheirOwnDays() throws {
        func row(_ day: String) throws -> String {
            try findings(
                inProvider: """
                    name: Acme
                    entity: Acme Ltd
                    purpose: Hosts the databases
                    data: [content]
                    locations: [US]
                    transfer: {EU: [SCC-3, DPF], UK: [DPF, none], CH: [DPF, none]}
                    announced: \(day)
                    """, site: "checks: {transfer-fallback: off}")
        }
        #expect(
            try row("2023-10-11") == """
                Content/subprocessors/providers/acme.yaml:5:13 warning transfer-missing: no transfer mechanism for Switzerland covers US (United States) in locations, which has no adequacy decision of Switzerland on 2023-10-11
                    add to CH in transfer [SCC-3] if they are signed, or what else covers it
                Content/subprocessors/providers/acme.yaml:5:13 warning transfer-missing: no transfer mechanism for the United Kingdom covers US (United States) in locations, which has no adequacy regulations of the United Kingdom on 2023-10-11
                    add to UK in transfer [UK-Addendum] if they are signed, or what else covers it
                """)
        #expect(
            try row("2024-09-14") == """
                Content/subprocessors/providers/acme.yaml:5:13 warning transfer-missing: no transfer mechanism for Switzerland covers US (United States) in locations, which has no adequacy decision of Switzerland on 2024-09-14
                    add to CH in transfer [SCC-3] if they are signed, or what else covers it
                """)
        #expect(try row("2024-09-15") == "")
    }

    @Test func fallbackUnderOtherLaws() throws {
        #expect(
            try row(
                "purpose: Hosts the databases\nlocations: [US]\ntransfer: {EU: [DPF, SCC-3], UK: [DPF], CH: [BCR, DPF]}"
            ) == """
                Content/subprocessors/providers/acme.yaml:7:35 warning transfer-fallback: the Data Privacy Framework is the only transfer mechanism for the United Kingdom
                    add UK-Addendum, if it is agreed too
                """)
    }

    @Test func adequacyHasDays() throws {
        let lines = "purpose: Hosts the databases\nlocations: [BR]"
        #expect(
            try row(lines, asOf: "2026-01-01") == """
                Content/subprocessors/providers/acme.yaml:6:13 transfer-missing: no transfer mechanism covers BR (Brazil) in locations, which has no adequacy decision of the EU on 2026-01-01
                    add transfer: [SCC-3] if they are signed, or what else covers it
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
                    add to transfer [SCC-3] if they are signed, or [DPF] if Acme is on its list
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

    @Test(arguments: [
        "Services", "Business operations", "Provision of our services", "IT",
        "Business operations and support services",
        "Third-party vendor", "Sub-processor", "Professional services provider",
    ])
    func vaguePurpose(_ purpose: String) throws {
        #expect(
            try row("purpose: \(purpose)") == """
                Content/subprocessors/providers/acme.yaml:5:10 warning vague-purpose: "\(purpose)" does not say what the provider does
                    say what it does, and for what: Sends the e-mails that confirm an account
                """)
    }

    @Test(arguments: [
        "Payment services", "Hosting", "Customer support", "Data backups", "Technical support",
        "Infrastructure provider",
    ])
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
                locations: [DE]
                announced: 2026-01-01
                \(first)
                -- Content/subprocessors/providers/hop.yaml --
                name: Hop
                entity: Hop Ltd
                purpose: Runs the machines
                data: [content]
                locations: [DE]
                announced: 2026-01-01
                \(second)
                """)
    }

    @Test func stillEngaged() throws {
        let removal = "changes:\n  - {announced: 2026-06-01, effective: 2026-07-01, removed: true, note: Gone.}"
        #expect(
            try two(removal, "via: acme") == """
                Content/subprocessors/providers/acme.yaml:8:61 provider-still-engaged: acme leaves the list on 2026-07-01, but hop is still engaged by it (via)
                    remove hop by then too, or change its via
                """)
        #expect(try two(removal, "via: acme\n" + removal) == "")
        #expect(
            try two(
                "changes:\n  - {announced: 2026-01-01, removed: true, note: Gone.}",
                "via: acme\neffective: 2026-01-02\nreplaces: acne")
                    == """
                    Content/subprocessors/providers/hop.yaml:7:6 warning provider-not-listed: acme is not on the list on 2026-01-02, when this takes effect
                        list acme by then, or write which provider engages this one
                    Content/subprocessors/providers/hop.yaml:9:11 warning broken-link: there is no provider acne in subprocessors
                        did you mean acme?
                    """)
    }

    @Test("A row that names itself, and two that are each engaged by the other")
    func leadsBack() throws {
        #expect(
            try two("", "via: hop\nreplaces: hop") == """
                Content/subprocessors/providers/hop.yaml:7:6 warning broken-link: hop names itself in via
                    write the id of another provider, or take the line out
                Content/subprocessors/providers/hop.yaml:8:11 warning broken-link: hop names itself in replaces
                    write the id of another provider, or take the line out
                """)
        #expect(
            try two("", "via: acme\nchanges:\n  - {announced: 2026-06-01, effective: 2026-08-01, via: hop, note: n}")
                == """
                Content/subprocessors/providers/hop.yaml:9:57 broken-link: hop names itself in via
                    write the id of another provider, or take the line out
                """)
        #expect(
            try two("changes:\n  - {announced: 2026-06-01, effective: 2026-08-01, via: hop, note: n}", "via: acme")
                == """
                Content/subprocessors/providers/acme.yaml:8:57 broken-link: hop is itself engaged by acme (via), so neither is engaged by anybody else
                    write the id of another provider, or take the line out
                """)
    }

    @Test("A ring of three is named as one")
    func ring() throws {
        func row(_ id: String, via: String) -> String {
            """
            -- Content/subprocessors/providers/\(id).yaml --
            name: \(id)
            entity: \(id) Ltd
            purpose: Runs what \(id) runs
            data: [content]
            locations: [DE]
            announced: 2026-01-01
            via: \(via)

            """
        }
        let found = try findings(in: row("aphid", via: "bee") + row("bee", via: "cicada") + row("cicada", via: "aphid"))
        #expect(
            found.hasPrefix(
                """
                Content/subprocessors/providers/aphid.yaml:7:6 warning broken-link: these engage each other in a ring (via), and nobody else engages them: aphid by bee, bee by cicada, cicada by aphid
                    write the id of another provider, or take the line out
                Content/subprocessors/providers/bee.yaml:7:6 
                """), "\(found)")
    }
}
