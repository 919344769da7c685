/// One file of a built site, in memory.
package struct OutputFile: Sendable, Hashable {
    /// From the output folder, with `/` and none in front: `privacy/index.html`.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}
