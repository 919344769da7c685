import Diagnostics

/// A site's folder as a value: what lies in `Content/` and `Templates/`, and what was wrong with it on disk.
///
/// Everything after this works on the value alone, so that a test, the preview and a build read a site the same way.
package struct SourceTree: Sendable {
    /// What every source file holds, by its path from the site's folder, with `/`: `Content/site.yaml`,
    /// `Templates/page.mustache`. What lies under `Content/files/` is in `attachments` instead.
    package var files: [String: FileContent]
    /// What lies under `Content/files/`, by its path from the site's folder: `Content/files/dpa.pdf`.
    package var attachments: [String: Attachment]
    /// What reading found: links that were not followed, names that are no safe address, files too large to read.
    package var diagnostics: [Diagnostic] = []
    /// Paths of files that are there and were not taken in, each for a reason in `diagnostics`.
    package var refused: Set<String> = []

    package init(files: [String: [UInt8]], attachments: [String: Attachment] = [:]) {
        self.files = files.mapValues(FileContent.init)
        self.attachments = attachments
    }

    /// The bytes of what lies under `Templates/`, by its path from the site's folder.
    package var templates: [String: [UInt8]] {
        files.filter { $0.key.hasPrefix("Templates/") }.mapValues(\.bytes)
    }

    /// The paths of all source files, sorted.
    package var paths: [String] { files.keys.sorted() }

    /// A document or a picture that texts link to. It may be large, so its bytes are had when they are needed.
    package struct Attachment: Sendable {
        /// Throws where the file can no longer be read.
        package var bytes: @Sendable () throws -> [UInt8]

        package init(bytes: @escaping @Sendable () throws -> [UInt8]) { self.bytes = bytes }
    }
}
