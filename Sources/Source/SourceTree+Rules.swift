import Diagnostics

extension SourceTree {
    package static let filesFolder = "Content/files/"
    package static let markdownLimit = 1_048_576
    package static let textLimit = 262_144

    /// Takes one file in, or says why not.
    ///
    /// - Parameters:
    ///   - path: its path from the site's folder.
    ///   - size: its size in bytes, known before it is read.
    ///   - read: reads its bytes.
    mutating func add<Failure: Error>(
        _ path: String, size: Int, read: @escaping @Sendable () throws(Failure) -> [UInt8]
    ) throws(Failure) {
        if path.hasPrefix(Self.filesFolder) {
            attachments[path] = Attachment(bytes: read)
        } else {
            files[path] = try read()
        }
    }
}
