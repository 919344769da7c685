import Diagnostics
import Disk
import Formats
import Model

extension SourceTree {
    static let filesFolder = "Content/files/"
    static let assetsFolder = "Templates/assets/"
    static let markdownLimit = 1_048_576
    static let textLimit = 262_144
    /// Pictures and fonts of a theme.
    static let assetLimit = 8_388_608
    /// What texts link to.
    static let attachmentLimit = 104_857_600

    /// The types of what may lie under `Content/files/`: none that a browser would run.
    package static let publishableTypes = ["pdf", "png", "jpg", "webp", "csv", "json", "txt", "zip", "docx", "xlsx"]

    /// Takes one file in, or says why not.
    ///
    /// - Parameters:
    ///   - path: its path from the site's folder.
    ///   - size: its size in bytes, known before it is read.
    ///   - read: reads its bytes; called here for a source, and later for what texts link to.
    mutating func add<Failure: Error>(
        _ path: String, size: Int, read: @escaping @Sendable () throws(Failure) -> [UInt8]
    ) throws(Failure) {
        guard checkName(path) else { return }
        if path.hasPrefix(Self.filesFolder) {
            guard checkType(path), checkSize(path, size) else { return }
            // What cannot be read shows where its bytes are needed.
            if size < 1024, let bytes = try? read(), !checkIsThere(path, bytes) { return }
            attachments[path] = Attachment(bytes: read)
            return
        }
        if case .other = SourceKind(path) {
            // It is not read, only named.
            files[path] = FileContent([])
            return
        }
        guard checkSize(path, size) else { return }
        let bytes = try read()
        if checkIsThere(path, bytes) { files[path] = FileContent(bytes) }
    }

    /// The most bytes that a file may have, by its path.
    static func limit(of path: String) -> Int {
        if path.hasPrefix(filesFolder) { return attachmentLimit }
        if path.hasPrefix(assetsFolder) { return assetLimit }
        return path.hasSuffix(".md") ? markdownLimit : textLimit
    }

    /// Whether a file is small enough to be read; reports it if not.
    private mutating func checkSize(_ path: String, _ size: Int) -> Bool {
        let limit = Self.limit(of: path)
        if size <= limit { return true }
        refuse(
            .fileTooLarge, path,
            "this file has \(size) bytes, and \(readable(bytes: limit)) (\(limit) bytes) is the most",
            help: path.hasSuffix(".md") && !path.hasPrefix(Self.filesFolder)
                ? "publish it as two documents" : "make it smaller")
        return false
    }

    /// Whether a file is itself, and no pointer of Git LFS that was not followed; reports it if not.
    private mutating func checkIsThere(_ path: String, _ bytes: [UInt8]) -> Bool {
        guard digestOfPointer(bytes) != nil else { return true }
        refuse(
            .unsafeFile, path, "this is a pointer of Git LFS, and not the file that it stands for",
            help: "run git lfs pull; in CI, write lfs: true below actions/checkout")
        return false
    }

    mutating func refuse(_ id: CheckID, _ path: String, _ message: String, help: String) {
        refused.insert(path)
        diagnostics.append(Diagnostic(id, file: path, message, help: help))
    }

    /// Whether every part of a path can stand in an address as it is; reports it if not.
    private mutating func checkName(_ path: String) -> Bool {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for part in parts.lazy.map(Substring.init) where !Self.isSafeName(part) {
            // A folder is reported once, not with each of its files.
            let place = String(path[..<part.endIndex])
            guard !refused.contains(place) else {
                refused.insert(path)
                return false
            }
            refused.insert(path)
            refuse(
                .unsafePath, place, "the name \"\(shown(String(part)))\" cannot stand in an address as it is",
                help: Self.safeNameHelp(part, at: place))
            return false
        }
        return true
    }

    private static func isSafeName(_ name: Substring) -> Bool {
        !name.isEmpty && name.utf8.count <= 200 && name.first != "." && name.utf8.allSatisfy(isSafe)
    }

    private static func isSafe(_ byte: UInt8) -> Bool {
        byte.isASCIIAlphanumeric || "-_.".utf8.contains(byte)
    }

    /// What to do about a name that is not safe, so that the next name does not meet another rule.
    private static func safeNameHelp(_ name: Substring, at path: String) -> String {
        let suggestion = safeName(name)
        guard !suggestion.isEmpty else { return "use letters a-z, digits, hyphens and dots" }
        let isCopy = ["copy", "kopie", "copie", "copia", "(1)", "(2)"].contains { name.lowercased().contains($0) }
        if case .edition(_, let stem) = SourceKind(path), let day = CalendarDate(stem.prefix(10)) {
            return isCopy
                ? "take it away if it is a copy of \(day).md; else rename it to that, or to \(day)-2.md if there is one"
                : "rename it to \(day).md, or \(day)-2.md for a second edition of that day"
        }
        if case .edition = SourceKind(path) { return "rename it to the day on which it takes effect, as YYYY-MM-DD.md" }
        return (isCopy ? "take it away if it is a copy, or " : "") + "rename it to \(suggestion)"
    }

    /// A name that can stand in an address: the one itself where it can.
    package static func safeName(for name: Substring) -> String {
        let safe = isSafeName(name) ? String(name) : safeName(name)
        return safe.isEmpty ? String(name) : safe
    }

    private static func safeName(_ name: Substring) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return slug(String(name)) }
        let stem = slug(String(name[..<dot]))
        let ending = slug(String(name[dot...]))
        return stem.isEmpty || ending.isEmpty ? stem : "\(stem).\(ending)"
    }

    private mutating func checkType(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.contains(".") ? name.split(separator: ".").last?.lowercased() ?? "" : ""
        if Self.publishableTypes.contains(ending) { return true }
        let types = Self.publishableTypes.joined(separator: ", ")
        refuse(
            .unsafeFile, path,
            ending.isEmpty
                ? "a file without an ending cannot be published" : "a file of the type \(ending) cannot be published",
            help: ending == "jpeg" ? "rename it to \(name.dropLast(5)).jpg" : "publish it as one of \(types)")
        return false
    }
}
