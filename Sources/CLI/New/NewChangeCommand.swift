import ArgumentParser
import Diagnostics
import Starting
import TrustPress

struct NewChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Adds a change to a provider's file, announced with the notice that it needs.",
        discussion: """
            What is there stays as it is. A change names only what changes: with --set, or by hand below its days.

            \(examples(
                "new change heron-hosting --set 'locations=[DE, IE]' --note \"A second data centre.\"",
                "new change heron-hosting --removed --effective 2027-03-01"))
            """
    )

    @Argument(help: "The provider's id, the name of its file.")
    var provider: String?

    @Flag(help: "Takes it off the list.")
    var removed = false

    @OptionGroup var row: RowOptions
    @OptionGroup var options: AnnouncementOptions

    func run() throws {
        try options.add { bench in
            var new = NewChange(
                provider: provider ?? "", announced: options.announced, effective: row.effective, urgent: row.urgent,
                values: row.set, isRemoval: removed, note: row.note)
            if provider == nil {
                guard !bench.providers.isEmpty else {
                    throw UsageError("this site has no provider yet; trustpress new provider adds one")
                }
                guard let ask = Asker() else {
                    throw UsageError("say of which provider: \(bench.providers.joined(separator: ", "))")
                }
                new.provider = try ask(Question("Of which provider?", choices: bench.providers)) {
                    _ = try bench.provider($0)
                }
                // What needs no notice may be what is meant.
                let removal = row.set.isEmpty && !removed ? [{ (new: inout NewChange) in new.isRemoval = true }] : []
                new = try ask(
                    new, leaving: row.leaving, standIns: [{ _ in }] + removal, draft: { _ = try bench.draft($0) }
                ) { try askForAll(&$0) }
            }
            return try bench.draft(new)
        }
    }

    /// Asks for what the options leave open.
    private func askForAll(_ interview: inout Interview<NewChange>) throws {
        if row.set.isEmpty, !removed {
            try interview.ask(
                Question("Is it taken off the list?", otherwise: "no", choices: ["yes", "no"])
            ) { $0.isRemoval = $1 == "yes" }
            var count = -1
            while !interview.new.isRemoval, interview.new.values.count > count {
                count = interview.new.values.count
                try interview.askIfKnown(
                    "What changes, as locations=[DE, IE]?", meaning: "nothing more", leaving: [.transferMissing]
                ) { $0.values.append($1) }
            }
        }
        if try interview.isHeldBack(by: .transferMissing) {
            try interview.ask(.transfer) { $0.answerTransfer($1) }
        }
        if row.note == nil, row.isOpen("note") { try interview.askIfKnown("Why does it change?") { $0.note = $1 } }
        if row.effective == nil, row.isOpen("effective") {
            try interview.askIfKnown("From which day?", meaning: "the first possible") { $0.effective = $1 }
        }
    }
}
