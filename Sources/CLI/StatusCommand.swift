import ArgumentParser
import Diagnostics
import Formats
import Foundation
import Model
import TrustPress

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says what is in force, what is upcoming, and when a rebuild next changes the site."
    )

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var options: SiteOptions

    @Option(help: "How the result is written.")
    var format: Format = .text

    func run() throws {
        let site = try options.check()
        guard let history = site.history, let asOf = site.asOf else {
            DiagnosticOptions.report(site.diagnostics)
            throw CommandError.contentHasErrors
        }
        DiagnosticOptions.report(site.diagnostics.filter { $0.severity == .error })
        let status = Status(of: history, asOf: asOf.asOf)
        switch format {
        case .text: print(status.text(origin: asOf.origin, offset: history.settings.utcOffset), terminator: "")
        case .json: print(status.json(origin: asOf.origin).pretty, terminator: "")
        }
        if site.hasErrors { throw CommandError.contentHasErrors }
    }
}
