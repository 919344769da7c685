import Formats
import Markdown

/// The pieces that some texts consist of, each once however many texts hold it.
struct DistinctPieces: Sendable {
    fileprivate private(set) var pieces: [TextPiece] = []
    fileprivate private(set) var numbers: [ObjectIdentifier: Int] = [:]
    /// The pieces of each text by their numbers, with the byte of the text at which each begins.
    fileprivate private(set) var inTexts: [[(number: Int, start: Int)]] = []
    private let texts: [PublishedText]

    init(_ texts: [PublishedText]) {
        self.texts = texts
        for text in texts {
            inTexts.append((text.markdown?.pieces ?? []).map { (number(of: $0.piece), $0.start) })
        }
    }

    private mutating func number(of piece: TextPiece) -> Int {
        if let known = numbers[ObjectIdentifier(piece)] { return known }
        numbers[ObjectIdentifier(piece)] = pieces.count
        pieces.append(piece)
        return pieces.count - 1
    }

    func areOf(_ others: [PublishedText]) -> Bool { texts.elementsEqual(others, by: ===) }
}

/// What was found out about pieces of texts, each looked at once.
struct PieceAnswers<Answer: Sendable>: Sendable {
    typealias Placed = (found: Answer, start: Int)

    private let pieces: DistinctPieces
    private let answers: [Answer]

    /// - Parameter last: knows the answers of some.
    init(pieces: DistinctPieces, after last: Self?, _ look: @Sendable (TextPiece) -> Answer) {
        self.pieces = pieces
        answers = concurrentMap(pieces.pieces) { last?.answer(to: $0) ?? look($0) }
    }

    private func answer(to piece: TextPiece) -> Answer? {
        pieces.numbers[ObjectIdentifier(piece)].map { answers[$0] }
    }

    /// What was found in each piece of one of the texts, in order, with the byte of the text at which the piece begins.
    func ofText(_ index: Int) -> [Placed] { pieces.inTexts[index].map { (answers[$0.number], $0.start) } }
}
