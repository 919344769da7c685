import ArgumentParser
import Diagnostics
import Starting
import TrustPress

struct NewProviderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provider",
        abstract: "Writes the file of a new provider, announced with the notice that it needs.",
        discussion: """
            Its id, part of permanent addresses, is made of its name. Any key of the file can be given with --set, as it \
            stands there.

            \(examples(
                "new provider \"Heron Hosting\"",
                "new provider Heron --id heron-backup --set 'locations=[DE, IE]' --set 'data=[backups]'"))
            """
    )

    @Argument(help: "The provider's name, as customers know it.")
    var name: String?

    @Option(help: ArgumentHelp("The list that it belongs to, where there are several.", valueName: "document"))
    var document: String?

    @Option(help: ArgumentHelp("Its permanent id, where not the one that its name makes.", valueName: "id"))
    var id: String?

    @OptionGroup var row: RowOptions
    @OptionGroup var options: AnnouncementOptions

    func run() throws {
        try options.add { bench in
            var new = NewProvider(
                name: name ?? "", document: document, id: id, announced: options.announced, effective: row.effective,
                urgent: row.urgent, values: row.set, note: row.note)
            if name == nil {
                guard let ask = Asker() else {
                    throw UsageError("say its name, as trustpress new provider \"Heron Hosting\"")
                }
                if bench.registers.count > 1, document == nil {
                    new.document = try ask(Question("On which list?", choices: bench.registers))
                }
                new = try ask(
                    new, leaving: row.leaving, standIns: [{ $0.name = bench.unusedName }],
                    draft: { _ = try bench.draft($0) }
                ) { try askForAll(&$0) }
            }
            return try bench.draft(new)
        }
    }

    /// Asks for what the options leave open. Where data goes, and on what that rests, are two questions of one answer.
    private func askForAll(_ interview: inout Interview<NewProvider>) throws {
        let later = row.leaving
        try interview.ask(Question("What is the provider's name?"), leaving: later) { $0.name = $1 }
        for (key, words) in [
            ("entity", "Which company is it, as it stands in the contract?"),
            ("purpose", "What does it do for you?"), ("data", "With which data, parted by commas?"),
            ("locations", "In which countries, as DE, US?"),
        ] where row.isOpen(key) {
            try interview.askIfKnown(words, leaving: later) { $0.answer(key, $1) }
        }
        if row.isOpen("transfer"), try interview.isHeldBack(by: .transferMissing) {
            try interview.ask(.transfer) { $0.answer("transfer", $1) }
        }
        if row.note == nil, row.isOpen("note") { try interview.askIfKnown("Why do you use it?") { $0.note = $1 } }
        if row.effective == nil, row.isOpen("effective") {
            try interview.askIfKnown("From which day?", meaning: "the first possible") { $0.effective = $1 }
        }
    }
}
