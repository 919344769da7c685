import Diagnostics
import Disk
import Formats

extension SourceTree {
    static let maximumDepth = 16

    /// Reads a site's folder: `Content/` and `Templates/`, names in order. The only place where sources meet the disk.
    ///
    /// No link is followed, and nothing but regular files is read. Passed over without a word is what systems and
    /// editors leave behind: names that start with a dot or `~$` or end with `~`, `#…#`, `Thumbs.db` and `desktop.ini`.
    ///
    /// - Parameter known: what the file at a path holds where it need not be read; nil where it must be.
    /// - Throws: `FileError` where the folder, a folder in it or a file cannot be read.
    package init(reading folder: String, known: (String) -> FileContent? = { _ in nil }) throws(FileError) {
        self.init(files: [String: [UInt8]]())
        let disk = Folder(path: folder)
        guard disk.kind("") != nil else {
            throw FileError(path: folder, reason: "is not there; --site names the folder that holds Content/")
        }
        guard disk.kind("") != .file else {
            throw FileError(path: folder, reason: "is a file; --site names the folder that holds Content/")
        }
        guard let content = disk.kind("Content"), content == .folder || content == .link else {
            if disk.kind("site.yaml") == .file {
                throw FileError(
                    path: folder,
                    reason: "is the folder Content itself; go to the folder that holds it, or name that with --site")
            }
            throw FileError(
                path: folder,
                reason:
                    "has no folder Content; say where the site is with --site, or start one with trustpress new site "
                    + folder.asShellWord)
        }
        var pending = ["Templates", "Content"]
        while let path = pending.popLast() {
            switch disk.kind(path) {
            case .folder?: pending += try names(in: path, disk).reversed().map { "\(path)/\($0)" }
            case .file? where path == "Templates":
                refuse(
                    .template, path, "this is a file, and templates lie in a folder of this name",
                    help: "rename it, or put templates into a folder Templates")
            case .file?:
                if let known = known(path) {
                    files[path] = known
                    continue
                }
                try add(path, size: disk.size(path) ?? 0) { () throws(FileError) in
                    guard let bytes = try disk.read(path, limit: Self.limit(of: path)) else {
                        throw FileError(path: disk.full(path), reason: "is gone, or no file any more")
                    }
                    return bytes
                }
            case .link?: refuseLink(path)
            case let kind?:
                refuse(
                    .unsafePath, path, "this is \(kind.words), and it is not opened: a site holds files and folders",
                    help: "put a file in its place, or take it away")
            case nil where path.unicodeScalars.contains("\u{FFFD}"):
                refuse(
                    .unsafePath, path, "this name is not written in UTF-8",
                    help: "rename it; use letters a-z, digits, hyphens and dots")
            case nil: continue
            }
        }
    }

    /// Whether a name is one of those that systems and editors leave behind.
    static func isPassedOver(_ name: some StringProtocol) -> Bool {
        name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~") || name.hasPrefix("#") && name.hasSuffix("#")
            || name == "Thumbs.db" || name == "desktop.ini"
    }

    mutating func refuseLink(_ path: String) {
        refuse(
            .unsafePath, path, "this is a link, and links are not followed", help: "put the file itself in its place")
    }

    /// The names in a folder that are not passed over; none, which is reported, where it lies too deep.
    private mutating func names(in path: String, _ disk: Folder) throws(FileError) -> [String] {
        guard path.utf8.count(where: { $0 == UInt8(ascii: "/") }) < Self.maximumDepth else {
            refuse(
                .unsafePath, path, "folders lie more than \(Self.maximumDepth) deep in one another here",
                help: "move its files up")
            return []
        }
        return try disk.namesOrFail(in: path).filter { !Self.isPassedOver($0) }
    }
}
