extension SourceTree {
    /// A tree from texts by their paths, held to the same rules as one that is read from a folder.
    package init(files: [String: String]) {
        self.init(contents: files.mapValues { Array($0.utf8) })
    }

    /// A tree from bytes by their paths, held to the same rules as one that is read from a folder.
    package init(contents: [String: [UInt8]]) {
        self.init(files: [String: [UInt8]]())
        for (path, bytes) in contents.sorted(by: { $0.key < $1.key }) {
            add(path, size: bytes.count) { bytes }
        }
    }
}
