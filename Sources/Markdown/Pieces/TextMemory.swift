import Diagnostics
import Formats

/// The pieces of texts that were read, by their bytes. Texts read with one memory share their pieces; a memory that holds
/// pieces already changes nothing but the time it takes.
package struct TextMemory: Sendable {
    /// nil for one that exceeds a bound, which the whole text then says.
    private var pieces: [TextPiece?] = []
    /// Which of the pieces has some bytes.
    private var numbers: [Key: Int] = [:]
    /// The texts that were read last, by the file they stand in.
    private var texts: [ObjectIdentifier: ReadText] = [:]

    package typealias Parsed = (text: MarkdownText, findings: [Diagnostic])

    private struct ReadText: Sendable {
        var span: SourceSpan
        var parsed: Parsed
    }

    package init() {}

    /// Parses the Markdown of stretches of files that start at a line's start, such as editions below their front matter,
    /// on all cores. The only findings are `too-complex`, and then the text is empty.
    ///
    /// A text of the same `SourceFile` as in the last call is not looked at again. What is in none of these texts is
    /// forgotten, once it is more than what is in them.
    package mutating func parse(_ spans: [SourceSpan]) -> [Parsed] {
        let known = spans.map { span in
            texts[ObjectIdentifier(span.file)].flatMap { $0.span.range == span.range ? $0.parsed : nil }
        }
        var new = parseAnew(zip(spans, known).filter { $1 == nil }.map(\.0))[...]
        let parsed = known.map { $0 ?? new.removeFirst() }
        let areFirst = texts.isEmpty
        texts = Dictionary(
            zip(spans, parsed).map { (ObjectIdentifier($0.file), ReadText(span: $0, parsed: $1)) },
            uniquingKeysWith: { _, last in last })
        if !areFirst { forget() }
        return parsed
    }

    /// Keeps the pieces of the texts that were read last alone.
    private mutating func forget() {
        var seen: Set<ObjectIdentifier> = []
        let used = texts.values.flatMap { $0.parsed.text.pieces.map(\.piece) }
            .filter { seen.insert(ObjectIdentifier($0)).inserted }
        guard pieces.count > 2 * used.count + 1000 else { return }
        pieces = used
        numbers = Dictionary(
            used.enumerated().map { (Key($0.element.bytes[...]), $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func parseAnew(_ spans: [SourceSpan]) -> [Parsed] {
        let cut = concurrentMap(spans) { span in
            let bytes = span.text.utf8Bytes
            let ranges = bytes.count > MarkdownBounds.size ? [0..<bytes.count] : TextCuts.pieces(of: bytes)
            return ranges.map { Key(bytes[$0]) }
        }
        var new: [[UInt8]] = []
        let numbered = cut.map { keys in
            keys.map { key in
                if let known = numbers[key] { return known }
                // The piece alone is kept, not the text that it was cut from.
                let own = Array(key.bytes)
                let number = pieces.count + new.count
                numbers[Key(own[...])] = number
                new.append(own)
                return number
            }
        }
        pieces += concurrentMap(new) { try? TextPiece($0) }
        let known = pieces
        return concurrentMap(Array(zip(spans, numbered))) { span, numbers in
            var start = 0
            var placed: [MarkdownText.PlacedPiece] = []
            placed.reserveCapacity(numbers.count)
            for number in numbers {
                guard let piece = known[number] else { return MarkdownText.parse(span) }
                placed.append(MarkdownText.PlacedPiece(piece: piece, start: start))
                start += piece.bytes.count
            }
            return MarkdownText(placed, of: span).map { ($0, []) } ?? MarkdownText.parse(span)
        }
    }

    /// The bytes of a piece, compared where they lie and hashed once.
    private struct Key: Hashable, Sendable {
        let bytes: ArraySlice<UInt8>
        private let digest: Int

        init(_ bytes: ArraySlice<UInt8>) {
            self.bytes = bytes
            var hasher = Hasher()
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
            digest = hasher.finalize()
        }

        static func == (one: Self, other: Self) -> Bool {
            one.digest == other.digest && one.bytes.isSame(as: other.bytes)
        }

        func hash(into hasher: inout Hasher) { hasher.combine(digest) }
    }
}
