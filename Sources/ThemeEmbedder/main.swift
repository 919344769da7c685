// Writes a Swift file that holds the files of a folder: their paths and their bytes as base64.
//
// Arguments: the folder, and the Swift file to write.

import Foundation

let templates = URL(fileURLWithPath: CommandLine.arguments[1])
let names = try FileManager.default.subpathsOfDirectory(atPath: templates.path).sorted()
let files = try names.compactMap { name -> String? in
    let url = templates.appending(path: name)
    guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true, !name.hasPrefix(".") else {
        return nil
    }
    return "        \"Templates/\(name)\": \"\(try Data(contentsOf: url).base64EncodedString())\","
}
let source = """
    enum BuiltInTheme {
        /// The files of the theme by their paths in a site, as base64.
        static let files: [String: String] = [
    \(files.isEmpty ? "        :" : files.joined(separator: "\n"))
        ]
    }

    """
try Data(source.utf8).write(to: URL(fileURLWithPath: CommandLine.arguments[2]))
