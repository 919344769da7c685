import Testing

/// Changes that need no notice by what is announced to follow them within their notice period, and would need it where
/// that is no longer so: they stand as they stood, and what alters what follows is refused.
@Suite struct StateThatFollowsTests {
    private let path = "Content/subprocessors/providers/acme.yaml"

    /// From 19 June on in the Netherlands, where no mechanism is needed; from 20 June on without one; from 22 June on in
    /// the United States.
    ///
    /// - Parameters:
    ///   - between: a change that is announced for 21 June, before the mechanisms are dropped.
    ///   - later: what is said of it later.
    ///   - drop: what the change drops that is announced on another day, `announced`.
    ///   - back: the day of the move to the United States, and `move` what is said of it later.
    private func found(
        _ between: String, _ later: String = "", drop: String = "transfer: [adequacy]",
        announced: String = "2026-06-05",
        back: String = "2026-06-22", move: String = ""
    ) throws -> String {
        try findings(
            inProvider: """
                name: Acme Cloud
                entity: Acme Ltd
                purpose: Hosts the databases
                data: [content]
                locations: [US]
                transfer: [SCC-3, DPF, adequacy]
                announced: 2026-01-01
                changes:
                  - announced: 2026-05-02
                    effective: 2026-06-19
                    locations: [NL]
                    note: A move to Europe.
                  - announced: 2026-05-02
                    effective: 2026-06-21
                    \(between)
                    note: Something else for a time.
                \(later)  - announced: 2026-05-02
                    effective: \(back)
                    locations: [US]
                    note: And back.
                \(move)  - announced: \(announced)
                    effective: 2026-06-20
                    \(drop)
                    note: Nothing else is needed there.
                """, site: "checks: {transfer-missing: warning}", asOf: "2026-09-01"
        )
        .split(separator: "\n").filter { !$0.contains("transfer-missing") && !$0.hasPrefix("    add to transfer") }
        .joined(separator: "\n")
    }

    private func refused(_ line: Int, _ column: Int, _ change: String = "acme/2026-06-05") -> String {
        """
        \(path):\(line):\(column) conflicting-change: with this, change \(change) needs notice, and it was announced for 2026-06-20 as one that needs none
            withdraw \(change) on 2026-06-10 and announce it anew, as it is to be then
        """
    }

    private let withdrawn = "    withdrawn: {announced: 2026-06-10, reason: It does not come to that.}\n"
    private let postponed = "    postponed: [{announced: 2026-06-10, effective: 2026-07-30, reason: Later.}]\n"

    @Test(arguments: [false, true])
    func aRoleThatWasToComeBetween(_ isPostponed: Bool) throws {
        #expect(try found("role: recipient") == "")
        #expect(try found("role: recipient", isPostponed ? postponed : withdrawn) == refused(17, isPostponed ? 29 : 28))
    }

    @Test func whatTheMoveNeeds() throws {
        let gone = "    withdrawn: {announced: 2026-06-10, reason: They stay.}\n"
        // What was to follow is taken back too: nothing is wider than was told.
        #expect(try found("role: recipient", withdrawn, move: gone) == "")
        // It follows when the notice period of what was dropped is over: the thirty days after 5 June end with 5 July.
        #expect(try found("role: recipient", withdrawn, back: "2026-07-06") == "")
        #expect(try found("role: recipient", withdrawn, back: "2026-07-05") == refused(17, 28))
        // A change of which customers had notice.
        #expect(try found("role: recipient", withdrawn, announced: "2026-05-20") == "")
    }

    /// What is in force can no longer be withdrawn.
    @Test func whatIsInForceAlready() throws {
        let late = "    postponed: [{announced: 2026-06-20, effective: 2026-07-30, reason: Later.}]\n"
        #expect(
            try found("role: recipient", late) == """
                \(path):17:29 conflicting-change: with this, change acme/2026-06-05 needs notice, and it was announced for 2026-06-20 as one that needs none
                    leave this as it was; or withdraw on 2026-06-20 as well what is to follow acme/2026-06-05 within its notice period, and announce that anew
                """)
        let gone = "    withdrawn: {announced: 2026-06-20, reason: They stay.}\n"
        #expect(try found("role: recipient", late, move: gone) == "")
    }

    /// Where only what follows is announced anew, it owes its own notice.
    @Test func whatIsAnnouncedLater() throws {
        #expect(try found("role: recipient", drop: "website: https://acme.example") == "")
        #expect(try found("role: recipient", withdrawn, drop: "website: https://acme.example") == "")
        #expect(try found("website: https://acme.example", withdrawn, back: "2026-08-01") == "")
    }
}
