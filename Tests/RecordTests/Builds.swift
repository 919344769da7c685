import Diagnostics
import Formats
import Model
import Record
import Source
import TestSupport
import Testing
import TrustPress

/// A site in memory, built again and again: each build is judged by the one before it.
struct Builds {
    /// The sources by path; a linked file's too.
    var files: [String: String]
    private(set) var previous: PreviousBuild?
    /// What the last build that passed published, by path.
    private(set) var published: [String: [UInt8]] = [:]

    init(_ world: String) { files = World(world).files }

    /// Builds for an as-of.
    ///
    /// - Returns: the errors; where there are none, what was built is the previous build of the next.
    mutating func build(_ day: String) throws -> [Diagnostic] {
        let rendered = try render(day)
        if let built = rendered.files {
            published = Dictionary(built.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
            previous = Self.previous(published)
            try #require(previous != nil, "a record that was just made can be read")
        }
        return rendered.diagnostics.filter { $0.severity == .error }
    }

    /// What a build would find; nothing is taken over.
    func errors(_ day: String) throws -> [Diagnostic] {
        try render(day).diagnostics.filter { $0.severity == .error }
    }

    /// The record that a build would publish and the errors that it would find, without rendering a page.
    func judged(_ day: String, after previous: PreviousBuild?) throws -> (record: Record?, errors: [Diagnostic]) {
        let site = try checked(day, after: previous)
        let judged = try TrustPress.judged(site)
        return (judged?.record, (judged?.diagnostics ?? site.diagnostics).filter { $0.severity == .error })
    }

    /// The warnings of a build, without rendering a page.
    func warnings(_ day: String, after previous: PreviousBuild?) throws -> [Diagnostic] {
        let judged = try TrustPress.judged(try checked(day, after: previous))
        return judged?.diagnostics.filter { $0.severity == .warning } ?? []
    }

    /// The texts and changes that a build with a record publishes, by path.
    static func texts(of record: Record) -> [String: [UInt8]] {
        let texts = record.entries.compactMap { entry -> (String, [UInt8])? in
            let published: PublishedItem?
            switch entry.subject {
            case .edition(let edition): published = NoticeItem.edition(edition).published
            case .change(let change): published = NoticeItem.change(change).published
            default: return nil
            }
            return published.map { ($0.path, Array($0.text.utf8)) }
        }
        return Dictionary(texts, uniquingKeysWith: { first, _ in first })
    }

    private func render(_ day: String) throws -> RenderedSite {
        try TrustPress.render(try checked(day, after: previous))
    }

    private func checked(_ day: String, after previous: PreviousBuild?) throws -> CheckedSite {
        let isAttachment = { (path: String) in path.hasPrefix("Content/files/") }
        let tree = SourceTree(
            files: files.filter { !isAttachment($0.key) }.mapValues { Array($0.utf8) },
            attachments: files.filter { isAttachment($0.key) }.mapValues { text in
                SourceTree.Attachment { Array(text.utf8) }
            })
        return try checkSite(tree, after: previous.map { .build($0) } ?? .none) { offset throws(UsageError) in
            try AsOfChoice(option: day, epoch: nil, now: 0, offset: offset)
        }
    }

    /// What a folder with these files gives to `--previous`; nil where its record cannot be read.
    static func previous(_ published: [String: [UInt8]]) -> PreviousBuild? {
        guard let entries = published[RecordPath.entries], let asOf = published[RecordPath.asOf],
            let moment = Moment(String(decoding: asOf, as: UTF8.self).dropLast())
        else { return nil }
        let record = ParsedRecord(reading: entries)
        guard record.problems.isEmpty else { return nil }
        return PreviousBuild(record: record, asOf: AsOf(moment)) { published[$0] }
    }

    /// Replaces a text in a file, which must hold it.
    mutating func edit(_ path: String, _ old: String, _ new: String, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        let text = try #require(files[path], sourceLocation: sourceLocation)
        try #require(text.contains(old), sourceLocation: sourceLocation)
        files[path] = text.replacing(old, with: new)
    }
}
