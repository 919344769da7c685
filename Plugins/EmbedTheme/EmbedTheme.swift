import Foundation
import PackagePlugin

/// Builds the theme in `Templates/` into the program, so that a site without templates of its own has a look.
@main
struct EmbedTheme: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let templates = context.package.directoryURL.appending(path: "Templates")
        let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInTheme.swift")
        let inputs = (FileManager.default.subpaths(atPath: templates.path) ?? []).map { templates.appending(path: $0) }
        return [
            .buildCommand(
                displayName: "Embedding the theme",
                executable: try context.tool(named: "ThemeEmbedder").url,
                arguments: [templates.path, output.path],
                inputFiles: inputs.filter { !$0.hasDirectoryPath },
                outputFiles: [output]
            )
        ]
    }
}
