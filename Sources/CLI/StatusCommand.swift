import ArgumentParser
import Diagnostics
import Formats
import Model
import TrustPress

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Says what is in force, what is upcoming, and when a rebuild next changes the site.",
        discussion: """
            As JSON it is one object, whose errors and warnings are what check finds; with errors the rest may not be whole.

            \(examples("status", "status --as-of 2027-03-01", "status --since 2026-11-23 --format json"))
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @OptionGroup var options: SiteOptions

    @Option(
        help: ArgumentHelp(
            "Lists the events since an earlier run too, by the as-of that it spoke for.",
            discussion: """
                An event is listed when a run for that as-of did not cover it and this one does: after a bare day it \
                is what happened on the days behind it, after a minute what happened later than that minute. So a \
                nightly job that keeps the as_of of each run and gives it to the next learns every event once, \
                whichever nights it missed. trustpress notice takes each event's name.
                """,
            valueName: "day[Thh:mm]"))
    var since: String?

    @Option(help: "How the result is written.")
    var format: Format = .text

    func run() throws {
        let earlier = try CommandError.handled { () throws -> AsOf? in
            guard let since else { return nil }
            return try AsOf(option: since, of: "--since")
        }
        let site = try options.check()
        let findings = try CommandError.handled { try judged(site)?.diagnostics ?? site.diagnostics }
        let errors = findings.filter { $0.severity == .error }
        // To a program they are a part of the object.
        if format == .text { Output.findings(errors) }
        guard let history = site.history, let asOf = site.asOf else {
            if format == .json { Output.result(Status.json(ofUnreadable: findings).pretty, as: .json) }
            throw CommandError.contentHasErrors
        }
        let status = Status(of: history, asOf: asOf.asOf, findings: findings, since: earlier)
        switch format {
        case .text: Output.result(status.text(origin: asOf.origin, offset: history.settings.utcOffset))
        case .json: Output.result(status.json(origin: asOf.origin).pretty, as: .json)
        }
        if !errors.isEmpty { throw CommandError.contentHasErrors }
    }
}
