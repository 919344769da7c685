import Diagnostics
import Formats

extension Check {
    /// `cut-text`: a comment behind a text in YAML. A `#` with a blank before it cuts sentences that people write:
    /// of `note: See ticket #4` only "See ticket" is published.
    package static let cutText = Check { context in
        context.published.compactMap { text in
            guard let scalar = text.sentence else { return nil }
            let line = scalar.file.range(ofLine: scalar.file.line(at: scalar.range.upperBound))
            let behind = SourceSpan(scalar.file, scalar.range.upperBound..<line.upperBound)
            let blanks = behind.text.utf8.prefix(while: \.isSpaceOrTab).count
            let comment = behind.text.dropFirst(blanks)
            guard blanks > 0, comment.hasPrefix("#") else { return nil }
            let place = SourceSpan(scalar.file, behind.range.lowerBound + blanks..<line.upperBound)
            return Finding(.cutText(text.words, at: scalar, comment: comment, at: place), of: text.key)
        }
    }
}

extension PublishedText {
    /// Where a text of YAML stands that people write words in: no address, and none below `|` or `>`.
    fileprivate var sentence: SourceSpan? {
        guard let scalar else { return nil }
        let isAddress = !words.contains(" ") && (words.contains("@") || words.contains("://") || words.hasPrefix("/"))
        let first = scalar.text.utf8.first
        return isAddress || first == UInt8(ascii: "|") || first == UInt8(ascii: ">") ? nil : scalar
    }
}

extension Diagnostic {
    fileprivate static func cutText(
        _ words: Substring, at scalar: SourceSpan, comment: Substring, at place: SourceSpan
    ) -> Diagnostic {
        let isQuoted = ["\"", "'"].contains { scalar.text.hasPrefix($0) }
        let whole = words.contains("\n") ? nil : "\(words) \(comment)"
        let quoted =
            whole.map { ": \"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" } ?? ""
        return Diagnostic(
            .cutText, at: place, "a # with a blank before it begins a comment: what stands behind it is not published",
            help: isQuoted
                ? "put the comment on a line of its own"
                : "put the whole text in quotes\(quoted), or the comment on a line of its own")
    }
}
