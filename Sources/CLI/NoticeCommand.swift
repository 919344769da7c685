import ArgumentParser
import Diagnostics
import Formats
import Model
import TrustPress

struct NoticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "Writes what subscribers are told of a notice: as text, or as a message for a mailing list.",
        discussion: """
            ID is a notice's, as its page has it (subprocessors-2026-11-23), or that of one of its events, as status \
            --since lists them (subprocessors-2026-11-23/postponed/2026-12-01).

            A message depends on the event and on what was announced by then. It is written only of what is public at \
            the as-of, and only where the content has no errors.

            \(examples(
                "notice subprocessors-2026-11-23", "notice subprocessors-2026-11-23/postponed/2026-12-01 --format eml"))
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json, eml }

    @Argument(help: "The notice's id, or an event's; left out, the notices that there are are said.")
    var id: String?

    @OptionGroup var options: SiteOptions

    @Option(help: "Which event of a notice: the newest of this kind. Without it the announcement.")
    var event: Event.Kind?

    @Option(
        help: ArgumentHelp(
            "How the result is written.",
            discussion: "eml is a whole message (RFC 5322); json is the notice as it is published, and the event."))
    var format: Format = .text

    func run() throws {
        let site = try options.check()
        let notice = try CommandError.handled { try NoticeMessage(site, id ?? "", event) }
        switch format {
        case .text: Output.result(notice.text)
        case .markdown: Output.result(notice.markdown, as: .markup)
        case .json: Output.result(notice.json, as: .json)
        case .eml: Output.result(notice.mail)
        }
    }
}

extension Event.Kind: ExpressibleByArgument {}
