import Diagnostics
import Formats

extension Check {
    /// `leftover-markup`, of values in YAML: curly or angled quotation marks around all of one, as word processors make
    /// them of straight ones. YAML takes them for letters, so customers would read them.
    package static let quotedValue = Check { context in
        context.published.filter { $0.isScalar && $0.words.insidePrintedQuotes != nil }.firstOfEachValue
            .compactMap { text in
                // `«Company»` is a blank, and told as one.
                guard let place = text.barePlace, !PlaceholderScanner(text.words.utf8Bytes).isPlaceholder else {
                    return nil
                }
                return Finding(
                    Diagnostic(
                        .leftoverMarkup, at: place,
                        "quotation marks stand around all of this value, and would be published with it",
                        help: "take them out; where they belong to it, write \(text.words.inYAMLQuotes)"), of: text.key)
            }
    }
}

extension PublishedText {
    /// Where the words of a YAML value, which may be a list of several, stand as they are; nil where they are in quotes
    /// of YAML, or below a `|` or `>`.
    var barePlace: SourceSpan? {
        let place = place(of: words)
        guard place.text == words, let start = span.text.utf8.first, !"|>".utf8.contains(start) else { return nil }
        let before = SourceSpan(place.file, max(0, place.range.lowerBound - 1)..<place.range.lowerBound)
        return before.text == "\"" || before.text == "'" ? nil : place
    }
}

extension [PublishedText] {
    /// Of the texts of one list or map at most a hundred, so that a long one is not searched over and over.
    var firstOfEachValue: [PublishedText] {
        var (start, count) = (-1, 0)
        return filter { text in
            count = text.span.range.lowerBound == start ? count + 1 : 1
            start = text.span.range.lowerBound
            return count <= 100
        }
    }
}
