import Disk
import Feeds
import Formats
import Markdown
import Model
import Source

/// The files under `Content/files/` that a text which may be seen links to. One that is not there is left out: a
/// check has said so.
///
/// - Throws: where a file can no longer be read.
func attachments(_ tree: SourceTree, of known: History, texts: [String: MarkdownText]) throws -> [OutputFile] {
    try linkedFiles(known, texts: texts).compactMap { path in
        guard let attachment = tree.attachments["Content" + path] else { return nil }
        return OutputFile(path: String(path.dropFirst()), bytes: try attachment.bytes())
    }
}
