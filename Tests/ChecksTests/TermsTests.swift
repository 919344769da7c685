import Testing
import TestSupport

/// Terms have notice too: what weakens them keeps the period that it takes away, and what only strengthens does not.
@Suite struct TermsTests {
    /// A site with a policy, a register with one company, and a policy without notice; its last lines are `terms`.
    private func found(_ terms: String, asOf day: String = "2026-06-02") throws -> String {
        try findings(
            in: """
                -- Content/site.yaml --
                organization: {name: Acme}
                contacts: {security: s@acme.example, privacy: p@acme.example, legal: l@acme.example}
                url: https://trust.acme.example
                authority: acme.example,2026
                documents: [terms, subprocessors, security, partners]
                since: 2026-01-01
                \(terms)
                -- Content/terms/2026-01-01.md --
                ---
                title: Terms
                ---
                -- Content/security/2026-01-01.md --
                ---
                title: Security
                ---
                -- Content/subprocessors/2026-01-01.md --
                ---
                title: Subprocessors
                ---
                -- Content/subprocessors/providers/acme.yaml --
                \(acme)
                -- Content/partners/2036-01-01.md --
                ---
                title: Partners
                summary: A list to come.
                announced: 2035-01-01
                ---
                """, asOf: day)
    }

    /// What a block that is mistyped was to say is not known: the slip is told, and nothing that would come of it.
    @Test(
        "A mistyped block weakens nothing",
        arguments: ["dayz: 40", "days: forty", "days: 30, documents: {terms: {days: x}}"])
    func mistyped(_ words: String) throws {
        let found = try notice("{announced: 2026-06-02, from: 2026-06-03, \(words), objection_days: 30}")
        #expect(!found.contains("weakens") && !found.isEmpty, "\(found)")
        #expect(
            try notice("{announced: 2026-06-02, from: 2026-06-03, days: 20, objection_days: 30}").contains("weakens"))
    }

    private func notice(_ blocks: String...) throws -> String {
        let first = "{days: 30, objection_days: 30, documents: {security: {days: 0}}}"
        return try found("notice:\n" + ([first] + blocks).map { "  - \($0)" }.joined(separator: "\n"))
    }

    private func register(_ first: String, _ block: String, notice: String = "{days: 30}") throws -> String {
        try found("notice: \(notice)\nregister:\n  - \(first)\n  - \(block)")
    }

    /// What a block takes away, of the message that says so; the whole where it is another.
    private func loss(_ found: String) -> String {
        guard let start = found.firstRange(of: "promised ("), let end = found.firstRange(of: "), and holds") else {
            return found
        }
        return String(found[start.upperBound..<end.lowerBound])
    }

    @Test func cutAndUsedOnOneDay() throws {
        #expect(
            try notice("{from: 2026-06-02, days: 0, objection_days: 0}") == """
                Content/site.yaml:9:12 notice-too-short: this block weakens what customers were promised (days of subprocessors, terms, new documents: 0 instead of 30; objection_days of subprocessors, new documents: 0 instead of 30), and holds from 2026-06-02; told on 2026-06-02 with 30 days of notice, it can hold from 2026-07-03 at the earliest
                    write announced: 2026-06-02 and from: 2026-07-03
                """)
        #expect(
            try notice("{announced: 2026-06-02, from: 2026-07-02, days: 0, objection_days: 0}") == """
                Content/site.yaml:9:35 notice-too-short: this block weakens what customers were promised (days of subprocessors, terms, new documents: 0 instead of 30; objection_days of subprocessors, new documents: 0 instead of 30), and holds from 2026-07-02; told on 2026-06-02 with 30 days of notice, it can hold from 2026-07-03 at the earliest
                    write from: 2026-07-03
                """)
        #expect(try notice("{announced: 2026-06-02, from: 2026-07-03, days: 0, objection_days: 0}") == "")
    }

    @Test func strengtheningNeedsNone() throws {
        #expect(try notice("{from: 2026-06-02, days: 31, objection_days: 31, period_ends: working_day}") == "")
        #expect(try notice("{from: 2026-06-02, days: 30, documents: {security: {days: 5, objection_days: 5}}}") == "")
        #expect(
            try register(
                "{unrecorded: [contact, links, verified, website]}",
                "{from: 2026-06-02, required: [name, entity, purpose, data, locations]}") == "")
    }

    @Test func weakenedForSomeDocumentsAlone() throws {
        let rest = "days: 30, objection_days: 30, documents: {security: {days: 0}, "
        #expect(
            loss(try notice("{from: 2026-06-02, \(rest) terms: {days: 1}}}")) == "days of terms: 1 instead of 30")
        #expect(
            loss(try notice("{from: 2026-06-02, \(rest) subprocessors: {objection_days: 29}}}"))
                == "objection_days of subprocessors: 29 instead of 30")
        // Nobody may object to changes of a policy.
        #expect(try notice("{from: 2026-06-02, \(rest) terms: {objection_days: 1}}}") == "")
        // A document to come has the days of all that are not named.
        #expect(
            loss(try notice("{from: 2026-06-02, \(rest) partners: {days: 0, objection_days: 0}}}"))
                == "days of partners: 0 instead of 30; objection_days of partners: 0 instead of 30")
        let named = "documents: {security: {days: 0}, terms: {days: 30}, subprocessors: {days: 30, objection_days: 30}}"
        #expect(
            loss(try notice("{from: 2026-06-02, days: 0, objection_days: 0, \(named)}"))
                == "days of new documents: 0 instead of 30; objection_days of new documents: 0 instead of 30")
    }

    /// A step is held against everything in force until its day, not against the step before it alone.
    @Test func weakenedInSteps() throws {
        let step = "{announced: 2026-06-02, from: 2026-07-03, days: 15, objection_days: 15}"
        #expect(try notice(step) == "")
        let second = try notice(step, "{announced: 2026-06-18, from: 2026-07-04, days: 0, objection_days: 0}")
        #expect(
            second.hasPrefix("Content/site.yaml:10:35 notice-too-short: ")
                && second.contains("0 instead of 30") && second.contains("it can hold from 2026-07-19 at the earliest"))
        #expect(try notice(step, "{announced: 2026-06-18, from: 2026-07-19, days: 0, objection_days: 0}") == "")
    }

    @Test func announcedLaterForTheSameDay() throws {
        let first = "{announced: 2026-06-02, from: 2026-08-01, days: 45, objection_days: 30}"
        // What is promised for a day cannot be taken back at once, though it never held.
        #expect(
            loss(try notice(first, "{announced: 2026-07-10, from: 2026-08-01, days: 40, objection_days: 30}"))
                == "days of security, subprocessors, terms, new documents: 40 instead of 45")
        #expect(try notice(first, "{announced: 2026-07-10, from: 2026-08-01, days: 50, objection_days: 50}") == "")
        #expect(
            try notice(first, "{announced: 2026-06-02, from: 2026-08-01, days: 50, objection_days: 50}") == """
                Content/site.yaml:10:35 invalid-date: this block and the one before it hold from 2026-08-01, and this one is not announced later
                    write announced: and a moment after 2026-06-02, or from: 2026-08-02 or later
                """)
    }

    @Test func announcedForThePast() throws {
        #expect(
            try notice("{announced: 2026-06-02, from: 2026-06-01, days: 60, objection_days: 60}") == """
                Content/site.yaml:9:35 effective-before-announced: this block holds from 2026-06-01, before it is announced on 2026-06-02
                    write from: 2026-06-02 or later
                """)
    }

    @Test func objectionAfterEffect() throws {
        let more = "days: 30, objection_days: 30, documents: {security: {days: 0}}"
        #expect(
            loss(try notice("{from: 2026-06-02, \(more), objection_after_effect: You may end it.}"))
                == "objection_after_effect of subprocessors, new documents is new")
        let old = "{announced: 2026-03-01, from: 2026-05-01, \(more), objection_after_effect: You may end it.}"
        #expect(
            loss(try notice(old, "{from: 2026-06-02, \(more), objection_after_effect: You may ask.}"))
                == "objection_after_effect of subprocessors, new documents is another")
        #expect(try notice(old, "{from: 2026-06-02, \(more)}") == "")
    }

    @Test func workingDaysAndHolidays() throws {
        let more = "days: 30, objection_days: 30, documents: {security: {days: 0}}"
        let old =
            "{from: 2026-05-01, \(more), period_ends: working_day, holidays: [2026-05-25, 2026-12-25, 2026-12-28]}"
        #expect(
            loss(try notice(old, "{from: 2026-06-02, \(more)}")) == "period_ends: calendar_day instead of working_day")
        #expect(
            loss(try notice(old, "{from: 2026-06-02, \(more), period_ends: working_day, holidays: [2026-12-28]}"))
                == "holidays without 2026-12-25")
        // A holiday that is past is no loss.
        #expect(
            try notice(old, "{from: 2026-06-02, \(more), period_ends: working_day, holidays: [2026-12-25, 2026-12-28]}")
                == "")
        // The period itself ends on a working day: 2 July is a Thursday, 4 July a Saturday.
        let cut = "days: 1, objection_days: 1"
        #expect(
            try notice(old, "{announced: 2026-06-02, from: 2026-07-02, \(cut)}")
                .contains("it can hold from 2026-07-03 at the earliest"))
        #expect(
            try notice(old, "{announced: 2026-06-04, from: 2026-07-02, \(cut)}")
                .contains("it can hold from 2026-07-07 at the earliest"))
        #expect(try notice(old, "{announced: 2026-06-04, from: 2026-07-07, \(cut)}") == "")
    }

    @Test func strengthensAndWeakensInOne() throws {
        #expect(
            loss(try notice("{from: 2026-06-02, days: 60, objection_days: 29}"))
                == "objection_days of subprocessors, new documents: 29 instead of 30")
    }

    @Test func fieldsOfTheRegister() throws {
        let all =
            "name, entity, role, purpose, data, subjects, locations, storage, access, transfer, products, condition, "
            + "enabled, via, retention, ai"
        #expect(
            try register("{}", "{from: 2026-06-02, material: [name]}").hasPrefix(
                """
                Content/site.yaml:10:12 notice-too-short: this block weakens what customers were promised (material without entity, role, purpose, data, subjects, locations, storage, access, transfer, products, enabled, condition, ai, via, retention), and holds from 2026-06-02; told on 2026-06-02 with 30 days of notice, it can hold from 2026-07-03 at the earliest
                """))
        #expect(
            loss(try register("{}", "{from: 2026-06-02, required: [name, entity, data]}")) == "required without purpose"
        )
        #expect(
            loss(try register("{}", "{from: 2026-06-02, unrecorded: [contact, links, verified, address]}"))
                == "unrecorded with address")
        #expect(loss(try register("{}", "{from: 2026-06-02, private: [category]}")) == "private with category")
        // Shown as it is today, and now not at all.
        #expect(loss(try register("{}", "{from: 2026-06-02, private: [contact]}")) == "private with contact")
        #expect(
            loss(try register("{material: [\(all), website]}", "{from: 2026-06-02, private: [website]}"))
                == "private with website")
        // Each block stands alone: what the first said is not said by the second.
        #expect(
            loss(try register("{required: [name, entity, purpose, data, locations]}", "{from: 2026-06-02}"))
                == "required without locations")
        #expect(try register("{}", "{from: 2026-06-02, private: [cost_center]}") == "")
        #expect(try register("{}", "{from: 2026-06-02, material: [\(all)], unrecorded: [verified]}") == "")
    }

    /// The period is that of the register that it concerns, under every block of `notice` in force until then.
    @Test func thePeriodOfTheRegister() throws {
        let notice = "{days: 30, documents: {subprocessors: {days: 10, objection_days: 10}}}"
        #expect(
            try register("{}", "{announced: 2026-06-02, from: 2026-06-12, material: [name]}", notice: notice)
                .contains("with 10 days of notice, it can hold from 2026-06-13 at the earliest"))
        #expect(
            try register("{}", "{announced: 2026-06-02, from: 2026-06-13, material: [name]}", notice: notice) == "")
        let longer = "\n  - \(notice)\n  - {announced: 2026-05-20, from: 2026-06-10, days: 40}"
        #expect(
            try register("{}", "{announced: 2026-06-02, from: 2026-06-13, material: [name]}", notice: longer)
                .contains("with 40 days of notice, it can hold from 2026-07-13 at the earliest"))
    }

    @Test func startingState() throws {
        // The starting state, and what was announced before anything was public, promise nothing yet.
        #expect(try notice("{from: 2026-01-01, days: 0, objection_days: 0}") == "")
    }

    @Test func conflicts() throws {
        let found = try found(
            """
            notice: {days: 30}
            register:
              - required: [name, entity, purpose, data, website]
                private: [transfer]
                unrecorded: [contact, website, purpose]
              - {announced: 2026-06-02, from: 2027-01-01, material: [contact]}
            """)
        #expect(
            found == """
                Content/site.yaml:10:15 conflicting-settings: "transfer" is material by default, and private as well
                    take transfer out of private, or write material: [name, entity, role, purpose, data, subjects, locations, storage, access, products, enabled, condition, ai, via, retention]
                Content/site.yaml:11:27 conflicting-settings: "website" is required, and unrecorded as well
                    take website out of unrecorded, or take it out of required
                Content/site.yaml:11:36 conflicting-settings: "purpose" cannot be unrecorded: customers are told when it changes
                    take it out of the list; what may stand here is contact, links, verified, address, website, terms, identifiers
                Content/site.yaml:12:58 conflicting-settings: "contact" is material, and unrecorded by default as well
                    write unrecorded: [links, verified], or take it out of material
                Content/subprocessors/providers/acme.yaml:1:1 missing-key: "website" is missing
                    add website: https://example.com
                """)
    }

    @Test func sinceInTheFuture() throws {
        let site = """
            -- Content/privacy/2026-01-01.md --
            ---
            title: Privacy
            ---
            """
        let future = World.site(documents: ["privacy"]).replacing("since: 2026-01-01", with: "since: 2036-01-01")
        #expect(
            try findings(in: "-- Content/site.yaml --\n\(future)\n\(site)", asOf: "2026-06-01") == """
                Content/site.yaml:8:8 conflicting-settings: the starting state would last until 2036-01-01, and the first text is announced on 2026-01-01 already
                    write since: 2026-01-01 if the year is mistyped; else 2026-06-01 or an earlier day
                """)
        // A site that is prepared for a day of this year.
        let soon = future.replacing("since: 2036-01-01", with: "since: 2026-06-08")
        let prepared = try findings(
            in: "-- Content/site.yaml --\n\(soon)\n\(site.replacing("2026-01-01", with: "2026-05-20"))",
            asOf: "2026-06-01")
        #expect(
            prepared.hasSuffix(
                "write since: 2026-06-01 or an earlier day; a site that nobody has published yet gets its own day when that has come"
            ),
            "\(prepared)")
        // A site that waits for its first day.
        #expect(try findings(in: "-- Content/site.yaml --\n\(future)\n\(site)", asOf: "2025-12-31") == "")
    }

    /// Nothing is judged by a block that is announced after it, though that holds from an earlier day.
    @Test func termsOfTheMoment() throws {
        func found(_ moment: String) throws -> String {
            try findings(
                in: """
                    -- Content/site.yaml --
                    \(World.site(documents: ["privacy"]).replacing("notice: {days: 30, objection_days: 30}", with: """
                        notice:
                          - {days: 30}
                          - {announced: 2026-04-01, from: 2026-06-01, days: 10}
                          - {announced: 2026-06-01T12:00, from: 2026-06-01, days: 60}
                        """))
                    -- Content/privacy/2026-01-01.md --
                    ---
                    title: Privacy
                    ---
                    -- Content/privacy/2026-06-15.md --
                    ---
                    title: Privacy
                    announced: \(moment)
                    summary: Less.
                    ---
                    """)
        }
        #expect(try found("2026-06-01T11:59") == "")
        #expect(try found("2026-06-01T12:00").contains("with 60 days of notice"))
        #expect(try found("2026-05-31").contains("with 30 days of notice"))
    }
}
