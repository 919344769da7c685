/// One finding: what is wrong, where, and what to write instead.
///
/// `message` says what is, in one sentence without a full stop; `help` offers the mend.
/// Lines and columns count from 1, columns in characters as an editor shows them.
package struct Diagnostic: Sendable, Hashable {
    package var id: CheckID
    package var severity: Severity
    package var file: String
    package var line: Int
    package var column: Int
    /// How many characters the finding covers on its line; at least 1.
    package var length: Int
    /// The line as it is written, where the file is a text.
    package var excerpt: String?
    package var message: String
    package var help: String?

    /// A finding at a stretch of a source file; a stretch over several lines is shown on its first.
    package init(_ id: CheckID, at span: SourceSpan, _ message: String, help: String? = nil) {
        let file = span.file
        let line = file.line(at: span.range.lowerBound)
        let lineRange = file.range(ofLine: line)
        let start = min(span.range.lowerBound, lineRange.upperBound)
        let end = max(start, min(span.range.upperBound, lineRange.upperBound))
        self.id = id
        self.severity = id.severity
        self.file = file.path
        self.line = line
        self.column = file.substring(lineRange.lowerBound..<start).count + 1
        self.length = max(1, file.substring(start..<end).count)
        self.excerpt = String(file.substring(lineRange))
        self.message = message
        self.help = help
    }

    /// A finding about a file or folder as a whole, by its path from the site's folder.
    package init(_ id: CheckID, file: String, _ message: String, help: String? = nil) {
        self.id = id
        self.severity = id.severity
        self.file = file
        self.line = 1
        self.column = 1
        self.length = 1
        self.excerpt = nil
        self.message = message
        self.help = help
    }

    /// The same finding as a warning.
    package func asWarning() -> Diagnostic {
        var copy = self
        copy.severity = .warning
        return copy
    }
}

extension Diagnostic: Comparable {
    /// By file, line and column, then by what is said, so that a run's output has one order.
    package static func < (one: Diagnostic, other: Diagnostic) -> Bool {
        (one.file, one.line, one.column, one.id.rawValue, one.message, one.help ?? "")
            < (other.file, other.line, other.column, other.id.rawValue, other.message, other.help ?? "")
    }
}
