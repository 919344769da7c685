import ArgumentParser
import Formats
import Foundation
import Redline
import Source
import TrustPress

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Shows what changed between two editions of a document, as a redline.",
        discussion: """
            Without OLD and NEW the newest edition is compared with the one before it, announced or not. With OLD \
            alone the newest is compared with that one. An edition is named by its id (2026-11-23, 2026-11-23-2); any \
            other day means the edition in force on it.

            What is gone is [-struck-], what is new {+underlined+}: in colour where the output is a terminal.

            \(examples("diff privacy", "diff privacy 2026-11-23 2027-03-01", "diff terms --format markdown --full"))
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, html }
    enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    @Argument(help: "The document's id, the name of its folder.")
    var document: String

    @Argument(help: "The earlier edition.")
    var old: String?

    @Argument(help: "The later edition.")
    var new: String?

    @Option(
        help: ArgumentHelp("The site's folder, with Content/ in it. (default: .)", valueName: "dir"),
        transform: namedPath)
    var site = "."

    @Option(
        help: ArgumentHelp(
            "Leaves out what was announced later. Without it everything in the sources is known.",
            valueName: "day[Thh:mm]"))
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "What counts as published, as for every command that reads a site. Whatever it is, the redline is the same.",
            discussion: "So one set of options does for all of them; what is named is looked for.",
            valueName: "dir|git:rev[@as-of]|none"), completion: .directory, transform: namedPath)
    var previous: String?

    @Option(help: "How the result is written: for a terminal, for a pull request, or as the page has it.")
    var format: Format = .text

    @Flag(help: "Shows the whole text, and not only what changed. HTML is always whole.")
    var full = false

    @Option(help: "Whether text has colours: where it is for a terminal and NO_COLOR is not set, always, or never.")
    var color: Color = .auto

    func run() throws {
        try CommandError.handled {
            let tree = try SourceTree(reading: site)
            if previous != nil { try lookForPrevious(beside: tree) }
            let diff = try EditionDiff(tree, of: document, from: old, to: new, asOf: asOf)
            switch format {
            case .text: Output.result(diff.redline.text(title: diff.title, textOptions), as: .styled)
            case .markdown: Output.result(diff.markdown(isFull: full), as: .markup)
            case .html: Output.result(diff.html, as: .markup)
            }
        }
    }

    /// A baseline that cannot be had ends this command too.
    private func lookForPrevious(beside tree: SourceTree) throws {
        let path = ProcessInfo.processInfo.environment["PATH", default: ""]
        _ = try BaselineSource(try BaselineChoice(option: previous), site: site, holding: tree, searchPath: path)
    }

    private var textOptions: RedlineTextOptions {
        let environment = ProcessInfo.processInfo.environment
        var options = RedlineTextOptions()
        options.isFull = full
        options.hasColor =
            switch color {
            case .auto: isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty
            case .always: true
            case .never: false
            }
        // Narrower than this, words would stand alone.
        if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { options.width = max(columns, 20) }
        return options
    }
}
