import Formats

/// One finding: what is wrong, where, and what to write instead.
///
/// `message` says what is, in one sentence without a full stop; `help` offers the mend.
package struct Diagnostic: Sendable, Hashable {
    package var id: CheckID
    package var severity: Severity
    package var place: Place
    package var message: String
    /// What to write instead. Where `today` stands in what was given, it names the day of the run, or the form of a day as
    /// long as that is not known.
    package var help: String? {
        get {
            guard let wording, wording.holds(Self.today) else { return wording }
            return wording.replacing(Self.today, with: today ?? "YYYY-MM-DD")
        }
        set { wording = newValue }
    }
    private var wording: String?
    private var today: String?
    /// Other places that a reader needs to see, each with what it is: `announced here`.
    package var related: [Related] = []

    /// A second place of a finding.
    package struct Related: Sendable, Hashable {
        package var place: Place
        package var message: String

        /// - Parameter message: what stands there, in a few words without a full stop: `the first one`.
        package init(at span: SourceSpan, _ message: String) {
            place = Place(span)
            self.message = message
        }
    }

    /// A finding at a stretch of a source file; a stretch over several lines is shown on its first.
    package init(_ id: CheckID, at span: SourceSpan, _ message: String, help: String? = nil) {
        self.init(id, Place(span), message, help)
    }

    /// A finding about a file or folder as a whole, by its path from the site's folder.
    package init(_ id: CheckID, file: String, _ message: String, help: String? = nil) {
        self.init(id, Place(file: file), message, help)
    }

    private init(_ id: CheckID, _ place: Place, _ message: String, _ help: String?) {
        (self.id, severity, self.place, self.message, wording) = (id, id.severity, place, message, help)
    }

    /// How many are told of one file at most; of one with many texts in it, how many of one check.
    package static let mostOfFile = 200

    /// Stands in a help for what a new announcement can say, which only the run knows: `add announced: \(Diagnostic.today)`.
    package static let today = "<today>"

    /// The same finding in a run of which that is known.
    package func told(on today: String) -> Diagnostic { with { $0.today = today } }

    /// The same finding as a warning.
    package func asWarning() -> Diagnostic { with { $0.severity = .warning } }

    fileprivate func with(_ change: (inout Diagnostic) -> Void) -> Diagnostic {
        var copy = self
        change(&copy)
        return copy
    }
}

extension Diagnostic {
    /// A stretch of one line of a file. Lines and columns count from 1, columns in characters as an editor shows them.
    package struct Place: Sendable, Hashable {
        package var file: String
        package var line = 1
        package var column = 1
        /// How many characters it covers on its line; at least 1.
        package var length = 1
        /// The line as it is written, of a long one what is around the place; nil where the place is a file or folder as a
        /// whole.
        package var excerpt: Substring?
        /// How many characters of the line stand before that.
        var omitted = 0
        /// Whether more of the line follows it.
        var isCut = false

        /// A file or folder as a whole, by its path from the site's folder.
        package init(file: String) { self.file = file }

        /// A stretch of a source file, of which one over several lines is cut to its first.
        package init(_ span: SourceSpan) {
            let source = span.file
            file = source.path
            line = source.line(at: span.range.lowerBound)
            let lineRange = source.range(ofLine: line)
            let start = min(span.range.lowerBound, lineRange.upperBound)
            let end = max(start, min(span.range.upperBound, lineRange.upperBound))
            column = source.characters(before: start, onLine: line) + 1
            length = max(1, source.substring(start..<end).characterCount)
            let shown = lineRange.clamped(to: start - Self.around..<start + Self.around)
            excerpt = source.substring(shown)
            isCut = shown.upperBound < lineRange.upperBound
            if shown.lowerBound > lineRange.lowerBound {
                omitted = column - 1 - source.substring(shown.lowerBound..<start).characterCount
            }
        }

        /// How many bytes on either side of where it begins are kept of a line: more than anybody is shown. A line may hold
        /// a mebibyte, and a thousand findings.
        private static let around = 2000

        /// What stands there, as far as it is kept.
        package var marked: Substring { (excerpt ?? "").dropFirst(column - 1 - omitted).prefix(length) }
    }

    package var file: String { place.file }
    package var line: Int { place.line }
    package var column: Int { place.column }
    package var length: Int { place.length }

    /// The same finding with a second place, where there is one.
    ///
    /// - Parameter message: what stands there, in a few words: `announced here`.
    package func also(_ span: SourceSpan?, _ message: String) -> Diagnostic {
        span.map { span in with { $0.related.append(Related(at: span, message)) } } ?? self
    }
}

extension Diagnostic: Comparable {
    /// By file, line and column, then by what is said, so that a run's output has one order.
    package static func < (one: Diagnostic, other: Diagnostic) -> Bool {
        if one.file != other.file { return one.file < other.file }
        if one.line != other.line { return one.line < other.line }
        if one.column != other.column { return one.column < other.column }
        return (one.id.rawValue, one.message, one.help ?? "") < (other.id.rawValue, other.message, other.help ?? "")
    }
}

extension [Diagnostic] {
    /// Those that are not among others; both are sorted.
    package func new(since others: [Diagnostic]) -> [Diagnostic] {
        var rest = others[...]
        return filter { diagnostic in
            rest = rest.drop { $0 < diagnostic }
            return !rest.prefix { !(diagnostic < $0) }.contains(diagnostic)
        }
    }
}
