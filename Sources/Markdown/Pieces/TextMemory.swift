import Diagnostics
import Formats

/// The pieces of texts that were read, by their bytes. Texts read with one memory share their pieces; a memory that holds
/// pieces already changes nothing but the time it takes.
package struct TextMemory: Sendable {
    /// nil for one that exceeds a bound, which the whole text then says.
    private var pieces: [Key: TextPiece?] = [:]

    package init() {}

    /// Parses the Markdown of stretches of files that start at a line's start, such as editions below their front matter,
    /// on all cores. The only findings are `too-complex`, and then the text is empty.
    package mutating func parse(_ spans: [SourceSpan]) -> [(text: MarkdownText, findings: [Diagnostic])] {
        let cut = concurrentMap(spans) { span in
            let bytes = span.text.utf8Bytes
            let ranges = bytes.count > MarkdownBounds.size ? [0..<bytes.count] : TextCuts.pieces(of: bytes)
            return ranges.map { Key(bytes[$0]) }
        }
        var new: [Key] = []
        for key in cut.joined() where pieces[key] == nil {
            // The piece alone is kept, not the text that it was cut from.
            let own = Key(Array(key.bytes)[...])
            pieces.updateValue(nil, forKey: own)
            new.append(own)
        }
        for (key, piece) in zip(new, concurrentMap(new) { try? TextPiece(Array($0.bytes)) }) { pieces[key] = piece }
        let memory = pieces
        return concurrentMap(Array(zip(spans, cut))) { span, keys in
            var start = 0
            var placed: [MarkdownText.PlacedPiece] = []
            for key in keys {
                guard case .some(.some(let piece)) = memory[key] else { return MarkdownText.parse(span) }
                placed.append(MarkdownText.PlacedPiece(piece: piece, start: start))
                start += key.bytes.count
            }
            return MarkdownText(placed, of: span).map { ($0, []) } ?? MarkdownText.parse(span)
        }
    }

    /// The bytes of a piece, hashed and compared where they lie.
    private struct Key: Hashable, Sendable {
        let bytes: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

        static func == (one: Self, other: Self) -> Bool {
            one.bytes.withUnsafeBytes { one in
                other.bytes.withUnsafeBytes { one.count == $0.count && one.elementsEqual($0) }
            }
        }

        func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
    }
}
