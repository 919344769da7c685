import Testing

/// Changes that need no notice by what is to come, or for a day alone, and would need it by what then holds.
@Suite struct StateToComeTests {
    private let acme = """
        name: Acme Cloud
        entity: Acme Ltd
        purpose: Hosts the databases
        data: [content]
        retention: 30 days
        duration: One year
        """

    private let path = "Content/subprocessors/providers/acme.yaml"

    private func found(_ first: String, _ changes: String) throws -> String {
        try findings(inProvider: "\(acme)\n\(first)\nannounced: 2026-01-01\nchanges:\n\(changes)", asOf: "2026-09-01")
    }

    // MARK: What is withdrawn or postponed later

    private func recipient(_ later: String = "", second: String = "effective: 2026-07-02") throws -> String {
        try found(
            "locations: [DE]",
            """
              - announced: 2026-05-02
                effective: 2026-07-01
                role: recipient
                note: They use the data for themselves.
            \(later)  - announced: 2026-06-29
                \(second)
                entity: Other Ltd
                retention: For ever
                note: Another company.
            """)
    }

    @Test func aRoleThatIsWithdrawn() throws {
        #expect(try recipient() == "")
        #expect(
            try recipient("    withdrawn: {announced: 2026-06-30, reason: They do not.}\n") == """
                \(path):14:28 conflicting-change: with this, change acme/2026-06-29 needs notice, and it was announced for 2026-07-02 as one that needs none
                    withdraw acme/2026-06-29 on 2026-06-30 and announce it anew, as it is to be then
                """)
    }

    @Test func aRoleThatIsPostponed() throws {
        let past = "    postponed: [{announced: 2026-06-30, effective: 2026-07-03, reason: Later.}]\n"
        #expect(
            try recipient(past) == """
                \(path):14:29 conflicting-change: with this, change acme/2026-06-29 needs notice, and it was announced for 2026-07-02 as one that needs none
                    withdraw acme/2026-06-29 on 2026-06-30 and announce it anew, as it is to be then
                """)
        // As far as it stays before the other, nothing is another.
        let before = "    postponed: [{announced: 2026-06-30, effective: 2026-07-02, reason: Later.}]\n"
        #expect(try recipient(before) == "")
    }

    @Test func theOtherIsWithdrawnToo() throws {
        let later = "    withdrawn: {announced: 2026-06-30, reason: They do not.}\n"
        let withdrawn = "effective: 2026-07-02\n    withdrawn: {announced: 2026-06-30, reason: That neither.}"
        #expect(try recipient(later, second: withdrawn) == "")
        // What needed notice in any case, and had it, stays as it is.
        #expect(
            try found(
                "locations: [DE]",
                """
                  - announced: 2026-05-02
                    effective: 2026-07-01
                    role: recipient
                    note: They use the data for themselves.
                    withdrawn: {announced: 2026-06-30, reason: They do not.}
                  - announced: 2026-05-29
                    effective: 2026-07-02
                    data: [content, logs]
                    note: More data.
                """) == "")
    }

    @Test func aMoveThatIsWithdrawn() throws {
        func move(_ later: String) throws -> String {
            try found(
                "locations: [US]\ntransfer: [SCC-3, DPF, adequacy]",
                """
                  - announced: 2026-05-02
                    effective: 2026-07-01
                    locations: [NL]
                    note: A move to Europe.
                \(later)  - announced: 2026-06-29
                    effective: 2026-07-02
                    transfer: [adequacy]
                    note: Nothing else is needed there.
                """)
        }
        #expect(try move("") == "")
        let withdrawn = try move("    withdrawn: {announced: 2026-06-30, reason: They stay.}\n")
        #expect(
            withdrawn.hasPrefix(
                """
                \(path):15:28 conflicting-change: with this, change acme/2026-06-29 needs notice, and it was announced for 2026-07-02 as one that needs none
                    withdraw acme/2026-06-29 on 2026-06-30 and announce it anew, as it is to be then
                """))
    }

    /// The same change on a later day: the decision of adequacy for the United Kingdom ends in 2031.
    @Test func aDayWhenAMechanismNoLongerCovers() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                locations: [GB]
                transfer: [SCC-3, adequacy]
                announced: 2026-01-01
                changes:
                  - announced: 2031-12-01
                    effective: 2031-12-20
                    transfer: [adequacy]
                    note: Nothing else is needed.
                    postponed: [{announced: 2031-12-10, effective: 2032-01-10, reason: Later.}]
                """, asOf: "2026-09-01")
        #expect(
            found.contains(
                """
                \(path):15:29 conflicting-change: with this, change acme/2031-12-01 needs notice, and it was announced for 2031-12-20 as one that needs none
                    withdraw acme/2031-12-01 on 2031-12-10 in place of postponing it, and announce it anew, as it is to be then
                """))
    }

    @Test func aCompanyThatIsNoLongerNamed() throws {
        func renamed(_ later: String, role: String = "subprocessor") throws -> String {
            try findings(
                inProvider: """
                    name: Acme Cloud
                    role: \(role)
                    purpose: Hosts the databases
                    data: [content]
                    locations: [DE]
                    announced: 2026-01-01
                    changes:
                      - announced: 2026-05-02
                        effective: 2026-07-01
                        entity: Acme Ltd
                        note: Who they are.
                    \(later)  - announced: 2026-06-29
                        effective: 2026-07-02
                        name: Other Cloud
                        material: false
                        note: Another name.
                    """, site: "register: {required: [name]}", asOf: "2026-09-01")
        }
        #expect(try renamed("") == "")
        let withdrawn = "    withdrawn: {announced: 2026-06-30, reason: We do not know.}\n"
        #expect(
            try renamed(withdrawn) == """
                \(path):12:28 conflicting-change: with this, change acme/2026-06-29 needs notice, and it was announced for 2026-07-02 as one that needs none
                    withdraw acme/2026-06-29 on 2026-06-30 and announce it anew, as it is to be then
                """)
        #expect(
            try renamed(withdrawn, role: "recipient") == """
                \(path):12:28 conflicting-change: with this, change acme/2026-06-29 adds something, and it was announced for 2026-07-02 as one that adds nothing
                    withdraw acme/2026-06-29 on 2026-06-30 and announce it anew, as it is to be then
                """)
    }

    /// Recorded late, what was in force already would have needed notice.
    @Test func aRoleThatIsToldLate() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                role: recipient
                locations: [DE]
                announced: 2026-01-01
                changes:
                  - announced: 2026-03-01
                    recorded: 2026-06-01
                    role: subprocessor
                    urgent: Nobody had told us.
                    note: They work for us.
                  - announced: 2026-05-01
                    entity: Other Ltd
                    note: Another company.
                """, asOf: "2026-09-01")
        #expect(
            found == """
                \(path):11:5 conflicting-change: with this, change acme/2026-05-01 needs notice, and it was announced for 2026-05-01 as one that needs none
                    let this take effect after acme/2026-05-01, or correct the list by a change with true_since:
                """)
    }

    // MARK: For a day

    private func forADay(_ effective: String, _ change: String, until day: String = "2026-06-21") throws -> String {
        try found(
            "role: recipient\nlocations: [DE]",
            """
              - announced: 2026-05-02
                effective: \(day)
                role: subprocessor
                note: They work for us then.
              - announced: 2026-06-19
                effective: \(effective)
                \(change)
                note: Their own affair.
            """)
    }

    @Test(arguments: ["entity: Other Ltd", "retention: For ever", "duration: For ever"])
    func aRecipientForADay(_ change: String) throws {
        #expect(
            try forADay("2026-06-20", change) == """
                \(path):16:16 notice-too-short: this change takes effect on 2026-06-20; announced on 2026-06-19 with 30 days of notice, it can take effect on 2026-07-20 at the earliest
                    write effective: 2026-07-20 or a later day, or add urgent: and why the notice is short
                """)
    }

    @Test func aRecipientForLonger() throws {
        // The thirty days after 19 June end with 19 July.
        #expect(try forADay("2026-06-20", "entity: Other Ltd", until: "2026-07-20") == "")
        #expect(try forADay("2026-06-20", "entity: Other Ltd", until: "2026-07-19").contains("notice-too-short"))
        #expect(try forADay("2026-07-20", "entity: Other Ltd") == "")
        #expect(try forADay("2026-06-20", "website: https://acme.example") == "")
    }

    @Test func offTheListForADay() throws {
        #expect(
            try found(
                "locations: [DE]",
                """
                  - announced: 2026-05-02
                    effective: 2026-06-20
                    removed: true
                    note: No longer used.
                    withdrawn: {announced: 2026-06-10, reason: They go earlier.}
                  - announced: 2026-05-03
                    effective: 2026-06-25
                    removed: false
                    note: Used again.
                  - announced: 2026-06-10
                    effective: 2026-06-19
                    removed: true
                    entity: Other Ltd
                    note: No longer used.
                """) == """
                    \(path):20:16 notice-too-short: this change takes effect on 2026-06-19; announced on 2026-06-10 with 30 days of notice, it can take effect on 2026-07-11 at the earliest
                        write effective: 2026-07-11 or a later day, or add urgent: and why the notice is short
                    """)
    }

    @Test func elsewhereForADay() throws {
        func dropped(_ back: String) throws -> String {
            try found(
                "locations: [US]\ntransfer: [SCC-3, DPF, adequacy]",
                """
                  - announced: 2026-05-02
                    effective: 2026-06-20
                    locations: [NL]
                    note: A move to Europe.
                  - announced: 2026-05-02
                    effective: \(back)
                    locations: [US]
                    note: And back.
                  - announced: 2026-06-19
                    effective: 2026-06-20
                    transfer: [adequacy]
                    note: Nothing else is needed there.
                """)
        }
        #expect(
            try dropped("2026-06-21").contains(
                """
                \(path):20:16 notice-too-short: this change takes effect on 2026-06-20; announced on 2026-06-19 with 30 days of notice, it can take effect on 2026-07-20 at the earliest
                """))
        #expect(try !dropped("2026-07-20").contains("notice-too-short"))
    }

    @Test func anEntityForADay() throws {
        #expect(
            try findings(
                inProvider: """
                    name: Acme Cloud
                    purpose: Hosts the databases
                    data: [content]
                    locations: [DE]
                    announced: 2026-01-01
                    changes:
                      - announced: 2026-05-02
                        effective: 2026-06-20
                        entity: Acme Ltd
                        note: Who they are.
                      - announced: 2026-05-02
                        effective: 2026-06-22
                        entity: ~
                        note: Nobody knows.
                      - announced: 2026-06-19
                        effective: 2026-06-21
                        name: Other Cloud
                        material: false
                        note: Another name.
                    """, site: "register: {required: [name]}", asOf: "2026-09-01"
            )
            .contains("\(path):18:15 not-editorial: this change adds something or takes a bound away"))
    }
}
