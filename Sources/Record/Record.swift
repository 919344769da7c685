import Diagnostics
import Feeds
import Formats
import Markdown
import Model

/// The append-only list of everything ever announced. A function of source and as-of: who has the source can make it
/// again.
package struct Record: Sendable {
    package var settings: SiteSettings
    package var asOf: AsOf
    /// In their order.
    package var entries: [RecordEntry]

    /// - Parameters:
    ///   - history: of what is public at the as-of.
    ///   - texts: the parsed texts of editions by the path of their source.
    ///   - digest: the SHA-256 of a linked file by its path in the site (`/files/dpa.pdf`), in lower-case hexadecimal;
    ///     nil where there is none. Asked once for each path.
    package init(
        of history: History, asOf: AsOf, texts: [String: MarkdownText], digest: (String) throws -> String?
    ) rethrows {
        settings = history.settings
        self.asOf = asOf
        var digests: [String: String?] = [:]
        var entries = [RecordEntry.site(settings)]
        entries += settings.notice.map(RecordEntry.notice)
        entries += settings.register.map(RecordEntry.register)
        for document in history.documents {
            for edition in document.editions {
                var files: [String: String] = [:]
                for path in linkedFiles(of: edition, texts: texts) {
                    if digests[path] == nil { digests[path] = try digest(path) }
                    files[path] = digests[path] ?? nil
                }
                entries.append(.edition(edition, files: files))
                entries += RecordEntry.later(.edition(edition), asOf: asOf)
            }
            for change in document.changes {
                entries.append(.change(change))
                entries += RecordEntry.later(.change(change), asOf: asOf)
            }
        }
        self.entries = entries.sorted { $0.key < $1.key }
    }

    package var lines: [String] { entries.map(\.line) }
}
