import ArgumentParser
import Diagnostics
import Formats
import Markdown

@main
struct TrustPressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trustpress",
        abstract: "Builds a trust center: policies with history, a subprocessor register, change notices.",
        discussion: """
            A site is a folder with Content/ (Markdown and YAML) and, where its look is its own, Templates/. Every \
            error says the file, the line, what is wrong and what to write instead.

            trustpress --generate-completion-script bash (or zsh, fish) writes what lets a shell complete its commands.

            Exit status: 0 done; 1 the content has errors; 2 a file could not be read or written; 64 wrong usage.

            \(examples("new site trust-center", "check --site trust-center", "build --site trust-center"))
            """,
        version: "\(Program.version) (cmark-gfm \(CMark.version))",
        subcommands: [
            BuildCommand.self, CheckCommand.self, ServeCommand.self, StatusCommand.self, DiffCommand.self,
            ChangesCommand.self, NoticeCommand.self, VerifyCommand.self, NewCommand.self,
            ImportCommand.self,
        ]
    )

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let message = unknownCommand(in: arguments) {
            Output.aside("Error: \(message)\n  See 'trustpress --help' for more information.\n")
            exit(withError: ExitCode(64))
        }
        main(arguments)
    }

    /// What is said of a command that there is none of, which the parser takes for an argument too many; nil where all
    /// are there.
    private static func unknownCommand(in arguments: [String]) -> String? {
        var command: any ParsableCommand.Type = self
        for word in arguments {
            let subcommands = command.configuration.subcommands
            guard !subcommands.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
            let names = subcommands.map { $0.configuration.commandName ?? "" }
            guard let place = names.firstIndex(of: word) else {
                let meant = nearMiss(word, among: names).map { "did you mean \($0)?" }
                return "there is no command \"\(word)\"; " + (meant ?? "there are \(names.joined(separator: ", "))")
            }
            command = subcommands[place]
        }
        return nil
    }
}
