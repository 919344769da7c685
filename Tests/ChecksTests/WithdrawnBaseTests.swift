import Testing

/// What becomes of an edition that was announced as a change of one which is withdrawn.
@Suite struct WithdrawnBaseTests {
    private let first = "-- Content/privacy/2026-01-01.md --\n---\ntitle: Privacy\n---\n\nWe keep little.\n"

    private func edition(_ id: String, _ words: String, _ announced: String, _ keys: String = "") -> String {
        """
        -- Content/privacy/\(id).md --
        ---
        title: Privacy
        summary: Words.
        announced: \(announced)
        \(keys)---

        \(words)

        """
    }

    private func withdrawn(_ moment: String = "2026-05-25") -> String {
        "withdrawn: {announced: \(moment), reason: Not yet.}\n"
    }

    private let conflict = """
        Content/privacy/2026-07-01.md:5:24 conflicting-change: edition 2026-08-01 was announced as a change of this one; without this one it would change edition 2026-01-01, which says something else
            withdraw edition 2026-08-01 on 2026-05-25 too, and announce it anew
        """

    @Test("It hides what the one before it no longer tells", arguments: ["We keep all and sell it.", "We keep less."])
    func withdrawnFromUnderIt(_ words: String) throws {
        func found(_ keys: String = "") throws -> String {
            try findings(
                in: first + edition("2026-07-01", "We keep all.", "2026-05-01", withdrawn())
                    + edition("2026-08-01", words, "2026-05-10", keys), asOf: "2026-05-25")
        }
        #expect(try found() == conflict)
        #expect(try found(withdrawn()) == "")
        #expect(try found(withdrawn("2026-05-26")) == conflict)
    }

    @Test("Nor does it stand on the withdrawal of the first edition of all")
    func ofNothing() throws {
        let found = try findings(
            in: edition("2026-07-01", "We keep all.", "2026-05-01", withdrawn())
                + edition("2026-08-01", "We keep more.", "2026-05-10"), asOf: "2026-05-25")
        #expect(
            found
                == conflict.replacing(
                    "it would change edition 2026-01-01, which says something else",
                    with: "there is nothing that it would change"))
    }

    @Test("What it follows then says the same, or takes its place for the day")
    func theSame() throws {
        func found(_ words: String, _ more: String = "") throws -> String {
            try findings(
                in: first + edition("2026-07-01", words, "2026-05-01", withdrawn())
                    + edition("2026-08-01", "We keep less.", "2026-05-10") + more, asOf: "2026-05-25")
        }
        #expect(try found("We keep *litle*!") == "")
        #expect(
            try found("We keep all.", edition("2026-07-01-2", "We keep *all*.", "2026-05-25", "interim: true\n")) == "")
        #expect(
            try found("We keep all.", edition("2026-07-01-2", "We keep some.", "2026-05-25", "interim: true\n"))
                == conflict.replacing("change edition 2026-01-01", with: "change edition 2026-07-01-2"))
    }

    @Test("An edition announced when the other was withdrawn already, one of its day, and one in force")
    func standsOnNothing() throws {
        for later in [
            edition("2026-08-01", "We keep less.", "2026-05-25"), edition("2026-08-01", "We keep less.", "2026-06-01"),
            edition("2026-07-01-2", "We keep less.", "2026-05-10"),
        ] {
            #expect(
                try findings(
                    in: first + edition("2026-07-01", "We keep all.", "2026-05-01", withdrawn()) + later,
                    asOf: "2026-05-25") == "")
        }
    }

    @Test("One after the other: what one withdrawal left, another takes")
    func oneAfterTheOther() throws {
        let found = try findings(
            in: first + edition("2026-06-20", "We keep all!", "2026-05-01", withdrawn("2026-05-26"))
                + edition("2026-07-01", "We keep all.", "2026-05-02", withdrawn())
                + edition("2026-08-01", "We keep less.", "2026-05-10"), asOf: "2026-05-25")
        #expect(
            found == """
                Content/privacy/2026-06-20.md:5:24 conflicting-change: edition 2026-08-01 was announced as a change of this one; without this one it would change edition 2026-01-01, which says something else
                    withdraw edition 2026-08-01 on 2026-05-26 too, and announce it anew
                """)
    }

    /// Customers were told; what is left is to say so.
    @Test("What was published is warned of, until the other is withdrawn too or has taken effect")
    func published() throws {
        func found(_ asOf: String, _ keys: String = "") throws -> String {
            try findings(
                in: first + edition("2026-07-01", "We keep all.", "2026-05-01", withdrawn())
                    + edition("2026-08-01", "We keep less.", "2026-05-10", keys), asOf: asOf)
        }
        let said = conflict.replacing("conflicting", with: "warning conflicting").split(separator: "\n")[0]
        #expect(
            try found("2026-06-01")
                == "\(said)\n    withdraw edition 2026-08-01 too before it takes effect on 2026-08-01, and announce it anew"
        )
        #expect(try found("2026-06-01", withdrawn("2026-06-01")) == "")
        #expect(
            try found("2026-08-01")
                == "\(said)\n    say in the summary of a new edition what took effect with edition 2026-08-01")
    }
    @Test("The warning ends with another edition that may say what took effect")
    func said() throws {
        func found(_ more: String) throws -> String {
            try findings(
                in: first + edition("2026-07-01", "We keep all.", "2026-05-01", withdrawn())
                    + edition("2026-08-01", "We keep less.", "2026-05-10") + more, asOf: "2026-09-01")
        }
        let said = try found("")
        #expect(said.hasSuffix("say in the summary of a new edition what took effect with edition 2026-08-01"))
        #expect(try found(edition("2026-10-01", "We keep more.", "2026-08-31")) == "")
        // That one was announced before it took effect, and this one is none of its own words.
        #expect(try found(edition("2026-10-01", "We keep more.", "2026-07-31")) == said)
        #expect(try found(edition("2026-10-01", "We keep *less*.", "2026-08-31", "material: false\n")) == said)
    }

    @Test("What one withdrawal makes untrue is said once, however many follow")
    func once() throws {
        let found = try findings(
            in: first + edition("2026-06-10", "We keep names.", "2026-05-01", withdrawn("2026-05-26"))
                + edition("2026-06-20", "We keep some.", "2026-05-02", withdrawn())
                + edition("2026-08-01", "We keep less.", "2026-05-10"), asOf: "2026-05-25")
        #expect(
            found
                == conflict.replacing("2026-07-01", with: "2026-06-20")
                .replacing("edition 2026-01-01", with: "edition 2026-06-10"))
    }
}
