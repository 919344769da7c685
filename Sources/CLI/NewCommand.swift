import ArgumentParser
import Disk
import Foundation
import Signatures
import Source
import TrustPress

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes what one starts from.",
        subcommands: [NewKeyCommand.self]
    )
}

struct NewKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Makes a key pair that signs the record's checkpoint.",
        discussion: """
            FILE gets the secret key, which nobody but you can read; keep it out of the repository, as a secret of your \
            CI. The public key is printed, as a line of site.yaml.
            """
    )

    @Argument(help: ArgumentHelp("Where the secret key is written; there must be no file yet.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("The site's folder, with Content/ in it.", valueName: "dir"))
    var site = "."

    @Option(help: "Whose signature it is: the record's origin, if left out.")
    var name: String?

    func run() throws {
        try CommandError.handled {
            let origin = try name ?? recordOrigin(of: try SourceTree(reading: site))
            guard let key = SigningKey.new(name: origin) else {
                throw ValidationError("a key's name has no white space and no + in it")
            }
            try writeSigningKey(key, to: file)
            let today = ISO8601DateFormatter.string(
                from: Date(), timeZone: .gmt, formatOptions: [.withFullDate])
            Output.result("record: {keys: [{key: \(key.verifier), from: \(today)}]}\n")
        }
    }
}
