import Formats
import Markdown

/// What was found out about the pieces of texts, each looked at once however many texts hold it.
struct PieceResults<Result: Sendable>: Sendable {
    private let results: [ObjectIdentifier: Result]

    /// - Parameter look: says what holds of a piece wherever it stands; on all cores.
    init(_ texts: [PublishedText], _ look: @Sendable (TextPiece) -> Result) {
        var seen: Set<ObjectIdentifier> = []
        var distinct: [TextPiece] = []
        for text in texts {
            for placed in text.markdown?.pieces ?? [] where seen.insert(ObjectIdentifier(placed.piece)).inserted {
                distinct.append(placed.piece)
            }
        }
        results = Dictionary(
            uniqueKeysWithValues: zip(distinct.map(ObjectIdentifier.init), concurrentMap(distinct, look)))
    }

    /// What was found in each piece of a text, in order, with the byte of the text at which the piece begins.
    func of(_ text: PublishedText) -> [(found: Result, start: Int)] {
        (text.markdown?.pieces ?? []).compactMap { placed in
            results[ObjectIdentifier(placed.piece)].map { ($0, placed.start) }
        }
    }
}
