import Diagnostics
import Disk

extension SourceTree {
    /// Reads a site's folder: `Content/` and `Templates/`, names in order. The only place where sources meet the disk.
    ///
    /// Names that start with a dot or end with `~` are passed over: they are what systems and editors leave behind.
    ///
    /// - Throws: `FileError` where the folder or a file in it cannot be read.
    package init(reading folder: String) throws(FileError) {
        self.init(files: [String: [UInt8]]())
        let disk = Folder(path: folder)
        guard disk.kind("") != nil else { throw FileError(path: folder, reason: "is not there") }
        guard disk.kind("Content") == .folder else {
            throw FileError(path: folder, reason: "has no folder Content; say where the site is with --site")
        }
        var pending = ["Templates", "Content"]
        while let path = pending.popLast() {
            switch disk.kind(path) {
            case .folder?:
                let names = disk.names(in: path).filter { !$0.hasPrefix(".") && !$0.hasSuffix("~") }
                pending += names.reversed().map { "\(path)/\($0)" }
            case .file?:
                let size = disk.size(path) ?? 0
                try add(path, size: size) { () throws(FileError) in
                    guard let bytes = try disk.read(path) else {
                        throw FileError(path: disk.full(path), reason: "is gone, or no file any more")
                    }
                    return bytes
                }
            case .other?:
                refused.insert(path)
                diagnostics.append(
                    Diagnostic(
                        .unsafePath, file: path, "\(path) is a link, and links are not followed",
                        help: "put the file itself in its place"))
            case nil: continue
            }
        }
    }
}
