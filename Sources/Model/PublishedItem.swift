import Formats

extension NoticeItem {
    /// What is published of it, from which its line of the record has its digest; of what is erased, what stands in the
    /// place of what went. What was said of it later is not in it.
    /// Nil of terms and of names, whose own line the record has.
    package var published: PublishedItem? {
        switch self {
        case .terms, .renaming: nil
        case .edition(let edition):
            edition.announcement.erased == nil
                ? PublishedItem(path: edition.publishedPath, text: edition.publishedText, edition: edition)
                : PublishedItem(path: edition.publishedPath, text: edition.frontMatter.canonical)
        case .change(let change):
            PublishedItem(path: "\(change.register)/\(change.id).json", text: change.published.canonical)
        }
    }

    /// Its keys as they are written, but for those that are written later: all that is published of a change, and what is
    /// left of an edition once its text is erased.
    package var keys: JSONValue? {
        switch self {
        case .terms, .renaming: nil
        case .edition(let edition): edition.frontMatter
        case .change(let change): change.published
        }
    }
}

extension Edition {
    /// Where its text is published, from the output folder: `privacy/2026-11-23.md`; of an erased one, what is left of its
    /// front matter.
    package var publishedPath: String {
        "\(document)/\(id).\(announcement.erased == nil ? "md" : "json")"
    }
}

/// A text that stays as it is published.
package struct PublishedItem: Sendable {
    /// From the output folder: `privacy/2026-11-23.md`.
    package let path: String
    package let text: String
    /// Whose text it is, where it is one.
    fileprivate var edition: Edition?

    /// Its SHA-256.
    package var digest: String { edition?.digest ?? sha256(text.utf8) }

    /// The files that it names.
    package var namedFiles: [String] { edition?.namedFiles ?? Model.namedFiles(in: text) }
}

/// The files that a text names, by their paths in the site, sorted, each once: wherever `/files/` stands in it, with what
/// follows up to the first character that is not a letter of ASCII, a digit or one of `. _ ~ - /`, and without the dots at
/// its end, which end a sentence. What is inside of one name is no other.
///
/// It is read from the bytes, so that a verifier needs no Markdown: `see /files/dpa.pdf.` names `/files/dpa.pdf`.
package func namedFiles(in text: String) -> [String] {
    var names: Set<String> = []
    var text = text
    text.withUTF8 { bytes in
        folderOfFiles.withUnsafeBufferPointer { folder in
            var index = 0
            while let start = bytes.firstPlace(of: folder, from: index) {
                let name = start + folder.count
                var end = name
                while end < bytes.count, isOfFileName(bytes[end]) { end += 1 }
                var last = end
                while bytes[last - 1] == UInt8(ascii: ".") { last -= 1 }
                if last > name { names.insert(String(decoding: bytes[start..<last], as: UTF8.self)) }
                index = end
            }
        }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

private let folderOfFiles = Array("/files/".utf8)

private func isOfFileName(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || "._~-/".utf8.contains(byte)
}
