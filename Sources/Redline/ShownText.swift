import Markdown

/// A text without what no writer shows.
struct ShownText {
    let blocks: ShownBlocks
    private(set) var text: MarkdownText
    /// How often each footnote is referred to, by its number.
    let references: [Int: Int]

    /// - Parameter memory: shared by texts that have blocks in common.
    init(_ source: MarkdownText, memory: RedlineMemory) {
        var normalizer = Normalizer(source.footnotes)
        blocks = memory.shown(source, &normalizer)
        var shown = blocks.shown
        text = source
        text.blocks = blocks.pieces.compactMap(\.block)
        text.footnotes = source.footnotes.enumerated().map { index, footnote in
            Footnote(label: "\(index + 1)", blocks: normalizer.blocks(ofFootnote: index + 1, footnote.blocks, &shown))
        }
        if shown.hidesSomething {
            text.headings = zip(source.headings, shown.headings).compactMap { $1 ? $0 : nil }
            text.clauses = shown.placed(source.clauses)
        }
        references = normalizer.references
    }
}

/// Blocks of a text as they are compared.
struct ShownBlocks: Sendable {
    /// Of each block that a writer shows.
    var pieces: [Piece] = []
    /// How many headings are in each of these.
    var headings: [Int] = []
    var shown = Shown()
    /// Whether they refer to a footnote: then what is shown depends on the rest of the text.
    var hasFootnotes = false

    static func += (one: inout Self, other: Self) {
        one.pieces += other.pieces
        one.headings += other.headings
        one.shown += other.shown
        one.hasFootnotes = one.hasFootnotes || other.hasFootnotes
    }
}

/// Whether each heading and each paragraph is shown.
struct Shown: Sendable {
    var headings: [Bool] = []
    var paragraphs: [Bool] = []

    var hidesSomething: Bool { headings.contains(false) || paragraphs.contains(false) }

    static func += (one: inout Self, other: Self) {
        one.headings += other.headings
        one.paragraphs += other.paragraphs
    }

    /// The clauses by their places among what is shown.
    func placed(_ clauses: [Clause]) -> [Clause] {
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
