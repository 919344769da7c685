import Diagnostics
import Formats

/// The pieces of texts that were read, by their bytes. Texts read with one memory share their pieces; a memory that holds
/// pieces already changes nothing but the time it takes.
package struct TextMemory: Sendable {
    /// nil for one that exceeds a bound, which the whole text then says.
    private var pieces: [TextPiece?] = []
    /// Which of the pieces has some bytes.
    private var numbers: [Key: Int] = [:]

    package init() {}

    /// Parses the Markdown of stretches of files that start at a line's start, such as editions below their front matter,
    /// on all cores. The only findings are `too-complex`, and then the text is empty.
    package mutating func parse(_ spans: [SourceSpan]) -> [(text: MarkdownText, findings: [Diagnostic])] {
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
