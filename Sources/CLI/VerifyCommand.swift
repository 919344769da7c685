import ArgumentParser
import Disk
import Record
import Signatures
import TrustPress

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks a published site's record and what follows from it, from the files alone.",
        discussion: """
            DIR is a copy of the site: the folder that holds record/. Every text, change and named file must be what \
            its line in record/entries.jsonl says, and the checkpoint and the tiles must be of these lines. Then the \
            site is made again of its published texts and changes: each page must hold the text of its edition, and the \
            lists on each day, the notices and the feeds must be what follows. With --checkpoint the record must also \
            go on where a checkpoint that you kept ends. What could not be checked is named.

            Exit status: 0 everything is as it was published; 1 it is not; 2 a file could not be read; 64 wrong usage.

            \(examples("verify Public", "verify copy --checkpoint checkpoint-of-last-year"))
            """
    )

    @Argument(
        help: ArgumentHelp("The folder with record/ in it.", valueName: "dir"), completion: .directory,
        transform: namedPath)
    var folder: String

    @Option(
        help: ArgumentHelp("A checkpoint that was kept from an earlier day.", valueName: "file"), completion: .file(),
        transform: namedPath)
    var checkpoint: String?

    @Option(
        help: ArgumentHelp(
            "The publisher's key, <name>+<id>+<key>; may be given more than once. Every checkpoint must be signed by one.",
            valueName: "key"))
    var key: [VerifierKey] = []

    func run() throws {
        let verification = try CommandError.handled {
            try verify(folder, checkpoint: checkpoint, keys: key)
        }
        guard verification.problems.isEmpty else {
            Output.aside(verification.problems.text)
            throw CommandError.contentHasErrors
        }
        Output.result(verification.summary + "\n")
    }
}

extension VerifierKey: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
