import Markdown

/// A text without what no writer shows.
struct ShownText {
    /// Of each block of the source, in order.
    private(set) var blocks: [ShownBlock] = []
    private(set) var text: MarkdownText
    /// How often each footnote is referred to, by its number.
    let references: [Int: Int]

    /// - Parameter memory: shared by texts that have blocks in common.
    init(_ source: MarkdownText, memory: RedlineMemory) {
        var normalizer = Normalizer(source.footnotes)
        blocks = memory.shown(source.blocks) { normalizer.shown($0) }
        var shown = blocks.reduce(into: Shown()) { $0 += $1.shown }
        text = source
        text.blocks = blocks.compactMap { $0.piece?.block }
        text.footnotes = source.footnotes.enumerated().map { index, footnote in
            Footnote(label: "\(index + 1)", blocks: normalizer.blocks(ofFootnote: index + 1, footnote.blocks, &shown))
        }
        text.headings = zip(source.headings, shown.headings).compactMap { $1 ? $0 : nil }
        text.clauses = shown.placed(source.clauses)
        references = normalizer.references
    }
}

/// A block of a text as it is compared.
struct ShownBlock: Sendable {
    /// As it stands in the text.
    let source: Block
    /// Nil where no writer shows it.
    let piece: Piece?
    let shown: Shown
    /// Whether it refers to a footnote: then what is shown depends on the rest of the text.
    let hasFootnotes: Bool
}

/// Whether each heading and each paragraph is shown.
struct Shown: Sendable {
    var headings: [Bool] = []
    var paragraphs: [Bool] = []

    static func += (one: inout Self, other: Self) {
        one.headings += other.headings
        one.paragraphs += other.paragraphs
    }

    /// The clauses by their places among what is shown.
    func placed(_ clauses: [Clause]) -> [Clause] {
        guard headings.contains(false) || paragraphs.contains(false) else { return clauses }
        func places(_ shown: [Bool]) -> [Int?] {
            var next = 0
            return shown.map { isShown in
                defer { if isShown { next += 1 } }
                return isShown ? next : nil
            }
        }
        let (headings, paragraphs) = (places(headings), places(paragraphs))
        return clauses.compactMap { clause in
            var clause = clause
            switch clause.place {
            case .heading(let index):
                guard let place = headings[index] else { return nil }
                clause.place = .heading(place)
            case .paragraph(let index):
                guard let place = paragraphs[index] else { return nil }
                clause.place = .paragraph(place)
            case .subclause(let index):
                guard let place = paragraphs[index] else { return nil }
                clause.place = .subclause(place)
            }
            return clause
        }
    }
}
