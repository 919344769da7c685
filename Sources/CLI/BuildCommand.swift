import ArgumentParser
import Diagnostics
import Formats
import Model
import Record
import TrustPress

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Checks the site and writes it; with errors it changes nothing.",
        discussion: examples(
            "build", "build --site trust-center --output /srv/www",
            "build --previous published --sign-key ~/keys/record", "build --as-of 2027-03-01 --output looking-ahead")
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var diagnostics: DiagnosticOptions

    @Option(
        help: ArgumentHelp("Where the site is written: Public in the site's folder if left out.", valueName: "dir"),
        completion: .directory, transform: namedPath)
    var output: String?

    @Option(
        help: ArgumentHelp("Signs the record's checkpoint; trustpress new key makes one.", valueName: "file"),
        completion: .file(), transform: namedPath)
    var signKey: String?

    @Option(
        help: ArgumentHelp(
            "Adds the lines of witnesses below the checkpoint's signature; site.yaml lists their keys.",
            valueName: "file"), completion: .file(), transform: namedPath)
    var cosignatures: String?

    @Flag(help: "Prints what each stage of the build cost, on standard error.")
    var timings = false

    func validate() throws {
        if cosignatures != nil, signKey == nil {
            throw ValidationError("--cosignatures stand below a signature of your own; give --sign-key too")
        }
    }

    func run() throws {
        let (key, witnessed) = try CommandError.handled {
            (try signKey.map { try readSigningKey($0) }, try cosignatures.map { try Cosignatures(reading: $0) })
        }
        var times = Timings()
        let progress = Progress()
        defer {
            progress.finish()
            if timings { Output.aside(times.table) }
        }
        func enter(_ stage: Stage) {
            times.enter(stage)
            progress.enter(stage)
        }
        let site = try options.check(entering: enter)
        let folder = output ?? options.site + "/Public"
        let publication = Publication(into: folder, besidesSourcesOf: options.site) {
            progress.clear()
            Output.aside("Another build holds \(folder); this one waits until it has ended.\n")
        }
        defer { publication.discard() }
        var rendered = try CommandError.handled {
            if let key, let signKey { try holdListed(key, in: site, path: signKey) }
            return try render(
                site, signingWith: key, cosignedBy: witnessed, isLast: true, entering: enter, publish: publication.take)
        }
        keepToTheEnd(rendered)
        if key == nil, rendered.count != nil, let finding = unsigned(site) {
            rendered.diagnostics = (rendered.diagnostics + [finding]).sorted()
        }
        enter(.findings)
        progress.clear()
        diagnostics.report(rendered.diagnostics, in: options.site)
        guard let count = rendered.count else {
            if !diagnostics.quiet {
                Output.result(summary(of: rendered.diagnostics, of: site, done: "Nothing was written"))
            }
            throw CommandError.contentHasErrors
        }
        enter(.publishing)
        let report = try CommandError.handled {
            // From here on nobody else publishes into the folder, and until here somebody may have.
            if let path = options.previous { try site.baseline?.previous.holdUnchanged(at: path) }
            return try publication.finish()
        }
        progress.finish()
        let done =
            "Built \(count) files in \(folder): \(report.written.count) written, "
            + "\(report.unchanged) unchanged, \(report.deleted.count) deleted"
        if !diagnostics.quiet { Output.report(summary(of: rendered.diagnostics, of: site, done: done)) }
    }
}

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Does all that build does, but for the writing.",
        discussion: """
            With --format json the findings are the result: one object a line on standard output, and nothing else there; \
            what a person is told goes to standard error.

            \(examples("check", "check --previous git:main", "check --format json | jq -r .message"))
            """
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var diagnostics: DiagnosticOptions

    func run() throws {
        let progress = Progress()
        defer { progress.finish() }
        let site = try options.check(entering: progress.enter)
        let rendered = try CommandError.handled { try render(site, isLast: true, entering: progress.enter) { _ in } }
        keepToTheEnd(rendered)
        progress.finish()
        // For a program the findings are the result, and nothing else is.
        let isResult = diagnostics.format == .json
        diagnostics.report(rendered.diagnostics, in: options.site, isResult: isResult)
        let done = rendered.count == nil ? nil : "The site is in order"
        let summary = summary(of: rendered.diagnostics, of: site, done: done)
        switch (diagnostics.quiet, isResult) {
        case (true, _): break
        case (false, true): Output.aside(summary)
        case (false, false): Output.result(summary)
        }
        if rendered.count == nil { throw CommandError.contentHasErrors }
    }
}

/// Keeps what a command made until its process ends: taking a site of many texts apart before would only take time.
func keepToTheEnd(_ made: some Sendable) { _ = Unmanaged.passRetained(Kept(made)) }

/// What a run did, what it found, the as-of that it spoke for, and what counted as published.
private func summary(of diagnostics: [Diagnostic], of site: CheckedSite, done: String?) -> String {
    let sentence = [done, diagnostics.count].compactMap { $0 }.joined(separator: "; ")
    guard let asOf = site.asOf, let offset = site.history?.settings.utcOffset else { return sentence + "\n" }
    let published = site.baseline?.previous.words ?? "nothing published"
    let unreadable = site.unreadableCommit.map { "; the last commit cannot be read: \($0)" } ?? ""
    return "\(sentence), as of \(asOf.description(at: offset)), compared with \(published)\(unreadable)\n"
}
