import Testing

/// Which editions an editorial one is held against, and what becomes of it where these go.
@Suite struct EditorialStandingTests {
    /// An edition of the text `words`.
    private func edition(_ id: String, _ words: String, _ keys: String = "") -> String {
        """
        -- Content/privacy/\(id).md --
        ---
        title: Privacy
        summary: Words.
        \(keys)---

        \(words)

        """
    }

    private let first = "-- Content/privacy/2026-01-01.md --\n---\ntitle: Privacy\n---\n\nWe keep little.\n"
    private let editorial = "announced: 2026-05-20\nmaterial: false\n"

    @Test func anotherOneOfItsDay() throws {
        let found = try findings(
            in: first + edition("2026-07-01", "We keep little and sell none.", "announced: 2026-05-01\n")
                + edition("2026-07-01-2", "We keep little!", editorial))
        #expect(
            found == """
                Content/privacy/2026-07-01-2.md:5:11 not-editorial: more than spelling changed since edition 2026-07-01: "and sell none" is gone
                    take this line out, and give notice or add urgent: and why it cannot wait
                """)
    }

    /// It would be held against what is in force the day before alone, were it the only one of its day.
    @Test func theDayBeforeIt() throws {
        let found = try findings(
            in: first + edition("2026-07-01", "We keep little and sell none.", "announced: 2026-05-01\n")
                + edition("2026-07-01-2", "We keep little and sell none!", editorial))
        #expect(
            found == """
                Content/privacy/2026-07-01-2.md:5:11 not-editorial: more than spelling changed since edition 2026-01-01: "and sell none" is added
                    take this line out, and give notice or add urgent: and why it cannot wait
                """)
    }

    private let withdrawn = "announced: 2026-05-01\nwithdrawn: {announced: 2026-05-25, reason: Not yet.}\n"

    @Test func withdrawnFromUnderIt() throws {
        let found = try findings(
            in: first + edition("2026-07-01", "We keep all.", withdrawn)
                + edition("2026-07-02", "We keep all!", editorial))
        #expect(
            found == """
                Content/privacy/2026-07-01.md:5:24 conflicting-change: edition 2026-07-02 was announced as an editorial change of this one, and would be more than that without it
                    withdraw edition 2026-07-02 on 2026-05-25 too, and announce it anew without material: false
                """)
    }

    @Test func bothAreWithdrawn() throws {
        let both = editorial + "withdrawn: {announced: 2026-05-25, reason: Not yet.}\n"
        #expect(
            try findings(
                in: first + edition("2026-07-01", "We keep all.", withdrawn)
                    + edition("2026-07-02", "We keep all!", both)) == "")
    }

    /// What it follows then says the same.
    @Test func withdrawnWithoutAChange() throws {
        #expect(
            try findings(
                in: first + edition("2026-07-01", "We keep litle.", withdrawn)
                    + edition("2026-07-02", "We keep little!", editorial))
                == "")
    }

    /// The second withdrawal does what the first did not.
    @Test func oneAfterTheOther() throws {
        let again = withdrawn.replacing("2026-05-25", with: "2026-05-26").replacing(
            "announced: 2026-05-01\n", with: "announced: 2026-04-30\n")
        let found = try findings(
            in: first + edition("2026-07-01", "We keep all.", again) + edition("2026-07-02", "We keep all.", withdrawn)
                + edition("2026-07-03", "We keep all!", editorial))
        #expect(
            found == """
                Content/privacy/2026-07-01.md:5:24 conflicting-change: edition 2026-07-03 was announced as an editorial change of this one, and would be more than that without it
                    withdraw edition 2026-07-03 on 2026-05-26 too, and announce it anew without material: false
                Content/privacy/2026-07-02.md:2:8 warning empty-change: the text of this edition is that of edition 2026-07-01, word for word
                    write what changes into the text below, or take the file out
                """)
    }

    /// Days for some that are to come still.
    private let pilot = "applies: [{to: Pilot customers, from: 2026-09-01}]\n"

    @Test func otherDaysForSome() throws {
        let delayed = first + edition("2026-07-01", "We keep all.", "announced: 2026-05-01\n" + pilot)
        let found = try findings(in: delayed + edition("2026-07-02", "We keep all!", editorial))
        #expect(
            found == """
                Content/privacy/2026-07-02.md:5:11 not-editorial: this edition applies to some on other days than edition 2026-07-01, in whose place it comes
                    write applies: [{to: "Pilot customers", from: 2026-09-01}]; or take this line out and give notice
                """)
        #expect(try findings(in: delayed + edition("2026-07-02", "We keep all!", editorial + pilot)) == "")
        #expect(try findings(in: delayed + edition("2026-09-01", "We keep all!", editorial)) == "")
        #expect(
            try findings(in: first + edition("2026-07-02", "We keep little!", editorial + pilot)) == """
                Content/privacy/2026-07-02.md:5:11 not-editorial: this edition applies to some on other days than edition 2026-01-01, in whose place it comes
                    take applies out; or take this line out and give notice
                """)
    }

    @Test(arguments: [("2026.2", ""), ("v2", ""), ("We keep all", "\"keep all\" is added")])
    func aLabelCountsOn(_ version: String, _ added: String) throws {
        let found = try findings(
            in: first + edition("2026-07-02", "We keep little!", editorial + "version: \(version)\n"))
        #expect(found.isEmpty == added.isEmpty)
        #expect(found.contains(added))
    }

    @Test func postponedPastIt() throws {
        let postponed =
            "announced: 2026-05-01\npostponed: [{announced: 2026-05-25, effective: 2026-08-01, reason: Not yet.}]\n"
        let found = try findings(
            in: first + edition("2026-07-01", "We keep all.", postponed)
                + edition("2026-07-02", "We keep all!", editorial))
        #expect(
            found == """
                Content/privacy/2026-07-01.md:5:48 conflicting-change: this postpones the edition to 2026-08-01, past edition 2026-07-02, which takes effect on 2026-07-02
                    postpone that one too, to a day after 2026-08-01; or withdraw one of the two and announce it anew
                """)
    }
}
