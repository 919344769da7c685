import Diagnostics
import Markdown
import Model
import Record

extension Check {
    /// `unsafe-path` of a link in a text that never changes to a file which that text does not name letter by letter.
    ///
    /// The record holds the files that the published bytes name, found without reading Markdown: a file that is only
    /// linked to by way of percent signs, character references or a path without its slash would be in no digest, and
    /// could be replaced.
    package static let unnamedFile = Check { context in
        let editions = context.history.documents.flatMap(\.editions).map { ($0.source.path, $0) }
        let editionOf = Dictionary(editions, uniquingKeysWith: { first, _ in first })
        return zip(context.published, context.links).flatMap { text, judged -> [Finding] in
            guard text.document != nil, judged.links.contains(where: \.isToFile) else { return [] }
            // Why it was postponed, withdrawn or erased is no part of an edition's published text.
            let edition = editionOf[text.span.file.path].flatMap { $0.recordKey == text.key ? $0 : nil }
            let published = edition.map { NoticeItem.edition($0).published?.namedFiles ?? [] }
            let named = Set(published ?? namedFiles(in: String(text.words)))
            return judged.links.compactMap { link -> Finding? in
                guard case .file(let path) = link.target, !named.contains(path) else { return nil }
                let isSafe = namedFiles(in: path) == [path]
                return Finding(
                    Diagnostic(
                        .unsafePath, at: text.place(of: link.link),
                        "this link leads to \(path), which is not what is written here letter by letter",
                        help: isSafe
                            ? "write \(path)"
                            : "give the file a name of letters, digits and . _ ~ - and write its path, such as /files/dpa.pdf"
                    ))
            }
        }
    }
}

extension JudgedLink {
    fileprivate var isToFile: Bool { if case .file = target { true } else { false } }
}
