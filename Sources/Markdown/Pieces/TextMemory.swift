import Diagnostics
import Formats

/// The pieces of texts that were read, by their bytes. Texts read with one memory share their pieces; a memory that holds
/// pieces already changes nothing but the time it takes.
package struct TextMemory: Sendable {
    /// Of one that exceeds a bound, which.
    private var pieces: [Result<TextPiece, MarkdownBounds.Excess>] = []
    /// Of each piece what it was read from.
    private var sources: [[UInt8]] = []
    /// Which of the pieces has bytes with some digest: the first, should two have the same.
    private var numbers: [UInt64: Int] = [:]
    /// The texts that were read last, by the file they stand in.
    private var texts: [ObjectIdentifier: (span: SourceSpan, parsed: Parsed)] = [:]
    /// How many pieces were in the texts when that was last counted.
    private var used: Int?

    package typealias Parsed = (text: MarkdownText, findings: [Diagnostic])

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
            zip(spans, parsed).map { (ObjectIdentifier($0.file), (span: $0, parsed: $1)) },
            uniquingKeysWith: { _, last in last })
        if !areFirst { forget(most: parsed.reduce(0) { $0 + $1.text.pieces.count }) }
        return parsed
    }

    /// Keeps the pieces of the texts that were read last alone, once the others are many.
    ///
    /// - Parameter most: how many they are, one that is in two of them counted twice.
    private mutating func forget(most: Int) {
        // Which pieces are in the texts is looked for only where they may be few beside all.
        guard pieces.count > 2 * min(most, used ?? 0) + 1000 else { return }
        var seen: Set<ObjectIdentifier> = []
        let used = texts.values.flatMap { $0.parsed.text.pieces.map(\.piece) }
            .filter { seen.insert(ObjectIdentifier($0)).inserted }
        self.used = used.count
        guard pieces.count > 2 * used.count + 1000 else { return }
        pieces = used.map { .success($0) }
        sources = used.map(\.bytes)
        numbers = Dictionary(
            sources.enumerated().map { (xxh64($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func parseAnew(_ spans: [SourceSpan]) -> [Parsed] {
        let cut = concurrentMap(spans) { CutText($0) }
        let numbered = cut.map { text in text.cuts.map { number(of: text.bytes[$0.range], $0.digest) } }
        pieces += read(Array(sources[pieces.count...]))
        let known = pieces
        return concurrentMap(Array(zip(spans, numbered))) { span, numbers in
            var start = 0
            var placed: [MarkdownText.PlacedPiece] = []
            placed.reserveCapacity(numbers.count)
            for number in numbers {
                switch known[number] {
                case .success(let piece):
                    placed.append(MarkdownText.PlacedPiece(piece: piece, start: start))
                    start += piece.bytes.count
                // The whole text says so, unless it is that piece.
                case .failure(let excess) where numbers.count == 1: return MarkdownText.refused(excess, at: .file(span))
                case .failure: return MarkdownText.parse(span)
                }
            }
            return MarkdownText(placed, of: span).map { ($0, []) } ?? MarkdownText.parse(span)
        }
    }

    /// Reads pieces. The large ones are begun first, and the first of all by who asks: begun last, one would keep a single
    /// core busy.
    private func read(_ sources: [[UInt8]]) -> [Result<TextPiece, MarkdownBounds.Excess>] {
        let isLarge = sources.map { $0.count > 1 << 16 }
        let small = sources.indices.filter { !isLarge[$0] }
        // Each large one is handed out alone, and of many small ones some together.
        let together = max(1, min(64, small.count / 256))
        let rows = stride(from: 0, to: small.count, by: together).map { small[$0...].prefix(together) }
        let read = concurrentMap(sources.indices.filter { isLarge[$0] }.map { [$0] } + rows, stretches: 1) { row in
            row.map { number in
                (number, Result { () throws(MarkdownBounds.Excess) in try TextPiece(sources[number]) })
            }
        }.joined()
        return read.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// The number of the piece with some bytes, which is a new one if there is none. Of two pieces that were made to have
    /// one digest the second is found by nobody, and read once more for each text that holds it.
    private mutating func number(of bytes: ArraySlice<UInt8>, _ digest: UInt64) -> Int {
        let known = numbers[digest]
        if let known, sources[known][...].isSame(as: bytes) { return known }
        if known == nil { numbers[digest] = sources.count }
        // The piece alone is kept, not the text that it was cut from.
        sources.append(Array(bytes))
        return sources.count - 1
    }

    /// A text with the places of its pieces.
    private struct CutText: Sendable {
        let bytes: [UInt8]
        let cuts: [(range: Range<Int>, digest: UInt64)]

        init(_ span: SourceSpan) {
            let bytes = span.text.utf8Bytes
            let ranges = bytes.count > MarkdownBounds.size ? [0..<bytes.count] : TextCuts.pieces(of: bytes)
            self.bytes = bytes
            cuts = ranges.map { ($0, xxh64(bytes[$0])) }
        }
    }
}
