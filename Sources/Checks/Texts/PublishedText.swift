import Diagnostics
import Formats
import Markdown
import Model
import Record

/// One text that the site publishes, with what a check must know to judge it: the Markdown of an edition or a page, or
/// a text in YAML such as a summary, a note or a field of a provider. One object, as each check looks at all of them.
final class PublishedText: Sendable {
    /// The words as the author wrote them; of a YAML scalar its value.
    let words: Substring
    /// Where they stand.
    let span: SourceSpan
    /// Where the scalar of YAML stands that it is, of a list or a map the one; nil where it is none, or holds no words that
    /// its author chose freely.
    let scalar: SourceSpan?
    /// Whether it is the value of a YAML key, whose escapes and line breaks are not those of the file.
    let isScalar: Bool
    /// What they say as Markdown; nil where the text is shown as it is.
    let markdown: MarkdownText?
    /// Why the Markdown of a YAML scalar could not be read; that of a file is read before.
    let excess: [Diagnostic]
    let occasion: Occasion
    /// The line of the record that holds it; nil for what can be changed at any time.
    let key: RecordKey?
    /// The document it belongs to; nil for pages, certifications and site.yaml.
    let document: String?

    typealias Occasion = Model.Occasion

    init(
        words: Substring, span: SourceSpan, isScalar: Bool, markdown: MarkdownText?, excess: [Diagnostic] = [],
        occasion: Occasion, key: RecordKey? = nil, document: String? = nil, scalar: SourceSpan? = nil
    ) {
        (self.words, self.span, self.isScalar, self.markdown) = (words, span, isScalar, markdown)
        (self.excess, self.occasion, self.key, self.document) = (excess, occasion, key, document)
        self.scalar = scalar
    }

    /// The place of a byte range of the words.
    func place(of range: Range<Int>) -> SourceSpan {
        guard isScalar else {
            return SourceSpan(span.file, range.shifted(by: span.range.lowerBound))
        }
        let utf8 = words.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: min(range.lowerBound, utf8.count))
        let end = utf8.index(utf8.startIndex, offsetBy: min(range.upperBound, utf8.count))
        return place(of: words[start..<end], from: range.lowerBound)
    }

    /// The place of a piece of a scalar: where the file has it as it is, at or after so many bytes; else the whole
    /// scalar, as where it is written with escapes.
    func place(of piece: some StringProtocol, from offset: Int = 0) -> SourceSpan {
        let bytes = Array(piece.utf8)
        guard !bytes.isEmpty else { return span }
        // A long text is not copied for each of its pieces.
        let found = span.text.utf8.withContiguousStorageIfAvailable { source in
            bytes.withUnsafeBufferPointer { source.firstPlace(of: $0, from: offset) ?? source.firstPlace(of: $0) }
        }
        guard let found, let found else { return span }
        let base = span.range.lowerBound + found
        return SourceSpan(span.file, base..<base + bytes.count)
    }

    /// Of more findings about one text than these the number alone is told.
    static let mostFindings = 100

    /// Findings about this text, at most a hundred: a text that is wrong all over is not shown line by line.
    func findings<Item>(_ items: [Item], _ diagnose: (Item) -> Diagnostic) -> [Finding] {
        let limit = Self.mostFindings
        var found = items.prefix(limit).map { Finding(diagnose($0), of: key) }
        if items.count > limit {
            let more = "; there are \(items.count - limit) more in this text"
            found[limit - 1].diagnostic.message += more
        }
        return found
    }
}
