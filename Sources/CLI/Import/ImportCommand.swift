import ArgumentParser
import Diagnostics
import Disk
import Formats
import Foundation
import Import
import Model
import Record
import Source
import Starting
import TrustPress

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes over what was published before: dated lists of providers, and earlier texts of a policy.",
        discussion: """
            Each file becomes what the site says of its day. No file that is there is touched; what could not be taken \
            over is said, with its file and line. Where there is no site yet, the least one is made. The site is checked as \
            trustpress check does it without options: on the day of the run, and in a git checkout after the last commit.

            \(examples(
                "import register lists/2023-05-25.csv lists/2024-04-12.csv",
                "import editions privacy old/2023-05-25.md old/2024-04-12.md",
                "import editions privacy --git ../policies legal/privacy.md"))
            """,
        subcommands: [ImportRegisterCommand.self, ImportEditionsCommand.self]
    )
}

/// What both kinds of import take.
struct ImportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The site's folder; made where it is not there. (default: .)", valueName: "dir"),
        transform: namedPath)
    var site = "."

    @Option(
        help: ArgumentHelp(
            "A git checkout from whose history the file is taken: each commit of the main line that changed it.",
            discussion: "Renames are followed. Of FILE, its path in the repository is given then.", valueName: "repo"),
        transform: namedPath)
    var git: String?

    @Option(help: ArgumentHelp("With --git: the last commit that counts.", valueName: "rev"))
    var rev = "HEAD"

    @Flag(help: "Adds the document to the list in site.yaml, where it is not in it. On a terminal it is asked.")
    var list = false

    @Flag(help: "Says what would be written, and writes nothing.")
    var dryRun = false

    /// The site as it is; an empty one where there is none.
    func tree() throws -> SourceTree {
        if Folder(path: site).kind("") == .file {
            throw FileError(path: site, reason: "is a file; --site names the folder of the site")
        }
        return Folder(path: site).kind("Content") == nil
            ? SourceTree(files: [String: [UInt8]]()) : try SourceTree(reading: site)
    }

    /// What the site says already; content that cannot be read ends the command.
    func known(_ tree: SourceTree, document: String) throws -> ImportedSite.Known {
        guard isIdentifier(document) else {
            if document.contains(where: { "./\\".contains($0) }) {
                throw UsageError(
                    "\"\(document)\" is no id of a document: name the document, and its files behind it, as in "
                        + "privacy old/2024-04-12.md")
            }
            throw UsageError("\"\(document)\" is no id of a document: write it in small letters, as privacy-policy")
        }
        if let problem = problem(ofDocumentID: document) { throw UsageError("\(problem); choose another id") }
        guard let known = ImportedSite.Known(tree, document: document) else {
            Output.findings(readLibrary(tree).diagnostics.filter { $0.severity == .error })
            throw CommandError.contentHasErrors
        }
        return known
    }

    /// The day of the run, at the site's offset.
    func asOf(_ offset: UTCOffset?) throws -> AsOfChoice {
        try AsOfChoice(
            option: nil, epoch: ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"],
            now: Int(Date().timeIntervalSince1970), offset: offset ?? UTCOffset(minutes: 0))
    }

    /// Says what was found, writes the files, and says what there is to do next.
    ///
    /// - Parameters:
    ///   - remarks: what was found while the files were read; with an error among them nothing is written.
    ///   - done: what is written, in a few words.
    ///   - beside: what else there is to say, in sentences.
    func finish(
        _ imported: ImportedSite, into tree: SourceTree, remarks: [Diagnostic], done: String, beside: [String] = [],
        asOf: AsOfChoice
    ) throws {
        let limit = 200
        let ordered = remarks.filter { $0.severity == .error } + remarks.filter { $0.severity != .error }
        Output.findings(ordered.prefix(limit).sorted())
        if remarks.count > limit { Output.aside("And \(remarks.count - limit) more.\n") }
        if let error = remarks.first(where: { $0.severity == .error }) {
            Output.aside("Nothing was written: \(wayOn(after: error)).\n")
            throw CommandError.contentHasErrors
        }
        let listing = try listing(imported)
        if !dryRun {
            try write(imported.files, into: site)
            try write([listing].compactMap(\.self), into: site, over: tree.files)
        }
        var tree = tree
        for file in imported.files + [listing].compactMap(\.self) { tree.files[file.path] = FileContent(file.bytes) }
        let baseline = try baseline(of: tree, isNew: imported.isNew)
        let site = try checkSite(tree, after: baseline) { (_) throws(UsageError) in asOf }
        let found = try judged(site)?.diagnostics ?? site.diagnostics
        let isHere = self.site == "."
        let place = isHere ? "" : " --site \(self.site.asShellWord)"
        var lines = ["\(dryRun ? "Would write" : "Wrote") \(done) into \(isHere ? "this folder" : self.site)."]
        lines += beside
        if imported.isNew { lines.append("There was no site: Content/site.yaml makes one, with blanks to fill in.") }
        if let count = remarks.count { lines.append("Not taken over as it was: \(count) above.") }
        let state = found.contains { $0.severity == .error } ? "It does not build yet" : "It builds"
        lines.append("\(state); trustpress check\(place) finds \(found.count ?? "nothing").")
        if listing != nil { lines.append("The document is in the list of Content/site.yaml now.") }
        let next = listing == nil ? imported.next : imported.next.filter { !$0.contains(" documents: [") }
        lines += next.map { "Next: \($0)." }
        if let older = imported.olderHistory(found, after: site.baseline?.previous.record.newest, asOf: asOf.asOf) {
            lines.append("Next: \(older).")
        }
        Output.result(lines.map { $0 + "\n" }.joined())
    }

    /// What to do after an error: nobody mends what a commit holds.
    private func wayOn(after error: Diagnostic) -> String {
        guard let git else { return "mend the errors above, and run it again" }
        let ending = error.file.split(separator: ".").last ?? "md"
        let shown = "git -C \(git.asShellWord) show \(error.file.asShellWord) > DAY.\(ending)"
        return "a history cannot be mended. Save each version of the file under its day, as \(shown), mend these, and "
            + "import them without --git"
    }

    /// What counts as published where nothing is named, as for `trustpress check`.
    private func baseline(of tree: SourceTree, isNew: Bool) throws -> BaselineSource {
        guard !isNew else { return .none }
        let searchPath = ProcessInfo.processInfo.environment["PATH", default: ""]
        return try BaselineSource(
            try BaselineChoice(option: nil), site: site, holding: tree, searchPath: searchPath)
    }

    /// site.yaml with the document in its list, where that is asked for.
    private func listing(_ imported: ImportedSite) throws -> OutputFile? {
        guard let listing = imported.listing else { return nil }
        if list { return listing }
        guard !dryRun, let ask = Asker() else { return nil }
        let question = Question(
            "The document is not in the list of Content/site.yaml. Add it?", otherwise: "yes", choices: ["yes", "no"])
        return try ask(question) == "yes" ? listing : nil
    }
}
