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

    /// Answers one line after the other, and keeps what was shown.
    private final class Person {
        var lines: [String]
        var shown: [String] = []

        init(_ lines: String...) { self.lines = lines }

        func ask(_ text: String) -> String? {
            shown.append(text)
            return lines.isEmpty ? nil : lines.removeFirst()
        }
    }

    @Test("A day that cannot be is asked for again at once, and no other answer is lost")
    func days() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        let person = Person("2026-12-01", "soon", "", "true", "Logs go.")
        var interview = Interview(NewEdition(document: "privacy"), asking: person.ask) { _ = try bench.draft($0) }
        try interview.askIfKnown("From which day?", meaning: "the first possible") { $0.effective = $1 }
        try interview.askIfKnown("What changes?") { $0.summary = $1 }
        #expect(
            person.shown == [
                "From which day? [the first possible] ",
                "2026-12-01 is too early: announced on 2026-11-23 with 30 days of notice, it can take effect on 2026-12-24 at "
                    + "the earliest; write 2026-12-24 or a later day, or say with --urgent why the notice is short.\n"
                    + "From which day? [the first possible] ",
                "\"soon\" is no day; write a day as 2026-11-23, the first possible is 2026-12-24.\n"
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
        var interview = Interview(NewProvider(name: ""), asking: person.ask) { _ = try bench.draft($0) }
        try interview.ask(Question("Name?"), leaving: [.transferMissing]) { $0.name = $1 }
        #expect(try !interview.isHeldBack(by: .transferMissing))
        try interview.askIfKnown("Where?", leaving: [.transferMissing]) { $0.answer("locations", $1) }
        #expect(try interview.isHeldBack(by: .transferMissing))
        try interview.ask(.transfer) { $0.answer("transfer", $1) }
        #expect(interview.new.values == ["locations=[US]", "transfer=[SCC-3, DPF]"])
        #expect(person.shown.last?.hasPrefix("\"SCCs\" is not a transfer mechanism: did you mean SCC?") == true)
    }

    @Test("Where the input ends nothing is drafted") func end() throws {
        let bench = try bench(world, asOf: "2026-11-23")
        var interview = Interview(NewProvider(name: ""), asking: Person().ask) { _ = try bench.draft($0) }
        #expect(throws: EndOfAnswers.self) { try interview.ask(Question("Name?")) { $0.name = $1 } }
    }
}
