// Writes a Swift file that holds the files of folders: their paths and their bytes as base64.
//
// Arguments: a root, the Swift file to write, and folders by their paths from the root.

import Foundation

let root = URL(fileURLWithPath: CommandLine.arguments[1])
let files = try CommandLine.arguments[3...].flatMap { folder in
    let above = root.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: above.path).sorted().compactMap { name -> String? in
        let url = above.appending(path: name)
        guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true,
            url.lastPathComponent != ".DS_Store"
        else { return nil }
        return "        \"\(folder)/\(name)\": \"\(try Data(contentsOf: url).base64EncodedString())\","
    }
}
let source = """
    enum EmbeddedFiles {
        /// The files by their paths in the repository, as base64.
        static let base64: [String: String] = [
    \(files.isEmpty ? "        :" : files.joined(separator: "\n"))
        ]
    }

    """
try Data(source.utf8).write(to: URL(fileURLWithPath: CommandLine.arguments[2]))
