import Diagnostics
import Formats
import Model

/// What is published of an item, hashed once for all of its lines.
struct HashedItem: Sendable {
    let path: String
    let digest: String
    /// That it names.
    let files: [String]

    init(_ item: PublishedItem) { (path, digest, files) = (item.path, item.digest, item.namedFiles) }
}

extension RecordEntry {
    /// The lines of an edition or a change: its own, and those of what was said of it later.
    ///
    /// - Parameters:
    ///   - isInNotice: whether a notice's JSON holds what was said of it later. Older history is in none.
    ///   - digest: of a file by its path in the site (`/files/dpa.pdf`); nil where there is none.
    static func lines(
        of item: NoticeItem, _ published: HashedItem, isInNotice: Bool, asOf: AsOf,
        digest: (String) throws -> String?
    ) rethrows -> [RecordEntry] {
        func digests(of paths: [String]) throws -> [String: String] {
            var files: [String: String] = [:]
            for path in paths { files[path] = try digest(path) }
            return files
        }
        let subject: Subject
        switch item {
        case .edition(let edition): subject = .edition(edition)
        case .change(let change): subject = .change(change)
        case .terms, .renaming: return []
        }
        let announcement = item.announcement
        var entries = [
            announced(
                subject, key: item.recordKey, announcement, published, files: try digests(of: published.files))
        ]
        func later(
            _ subject: Subject, _ kind: RecordKey.Kind, _ moment: Moment, _ written: JSONValue, reason: String,
            _ more: [JSONValue.Member] = []
        ) throws -> RecordEntry {
            let files = try digests(of: namedFiles(in: reason))
            return RecordEntry(
                subject, key: item.recordKey.later(kind, moment),
                members: [
                    .init("announced", .string("\(moment)")), .init("sha256", .string(sha256(written.canonical.utf8))),
                ] + more + Self.files(files),
                published: paths(files), preimages: isInNotice ? [] : [written.canonical])
        }
        for postponed in announcement.postponed {
            entries.append(
                try later(
                    .postponed(item, postponed), .postponed, postponed.announced.value, postponed.written,
                    reason: postponed.reason.value, [.init("effective", .string("\(postponed.effective.value)"))]))
        }
        if let withdrawn = announcement.withdrawn {
            entries.append(
                try later(
                    .withdrawn(item, withdrawn), .withdrawn, withdrawn.announced.value, withdrawn.written,
                    reason: withdrawn.reason.value))
        }
        for (erased, rest) in zip(announcement.erasures, rests(of: announcement, published))
        where asOf.covers(erased.announced.value) {
            entries.append(
                try later(
                    .erased(item, erased), .erased, erased.announced.value, erased.written,
                    reason: erased.reason.value, [.init("rest", .string(rest))]))
        }
        return entries
    }

    /// The digests of what is published in the place of what went, after each erasure: each but the last one is what the
    /// next one was made of.
    private static func rests(of announcement: Announcement, _ published: HashedItem) -> [String] {
        announcement.erasures.dropFirst().map(\.sha256.value) + [published.digest]
    }

    /// - Parameter named: the digests of the files that are named by what is published of it.
    private static func announced(
        _ subject: Subject, key: RecordKey, _ announcement: Announcement, _ published: HashedItem,
        files named: [String: String]
    ) -> RecordEntry {
        var files = named
        for erased in announcement.erasures {
            for file in erased.files { files[file.path.value] = file.sha256.value }
        }
        var members: [JSONValue.Member] = [
            .init("announced", .string("\(announcement.announced.value)")),
            .init("effective", .string("\(announcement.effective.value)")),
            .init("sha256", .string(announcement.erased?.sha256.value ?? published.digest)),
        ]
        if let recorded = announcement.recorded { members.append(.init("recorded", .string("\(recorded.value)"))) }
        return RecordEntry(
            subject, key: key, members: members + Self.files(files),
            published: [published.path: published.digest].merging(paths(named)) { first, _ in first })
    }

    private static func files(_ files: [String: String]) -> [JSONValue.Member] {
        files.isEmpty
            ? []
            : [.init("files", .object(files.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }))]
    }

    /// Paths in the site as paths from the output folder.
    private static func paths(_ files: [String: String]) -> [String: String] {
        Dictionary(files.map { (String($0.key.dropFirst()), $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}
