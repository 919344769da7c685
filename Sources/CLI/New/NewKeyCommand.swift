import ArgumentParser
import Disk
import Foundation
import Signatures
import Source
import TrustPress

struct NewKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Makes a key pair that signs the record's checkpoint.",
        discussion: """
            FILE gets the secret key, which nobody but you can read; keep it out of the repository, as a secret of your \
            CI. The public key is printed, as a line of site.yaml. Both are named after the site's record, which is what \
            they sign: run it where the site is, or say so with --site; before there is a site, --name says it.

            \(examples("new key ~/keys/record", "new key sign.key --name trust.example.com/2026/record"))
            """
    )

    @Argument(
        help: ArgumentHelp("Where the secret key is written; there must be no file yet.", valueName: "file"),
        transform: namedPath)
    var file: String

    @Option(
        help: ArgumentHelp("The site's folder, with Content/ in it. (default: .)", valueName: "dir"),
        transform: namedPath)
    var site = "."

    @Option(
        help:
            "Whose signature it is: the record's origin, as trust.example.com/2026/record. Left out, the site says it.")
    var name: String?

    func run() throws {
        try CommandError.handled {
            let origin = try name ?? originOfSite()
            guard let key = SigningKey.new(name: origin) else {
                throw ValidationError("a key's name has no white space and no + in it")
            }
            try writeSigningKey(key, to: file)
            let today = ISO8601DateFormatter.string(
                from: Date(), timeZone: .gmt, formatOptions: [.withFullDate])
            Output.aside(
                "\(file) holds the secret key: no commit may have it. Keep it as a secret of your CI, and what goes into "
                    + "Content/site.yaml is this line:\n")
            Output.result("record: {keys: [{key: \(key.verifier), from: \(today)}]}\n")
        }
    }

    private func originOfSite() throws -> String {
        guard Folder(path: site).kind("Content") != nil else {
            throw ValidationError(
                "there is no site in \(site == "." ? "this folder" : site), after whose record the key could be named; say "
                    + "where one is with --site, or write --name trust.example.com/2026/record: the domain and the year "
                    + "of its authority")
        }
        return try recordOrigin(of: try SourceTree(reading: site))
    }
}
