import ArgumentParser
import Diagnostics
import Formats
import Foundation
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
            ImportCommand.self, SchemaCommand.self,
        ]
    )

    static func main() {
        // What is opened takes the place of a stream that is closed, and would be written to in its stead: here nothing can be
        // written.
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDONLY)
        }
        if let word = wordWithoutEncoding {
            refuse("\(word.asShellWord) is not written in UTF-8, and would lead elsewhere; rename what it names")
        }
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let message = unknownCommand(in: arguments) { refuse(message) }
        do {
            var command = try parseAsRoot(arguments)
            if let message = repeatedOption(in: arguments, of: type(of: command)) { refuse(message) }
            try command.run()
        } catch {
            let message = message(for: error)
            if let hint = unexpectedWords(message, arguments) { refuse("\(message); \(hint)") }
            exit(withError: error)
        }
    }

    /// Says what is wrong with the command line, and ends.
    private static func refuse(_ message: String) -> Never {
        Output.aside("Error: \(message)\n  See 'trustpress --help' for more information.\n")
        exit(withError: ExitCode(64))
    }

    /// The first word of the command that is not UTF-8, with signs in the place of what is none: by these another file or
    /// folder would be meant. nil where all are.
    private static var wordWithoutEncoding: String? {
        UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc)).dropFirst().lazy
            .compactMap(\.self)
            .first { String(validatingCString: $0) == nil }.map { String(cString: $0) }
    }

    /// What is said of an option of `new` or `import` that is given twice and takes one value, of which the parser dropped
    /// the first without a word; nil where there is none. The parser has refused what is no option or lacks its value.
    private static func repeatedOption(
        in arguments: [String], of command: any ParsableCommand.Type
    ) -> String? {
        guard ["new", "import"].contains(arguments.first) else { return nil }
        let single = command.declaredArguments.filter { $0.isOption && !$0.isRepeating }.map(\.name)
        var seen: Set<String> = []
        for word in arguments.prefix(while: { $0 != "--" }) where word.hasPrefix("--") {
            let name = String(word.dropFirst(2).prefix { $0 != "=" })
            guard !seen.insert(name).inserted, single.contains(name) else { continue }
            return "--\(name) is given twice, and takes one value: leave one of them out, or write both as one"
        }
        return nil
    }

    /// What is said of words that no argument takes; nil for any other mistake, and where nothing certain was meant.
    private static func unexpectedWords(_ message: String, _ arguments: [String]) -> String? {
        guard arguments.first != "import" else { return nil }
        return UnexpectedWords(message, in: arguments, of: named(by: arguments).command.declaredArguments)?.hint
    }

    /// What is said of a command that there is none of, which the parser takes for an argument too many; nil where all
    /// are there.
    private static func unknownCommand(in arguments: [String]) -> String? {
        // Behind `help` stands a command too.
        let (command, word) = named(by: arguments.first == "help" ? Array(arguments.dropFirst()) : arguments)
        guard let word else { return nil }
        let names = command.configuration.subcommands.map { $0.configuration.commandName ?? "" }
        let meant = nearMiss(word, among: names).map { "did you mean \($0)?" }
        return "there is no command \"\(word)\"; " + (meant ?? "there are \(names.joined(separator: ", "))")
    }

    /// The command that the first arguments name, and the word behind them where a command is to stand and there is none of
    /// that name.
    private static func named(by arguments: [String]) -> (command: any ParsableCommand.Type, unknown: String?) {
        var command: any ParsableCommand.Type = self
        for word in arguments {
            let subcommands = command.configuration.subcommands
            guard !subcommands.isEmpty, !word.hasPrefix("-"), word != "help" else { break }
            guard let next = subcommands.first(where: { $0.configuration.commandName == word }) else {
                return (command, word)
            }
            command = next
        }
        return (command, nil)
    }
}
