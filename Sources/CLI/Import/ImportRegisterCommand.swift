import ArgumentParser
import Diagnostics
import Formats
import Import
import Model
import Starting
import TrustPress

struct ImportRegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Takes over dated lists of providers: CSV, JSON or tables in Markdown.",
        discussion: """
            Each file is the list as it stood on the day in its name. Out of all of them one file a provider is made, \
            with its changes, so that the register on each of those days is that list. Names of countries become codes. \
            A column that is none of a provider's fields is said, and kept as a private key.

            Where a company goes on a day on which one like it comes, it is asked whether it is the same, on a terminal; \
            elsewhere it is said, and --same makes one of them.

            \(examples(
                "import register lists/2023-05-25.csv lists/2024-04-12.csv",
                "import register lists/*.md --tables product --column \"Why we use it=purpose\"",
                "import register 2023-05-25.csv 2024-04-12.csv --same \"Heron=Heron Hosting\"",
                "import register --git ../website legal/subprocessors.md"))
            """
    )

    @Argument(help: ArgumentHelp("The lists.", valueName: "file"), transform: namedPath)
    var files: [String] = []

    @Option(help: ArgumentHelp("The register's id, the name of its folder.", valueName: "id"))
    var document = "subprocessors"

    @Option(help: ArgumentHelp("Two names of one company; may be given several times.", valueName: "old=new"))
    var same: [String] = []

    @Option(
        help: ArgumentHelp(
            "Which field a column is, by its header; may be given several times.", valueName: "header=field"))
    var column: [String] = []

    @Option(help: "What the titles of several tables are: category or product.")
    var tables: TableTitles = .category

    @OptionGroup var importing: ImportOptions

    func run() throws {
        try CommandError.handled {
            let tree = try importing.tree()
            let known = try importing.known(tree, document: document)
            let asOf = try importing.asOf(known.settings?.utcOffset)
            let (texts, remarks) = try importing.texts(files, ending: "csv")
            var options = RegisterImport.Options(known, document: document)
            options.titles = tables
            options.columns = try column.map { try pair($0, of: "--column", example: "Vendor=name") }
                .map { (header: $0.0, field: $0.1) }
            options.same = try same.map { try pair($0, of: "--same", example: "Heron=Heron Hosting", isLast: false) }
                .map { (old: $0.0, new: $0.1) }
            let lists = texts.lastOfEachDay.map { ($0.path, $0.day, $0.bytes) }
            let imported = try asking(lists, options)
            let site = ImportedSite(
                adding: imported.files, of: document, register: imported, last: imported.days.last, to: known,
                today: asOf.asOf.day)
            let changes = counted(imported.changeCount, "change")
            try importing.finish(
                site, into: tree, remarks: (remarks + imported.diagnostics).sorted(),
                done:
                    "\(counted(imported.files.count, "provider")) with \(changes), from \(counted(imported.days.count, "list"))",
                asOf: asOf)
        }
    }

    /// The lists read, with the answers to what only a person knows.
    private func asking(
        _ lists: [(String, CalendarDate?, [UInt8])], _ options: RegisterImport.Options
    ) throws -> RegisterImport {
        var options = options
        let files = lists.map { (path: $0.0, day: $0.1, bytes: $0.2) }
        var imported = RegisterImport(files, options)
        guard !imported.diagnostics.contains(where: { $0.severity == .error }) else { return imported }
        if let problem = imported.misnamed.first { throw UsageError(problem) }
        guard let ask = Asker() else {
            for rename in imported.possibleRenames {
                Output.aside(
                    "\(rename.day): \(rename.old) goes, and \(rename.new) comes, with \(rename.reason). "
                        + "If they are one: --same \"\(rename.old)=\(rename.new)\"\n")
            }
            return imported
        }
        var asked: Set<PossibleRename> = []
        // An answer may make of two others a pair.
        while let rename = imported.possibleRenames.first(where: { !asked.contains($0) }) {
            asked.insert(rename)
            let question = Question(
                "\(rename.day): \(rename.old) goes, and \(rename.new) comes, with \(rename.reason).\nAre they the same company?",
                otherwise: "no", choices: ["yes", "no"])
            guard try ask(question) == "yes" else { continue }
            options.same.append((rename.old, rename.new))
            imported = RegisterImport(files, options)
        }
        return imported
    }
}

extension TableTitles: ExpressibleByArgument {}

/// What stands before and behind the last `=` of an option's value, or the first one behind something.
func pair(_ text: String, of option: String, example: String, isLast: Bool = true) throws -> (String, String) {
    let behind = text.dropFirst()
    guard let sign = isLast ? behind.lastIndex(of: "=") : behind.firstIndex(of: "="),
        text.index(after: sign) < text.endIndex
    else {
        throw UsageError("\(option) takes two words with = between them, as \"\(example)\"; \"\(text)\" has none")
    }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
}

extension [EditionImport.Text] {
    /// Of several commits of one day the last, as a list is that of a whole day.
    fileprivate var lastOfEachDay: [EditionImport.Text] {
        let last = Dictionary(indices.compactMap { index in self[index].day.map { ($0, index) } }) { $1 }
        return indices.filter { index in self[index].day.map { last[$0] == index } ?? true }.map { self[$0] }
    }
}
