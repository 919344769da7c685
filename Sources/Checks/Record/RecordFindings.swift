import Diagnostics
import Formats
import Model
import Record
import Site

/// What is wrong with a record by itself, whatever was published before.
///
/// - Parameter files: the bytes of the files below `files/` that are published, by their paths in the site.
package func findings(on record: Record, files: [String: [UInt8]]) -> [Diagnostic] {
    let long = record.entries.compactMap { longLine($0, in: record.settings) }
    return long + erasedFiles(of: record, files: files)
}

/// `too-complex`: a line that no reader of records would take (C2SP tlog-tiles: an entry has a length of two bytes).
private func longLine(_ entry: RecordEntry, in settings: SiteSettings) -> Diagnostic? {
    let length = entry.line.utf8.count
    guard length > ParsedRecord.longestLine else { return nil }
    let message =
        "the line of \(entry.key.words) in the record has \(length) bytes, and \(ParsedRecord.longestLine) is the most"
    guard let item = entry.item else {
        return Diagnostic(
            .tooComplex, file: settings.source.path, message, help: "write fewer documents or fields into this block")
    }
    return Diagnostic(
        .tooComplex, at: item.announcement.announced.span, message,
        help: "name fewer files here; one .zip may hold them all")
}

/// `published-text-changed` of a file that is erased and published all the same: nothing takes its place, and it comes
/// back for no page. Where another text that was not erased names it, it stays as it was.
private func erasedFiles(of record: Record, files: [String: [UInt8]]) -> [Diagnostic] {
    let erased = record.entries.filter(\.isAnnouncement).compactMap(\.item).flatMap { item in
        item.announcement.erasures.flatMap { erasure in erasure.files.map { (item, erasure, $0.path, $0.sha256) } }
    }
    guard !erased.isEmpty else { return [] }
    let items = record.entries.filter(\.isAnnouncement).compactMap(\.item)
    let named = Set(items.flatMap(\.namedFiles))
    return erased.compactMap { item, erasure, path, digest in
        if item.published?.namedFiles.contains(path.value) == true {
            return Diagnostic(
                .emptyChange, at: path.span, "\(path.value) is said to be erased, and what is left here still names it",
                help: "write \(Erasure.standIn) in the place of the text that names it, or take it out of files")
        }
        guard let bytes = files[path.value] else { return nil }
        if sha256(bytes) != digest.value {
            return Diagnostic(
                .publishedTextChanged, at: path.span,
                "\(path.value) was erased on \(erasure.announced.value.day), and another file would be published in its place",
                help: "take Content\(path.value) away, and publish the other under another name")
        }
        guard !named.contains(path.value) else { return nil }
        return Diagnostic(
            .publishedTextChanged, at: path.span,
            "\(path.value) was erased on \(erasure.announced.value.day), and would be published again",
            help: "take Content\(path.value) away, and the links that lead to it")
    }
}
