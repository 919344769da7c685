import Foundation

/// A folder under the system's temporary one, gone when the test is over.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        path = NSTemporaryDirectory() + "trustpress-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    package func write(_ text: String, to name: String) throws {
        let file = "\(path)/\(name)"
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }

    /// Every file by its path with its text, the manifest left out; a link is shown as `-> target`.
    package func files() throws -> [String: String] {
        var found: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) where name != ".trustpress" {
            let file = "\(path)/\(name)"
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: file) {
                found[name] = "-> " + target
            } else if let data = FileManager.default.contents(atPath: file) {
                found[name] = String(decoding: data, as: UTF8.self)
            }
        }
        return found
    }
}
