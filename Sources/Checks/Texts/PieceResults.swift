import Diagnostics
import Formats
import Markdown

/// The pieces that texts consist of, each once however many texts hold it.
struct DistinctPieces: Sendable {
    fileprivate private(set) var pieces: [TextPiece] = []
    private var numbers: [ObjectIdentifier: Int] = [:]
    /// Nil in what the memory itself keeps, which would keep it for ever.
    fileprivate var memory: CheckMemory?

    init(_ texts: some Sequence<MarkdownText>, memory: CheckMemory) {
        self.memory = memory
        for text in texts {
            for placed in text.pieces {
                let piece = ObjectIdentifier(placed.piece)
                guard numbers[piece] == nil else { continue }
                numbers[piece] = pieces.count
                pieces.append(placed.piece)
            }
        }
    }

    fileprivate func number(of piece: TextPiece) -> Int? { numbers[ObjectIdentifier(piece)] }
}

/// What was found out about pieces of texts, each looked at once.
struct PieceResults<Result: Sendable>: Sendable {
    private var distinct: DistinctPieces
    private let results: [Result]

    /// - Parameters:
    ///   - check: asks; of the pieces that it asked about in its last run it is known.
    ///   - look: says what holds of a piece wherever it stands; on all cores.
    init(_ distinct: DistinctPieces, for check: CheckID, _ look: @Sendable (TextPiece) -> Result) {
        self.distinct = distinct
        let last: PieceResults? = distinct.memory?.last(of: check)
        results = concurrentMap(distinct.pieces) { last?.result(of: $0) ?? look($0) }
        var kept = self
        kept.distinct.memory = nil
        distinct.memory?.keep(kept, of: check)
    }

    private func result(of piece: TextPiece) -> Result? { distinct.number(of: piece).map { results[$0] } }

    /// What was found in each piece of a text, in order, with the byte of the text at which the piece begins.
    func of(_ text: MarkdownText?) -> [(found: Result, start: Int)] {
        (text?.pieces ?? []).compactMap { placed in
            distinct.number(of: placed.piece).map { (results[$0], placed.start) }
        }
    }
}
