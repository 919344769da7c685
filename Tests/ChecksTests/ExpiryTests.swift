import Testing

/// What changes with time alone: warnings, the day after the last day.
@Suite struct ExpiryTests {
    @Test func certification() throws {
        let world = """
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---
            -- Content/certifications/iso.yaml --
            name: ISO 27001
            from: 2026-01-01
            until: 2026-06-30
            """
        #expect(try findings(in: world, asOf: "2026-06-30") == "")
        #expect(
            try findings(in: world, asOf: "2026-07-01") == """
                Content/certifications/iso.yaml:3:8 warning certification-expired: ISO 27001 expired on 2026-06-30
                    write its new last day once it is renewed, or take the file out
                """)
    }

    @Test func securityText() throws {
        let site = "security_txt: {expires: 2026-06-30}"
        let file = "name: Acme\nentity: Acme Ltd\npurpose: Hosts the databases\ndata: [content]\nannounced: 2026-01-01"
        #expect(try findings(inProvider: file, site: site, asOf: "2026-06-30") == "")
        #expect(
            try findings(inProvider: file, site: site, asOf: "2026-07-01") == """
                Content/site.yaml:10:25 warning security-txt-expired: security.txt expired on 2026-06-30
                    look through it, then write a later day, as expires: 2027-06-30
                """)
        #expect(
            try findings(
                inProvider: file, site: site + "\nchecks: {security-txt-expired: off}", asOf: "2026-07-01") == "")
    }
}
