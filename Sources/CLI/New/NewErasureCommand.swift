import ArgumentParser
import Model
import Starting
import TrustPress

struct NewErasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erasure",
        abstract: "Takes words out that a court or a person has erased; the record still holds.",
        discussion: """
            Of an edition its text goes, of a change the texts that --text names. The digest of what was published stays in \
            its place, so that nothing else of the record changes.

            \(examples(
                "new erasure privacy/2026-11-23 --reason \"A court has ordered it.\"",
                "new erasure heron-hosting/2027-01-10 --text note --reason \"It named a person.\""))
            """
    )

    @Argument(help: "What is meant: privacy/2026-11-23, or heron-hosting/2027-01-10.")
    var item: String?

    @Option(help: ArgumentHelp("A key whose words go; may be given more than once.", valueName: "key"))
    var text: [String] = []

    @Option(help: ArgumentHelp("Why, naming nobody.", valueName: "text"))
    var reason: String?

    @OptionGroup var options: AnnouncementOptions

    func run() throws {
        try options.add { bench in
            var new = NewErasure(of: item ?? "", keys: text, announced: options.announced, reason: reason)
            if item == nil {
                let isEmpty = bench.history.documents.allSatisfy {
                    $0.editions.isEmpty && ($0.register?.providers ?? []).isEmpty
                }
                guard !isEmpty else { throw UsageError("this site has no edition and no provider yet") }
                guard let ask = Asker() else {
                    throw UsageError("say what is meant, as trustpress new erasure privacy/2026-11-23")
                }
                let question = Question("Which edition or change, as privacy/2026-11-23?")
                new.item = try ask(question) { _ = try bench.erasableTexts(of: $0) }
                let texts = try bench.erasableTexts(of: new.item)
                let keys = text.isEmpty ? Array(texts.prefix(1)) : text
                new = try ask(new, standIns: [{ $0.keys = keys }], draft: { _ = try bench.draft($0) }) { interview in
                    if text.isEmpty, !texts.isEmpty {
                        try interview.ask(Question("Which text of it?", choices: texts)) { $0.keys = [$1] }
                    }
                    if reason == nil { try interview.askIfKnown("Why?") { $0.reason = $1 } }
                }
            }
            return try bench.draft(new)
        }
    }
}
