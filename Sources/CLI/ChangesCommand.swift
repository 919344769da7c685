import ArgumentParser
import Diagnostics
import Formats
import TrustPress

struct ChangesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "Says what a build would publish that an earlier one did not.",
        discussion: """
            For a pull request: the new notices in their sentences, how many days of notice are left, what enters the \
            record without a notice, and the next dates. What forbids the build is written to standard error, as by \
            check.

            \(examples("changes --previous published", "changes --previous git:main --format json"))
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, json }

    @OptionGroup var options: SiteOptions

    @Option(help: "How the result is written: for a comment, or for a program.")
    var format: Format = .markdown

    func run() throws {
        let site = try options.check()
        let (changes, diagnostics) = try CommandError.handled { try pendingChanges(of: site) }
        let errors = diagnostics.filter { $0.severity == .error }
        Output.findings(errors)
        if let changes {
            switch format {
            case .markdown: Output.result(changes.markdown, as: .markup)
            case .json: Output.result(changes.json.pretty, as: .json)
            }
        }
        if !errors.isEmpty { throw CommandError.contentHasErrors }
    }
}
