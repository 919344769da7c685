import Diagnostics
import Formats
import Model

/// What was read of the files of a tree, most of which are the same in the next one. A memory changes nothing but the time
/// that reading takes.
package struct SourceMemory: Sendable {
    private var files: [String: ReadFile] = [:]
    /// `Content/site.yaml`, and what it was read as.
    private var site: (source: SettingsSource, settings: SiteSettings?, findings: [Diagnostic])?

    package init() {}

    /// The file of an edition, a page or a provider, and what it was read as.
    struct ReadFile: Sendable {
        fileprivate let source: Source
        /// Nil where it is of no use, which is among the findings.
        let found: Found?
        let findings: [Diagnostic]
    }

    enum Found: Sendable {
        /// Not dated where its day of announcement could not be read, which is among the findings.
        case edition(Edition, isDated: Bool)
        case page(Page)
        /// Likewise.
        case provider(ProviderReader.Result)
    }

    /// All on which the reading of a file at a path depends.
    fileprivate struct Source: Sendable, Equatable {
        var content: FileContent
        /// Of an edition the documents of the site, which it may name.
        var documents: [String]?
        /// Of a provider what the settings are read from.
        var settings: SettingsSource?
    }

    /// What the settings of a site are read from.
    struct SettingsSource: Sendable, Equatable {
        var content: FileContent?
        /// Of documents.
        var folders: [String]
    }

    /// What the settings of a site are read as, by `read` where they are not what they were.
    mutating func settings(
        _ source: SettingsSource, read: (Findings) -> SiteSettings?
    ) -> (settings: SiteSettings?, findings: [Diagnostic]) {
        if let site, site.source == source { return (site.settings, site.findings) }
        let findings = Findings()
        let settings = read(findings)
        site = (source, settings, findings.diagnostics)
        return (settings, findings.diagnostics)
    }

    /// Reads the editions, pages and providers among files, on all cores; what is not among them is forgotten.
    mutating func read(
        _ all: [(path: String, kind: SourceKind, content: FileContent)], context: ReadingContext,
        _ settings: SettingsSource
    ) {
        let documents = context.documents
        let sources = all.compactMap { path, kind, content -> (path: String, kind: SourceKind, source: Source)? in
            switch kind {
            case .edition(_, let stem) where EditionID(stem) != nil:
                return (path, kind, Source(content: content, documents: documents))
            case .page: return (path, kind, Source(content: content))
            case .provider: return (path, kind, Source(content: content, settings: settings))
            default: return nil
            }
        }
        let known = files
        let read = concurrentMap(sources) { path, kind, source in
            if let read = known[path], read.source == source { return read }
            return ReadFile(source, kind, at: path, context: context)
        }
        files = Dictionary(uniqueKeysWithValues: zip(sources.map(\.path), read))
    }

    /// What the file at a path was read as.
    subscript(path: String) -> ReadFile? { files[path] }
}

extension SourceMemory.ReadFile {
    fileprivate init(
        _ source: SourceMemory.Source, _ kind: SourceKind, at path: String, context: ReadingContext
    ) {
        let findings = Findings()
        let file = source.content.decoded(path, findings: findings)
        func edition(_ id: EditionID, of document: String) -> SourceMemory.Found? {
            guard !file.holdsMergeConflict(inFrontMatterOnly: true, findings: findings) else { return nil }
            if let read = readEdition(file, document: document, id: id, context: context, findings: findings) {
                return .edition(read.edition, isDated: read.isDated)
            }
            // Where nothing else is said of its text, a merge's marks in that still are.
            _ = file.holdsMergeConflict(findings: findings)
            return nil
        }
        self.source = source
        found =
            switch kind {
            case .edition(let document, let stem):
                EditionID(stem).flatMap { edition($0, of: document) }
            case .page(let stem): .page(readPage(file, id: stem, findings: findings))
            case .provider(_, let stem):
                file.holdsMergeConflict(findings: findings)
                    ? nil : .provider(ProviderReader(context: context, findings: findings).read(file, id: stem))
            default: nil
            }
        self.findings = findings.diagnostics
    }
}
