import Diagnostics
import Formats
import Model

extension Check {
    /// `empty-change` of an erasure: what is said to be erased still stands in the source, as it was published or as the
    /// text of an edition. What is erased goes from the source, or anybody who has that can read it (GDPR Art. 17).
    package static let emptyErasure = Check { context in
        context.history.documents.flatMap { document -> [Finding] in
            let editions = document.editions.compactMap { remaining(of: $0) }
            let changes = document.changes.compactMap { remaining(of: $0) }
            return (editions + changes + document.items.compactMap { salt(of: $0) }).map { Finding($0) }
        }
    }
}

private func remaining(of edition: Edition) -> Diagnostic? {
    guard let erased = edition.announcement.readErasures.first else { return nil }
    let text = edition.body.text
    let blank = text.prefix { $0.isWhitespace }.utf8.count
    guard blank < text.utf8.count else { return nil }
    let start = edition.body.range.lowerBound + blank
    let line = edition.body.file.range(ofLine: edition.body.file.line(at: start))
    return Diagnostic(
        .emptyChange, at: SourceSpan(edition.body.file, start..<line.upperBound),
        "this text is said to be erased on \(erased.announced.value.day), and it still stands here",
        help: "take out everything below the front matter")
}

private func remaining(of change: Change) -> Diagnostic? {
    guard let erased = change.announcement.readErasures.last,
        erased.sha256.value == sha256(change.published.canonical.utf8)
    else { return nil }
    return Diagnostic(
        .emptyChange, at: erased.sha256.span, "this erases nothing: everything that has this SHA-256 still stands here",
        help: "write (erased) in the place of the words that must go, such as note: (erased)")
}

/// Without its salt the words that went cannot be guessed from the digest of what was published.
private func salt(of item: NoticeItem) -> Diagnostic? {
    guard !item.announcement.readErasures.isEmpty, let salt = item.announcement.salt, salt.value != Erasure.standIn
    else {
        return nil
    }
    return Diagnostic(
        .emptyChange, at: salt.span, "this salt still stands here, and with it the erased words can be guessed",
        help: "write salt: (erased)")
}

extension Announcement {
    /// The erasures whose day could be read: else nobody knows that something is to go.
    fileprivate var readErasures: [Erasure] { erasures.filter(\.isDated) }
}
