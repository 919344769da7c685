import ArgumentParser
import Disk
import Formats
import Model
import Source
import TrustPress

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Writes the JSON Schema of a kind of file, by which editors complete keys and mark mistakes.",
        discussion: """
            It is made of what the program itself asks of such a file, and of the site's settings where there is a site: its \
            products, its documents, the fields that it requires and its private keys. What it marks check refuses; check \
            finds much more. A folder .vscode gets the settings by which VS Code takes them too, where it has none.

            \(examples("schema site", "schema provider > .vscode/provider.json", "schema --into .vscode"))
            """
    )

    @Argument(help: "Which file: site, provider, edition, page or certification.")
    var kind: SchemaKind?

    @Option(
        help: ArgumentHelp("A folder into which all of them are written, as KIND.json.", valueName: "dir"),
        transform: namedPath)
    var into: String?

    @Option(
        help: ArgumentHelp("The site's folder, with Content/ in it. (default: .)", valueName: "dir"),
        completion: .directory,
        transform: namedPath)
    var site = "."

    func validate() throws {
        guard (kind == nil) != (into == nil) else {
            let kinds = SchemaKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("say of which file (\(kinds)), or a folder for all of them with --into")
        }
    }

    func run() throws {
        try CommandError.handled {
            let isThere = Folder(path: site).kind("Content") != nil
            let settings = isThere ? readLibrary(try SourceTree(reading: site)).library?.settings : nil
            if let kind { Output.result(kind.schema(for: settings).pretty, as: .json) }
            guard let into else { return }
            let folder = Folder(path: into)
            if folder.kind("") == nil { try folder.create() }
            for kind in SchemaKind.allCases {
                let text = kind.schema(for: settings).pretty
                try folder.replace("\(kind.rawValue).json", with: Array(text.utf8), mode: 0o644)
            }
            let done = "Wrote the schemas of \(SchemaKind.allCases.count) kinds of files into \(into)."
            guard realName(of: into) == ".vscode" else { return Output.sentences(done) }
            Output.sentences(done, try writeSettings(into: folder))
        }
    }

    /// Writes what VS Code with the extension redhat.vscode-yaml asks for, where it has no settings yet.
    ///
    /// - Returns: what became of it, in a sentence.
    private func writeSettings(into folder: Folder) throws(FileError) -> String {
        let files = SchemaKind.allCases.compactMap { kind in
            kind.files.map { JSONValue.Member(".vscode/\(kind.rawValue).json", .string($0)) }
        }
        let settings: [JSONValue.Member] = [
            .init("yaml.schemaStore.enable", false), .init("yaml.schemas", .object(files)),
        ]
        let name = "settings.json"
        guard folder.kind(name) != nil else {
            try folder.replace(name, with: Array(JSONValue.object(settings).pretty.utf8), mode: 0o644)
            return "VS Code takes them with the extension YAML (redhat.vscode-yaml), by \(folder.full(name))."
        }
        let known = try folder.read(name).flatMap { JSONValue(reading: String(decoding: $0, as: UTF8.self)) }
        if let known, settings.allSatisfy({ known[$0.key]?.canonical == $0.value.canonical }) {
            return "VS Code has its settings for them."
        }
        return "\(folder.full(name)) is there and stays as it is; VS Code takes the schemas with these lines in it: "
            + settings.map { "\"\($0.key)\": \($0.value.canonical)" }.joined(separator: ", ")
    }

    private func realName(of folder: String) -> String { String(folder.split(separator: "/").last ?? "") }
}

extension SchemaKind: ExpressibleByArgument {}
