import Testing

/// All errors of a run are reported, and a wrong file never hides the errors of another.
@Suite struct ManyDefectsTests {
    /// Thirty different defects in ten files.
    private let world = """
        -- Content/site.yaml --
        organization: {name: Acme}
        contacts: {security: security@acme.example, privacy: privacy@acme.example, legal: legal@acme.example}
        url: https://trust.acme.example
        authority: acme.example,2026
        langauge: en
        language: en
        utc_offset: "+00:00"
        documents: [privacy, terms, subprocessors]
        since: 2026-01-01
        notice: {days: 14, objection_days: 30}
        security_txt: {expires: 2026-05-31}
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy
        announced: 2026-02-31
        ---
        -- Content/privacy/2026-03-01.md --
        ---
        title: Privacy
        title: Privacy again
        announced: 2026-02-20
        ---
        ## 1 Data
        ## 1 More data
        We keep <b>all</b> of it, as {{COMPANY}} says.
        -- Content/terms/2026-01-01.md --
        ---
        title: Terms
        version: 1
        announced: 2026-01-02
        material: maybe
        ---
        See [the policy](/privcy/) and [it](privacy#9), or [Hop](provider:acme).
        -- Content/terms/2026-07-01.md --
        ---
        title: Terms
        announced: 2026-06-01
        summary: New terms.
        withdrawn: {announced: 2026-07-01, reason: No.}
        ---
        -- Content/terms/2026-06-20.md --
        ---
        title: Terms
        announced: 2026-06-02
        summary: Others.
        postponed: [{announced: 2026-06-25, effective: 2026-06-30, reason: Time.}]
        ---
        [now](javascript:now)
        -- Content/certifications/iso.yaml --
        name: ISO 27001
        from: 2026-01-01
        until: 2026-05-31
        -- Content/subprocessors/2026-01-01.md --
        ---
        title: Subprocessors
        ---
        We use [Acme](provider:acne) and oth\u{200B}ers.
        -- Content/subprocessors/providers/acme.yaml --
        name: Acme
        purpose: Services
        data: [content]
        category: AI
        locations: [US, Irland]
        announced: 2026-01-01
        verified: 2025-05-01
        changes:
          - announced: 2026-04-01
            effective: 2026-05-01
            removed: true
          - announced: 2026-03-01
            website: https://acme.example
            note: A page.
          - announced: 2026-05-02
            data: [content]
            note: Nothing.
        -- Content/subprocessors/providers/hop.yaml --
        name: Hop
        entity: Hop Ltd
        purpose: Services
        data: [content]
        locations: [US]
        transfer: [DPF]
        via: acme
        announced: 2026-01-01
        verified: 2025-05-01
        ai: {training: never}
        """

    /// File, line, column and name of each finding, a file's after its name.
    @Test func thirtyInOneRun() throws {
        let found = try findings(in: world, asOf: "2026-06-01").split(separator: "\n")
            .filter { !$0.hasPrefix("    ") }
            .compactMap { line in line.split(separator: ": ").first.map { $0.replacing(" warning ", with: " ") } }
        let ids = Set(found.compactMap { $0.split(separator: " ").last })
        #expect(ids.count >= 30)
        #expect(
            found.joined(separator: "\n") == """
                Content/certifications/iso.yaml:3:8 certification-expired
                Content/privacy/2026-01-01.md:3:12 invalid-date
                Content/privacy/2026-03-01.md:2:8 summary-missing
                Content/privacy/2026-03-01.md:3:1 duplicate-key
                Content/privacy/2026-03-01.md:4:12 notice-too-short
                Content/privacy/2026-03-01.md:7:4 duplicate-clause
                Content/privacy/2026-03-01.md:8:9 raw-html
                Content/privacy/2026-03-01.md:8:15 raw-html
                Content/privacy/2026-03-01.md:8:30 placeholder
                Content/site.yaml:5:1 unknown-key
                Content/site.yaml:10:36 objection-after-effect
                Content/site.yaml:11:25 security-txt-expired
                Content/subprocessors/2026-01-01.md:4:15 broken-link
                Content/subprocessors/2026-01-01.md:4:37 invisible-text
                Content/subprocessors/providers/acme.yaml:1:1 missing-key
                Content/subprocessors/providers/acme.yaml:5:13 transfer-missing
                Content/subprocessors/providers/acme.yaml:5:17 unknown-country
                Content/subprocessors/providers/acme.yaml:9:5 note-missing
                Content/subprocessors/providers/acme.yaml:11:14 provider-still-engaged
                Content/subprocessors/providers/acme.yaml:12:16 out-of-order
                Content/subprocessors/providers/acme.yaml:15:5 empty-change
                Content/subprocessors/providers/hop.yaml:3:10 vague-purpose
                Content/subprocessors/providers/hop.yaml:6:12 transfer-fallback
                Content/subprocessors/providers/hop.yaml:9:11 not-verified
                Content/subprocessors/providers/hop.yaml:10:5 ai-terms-missing
                Content/terms/2026-01-01.md:2:8 summary-missing
                Content/terms/2026-01-01.md:4:12 effective-before-announced
                Content/terms/2026-01-01.md:5:11 wrong-type
                Content/terms/2026-01-01.md:7:18 broken-link
                Content/terms/2026-06-20.md:3:12 interim-missing
                Content/terms/2026-06-20.md:5:25 postponed-too-late
                Content/terms/2026-06-20.md:7:7 unsafe-url
                Content/terms/2026-07-01.md:5:24 withdrawn-too-late
                """)
    }
}
