import Testing

/// The order of announcements, and what may still be said of one later.
@Suite struct OrderTests {
    private func privacy(_ lines: String, asOf day: String = "2026-06-01") throws -> String {
        try findings(
            in: """
                -- Content/privacy/2026-01-01.md --
                ---
                title: Privacy
                ---
                -- Content/privacy/2026-06-20.md --
                ---
                title: Privacy
                summary: We store less.
                announced: 2026-03-01
                \(lines)
                ---
                """, asOf: day)
    }

    @Test func effectiveBeforeAnnounced() throws {
        let edition = try findings(
            in: """
                -- Content/privacy/2025-05-03.md --
                ---
                title: Privacy
                announced: 2026-01-01
                applies: [{to: New customers, from: 2025-12-31}]
                ---
                """)
        #expect(
            edition == """
                Content/privacy/2025-05-03.md:3:12 effective-before-announced: this edition takes effect on 2025-05-03, before it is announced on 2026-01-01
                    rename the file to 2026-05-03.md if the year in its name is mistyped; else rename the file to 2026-01-01.md or a later day; for an older text, that was public by then, write announced: 2025-05-03 and recorded: 2026-01-01
                Content/privacy/2025-05-03.md:4:37 effective-before-announced: for some, this edition applies from 2025-12-31, before it is announced on 2026-01-01
                    write 2026-01-01 or later
                """)
        let change = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-06-01
                    effective: 2026-05-31
                    locations: [DE, FR]
                    note: A second place.
                """)
        #expect(
            change == """
                Content/subprocessors/providers/acme.yaml:9:16 effective-before-announced: this change takes effect on 2026-05-31, before it is announced on 2026-06-01
                    write effective: 2026-07-02 or later
                """)
    }

    @Test func changesOutOfOrder() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-06-01
                    website: https://acme.example
                    note: New.
                  - announced: 2026-05-01
                    address: 1 Main Street
                    note: New.
                  - announced: 2025-05-01
                    duration: One year
                    note: New.
                """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:11:16 out-of-order: this change is announced on 2026-05-01, before one that stands above it (2026-06-01)
                    put the changes in order of announcement, the newest last; for a new one write 2026-06-01 or later
                Content/subprocessors/providers/acme.yaml:14:16 out-of-order: this change is announced on 2025-05-01, before the provider itself on 2026-01-01
                    write 2026-01-01 or later
                """)
    }

    @Test func whatIsRecordedLaterMayStandByItsOwnDay() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-02-01
                    recorded: 2026-06-01
                    website: https://acme.example
                    note: New.
                    urgent: It was forgotten.
                  - announced: 2026-05-01
                    address: 1 Main Street
                    note: New.
                  - announced: 2026-03-01
                    recorded: 2026-06-01
                    duration: One year
                    note: New.
                    urgent: It was forgotten.
                """)
        #expect(found == "")
    }

    @Test func correctionOfTheFuture() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-05-01
                    true_since: 2026-05-02
                    recorded: 2026-04-30
                    website: https://acme.example
                    note: New.
                """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:9:17 out-of-order: the list is said to be wrong since 2026-05-02, after this correction of it
                    write 2026-05-01 or earlier
                Content/subprocessors/providers/acme.yaml:10:15 out-of-order: this change is recorded on 2026-04-30, before it is announced on 2026-05-01
                    take the line out, or write a day after 2026-05-01
                """)
    }

    /// What adds something and is true already is no use to come: its notice would say that it is announced.
    @Test func correctionToCome() throws {
        func corrected(_ effective: String) throws -> String {
            try findings(
                inProvider: """
                    \(acme)
                    changes:
                      - announced: 2026-05-01
                        true_since: 2026-02-01
                        data: [content, logs]
                        note: They had them.
                        \(effective)
                    """)
        }
        #expect(
            try corrected("effective: 2026-07-01") == """
                Content/subprocessors/providers/acme.yaml:12:16 out-of-order: a correction of the list is in effect at once, and this one takes effect on 2026-07-01
                    take the line out; what is to be so from 2026-07-01 on only is a change without true_since:
                """)
        #expect(try corrected("urgent: It was forgotten.") == "")
        #expect(try corrected("effective: 2026-05-01\n    urgent: It was forgotten.") == "")
    }

    /// The list is corrected of days on which it had the row: it was listed on 1 February, taken off on 1 April and
    /// listed again on 1 June.
    @Test func correctionOfAListWithoutTheRow() throws {
        func corrected(_ day: String, _ change: String = "website: https://acme.example", before: String = "") throws
            -> String
        {
            try findings(
                inProvider: """
                    \(acme)
                    effective: 2026-02-01
                    changes:
                      - {announced: 2026-03-20, effective: 2026-04-01, removed: true, note: No longer used.}
                      - {announced: 2026-04-20, effective: 2026-06-01, removed: false, note: Used again.}
                    \(before)  - announced: 2026-07-01
                        true_since: \(day)
                        \(change)
                        urgent: It was forgotten.
                        note: It was wrong.
                    """, asOf: "2026-08-01")
        }
        func refused(_ day: String, _ next: String) -> String {
            """
            Content/subprocessors/providers/acme.yaml:12:17 out-of-order: the list is said to be wrong since \(day), when acme was not on it
                write \(next), since when it is on the list, or later; what was so before can be told in note:
            """
        }
        for day in ["2026-02-01", "2026-03-31", "2026-06-01", "2026-07-01"] { #expect(try corrected(day) == "") }
        #expect(try corrected("2026-01-31") == refused("2026-01-31", "2026-02-01"))
        #expect(try corrected("2026-04-01") == refused("2026-04-01", "2026-06-01"))
        #expect(try corrected("2026-05-31", "data: [content, logs]") == refused("2026-05-31", "2026-06-01"))
        // That it is off the list is corrected of days on which it is on it.
        #expect(try corrected("2026-06-10", "removed: true") == "")
        #expect(try corrected("2026-05-10", "removed: true") == refused("2026-05-10", "2026-06-01"))
    }

    @Test func correctionThatItIsUsedAgain() throws {
        func again(_ day: String, _ more: String = "") throws -> String {
            try findings(
                inProvider: """
                    \(acme)
                    effective: 2026-02-01
                    changes:
                      - {announced: 2026-03-20, effective: 2026-04-01, removed: true, note: No longer used.}
                      - announced: 2026-07-01
                        true_since: \(day)
                        removed: false
                        urgent: It was forgotten.
                        note: It was never gone.
                    \(more)
                    """, asOf: "2026-08-01")
        }
        #expect(try again("2026-04-01") == "")
        #expect(
            try again("2026-01-15") == """
                Content/subprocessors/providers/acme.yaml:11:17 out-of-order: the list is said to be wrong since 2026-01-15, when acme was not on it
                    write 2026-02-01, since when it is on the list, or later; what was so before can be told in note:
                """)
        // Then also what it was said to be in these days can be corrected.
        let data =
            "  - {announced: 2026-07-02, true_since: 2026-05-01, data: [content, logs], urgent: It was., note: So.}"
        #expect(try again("2026-04-01", data) == "")
        #expect(
            try again("2026-05-02", data).contains(":15:41 out-of-order: the list is said to be wrong since 2026-05-01")
        )
    }

    @Test func postponementsOutOfOrder() throws {
        let found = try privacy(
            """
            postponed:
              - {announced: 2026-03-01, effective: 2026-07-01, reason: More time.}
              - {announced: 2026-02-01, effective: 2026-07-01, reason: More time.}
            withdrawn: {announced: 2026-03-01, reason: No need.}
            """)
        #expect(
            found == """
                Content/privacy/2026-06-20.md:6:17 out-of-order: this postponement is dated 2026-03-01, not after it is announced on 2026-03-01
                    write a moment after 2026-03-01
                Content/privacy/2026-06-20.md:7:17 out-of-order: this postponement is dated 2026-02-01, not after the postponement before it on 2026-03-01
                    write a moment after 2026-03-01
                Content/privacy/2026-06-20.md:7:40 out-of-order: this postponement leads to 2026-07-01, not to a day after 2026-07-01
                    write 2026-07-02 or later
                Content/privacy/2026-06-20.md:8:24 out-of-order: this edition is withdrawn on 2026-03-01, not after it was announced or last postponed on 2026-03-01
                    write a moment after 2026-03-01
                """)
        #expect(
            try privacy("postponed: [{announced: 2026-03-02, effective: 2026-06-10, reason: Sooner.}]") == """
                Content/privacy/2026-06-20.md:5:48 out-of-order: this postponement leads to 2026-06-10, not to a day after 2026-06-20
                    write 2026-06-21 or later; for an earlier day, withdraw it and announce it anew with its notice
                """)
    }

    @Test func tooLate() throws {
        #expect(
            try privacy("withdrawn: {announced: 2026-06-20, reason: No need.}", asOf: "2026-07-01") == """
                Content/privacy/2026-06-20.md:5:24 withdrawn-too-late: this edition is withdrawn on 2026-06-20, but took effect on 2026-06-20
                    write 2026-06-19 or earlier, if it was withdrawn then; else announce a new edition that undoes it
                """)
        #expect(
            try privacy("postponed: [{announced: 2026-06-20T08:00, effective: 2026-08-01, reason: Time.}]") == """
                Content/privacy/2026-06-20.md:5:25 postponed-too-late: this edition is postponed on 2026-06-20T08:00, but took effect on 2026-06-20
                    write 2026-06-19 or earlier, if it was postponed then; else announce a new edition that undoes it
                """)
        #expect(
            try privacy(
                """
                postponed: [{announced: 2026-06-19, effective: 2026-08-01, reason: Time.}]
                withdrawn: {announced: 2026-07-31, reason: No need.}
                """) == "")
        let change = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-05-01
                    website: https://acme.example
                    note: New.
                    withdrawn: {announced: 2026-05-02, reason: It was wrong.}
                """)
        #expect(
            change == """
                Content/subprocessors/providers/acme.yaml:11:28 withdrawn-too-late: this change is withdrawn on 2026-05-02, but took effect on 2026-05-01
                    announce a change that undoes it
                """)
    }
}
