import Diagnostics

/// What a Markdown text may not exceed (contract, section 7).
package enum MarkdownBounds {
    /// Bytes of a text.
    package static let size = 1 << 20
    /// Lists and quotes inside one another.
    package static let nesting = 32
    /// Emphasis, links and images inside one another.
    package static let inlineNesting = 32
    /// Columns of a table.
    package static let columns = 64

    /// The first thing in a text that exceeds a bound, found in one pass over it.
    static func excess(in text: [UInt8]) -> Excess? {
        text.count > size ? Excess(.size, 0..<0) : nil
    }

    struct Excess: Error {
        var kind: Kind
        var range: Range<Int>

        init(_ kind: Kind, _ range: Range<Int>) {
            self.kind = kind
            self.range = range
        }

        enum Kind {
            case size
            case nesting
            case inlineNesting
        }

        func diagnostic(at span: SourceSpan) -> Diagnostic {
            switch kind {
            case .size:
                Diagnostic(
                    .tooComplex, at: span, "the text is longer than 1 MiB", help: "divide it into several documents")
            case .nesting:
                Diagnostic(
                    .tooComplex, at: span, "lists and quotes nest more than \(nesting) deep here",
                    help: "write headings or shorter lists instead")
            case .inlineNesting:
                Diagnostic(
                    .tooComplex, at: span, "emphasis, links and images nest more than \(inlineNesting) deep here",
                    help: "remove * and _ signs and brackets, or write a backslash before them")
            }
        }
    }
}
