import TestSupport
import Testing

/// Nothing names what is announced only later: neither a link nor a key, be the checks lowered or the text old.
@Suite struct NamedTooEarlyTests {
    private static let lowered = "checks: {broken-link: warning, broken-clause: warning, provider-not-listed: warning}"

    private static func site(_ more: String = "", notice: String = "") -> String {
        """
        -- Content/site.yaml --
        \(World.site(documents: ["terms", "falcon-terms", "subprocessors"], lowered + more)
            .replacing("notice: {days: 30, objection_days: 30}", with: "notice: [{days: 30, objection_days: 30}\(notice)]"))
        -- Content/terms/2026-01-01.md --
        ---
        title: Terms
        ---
        -- Content/falcon-terms/2026-12-01.md --
        ---
        title: Secret
        announced: 2026-07-05
        summary: New.
        ---
        -- Content/subprocessors/2026-01-01.md --
        ---
        title: Subprocessors
        ---
        -- Content/subprocessors/providers/falcon-cloud.yaml --
        name: Falcon Cloud
        entity: F
        purpose: Stores content
        data: [content]
        locations: [DE]
        announced: 2026-07-05
        effective: 2026-09-01
        note: n

        """
    }

    @Test("A document that is to take its own place")
    func itself() throws {
        let world =
            Self.site("")
                + """
                -- Content/terms/2026-09-01.md --
                ---
                title: Terms
                announced: 2026-05-01
                summary: Ends.
                retired: {replaced_by: [terms]}
                ---
                Words.
                """
        #expect(
            try findings(in: world).contains(
                """
                Content/terms/2026-09-01.md:5:25 warning broken-link: terms ends with this edition, and names itself in replaced_by
                    write the id of the document that takes its place, or retired: {}
                """))
    }

    @Test("In a retirement, a row, security.txt and links of every kind")
    func everyKey() throws {
        let world =
            Self.site("\nsecurity_txt: {expires: 2027-06-01, policy: /falcon-terms/}")
                + """
                -- Content/terms/2026-09-01.md --
                ---
                title: Terms
                announced: 2026-05-01
                summary: Ends.
                retired: {replaced_by: [falcon-terms, nothing]}
                ---
                [a](falcon-terms), [b](/falcon-terms/2026-12-01/), [c](/falcon-terms/2020-01-01/#1), [d](/falcon-terms/history/),
                [e](/falcon-terms/none/), [f](provider:falcon-cloud), [g](/subprocessors/falcon-cloud/),
                [h](/feeds/falcon-terms.atom), [i](/notices/falcon-terms-2026-07-05/), [j](/notices/falcon-terms-2020-07-05/),
                [k](https://trust.acme.example/falcon-terms/), [l](https://trust.acme.example/terms/), [m](/falcon-terms.md).
                -- Content/subprocessors/providers/kite.yaml --
                name: Kite
                entity: Kite BV
                purpose: Sends mail to users
                data: [mail]
                locations: [DE]
                announced: 2026-05-01
                effective: 2026-08-01
                replaces: falcon-cloud
                via: falcon-cloud
                terms: https://trust.acme.example/falcon-terms/
                note: n
                """
        let found = try findings(in: world)
        let lines = found.split(separator: "\n").filter { !$0.hasPrefix(" ") && $0.contains("falcon") }
        #expect(
            lines.joined(separator: "\n") == """
                Content/site.yaml:11:45 broken-link: /falcon-terms/ is public from 2026-07-05 on, and not yet
                Content/subprocessors/providers/kite.yaml:8:11 broken-link: falcon-cloud is public from 2026-07-05 on, later than this change
                Content/subprocessors/providers/kite.yaml:9:6 broken-link: falcon-cloud is public from 2026-07-05 on, later than this change
                Content/subprocessors/providers/kite.yaml:9:6 warning provider-not-listed: falcon-cloud is not on the list on 2026-08-01, when this takes effect
                Content/subprocessors/providers/kite.yaml:10:8 broken-link: /falcon-terms/ is public from 2026-07-05 on, later than this text
                Content/terms/2026-09-01.md:5:25 broken-link: falcon-terms is public from 2026-07-05 on, later than this edition
                Content/terms/2026-09-01.md:7:5 broken-link: /falcon-terms/ is public from 2026-07-05 on, later than this text
                Content/terms/2026-09-01.md:7:24 broken-link: /falcon-terms/2026-12-01/ is public from 2026-07-05 on, later than this text
                Content/terms/2026-09-01.md:7:56 broken-link: /falcon-terms/2020-01-01/ is public from 2026-07-05 on, later than this text
                Content/terms/2026-09-01.md:7:90 broken-link: /falcon-terms/history/ is public from 2026-07-05 on, later than this text
                Content/terms/2026-09-01.md:8:5 broken-link: /falcon-terms/none/ is public from 2026-07-05 on, later than this text
                Content/terms/2026-09-01.md:8:31 provider-not-listed: falcon-cloud is not in the list of subprocessors on 2026-09-01
                Content/terms/2026-09-01.md:8:59 broken-link: /subprocessors/falcon-cloud/ is public from 2026-07-05 on, later than this text
                Content/terms/2026-09-01.md:9:5 broken-link: /feeds/falcon-terms.atom is public from 2026-07-05 on, later than this text
                Content/terms/2026-09-01.md:9:36 broken-link: /notices/falcon-terms-2026-07-05/ is public from 2026-07-05 on, later than this text
                Content/terms/2026-09-01.md:9:76 broken-link: /notices/falcon-terms-2020-07-05/ is public from 2026-07-05 on, later than this text
                Content/terms/2026-09-01.md:10:5 broken-link: /falcon-terms/ is public from 2026-07-05 on, later than this text
                Content/terms/2026-09-01.md:10:92 broken-link: /falcon-terms.md is public from 2026-07-05 on, later than this text
                """)
    }

    @Test("In terms of notice, until the document is public")
    func termsOfNotice() throws {
        func named(_ announced: String) -> String {
            Self.site(
                notice: ", {announced: \(announced), from: 2026-09-01, days: 30, documents: {falcon-terms: {days: 40}}}"
            )
        }
        let found = """
            Content/site.yaml:9:127 broken-link: falcon-terms is public from 2026-07-05 on, later than this block
                take it out here, and give it terms in a block of its own: - {announced: 2026-07-05, from: …, documents: {falcon-terms: {…}}}, from a day after the notice period of the blocks before it
            """
        #expect(try findings(in: named("2026-06-01"), asOf: "2026-05-01") == found)
        #expect(try findings(in: named("2026-06-01"), asOf: "2026-07-04") == found)
        #expect(try findings(in: named("2026-06-01"), asOf: "2026-07-05") == "")
        #expect(try findings(in: named("2026-07-05"), asOf: "2026-05-01") == "")
        let first = Self.site(notice: "").replacing(
            "objection_days: 30}", with: "documents: {falcon-terms: {days: 40}}}")
        #expect(
            try findings(in: first, asOf: "2026-05-01").hasPrefix(
                "Content/site.yaml:9:54 broken-link: falcon-terms is public from 2026-07-05 on, later than this block\n"
            ))
        #expect(try findings(in: first, asOf: "2026-07-05") == "")
    }

    @Test("Once it is public, a finding in an old text is a warning again, as a text cannot be touched")
    func laterItIsAWarning() throws {
        let world =
            Self.site()
                + """
                -- Content/terms/2026-09-01.md --
                ---
                title: Terms
                announced: 2026-05-01
                summary: Ends.
                retired: {replaced_by: [falcon-terms]}
                ---
                """
        let place = "Content/terms/2026-09-01.md:5:25"
        let message = "broken-link: falcon-terms is public from 2026-07-05 on, later than this edition"
        #expect(try findings(in: world, asOf: "2026-07-04").contains("\(place) \(message)"))
        #expect(try findings(in: world, asOf: "2026-07-06").contains("\(place) warning \(message)"))
    }
}
