import ArgumentParser
import Diagnostics
import Disk
import Foundation
import Model
import TrustPress

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Checks the site and writes it; with errors it changes nothing."
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var diagnostics: DiagnosticOptions

    @Option(help: ArgumentHelp("Where the site is written: Public in the site's folder if left out.", valueName: "dir"))
    var output: String?

    @OptionGroup var previous: PreviousOption

    @Option(help: ArgumentHelp("Signs the record's checkpoint; trustpress new key makes one.", valueName: "file"))
    var signKey: String?

    @Option(
        help: ArgumentHelp(
            "Adds the lines of witnesses below the checkpoint's signature; site.yaml lists their keys.",
            valueName: "file"))
    var cosignatures: String?

    func validate() throws {
        if cosignatures != nil, signKey == nil {
            throw ValidationError("--cosignatures stand below a signature of your own; give --sign-key too")
        }
    }

    func run() throws {
        let (earlier, key, witnessed) = try CommandError.handled {
            (
                try previous.read(), try signKey.map { try readSigningKey($0) },
                try cosignatures.map { try Cosignatures(reading: $0) }
            )
        }
        let site = try options.check()
        var rendered = try CommandError.handled {
            if let key, let signKey { try holdListed(key, in: site, path: signKey) }
            return try render(site, after: earlier, signingWith: key, cosignedBy: witnessed)
        }
        if key == nil, rendered.files != nil, let finding = unsigned(site) {
            rendered.diagnostics = (rendered.diagnostics + [finding]).sorted()
        }
        diagnostics.report(rendered.diagnostics)
        guard let files = rendered.files else {
            print(summary(of: rendered.diagnostics, of: site, done: "Nothing was written"))
            throw CommandError.contentHasErrors
        }
        let folder = output ?? options.site + "/Public"
        try CommandError.handled {
            try refuseSource(folder)
            let report = try publish(files, to: folder)
            let done =
                "Built \(files.count) files in \(folder): \(report.written.count) written, "
                + "\(report.unchanged) unchanged, \(report.deleted.count) deleted"
            print(summary(of: rendered.diagnostics, of: site, done: done))
        }
    }

    /// The output must not lie in the sources, nor hold them.
    private func refuseSource(_ folder: String) throws {
        func real(_ path: String) -> [String] {
            URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
        }
        let output = real(folder)
        let site = real(options.site)
        let sources = ["Content", "Templates"].map { real(options.site + "/" + $0) }
        guard !site.starts(with: output), !sources.contains(where: output.starts) else {
            throw FileError(path: folder, reason: "holds the site's sources, or lies in them; name another folder")
        }
    }
}

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Does all that build does, but for the writing."
    )

    @OptionGroup var options: SiteOptions
    @OptionGroup var diagnostics: DiagnosticOptions
    @OptionGroup var previous: PreviousOption

    func run() throws {
        let earlier = try CommandError.handled { try previous.read() }
        let site = try options.check()
        let rendered = try CommandError.handled { try render(site, after: earlier) }
        diagnostics.report(rendered.diagnostics)
        print(summary(of: rendered.diagnostics, of: site, done: rendered.files == nil ? nil : "The site is in order"))
        if rendered.files == nil { throw CommandError.contentHasErrors }
    }
}

/// What a run did, what it found, and the as-of that it spoke for.
private func summary(of diagnostics: [Diagnostic], of site: CheckedSite, done: String?) -> String {
    let sentence = [done, diagnostics.count].compactMap { $0 }.joined(separator: "; ")
    guard let asOf = site.asOf, let offset = site.history?.settings.utcOffset else { return sentence }
    return "\(sentence), as of \(asOf.description(at: offset))"
}
