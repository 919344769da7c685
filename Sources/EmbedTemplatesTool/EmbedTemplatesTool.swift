import Foundation

/// `EmbedTemplatesTool FOLDER FILE`: writes the texts of a folder into a Swift file, as a dictionary by path.
@main
enum EmbedTemplatesTool {
    static func main() throws {
        guard CommandLine.arguments.count == 3 else {
            throw Failure(description: "usage: EmbedTemplatesTool FOLDER FILE")
        }
        let (folder, output) = (CommandLine.arguments[1], CommandLine.arguments[2])
        var source = "/// Made from Templates/ by EmbedTemplatesTool.\nlet builtInTemplates: [String: String] = [\n"
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() {
            var isFolder: ObjCBool = false
            let file = URL(filePath: folder).appending(path: path)
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            guard FileManager.default.fileExists(atPath: file.path(), isDirectory: &isFolder), !isFolder.boolValue,
                !isHidden
            else { continue }
            guard let text = String(validating: try Data(contentsOf: file), as: UTF8.self) else {
                throw Failure(description: "Templates/\(path) is no UTF-8 text; only texts can be built in")
            }
            source += "    \(literal("Templates/" + path)): \(literal(text)),\n"
        }
        try Data((source + "]\n").utf8).write(to: URL(filePath: output))
    }

    /// A string literal of ASCII characters alone.
    private static func literal(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "\"") { literal, scalar in
            switch scalar {
            case "\"", "\\": literal += "\\\(scalar)"
            case "\n": literal += "\\n"
            case " "..."~": literal.unicodeScalars.append(scalar)
            default: literal += "\\u{\(String(scalar.value, radix: 16))}"
            }
        } + "\""
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }
}
