import Diagnostics
import Formats
import Markdown
import Record
import Synchronization

/// What checks found out in their last run, with what it depends on, for the next run: it changes nothing but the time that
/// takes.
package final class CheckMemory: Sendable {
    private let answers = Mutex<[Question: any Sendable]>([:])
    /// Those of the texts that checks looked at last: of all, and of editions and pages.
    private let distinctPieces = Mutex<[DistinctPieces]>([])

    package init() {}

    /// Lets go of everything, where no next run follows.
    package func forget() {
        answers.withLock { $0 = [:] }
        distinctPieces.withLock { $0 = [] }
    }

    /// What is asked of texts and remembered.
    enum Question: Sendable {
        case clauseNumbers, dates, hiddenCharacters, judgedLinks, leftovers, links, mergeConflicts
        case places, placeholders, skippedClauses, suggestions, unsafeLinks
    }

    /// What was answered last; nil for the first time.
    func last<Answer: Sendable>(_ question: Question) -> Answer? { answers.withLock { $0[question] } as? Answer }

    /// - Parameter answer: takes the place of what was answered before.
    func keep(_ answer: some Sendable, of question: Question) { answers.withLock { $0[question] = answer } }

    /// What holds of each text, in their order. Of an edition or a page that is the same as in the last run it is known, if
    /// what else it depends on is the same.
    ///
    /// - Parameters:
    ///   - given: all else that the answers depend on.
    ///   - texts: of a file at most one that is no scalar.
    ///   - stillHolds: whether an answer of the last run does, where it depends on more.
    ///   - look: on all cores.
    func answers<Given: Equatable & Sendable, Answer: Sendable>(
        to question: Question, given: Given = 0, of texts: [PublishedText],
        stillHolds: (Answer) -> Bool = { _ in true }, _ look: @Sendable (PublishedText) -> Answer
    ) -> [Answer] {
        answers(
            to: question, given: given, of: texts, inPieces: nil as (@Sendable (TextPiece) -> Void)?,
            stillHolds: stillHolds
        ) { text, _ in look(text) }
    }

    /// The same, of what holds of the pieces that a text consists of wherever they stand.
    ///
    /// - Parameters:
    ///   - inPieces: asked once for each piece, on all cores.
    ///   - look: makes of it what holds of the text.
    func answers<Given: Equatable & Sendable, OfPiece: Sendable, Answer: Sendable>(
        to question: Question, given: Given = 0, of texts: [PublishedText],
        inPieces: (@Sendable (TextPiece) -> OfPiece)?, stillHolds: (Answer) -> Bool = { _ in true },
        _ look: @Sendable (PublishedText, [PieceAnswers<OfPiece>.Placed]) -> Answer
    ) -> [Answer] {
        var last: Answers<Given, OfPiece, Answer>? = self.last(question)
        if last?.given != given { last = nil }
        var answers: [Answer?] = []
        var new: [PublishedText] = []
        for text in texts {
            let answer = text.isScalar ? nil : last?.answer(to: text).flatMap { stillHolds($0) ? $0 : nil }
            answers.append(answer)
            if answer == nil { new.append(text) }
        }
        var pieces: PieceAnswers<OfPiece>?
        if let inPieces, new.contains(where: { $0.markdown?.pieces.isEmpty == false }) {
            pieces = PieceAnswers(pieces: distinctPieces(of: new), after: last?.pieces, inPieces)
        }
        var found = concurrentMap(Array(new.enumerated())) { [pieces] in look($1, pieces?.ofText($0) ?? []) }[...]
        let all = answers.map { $0 ?? found.removeFirst() }
        keep(Answers(given: given, texts: texts, answers: all, pieces: pieces ?? last?.pieces), of: question)
        return all
    }

    private func distinctPieces(of texts: [PublishedText]) -> DistinctPieces {
        distinctPieces.withLock { known in
            if let found = known.first(where: { $0.areOf(texts) }) { return found }
            let found = DistinctPieces(texts)
            known = known.suffix(1) + [found]
            return found
        }
    }
}

/// What was answered of texts.
private struct Answers<Given: Equatable & Sendable, OfPiece: Sendable, Answer: Sendable>: Sendable {
    let given: Given
    private let texts: [ObjectIdentifier: (text: Text, answer: Answer)]
    let pieces: PieceAnswers<OfPiece>?

    /// The text of an edition or a page. A file is what it was read as, for ever.
    private struct Text: Equatable {
        let file: SourceFile
        let range: Range<Int>
        let key: RecordKey?

        init(_ text: PublishedText) { (file, range, key) = (text.span.file, text.span.range, text.key) }

        static func == (one: Self, other: Self) -> Bool {
            one.file === other.file && one.range == other.range && one.key == other.key
        }
    }

    init(given: Given, texts: [PublishedText], answers: [Answer], pieces: PieceAnswers<OfPiece>?) {
        (self.given, self.pieces) = (given, pieces)
        var known: [ObjectIdentifier: (text: Text, answer: Answer)] = [:]
        for (index, text) in texts.enumerated() where !text.isScalar {
            known[ObjectIdentifier(text.span.file)] = (Text(text), answers[index])
        }
        self.texts = known
    }

    func answer(to text: PublishedText) -> Answer? {
        texts[ObjectIdentifier(text.span.file)].flatMap { $0.text == Text(text) ? $0.answer : nil }
    }
}
