import ArgumentParser
import Formats
import Markdown

@main
struct TrustPressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trustpress",
        abstract: "Builds a trust center: policies with history, a subprocessor register, change notices.",
        discussion: """
            A site is a folder with Content/ (Markdown and YAML) and, where its look is its own, Templates/. Every \
            error says the file, the line, what is wrong and what to write instead.

            Exit status: 0 done; 1 the content has errors; 2 a file could not be read or written; 64 wrong usage.
            """,
        version: "\(Program.version) (cmark-gfm \(CMark.version))",
        subcommands: [
            BuildCommand.self, CheckCommand.self, ServeCommand.self, StatusCommand.self, DiffCommand.self,
            ChangesCommand.self,
            NoticeCommand.self, VerifyCommand.self, NewCommand.self,
        ]
    )
}
