/// A file of a site as a commit lists it.
package struct CommittedSource: Sendable, Hashable {
    /// From the site's folder.
    package var path: String
    package var size: Int
    package var isLink: Bool

    package init(path: String, size: Int, isLink: Bool) {
        self.path = path
        self.size = size
        self.isLink = isLink
    }
}

extension SourceTree {
    /// A tree of the files of a commit, held to the same rules as one that is read from a folder.
    ///
    /// - Parameter read: the bytes of some files by their paths, in their order; called once for all sources, and later
    ///   for each file that texts link to.
    package init<Failure: Error>(
        committed files: [CommittedSource], read: @escaping @Sendable ([String]) throws(Failure) -> [[UInt8]]
    ) throws(Failure) {
        self.init(files: [String: [UInt8]]())
        for file in files {
            let parts = file.path.split(separator: "/")
            guard !parts.contains(where: Self.isPassedOver), parts.count <= Self.maximumDepth + 1 else { continue }
            guard !file.isLink else {
                refuseLink(file.path)
                continue
            }
            try add(file.path, size: file.size) { () throws(Failure) in [] }
            if attachments[file.path] != nil {
                attachments[file.path] = Attachment { Array(try read([file.path]).joined()) }
            }
        }
        let paths = self.paths.filter { if case .other = SourceKind($0) { false } else { true } }
        for (path, bytes) in zip(paths, try read(paths)) { self.files[path] = FileContent(bytes) }
    }
}
