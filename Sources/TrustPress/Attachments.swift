import Disk
import Formats
import Site
import Source

/// The files under `Content/files/` that a text which may be seen names. One that is not there is left out.
///
/// - Throws: `FileError` where a file can no longer be read.
func attachments(
    _ tree: SourceTree, named names: SiteFileNames
) throws(FileError) -> [OutputFile] {
    var files: [OutputFile] = []
    for path in (names.recorded + names.free).sorted() {
        guard let attachment = tree.attachments["Content" + path] else { continue }
        do {
            files.append(OutputFile(path: String(path.dropFirst()), bytes: try attachment.bytes()))
        } catch {
            throw FileError(path: "Content" + path, reason: "\(error)")
        }
    }
    return files
}
