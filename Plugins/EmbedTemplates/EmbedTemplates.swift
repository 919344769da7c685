import Foundation
import PackagePlugin

/// Runs `EmbedTemplatesTool` on the package's `Templates/` before the target is compiled.
@main
struct EmbedTemplates: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "Templates")
        let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInTemplates.swift")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted()
        return [
            .buildCommand(
                displayName: "Embedding Templates",
                executable: try context.tool(named: "EmbedTemplatesTool").url,
                arguments: [folder.path(), output.path()],
                inputFiles: paths.map { folder.appending(path: $0) },
                outputFiles: [output])
        ]
    }
}
