import ArgumentParser
import Diagnostics
import Formats
import Import
import Model
import TrustPress

struct ImportEditionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "editions",
        abstract: "Takes over earlier texts of a policy, each as an edition.",
        discussion: """
            Each file is the text as it stood from the day in its name on; with --git, each commit is one. The text \
            below the front matter stays to the byte, but for links to other documents, which lead to their new pages \
            and are listed with --links. Of another generator's front matter the title is kept.

            \(examples(
                "import editions privacy old/2023-05-25.md old/2024-04-12.md",
                "import editions privacy --git ../policies legal/privacy.md --date-from text",
                "import editions terms old/*.md --link /legal/privacy-notice=privacy"))
            """
    )

    @Argument(help: "The document's id, the name of its folder.")
    var document: String

    @Argument(help: ArgumentHelp("The texts.", valueName: "file"), transform: namedPath)
    var files: [String] = []

    @Option(help: "The title of all editions; left out, the front matter says it, else the first heading.")
    var title: String?

    @Option(
        help: ArgumentHelp(
            "From where an edition's day is taken: commit (or the file's name), or text, as \"Effective: 12 April 2024\".",
            valueName: "commit|text"))
    var dateFrom: EditionImport.DateSource = .commit

    @Option(help: "What is said of an edition that has no summary of its own.")
    var summary: String?

    @Option(
        help: ArgumentHelp(
            "Where links lead now, by what they begin with; may be given several times.", valueName: "old=document"))
    var link: [String] = []

    @Flag(help: "Lists each link that leads to a page of this site now.")
    var links = false

    @OptionGroup var importing: ImportOptions

    func run() throws {
        try CommandError.handled {
            let tree = try importing.tree()
            let known = try importing.known(tree, document: document)
            let asOf = try importing.asOf(known.settings?.utcOffset)
            let (texts, remarks) = try importing.texts(files, ending: "md")
            let given = try link.map { try pair($0, of: "--link", example: "/legal/privacy=privacy") }
            var options = EditionImport.Options(known, document: document, links: given.map { (old: $0.0, new: $0.1) })
            (options.title, options.dates) = (title, dateFrom)
            if let summary { options.summary = summary }
            if let problem = options.links.misnamed.first { throw UsageError(problem) }
            let imported = EditionImport(texts, options)
            let site = ImportedSite(
                adding: imported.files, of: document, last: imported.days.last, to: known, today: asOf.asOf.day)
            let moved = imported.movedLinks
            if links { Output.findings(moved) }
            let said =
                moved.count == 1
                ? "1 link leads to a page of this site now" : "\(moved.count) links lead to pages of this site now"
            try importing.finish(
                site, into: tree, remarks: (remarks + imported.diagnostics).sorted(),
                done: "\(counted(imported.files.count, "edition")) of \(document)",
                beside: (moved.isEmpty ? [] : ["\(said)\(links ? "" : "; --links lists them")."])
                    + imported.unusedLinks.map { "Of --link: \($0)\($0.hasSuffix("?") ? "" : ".")" },
                asOf: asOf)
        }
    }
}

extension EditionImport.DateSource: ExpressibleByArgument {}
