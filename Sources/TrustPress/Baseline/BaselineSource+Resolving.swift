import Diagnostics
import Disk
import Formats
import Markdown
import Model
import Record
import Source

extension BaselineSource {
    /// What the baseline holds for a run.
    ///
    /// - Parameters:
    ///   - asOf: what the run speaks for.
    ///   - memory: of what was read for the run: what the commit has of the same files is not read again.
    /// - Returns: the baseline; or why there is none, where the last commit would be it and cannot be read.
    /// - Throws: `FileError` where sources that were named say nothing that could have been published.
    func baseline(
        asOf: AsOf, memory: SiteMemory
    ) throws(FileError) -> (found: Baseline?, unreadable: String?) {
        switch self {
        case .none: return (nil, nil)
        case .unreadable(let reason): return (nil, reason)
        case .build(let build): return (Baseline(previous: build), nil)
        case .sources(let sources):
            let old = sources.reading(memory)
            guard let library = old.library else {
                if sources.isAssumed { return (nil, "its Content/site.yaml has errors") }
                let reason = old.diagnostics.first { $0.severity == .error }.map { " (\($0.message))" } ?? ""
                throw FileError(
                    path: "Content/site.yaml",
                    reason: "cannot be read in \(sources.name)\(reason); name a revision that was published")
            }
            var previous: PreviousBuild
            do throws(FileError) {
                previous = try sources.announced(library, by: sources.asOf ?? asOf, after: memory.resolved)
            } catch {
                guard sources.isAssumed else { throw error }
                return (nil, "\(error.path) \(error.reason)")
            }
            previous.faults = Dictionary(
                old.diagnostics.filter { $0.severity == .error }.map { ($0.file, "line \($0.line): \($0.message)") },
                uniquingKeysWith: { first, _ in first })
            return (Baseline(previous: previous, isAssumed: sources.isAssumed), nil)
        }
    }
}

extension CommittedSources {
    /// What a build of the sources would have published by an as-of. What of them cannot be read was never published.
    ///
    /// - Parameter earlier: as `PublicHistory` takes it.
    func build(_ library: Library, by asOf: AsOf, after earlier: History?) throws(FileError) -> PreviousBuild {
        let record: Record
        do {
            record = try Record(of: PublicHistory(of: library, asOf: asOf, after: earlier)) { path in
                if let folder = submodules.first(where: { "Content\(path)".hasPrefix("\($0)/") }) {
                    throw FileError(
                        path: folder,
                        reason: "is a submodule in \(name), and a text there names \(path), which lies in it; "
                            + "--previous takes the folder of an earlier build")
                }
                guard let bytes = try tree.attachments["Content" + path]?.bytes() else { return nil }
                return digestOfPointer(bytes) ?? sha256(bytes)
            }
        } catch let error as FileError {
            throw error
        } catch {
            throw FileError(path: "Content/files", reason: "cannot be read in \(name): \(error)")
        }
        let lines = Array(record.lines.map { $0 + "\n" }.joined().utf8)
        let published = PublishedBytes(record, of: tree)
        return PreviousBuild(record: ParsedRecord(reading: lines), asOf: asOf, origin: .sources(name)) { published[$0] }
    }
}

/// What a record's editions and changes, the names behind its digests and the files of a site are published as, by
/// path. A text is made only where it is asked for. A page without history stands for what it would be rendered to: that
/// it was there is all that can be asked of it.
private struct PublishedBytes: Sendable {
    private let tree: SourceTree
    private let names: OutputFile
    private var items: [String: NoticeItem] = [:]

    init(_ record: Record, of tree: SourceTree) {
        self.tree = tree
        names = record.namesFile
        for item in record.entries.lazy.filter(\.isAnnouncement).compactMap(\.item) {
            if let path = item.published?.path { items[path] = item }
        }
    }

    subscript(_ path: String) -> [UInt8]? {
        if let item = items[path] { return item.published.map { Array($0.text.utf8) } }
        if path == names.path { return names.bytes }
        if path.hasPrefix("files/") {
            // In the place of a large one the repository has a pointer.
            let bytes = try? tree.attachments["Content/" + path]?.bytes()
            return bytes.flatMap { digestOfPointer($0) == nil ? $0 : nil }
        }
        // Of these sources it is known which pages there were.
        if path == "index.html" { return [] }
        guard path.hasSuffix("/index.html") else { return nil }
        return tree.files["Content/\(path.dropLast("/index.html".count)).md"]?.bytes
    }
}
