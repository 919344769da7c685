import Diagnostics
import Starting
import TestSupport
import Testing
import TrustPress

@Suite("Questions whose answers are judged when they are given") struct InterviewTests {
    private let world = """
        -- Content/privacy/2026-01-01.md --
        ---
        title: Privacy
        ---
        Text.
        -- Content/subprocessors/providers/heron.yaml --
        name: Heron
        entity: Heron Ltd
        purpose: Runs the servers
        data: [account data]
        locations: [DE]
        announced: 2026-01-01
        """

    @Test("A day that cannot be is asked for again at once, and no other answer is lost")
    func days() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        let person = Person("2026-12-01", "soon", "", "true", "Logs go.")
        var interview = try Interview(NewEdition(document: "privacy"), asking: person.ask) { _ = try bench.draft($0) }
        try interview.askIfKnown("From which day?", meaning: "the first possible") { $0.effective = $1 }
        try interview.askIfKnown("What changes?") { $0.summary = $1 }
        #expect(
            person.shown == [
                "From which day? [the first possible] ",
                "2026-12-01 is too early: announced on 2026-11-23 with 30 days of notice, it can take effect on 2026-12-24 at "
                    + "the earliest; write 2026-12-24 or a later day, or say with --urgent why the notice is short.\n"
                    + "From which day? [the first possible] ",
                "\"soon\" is no day; write a day as YYYY-MM-DD, the first possible is 2026-12-24.\n"
                    + "From which day? [the first possible] ",
                "What changes? [leave open] ",
                "\"summary\" is a text for customers, and all that they would read is \"true\": write what changes and why, in "
                    + "a sentence or two, or take the line out.\nWhat changes? [leave open] ",
            ])
        #expect(interview.new.effective == nil)
        #expect(interview.new.summary == "Logs go.")
    }

    @Test("On what a transfer rests is a question of its own, asked where places need it")
    func transfers() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        let person = Person("Kelp", "US", "SCCs", "SCC-3, DPF")
        var interview = try Interview(
            NewProvider(name: ""), asking: person.ask, standIns: [{ $0.name = "Kelp" }]
        ) { _ = try bench.draft($0) }
        try interview.ask(Question("Name?"), leaving: [.transferMissing]) { $0.name = $1 }
        #expect(try !interview.isHeldBack(by: .transferMissing))
        try interview.askIfKnown("Where?", leaving: [.transferMissing]) { $0.answer("locations", $1) }
        #expect(try interview.isHeldBack(by: .transferMissing))
        try interview.ask(.transfer) { $0.answer("transfer", $1) }
        #expect(interview.new.values == ["locations=[US]", "transfer=[SCC-3, DPF]"])
        #expect(person.shown.last?.hasPrefix("\"SCCs\" is not a transfer mechanism: did you mean SCC?") == true)
    }

    @Test("Safeguards that are not known yet are left open, as a blank") func transferLeftOpen() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        let person = Person("", "")
        var interview = try Interview(
            NewChange(provider: "heron", values: ["locations=[US]"]), asking: person.ask, leaving: [.transferMissing]
        ) { _ = try bench.draft($0) }
        try interview.ask(.transfer) { $0.answerTransfer($1) }
        try interview.askIfKnown("Why?") { $0.note = $1 }
        #expect(
            person.shown == ["Which safeguards cover the transfer, as SCC-3, DPF? [leave open] ", "Why? [leave open] "])
        let draft = try bench.draft(interview.new)
        #expect(
            draft.listing == """
                -- Content/subprocessors/providers/heron.yaml --
                name: Heron
                entity: Heron Ltd
                purpose: Runs the servers
                data: [account data]
                locations: [DE]
                announced: 2026-01-01
                changes:
                  - announced: 2026-11-23
                    effective: 2026-12-24
                    locations: [US]
                    transfer: ["[Insert the safeguards]"]
                    note: "[Insert what changes, and why]"
                Added a change to Content/subprocessors/providers/heron.yaml: announced on 2026-11-23, in effect from \
                2026-12-24.
                Next: write what stands in brackets in it, and run trustpress check.
                """)
    }

    @Test("What no answer mends is said before anything is asked") func options() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        let person = Person()
        func refused<New>(
            _ new: New, standIns: [(inout New) -> Void] = [{ _ in }], _ draft: @escaping (New) throws -> Void
        ) -> String? {
            do {
                _ = try Interview(
                    new, asking: person.ask, leaving: [.transferMissing], standIns: standIns, draft: draft)
                return nil
            } catch let error as UsageError {
                return error.message
            } catch {
                return (error as? RefusedDraft)?.diagnostics.listing ?? "\(error)"
            }
        }
        let noDay = "\"soon\" is no day; write a day as YYYY-MM-DD, the first possible is 2026-12-24"
        let early =
            "2026-12-01 is too early: announced on 2026-11-23 with 30 days of notice, it can take effect on 2026-12-24 at "
            + "the earliest; write 2026-12-24 or a later day, or say with --urgent why the notice is short"
        #expect(
            refused(NewProvider(name: "", effective: "soon"), standIns: [{ $0.name = "Kelp" }]) {
                _ = try bench.draft($0)
            } == noDay)
        #expect(refused(NewEdition(document: "privacy", effective: "2026-12-01")) { _ = try bench.draft($0) } == early)
        let change = NewChange(provider: "heron", effective: "2026-12-01")
        #expect(refused(change) { _ = try bench.draft($0) } == early)
        // A removal, which may be the answer, needs no notice.
        #expect(refused(change, standIns: [{ _ in }, { $0.isRemoval = true }]) { _ = try bench.draft($0) } == nil)
        #expect(refused(NewChange(provider: "heron", values: ["locations=[US]"])) { _ = try bench.draft($0) } == nil)
        #expect(person.shown.isEmpty)
    }

    @Test(
        "A sentence has a capital, unless it begins with what was typed or an id",
        arguments: [
            ("there is no day", "x", "There is no day."),
            ("heron is in several lists", "heron", "heron is in several lists."),
            ("privacy/2026-12-29 is withdrawn already", "privacy", "privacy/2026-12-29 is withdrawn already."),
            ("it is heron; did you mean kelp?", "x", "It is heron; did you mean kelp?"),
        ])
    func capitals(_ message: String, _ answer: String, _ sentence: String) throws {
        #expect(try problem(with: answer) { throw UsageError(message) } == sentence)
    }

    @Test("Where the input ends nothing is drafted") func end() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        var interview = try Interview(
            NewProvider(name: ""), asking: Person().ask, standIns: [{ $0.name = "Kelp" }]
        ) { _ = try bench.draft($0) }
        #expect(throws: EndOfAnswers.self) { try interview.ask(Question("Name?")) { $0.name = $1 } }
    }
}
