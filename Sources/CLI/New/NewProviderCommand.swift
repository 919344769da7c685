import ArgumentParser
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

    @Option(help: ArgumentHelp("A key and its value; may be given more than once.", valueName: "key=value"))
    var set: [String] = []

    @Option(help: ArgumentHelp("Why you use it, for customers.", valueName: "text"))
    var note: String?

    @Option(help: ArgumentHelp("Its first day of service.", valueName: "day"))
    var effective: String?

    @Option(help: ArgumentHelp("Why the notice is short, for customers.", valueName: "text"))
    var urgent: String?

    @OptionGroup var options: AnnouncementOptions

    func run() throws {
        try options.add { bench in
            var new = NewProvider(
                name: name ?? "", document: document, id: id, announced: options.announced, effective: effective,
                urgent: urgent, values: set, note: note)
            if name == nil {
                guard let ask = Asker() else {
                    throw UsageError("say its name, as trustpress new provider \"Heron Hosting\"")
                }
                new.name = try ask(Question("What is the provider's name?"))
                if bench.registers.count > 1, document == nil {
                    new.document = try ask(Question("On which list?", choices: bench.registers))
                }
                for (key, words) in [
                    ("entity", "Which company is it, as it stands in the contract?"),
                    ("purpose", "What does it do for you?"), ("data", "With which data, parted by commas?"),
                    ("locations", "In which countries, as DE, US?"),
                ] where !set.contains(where: { $0.hasPrefix("\(key)=") }) {
                    if let answer = try ask.optional(words) { new.answer(key, answer) }
                }
                if note == nil { new.note = try ask.optional("Why do you use it?") }
                if effective == nil {
                    new.effective = try ask.optional("From which day?", meaning: "the first possible")
                }
            }
            return try bench.draft(new)
        }
    }
}
