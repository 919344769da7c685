import Diagnostics
import Formats
import Model

/// What was read of the editions of a tree, most of which are the same in the next one. A memory changes nothing but the
/// time that reading takes.
package struct SourceMemory: Sendable {
    /// By the path of the file.
    private var editions: [String: ReadEdition] = [:]

    package init() {}

    /// An edition's file, and what it was read as.
    struct ReadEdition: Sendable {
        fileprivate let source: Source
        /// Nil where it is of no use, which is among the findings.
        let edition: Edition?
        let findings: [Diagnostic]
    }

    /// All on which the reading of a file depends.
    fileprivate struct Source: Sendable, Hashable {
        var document: String
        var id: EditionID
        var bytes: [UInt8]
        /// Those of the site, which another one may name.
        var documents: [String]?
    }

    /// Reads the editions of a tree, on all cores; what is not in it is forgotten.
    mutating func read(_ tree: SourceTree, context: ReadingContext) {
        let documents = context.documents
        let sources = tree.files.compactMap { path, bytes -> (path: String, source: Source)? in
            guard case .edition(let document, let stem) = SourceKind(path), let id = EditionID(stem) else { return nil }
            return (path, Source(document: document, id: id, bytes: bytes, documents: documents))
        }
        let known = editions
        let read = concurrentMap(sources) { path, source in
            if let read = known[path], read.source == source { return read }
            return ReadEdition(source, at: path, context: context)
        }
        editions = Dictionary(uniqueKeysWithValues: zip(sources.map(\.path), read))
    }

    /// What the file at a path was read as.
    subscript(path: String) -> ReadEdition? { editions[path] }
}

extension SourceMemory.ReadEdition {
    fileprivate init(_ source: SourceMemory.Source, at path: String, context: ReadingContext) {
        let findings = Findings()
        let file = decodeText(path, source.bytes, findings: findings)
        let isWhole = !file.holdsMergeConflict(inFrontMatterOnly: true, findings: findings)
        edition =
            isWhole
            ? readEdition(file, document: source.document, id: source.id, context: context, findings: findings) : nil
        self.findings = findings.diagnostics
        self.source = source
    }
}
