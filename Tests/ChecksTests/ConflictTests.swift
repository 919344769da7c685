import Testing

/// Changes that change nothing, and announcements that make earlier ones untrue.
@Suite struct ConflictTests {
    @Test func emptyChanges() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-05-01
                    note: Nothing.
                  - announced: 2026-05-02
                    locations: [DE]
                    data: [content]
                    note: As before.
                  - announced: 2026-05-03
                    removed: false
                    note: It is there.
                  - announced: 2026-05-04
                    removed: true
                    note: No more.
                  - announced: 2026-05-05
                    website: https://acme.example
                    note: A page.
                  - announced: 2026-05-06
                    removed: true
                    note: No more.
                """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:8:5 empty-change: this change names nothing that it changes
                    add the keys that change, or material: false if the note only clarifies
                Content/subprocessors/providers/acme.yaml:10:5 empty-change: this change says of data, locations what the list says already on 2026-05-02
                    write what is new, or take the change out
                Content/subprocessors/providers/acme.yaml:15:14 empty-change: acme is on the list already on 2026-05-03
                    take the change out
                Content/subprocessors/providers/acme.yaml:20:5 empty-change: acme is not on the list on 2026-05-05, when this change takes effect
                    add removed: false to list it again, with effective: 2026-06-05 or later, or take the change out
                Content/subprocessors/providers/acme.yaml:24:14 empty-change: acme is not on the list on 2026-05-06, when this change takes effect
                    take the change out
                """)
    }

    /// Customers would be told that a datum comes and goes on one day, and that a company leaves and returns on it. What a
    /// correction added may go with the day on which it is told.
    @Test func changesThatTakeEachOtherBack() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-05-01
                    effective: 2026-07-01
                    data: [content, keys]
                    note: It receives keys.
                  - announced: 2026-05-01
                    effective: 2026-07-01
                    data: [content]
                    note: It does not.
                  - announced: 2026-05-02
                    effective: 2026-07-02
                    removed: true
                    note: No more.
                  - announced: 2026-05-02
                    effective: 2026-07-02
                    removed: false
                    note: It stays.
                  - announced: 2026-05-03
                    true_since: 2026-02-01
                    locations: [DE, FR]
                    urgent: It was left out.
                    note: The list was wrong.
                  - announced: 2026-05-03
                    locations: [DE]
                    note: It is left.
                  - announced: 2026-05-04
                    effective: 2026-07-04
                    data: [content, keys]
                    locations: [DE, FR]
                    note: More.
                  - announced: 2026-05-04
                    effective: 2026-07-04
                    data: [content]
                    note: Less.
                """, asOf: "2026-05-01")
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:12:5 empty-change: this change takes back what is announced with it for the same day, 2026-07-01
                    take both out, or say in one change what is to hold from then on
                Content/subprocessors/providers/acme.yaml:20:5 empty-change: this change takes back what is announced with it for the same day, 2026-07-02
                    take both out, or say in one change what is to hold from then on
                Content/subprocessors/providers/acme.yaml:37:5 empty-change: this change takes back what is announced with it for the same day, 2026-07-04
                    take this change out, and what it takes back out of the other
                """)
    }

    @Test("Of older history, which is entered at one moment, changes of two days take nothing back")
    func olderHistoryOfOneMoment() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-02-01
                    recorded: 2026-05-01
                    effective: 2026-03-15
                    data: [content, keys]
                    note: It receives keys.
                  - announced: 2026-02-02
                    recorded: 2026-05-01
                    effective: 2026-03-15
                    data: [content]
                    note: Customers objected.
                """, asOf: "2026-05-01")
        #expect(!found.contains("empty-change"), "\(found)")
    }

    /// A change of a day before that on which its row is listed waits for that day, or the announcement is withdrawn.
    @Test func beforeItIsListed() throws {
        func found(_ change: String) throws -> String {
            try findings(
                inProvider: """
                    \(acmeRow)
                    announced: 2027-01-20
                    effective: 2027-03-10
                    note: New.
                    changes:
                      - {announced: 2027-01-28, \(change), note: After all.}
                    """, asOf: "2027-01-28")
        }
        let path = "Content/subprocessors/providers/acme.yaml:10"
        #expect(
            try found("effective: 2027-03-05, data: [content, logs]") == """
                \(path):6 empty-change: acme is not on the list on 2027-03-05, when this change takes effect
                    write effective: 2027-03-10 or a later day: it is listed from 2027-03-10
                """)
        #expect(try found("effective: 2027-03-10, data: [content, logs]") == "")
        // Of a list that has no row yet nothing is corrected.
        #expect(
            try found("true_since: 2027-01-15, data: [content, logs], urgent: It was so.") == """
                \(path):6 empty-change: acme is not on the list on 2027-01-28, when this change takes effect
                    take true_since out and add effective: 2027-03-10 or a later day: it is listed from 2027-03-10
                """)
        #expect(
            try found("removed: true") == """
                \(path):38 empty-change: acme is not on the list on 2027-01-28, when this change takes effect
                    take the change out; if it is not to be listed on 2027-03-10, add withdrawn: {announced: 2027-01-28, reason: …} to what announces that (acme/2027-01-20)
                """)
    }

    /// A removal that leaves nothing to a change announced with it is what is wrong, where it came to that change.
    @Test func removedBeforeWhatIsToCome() throws {
        func found(_ removal: String) throws -> String {
            try findings(
                inProvider: """
                    \(acme)
                    changes:
                      - {announced: 2026-05-01, effective: 2026-07-01, locations: [DE, FR], note: More.}
                      - {announced: 2026-05-01, \(removal), note: It goes.}
                    """, asOf: "2026-05-01")
        }
        let path = "Content/subprocessors/providers/acme.yaml:9"
        #expect(
            try found("removed: true") == """
                \(path):38 empty-change: acme leaves the list on 2026-05-01, before its change of 2026-07-01, announced with this, takes effect
                    add effective: 2026-07-01 or a later day, or take the change that takes effect on 2026-07-01 out
                """)
        #expect(
            try found("effective: 2026-06-30, removed: true") == """
                \(path):61 empty-change: acme leaves the list on 2026-06-30, before its change of 2026-07-01, announced with this, takes effect
                    write effective: 2026-07-01 or a later day, or take the change that takes effect on 2026-07-01 out
                """)
        #expect(try found("effective: 2026-07-01, removed: true") == "")
        // A correction has no day of effect to come.
        #expect(
            try found("true_since: 2026-04-01, removed: true") == """
                \(path):62 empty-change: acme leaves the list on 2026-05-01, before its change of 2026-07-01, announced with this, takes effect
                    take true_since out and add effective: 2026-07-01 or a later day, or take the change that takes effect on 2026-07-01 out
                """)
    }

    /// What lists a row again is no editorial change.
    @Test func clarifiedOffTheList() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - {announced: 2026-05-01, removed: true, note: No more.}
                  - {announced: 2026-05-05, material: false, note: It kept nothing.}
                """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:9:6 empty-change: acme is not on the list on 2026-05-05, when this change takes effect
                    add removed: false in place of material: false to list it again, with effective: 2026-06-05 or later, or take the change out
                """)
    }

    @Test func privateAndUnrecordedChangesAreNone() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-05-01
                    cost_center: "4711"
                  - announced: 2026-05-02
                    contact: dpo@acme.example
                """, site: "register: {private: [cost_center]}")
        #expect(found == "")
    }

    @Test func earlierEffect() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-05-01
                    effective: 2026-08-01
                    locations: [DE, FR]
                    note: A second place.
                  - announced: 2026-05-02
                    effective: 2026-07-01
                    locations: [DE, IE]
                    note: Another second place.
                """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:12:5 conflicting-change: this makes untrue what change acme/2026-05-01 announced for 2026-08-01
                    withdraw acme/2026-05-01 on 2026-05-02 and announce it anew, as it is to be then
                """)
    }

    /// - Parameters:
    ///   - fate: a line of what became of a second place that is announced for 1 August.
    ///   - later: the changes behind it.
    private func found(ofSecondPlace fate: String, _ later: String) throws -> String {
        try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-05-01
                    effective: 2026-08-01
                    locations: [DE, FR]
                    note: A second place.
                \(fate)
                \(later)
                """)
    }

    @Test func removalBefore() throws {
        let removal = "  - announced: 2026-05-02\n    removed: true\n    note: Replaced."
        #expect(
            try found(ofSecondPlace: "    # It comes.", removal) == """
                Content/subprocessors/providers/acme.yaml:13:5 conflicting-change: this makes untrue what change acme/2026-05-01 announced for 2026-08-01
                    withdraw acme/2026-05-01 on 2026-05-02 too, as it changes nothing of a row that is off the list
                """)
        #expect(
            try found(ofSecondPlace: "    withdrawn: {announced: 2026-05-02, reason: Replaced.}", removal) == "")
    }

    /// On the day of what comes untrue the row is on the list, so it can be announced anew; and what takes effect later than that
    /// is not what made it untrue.
    @Test func removalThatLeavesTheDayAlone() throws {
        func found(_ later: String) throws -> String {
            try findings(
                inProvider: """
                    \(acme)
                    changes:
                      - {announced: 2026-05-01, effective: 2026-08-01, locations: [DE, FR], note: A second place.}
                    \(later)
                    """)
        }
        let again = """
              - {announced: 2026-05-02, effective: 2026-06-20, removed: true, note: A pause.}
              - {announced: 2026-05-02, effective: 2026-07-01, removed: false, locations: [DE, IE], note: Back.}
            """
        let first = """
              - {announced: 2026-05-02, effective: 2026-07-01, locations: [DE, IE], note: Another second place.}
              - {announced: 2026-05-02, effective: 2026-10-01, removed: true, note: It goes in autumn.}
            """
        for (later, line) in [(again, 10), (first, 9)] {
            #expect(
                try found(later) == """
                    Content/subprocessors/providers/acme.yaml:\(line):6 conflicting-change: this makes untrue what change acme/2026-05-01 announced for 2026-08-01
                        withdraw acme/2026-05-01 on 2026-05-02 and announce it anew, as it is to be then
                    """)
        }
    }

    /// When it was taken off the list nobody knew that it comes back: on that day it cannot be announced anew.
    @Test func removalBeforeALaterReturn() throws {
        let later = """
              - {announced: 2026-05-02, effective: 2026-07-01, removed: true, note: It goes.}
              - {announced: 2026-05-20, effective: 2026-07-15, removed: false, note: It stays after all.}
            """
        #expect(
            try found(ofSecondPlace: "    # It comes.", later) == """
                Content/subprocessors/providers/acme.yaml:13:6 conflicting-change: this makes untrue what change acme/2026-05-01 announced for 2026-08-01
                    withdraw acme/2026-05-01 on 2026-05-02 too, as it changes nothing of a row that is off the list
                """)
        #expect(
            try found(ofSecondPlace: "    withdrawn: {announced: 2026-05-02, reason: Replaced.}", later) == "")
    }

    @Test func withdrawnFoundation() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - announced: 2026-05-01
                    effective: 2026-07-01
                    locations: [DE, FR]
                    note: A second place.
                    withdrawn: {announced: 2026-05-10, reason: Not needed.}
                  - announced: 2026-05-02
                    effective: 2026-08-01
                    locations: [DE, FR, IE]
                    note: A third place.
                """)
        #expect(
            found == """
                Content/subprocessors/providers/acme.yaml:12:28 conflicting-change: this makes untrue what change acme/2026-05-02 announced for 2026-08-01
                    withdraw acme/2026-05-02 on 2026-05-10 and announce it anew, as it is to be then
                """)
    }

    private func privacy(
        _ first: String, _ second: String, second id: String = "2026-08-01", asOf: String = "2026-06-01"
    ) throws -> String {
        try findings(
            in: """
                -- Content/privacy/2026-01-01.md --
                ---
                title: Privacy
                ---
                -- Content/privacy/2026-07-01.md --
                ---
                title: Privacy
                summary: First.
                \(first)
                ---
                -- Content/privacy/\(id).md --
                ---
                title: Privacy
                summary: Second.
                \(second)
                ---
                """, asOf: asOf)
    }

    @Test func postponedPastAnother() throws {
        let found = try privacy(
            "announced: 2026-03-01\npostponed: [{announced: 2026-06-01, effective: 2026-09-01, reason: Time.}]",
            "announced: 2026-03-01")
        #expect(
            found == """
                Content/privacy/2026-07-01.md:5:48 conflicting-change: this postpones the edition to 2026-09-01, past edition 2026-08-01, which takes effect on 2026-08-01
                    postpone that one too, to a day after 2026-09-01; or withdraw one of the two and announce it anew
                """)
        #expect(
            try privacy(
                "announced: 2026-03-01\npostponed: [{announced: 2026-06-01, effective: 2026-09-01, reason: Time.}]",
                "announced: 2026-03-01\npostponed: [{announced: 2026-06-01, effective: 2026-10-01, reason: Time.}]")
                == "")
    }

    @Test("Nobody could tell which of the two days holds for some")
    func postponedPastItsOwnDays() throws {
        func found(_ applies: String, _ to: String, asOf: String = "2026-05-01") throws -> String {
            let keys = "announced: 2026-03-01\napplies: [\(applies)]"
            return try privacy(
                "\(keys)\npostponed: [{announced: 2026-05-01, effective: \(to), reason: Time.}]",
                "announced: 2026-05-01", second: "2026-12-01", asOf: asOf)
        }
        let pilot = "{to: Pilot customers, from: 2026-08-01}"
        let told = """
            Content/privacy/2026-07-01.md:6:48 conflicting-change: this edition is postponed to 2026-09-01, past 2026-08-01, from which it applies to Pilot customers
                postpone it to 2026-08-01 or an earlier day, or withdraw it and announce it anew, with the days for some that are to hold then
            """
        #expect(try found(pilot, "2026-09-01") == told)
        let warning = told.replacing("conflicting-change", with: "warning conflicting-change")
        #expect(try found(pilot, "2026-09-01", asOf: "2026-06-01") == warning)
        #expect(try found(pilot, "2026-08-01") == "")
        #expect(try found("{to: New customers, from: 2026-06-01, new: true}", "2026-09-01") == "")
        #expect(
            try found("{to: Pilot customers, from: 2026-07-01}", "2026-09-01").hasSuffix(
                "\n    withdraw it and announce it anew, with the days for some that are to hold then"))
    }

    @Test func afterTheLast() throws {
        #expect(
            try privacy("announced: 2026-03-01\nretired: {}", "announced: 2026-04-01") == """
                Content/privacy/2026-08-01.md:4:12 conflicting-change: this edition comes after edition 2026-07-01, with which the document ends on 2026-07-01
                    make it a new document, or withdraw edition 2026-07-01 before it takes effect
                """)
        #expect(
            try privacy("announced: 2026-04-01\nretired: {}\ninterim: true", "announced: 2026-03-01") == """
                Content/privacy/2026-07-01.md:5:10 conflicting-change: the document is to end with this edition, but edition 2026-08-01 is announced for 2026-08-01
                    withdraw edition 2026-08-01, or let this edition take effect after it
                """)
    }

    @Test func interimMissing() throws {
        #expect(
            try privacy("announced: 2026-04-01", "announced: 2026-03-01") == """
                Content/privacy/2026-07-01.md:4:12 interim-missing: this edition takes effect before edition 2026-08-01, which was announced on 2026-03-01 for 2026-08-01
                    write interim: true if it gives way to that one, or withdraw that one on 2026-04-01 or before
                """)
        #expect(try privacy("announced: 2026-04-01\ninterim: true", "announced: 2026-03-01") == "")
        #expect(
            try privacy(
                "announced: 2026-04-01",
                "announced: 2026-03-01\nwithdrawn: {announced: 2026-04-01, reason: It comes otherwise.}") == "")
        #expect(try privacy("announced: 2026-03-01", "announced: 2026-03-01") == "")
        #expect(try privacy("announced: 2026-03-01\ninterim: true", "announced: 2026-03-01") == "")
    }

    @Test("An edition that is to give way, and nothing is announced to which it could")
    func interimOfNothing() throws {
        #expect(
            try privacy("announced: 2026-03-01\ninterim: true", "announced: 2026-04-01") == """
                Content/privacy/2026-07-01.md:5:10 interim-missing: this edition says that it gives way to another, and none that was announced by 2026-03-01 takes effect after it
                    take the line out, or announce the other one by then
                """)
    }

    @Test("Of one day the higher id holds, whichever is announced later")
    func neverInForce() throws {
        #expect(
            try privacy("announced: 2026-04-01", "announced: 2026-03-01", second: "2026-07-01-2") == """
                Content/privacy/2026-07-01.md:4:12 interim-missing: this edition never holds: edition 2026-07-01-2, which was announced on 2026-03-01, takes effect on 2026-07-01 too, and of one day the higher id holds
                    name this file 2026-07-01-3.md, which comes after it; or withdraw that one on 2026-04-01 or before
                """)
        #expect(try privacy("announced: 2026-03-01", "announced: 2026-04-01", second: "2026-07-01-2") == "")
        let isInterim = try privacy(
            "announced: 2026-04-01\ninterim: true", "announced: 2026-03-01", second: "2026-07-01-2")
        #expect(isInterim.contains("this edition never holds"))
    }

    /// A row whose first state was withdrawn was never on the list: nothing of it holds, and nothing returns.
    @Test func listedAfterAWithdrawal() throws {
        func found(_ change: String) throws -> String {
            try findings(
                inProvider: """
                    \(acmeRow)
                    announced: 2026-02-01
                    effective: 2026-04-01
                    note: New.
                    withdrawn: {announced: 2026-02-03, reason: Not signed.}
                    changes:
                      - {announced: 2026-05-01, effective: 2026-07-01, \(change), note: After all.}
                    """)
        }
        #expect(
            try found("data: [content, logs]") == """
                Content/subprocessors/providers/acme.yaml:11:6 empty-change: acme is not on the list on 2026-07-01, when this change takes effect
                    add removed: false, and name, entity, purpose, to list it, or take the change out
                """)
        #expect(
            try found("data: [content], locations: [DE], removed: false") == """
                Content/subprocessors/providers/acme.yaml:11:95 missing-key: acme was never on the list, and this item lists it without name, entity, purpose
                    add name, entity, purpose here, as in the state that was withdrawn; where this item is published, in one of its own
                """)
        let whole =
            "name: Acme, entity: Acme Ltd, purpose: Hosts the databases, data: [logs], locations: [DE], removed: false"
        #expect(try found(whole) == "")
        // The places are not asked for once more where the row lacks all of it.
        #expect(
            try found("removed: false") == """
                Content/subprocessors/providers/acme.yaml:11:61 missing-key: acme was never on the list, and this item lists it without name, entity, purpose, data
                    add name, entity, purpose, data here, as in the state that was withdrawn; where this item is published, in one of its own
                """)
    }

    /// A row that was listed keeps its fields, and may return with its name alone.
    @Test func returnsAsItWas() throws {
        let found = try findings(
            inProvider: """
                \(acme)
                changes:
                  - {announced: 2026-02-01, removed: true, note: No more.}
                  - {announced: 2026-05-01, effective: 2026-07-01, removed: false, note: Again.}
                """)
        #expect(found == "")
    }

    /// What is postponed past a change that stands on it makes that one untrue, and comes true without it.
    @Test func postponedPastWhatStandsOnIt() throws {
        func found(_ withdrawal: String) throws -> String {
            try findings(
                inProvider: """
                    \(acmeRow)
                    announced: 2026-05-01
                    effective: 2026-06-15
                    note: New.
                    postponed: [{announced: 2026-05-03, effective: 2026-08-01, reason: Later.}]
                    changes:
                      - announced: 2026-05-02
                        effective: 2026-07-01
                        locations: [DE, FR]
                        note: A second place.
                    \(withdrawal)
                    """)
        }
        #expect(
            try found("") == """
                Content/subprocessors/providers/acme.yaml:9:25 conflicting-change: this makes untrue what change acme/2026-05-02 announced for 2026-07-01
                    withdraw acme/2026-05-02 on 2026-05-03 and announce it anew, as it is to be then
                """)
        #expect(try found("    withdrawn: {announced: 2026-05-03, reason: Later too.}") == "")
    }
}
