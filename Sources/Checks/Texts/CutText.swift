import Diagnostics
import Markdown

extension Check {
    /// `cut-text`: a comment behind a text in YAML. A `#` with a blank before it cuts sentences that people write:
    /// of `note: See ticket #4` only "See ticket" is published.
    package static let cutText = Check { context in
        context.published.filter(\.isSentence).flatMap { text -> [Finding] in
            let line = text.span.file.range(ofLine: text.span.file.line(at: text.span.range.upperBound))
            let behind = SourceSpan(text.span.file, text.span.range.upperBound..<line.upperBound)
            let blanks = behind.text.utf8.prefix(while: \.isBlank).count
            let comment = behind.text.dropFirst(blanks)
            let last = text.span.text.utf8.last
            guard blanks > 0, comment.hasPrefix("#"), last != UInt8(ascii: "]"), last != UInt8(ascii: "}") else {
                return []
            }
            let start = behind.range.lowerBound + blanks
            let place = SourceSpan(text.span.file, start..<line.upperBound)
            return [Finding(.cutText(text, comment: comment, at: place), of: text.key)]
        }
    }
}

extension PublishedText {
    /// Whether it is a text of YAML that people write words in, on its key's line: no address, and none below `|` or `>`.
    fileprivate var isSentence: Bool {
        let isAddress = !words.contains(" ") && (words.contains("@") || words.contains("://") || words.hasPrefix("/"))
        let first = span.text.utf8.first
        return isScalar && !isAddress && first != UInt8(ascii: "|") && first != UInt8(ascii: ">")
    }
}

extension Diagnostic {
    fileprivate static func cutText(
        _ text: PublishedText, comment: Substring, at place: SourceSpan
    ) -> Diagnostic {
        let isQuoted = ["\"", "'"].contains { text.span.text.hasPrefix($0) }
        let whole = text.words.contains("\n") ? nil : "\(text.words) \(comment)"
        let quoted =
            whole.map { ": \"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" } ?? ""
        return Diagnostic(
            .cutText, at: place, "a # with a blank before it begins a comment: what stands behind it is not published",
            help: isQuoted
                ? "put the comment on a line of its own"
                : "put the whole text in quotes\(quoted), or the comment on a line of its own")
    }
}
