import Foundation
import PackagePlugin

/// Builds files of the repository into the program: into `Pages` the theme in `Templates/` with its scripts in
/// `Scripts/`, so that a site without templates of its own has a look; into `Starting` what a new site begins with.
@main
struct EmbedFiles: BuildToolPlugin {
    private static let folders = ["Pages": ["Scripts", "Templates"], "Starting": ["Starter", "docs/ci"]]

    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folders = Self.folders[target.name, default: []].map { context.package.directoryURL.appending(path: $0) }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
        let inputs = folders.flatMap { folder in
            (FileManager.default.subpaths(atPath: folder.path) ?? []).map { folder.appending(path: $0) }
        }
        return [
            .buildCommand(
                displayName: "Embedding files",
                executable: try context.tool(named: "FileEmbedder").url,
                arguments: [context.package.directoryURL.path, output.path] + Self.folders[target.name, default: []],
                inputFiles: inputs.filter { !$0.hasDirectoryPath },
                outputFiles: [output]
            )
        ]
    }
}
