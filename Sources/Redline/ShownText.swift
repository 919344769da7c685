import Formats
import Markdown

/// A text without what no writer shows.
struct ShownText {
    let blocks: ShownBlocks
    /// What else is in it: its blocks are those above, and not told twice.
    private(set) var text: MarkdownText
    /// How often each footnote is referred to, by its number.
    let references: [Int: Int]

    /// - Parameter memory: shared by texts that have blocks in common.
    init(_ source: MarkdownText, memory: RedlineMemory) {
        var normalizer = Normalizer(source.footnotes)
        blocks = memory.shown(source, &normalizer)
        var shown = blocks.shown
        text = source
        text.blocks = []
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
final class ShownBlocks: Sendable {
    /// Of each block that a writer shows.
    let pieces: [Piece]
    /// How many headings are in each of these.
    let headings: [Int]
    let shown: Shown
    /// Whether they refer to a footnote: then what is shown depends on the rest of the text.
    let hasFootnotes: Bool

    init(pieces: [Piece], headings: [Int], shown: Shown, hasFootnotes: Bool) {
        self.pieces = pieces
        self.headings = headings
        self.shown = shown
        self.hasFootnotes = hasFootnotes
    }

    convenience init(joining parts: [ShownBlocks]) {
        var (pieces, headings, shown, hasFootnotes) = ([Piece](), [Int](), Shown(), false)
        for part in parts {
            pieces += part.pieces
            headings += part.headings
            shown.headings += part.shown.headings
            shown.paragraphs += part.shown.paragraphs
            hasFootnotes = hasFootnotes || part.hasFootnotes
        }
        self.init(pieces: pieces.copied, headings: headings, shown: shown, hasFootnotes: hasFootnotes)
    }
}

/// Whether each heading and each paragraph is shown.
struct Shown: Sendable {
    var headings: [Bool] = []
    var paragraphs: [Bool] = []

    var hidesSomething: Bool { headings.contains(false) || paragraphs.contains(false) }

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
