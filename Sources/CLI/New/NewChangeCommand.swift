import ArgumentParser
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

    @Option(help: ArgumentHelp("A key and its new value; may be given more than once.", valueName: "key=value"))
    var set: [String] = []

    @Flag(help: "Takes it off the list.")
    var removed = false

    @Option(help: ArgumentHelp("What changes and why, for customers.", valueName: "text"))
    var note: String?

    @Option(help: ArgumentHelp("The day from which it applies.", valueName: "day"))
    var effective: String?

    @Option(help: ArgumentHelp("Why the notice is short, for customers.", valueName: "text"))
    var urgent: String?

    @OptionGroup var options: AnnouncementOptions

    func run() throws {
        try options.add { bench in
            var new = NewChange(
                provider: provider ?? "", announced: options.announced, effective: effective, urgent: urgent,
                values: set,
                isRemoval: removed, note: note)
            if provider == nil {
                guard let ask = Asker() else {
                    throw UsageError("say of which provider: \(bench.providers.joined(separator: ", "))")
                }
                new.provider = try ask(Question("Of which provider?", choices: bench.providers))
                if set.isEmpty, !removed {
                    let answer = try ask(
                        Question("Is it taken off the list?", otherwise: "no", choices: ["yes", "no"]))
                    new.isRemoval = answer == "yes"
                    while !new.isRemoval,
                        let value = try ask.optional("What changes, as locations=[DE, IE]?", meaning: "nothing more")
                    {
                        new.values.append(value)
                    }
                }
                if note == nil { new.note = try ask.optional("Why does it change?") }
                if effective == nil {
                    new.effective = try ask.optional("From which day?", meaning: "the first possible")
                }
            }
            return try bench.draft(new)
        }
    }
}
