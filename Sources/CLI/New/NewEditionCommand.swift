import ArgumentParser
import Model
import Starting
import TrustPress

struct NewEditionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edition",
        abstract: "Copies the newest text of a document into a new edition.",
        discussion: """
            It takes effect on the first day that the notice period allows, or on a later one that you name. The text that \
            is published stays as it is.

            \(examples("new edition privacy", "new edition terms --effective 2027-03-01 --summary \"Fees are monthly.\""))
            """
    )

    @Argument(help: "The document's id, the name of its folder.")
    var document: String?

    @Option(help: ArgumentHelp("The day from which it applies.", valueName: "day"))
    var effective: String?

    @Option(help: ArgumentHelp("What changes and why, for customers.", valueName: "text"))
    var summary: String?

    @Option(help: ArgumentHelp("Why the notice is short, for customers.", valueName: "text"))
    var urgent: String?

    @OptionGroup var options: AnnouncementOptions

    func run() throws {
        try options.add { bench in
            var new = NewEdition(
                document: document ?? "", announced: options.announced, effective: effective, summary: summary,
                urgent: urgent)
            if document == nil {
                let documents = bench.history.documents.map(\.id)
                guard let ask = Asker() else {
                    throw UsageError("say of which document: \(documents.joined(separator: ", "))")
                }
                new.document = try ask(Question("Of which document?", choices: documents))
                new = try ask(new, draft: { _ = try bench.draft($0) }) { interview in
                    if effective == nil {
                        try interview.askIfKnown("From which day?", meaning: "the first possible") { $0.effective = $1 }
                    }
                    if summary == nil {
                        try interview.askIfKnown("What changes, and why?") { $0.summary = $1 }
                    }
                }
            }
            return try bench.draft(new)
        }
    }
}
