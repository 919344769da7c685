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

    /// A site with a first block of terms, and a policy announced on 10 December 2026.
    private static func site(_ notice: String) -> String {
        """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        documents: [privacy]
        since: 2026-01-01
        notice: \(notice)
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy
        ---

        We keep little.
        -- Content/privacy/2027-03-01.md --
        ---
        title: Privacy
        announced: 2026-12-10
        summary: Less.
        ---

        We keep less.
        """
    }

    @Test func holidays() throws {
        let short = Self.site("{days: 30, period_ends: working_day, holidays: [2026-04-03, 2026-12-25]}")
        // Thirty days from 10 December end with Saturday 9 January, so with Monday the 11th.
        func found(_ next: String) -> String {
            """
            Content/site.yaml:7:56 warning holidays-missing: the last of these holidays is 2026-12-25, and a period is counted with them that ends on 2027-01-11 (privacy/2027-03-01)
                add those that follow; where this block was published, add another one with from: \(next), the same terms and the holidays from then on
            """
        }
        #expect(try findings(in: short, asOf: "2026-12-10") == found("2026-12-11"))
        #expect(try findings(in: short, asOf: "2027-01-11") == found("2027-01-12"))
        // More than a year ahead nobody knows the holidays.
        #expect(try findings(in: short, asOf: "2025-12-08") == "")
        #expect(try findings(in: short, asOf: "2026-01-01") == found("2026-01-02"))
        // It is over, and was counted as it was.
        #expect(try findings(in: short, asOf: "2027-01-12") == "")
        for notice in [
            "{days: 30, period_ends: working_day, holidays: [2026-12-25, 2027-01-11, 2027-03-26]}",
            "{days: 30, period_ends: working_day}", "{days: 30, holidays: []}",
            "{days: 10, period_ends: working_day, holidays: [2026-12-25]}",
            "{days: 0, period_ends: working_day, holidays: [2026-04-03]}",
        ] {
            #expect(try findings(in: Self.site(notice), asOf: "2026-12-10") == "")
        }
        // The day with which it ends is one of them, so it goes on; the next may be one that is not listed.
        #expect(
            try findings(
                in: Self.site("{days: 30, period_ends: working_day, holidays: [2027-01-11]}"), asOf: "2026-12-10"
            ).contains("ends on 2027-01-12"))
        let next =
            "{from: 2026-12-02, days: 30, period_ends: working_day, holidays: [2026-12-25, 2027-01-01, 2027-03-26]}"
        let list = "[{days: 30, period_ends: working_day, holidays: [2026-12-25]}, \(next)]"
        #expect(try findings(in: Self.site(list), asOf: "2026-12-10") == "")
        // What the help asks for, done on the day itself.
        let followed = list.replacing("2026-12-02", with: "2026-12-11")
        #expect(try findings(in: Self.site(followed), asOf: "2026-12-10") == "")
        #expect(try findings(in: Self.site(followed), asOf: "2026-12-09").contains("holidays-missing"))
    }

    @Test func holidaysOfPeriodsThatEndOnAnyDay() throws {
        let notice = "[{days: 30}, {from: 2026-12-02, days: 30, holidays: [2026-12-25]}]"
        let found = """
            Content/site.yaml:7:61 warning holidays-missing: these holidays lengthen no period, as the periods of this block end on any day
                add period_ends: working_day to this block, or take them out; where this block was published, add another one with from: 2026-12-11, the same terms and period_ends: working_day
            """
        #expect(try findings(in: Self.site(notice), asOf: "2026-12-10") == found)
        // What the help asks for.
        let mended =
            notice.dropLast()
            + ", {from: 2026-12-11, days: 30, period_ends: working_day, holidays: [2026-12-25, 2027-03-26]}]"
        #expect(try findings(in: Self.site(String(mended)), asOf: "2026-12-10") == "")
    }

    @Test func securityText() throws {
        let site = "security_txt: {expires: 2026-06-30}"
        let file =
            "name: Acme\nentity: Acme Ltd\npurpose: Hosts the databases\ndata: [content]\nlocations: [DE]\nannounced: 2026-01-01"
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
