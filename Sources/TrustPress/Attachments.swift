import Disk
import Feeds
import Formats
import Markdown
import Model
import Source

/// The files under `Content/files/` that a text which may be seen links to. One that is not there is left out: a
/// check has said so.
///
/// - Throws: `FileError` where a file can no longer be read.
func attachments(
    _ tree: SourceTree, of known: History, texts: [String: MarkdownText]
) throws(FileError) -> [OutputFile] {
    var files: [OutputFile] = []
    for path in linkedFiles(known, texts: texts) {
        guard let attachment = tree.attachments["Content" + path] else { continue }
        do {
            files.append(OutputFile(path: String(path.dropFirst()), bytes: try attachment.bytes()))
        } catch {
            throw FileError(path: "Content" + path, reason: "\(error)")
        }
    }
    return files
}
