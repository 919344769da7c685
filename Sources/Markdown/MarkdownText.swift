import Diagnostics
import Formats

/// A Markdown text as a tree of Swift values, and what others ask of it: its clauses, links and anchors with their
/// places in the source.
package struct MarkdownText: Sendable {
    package var blocks: [Block]
    /// In the order in which they are first referred to; one that nothing refers to is not here.
    package var footnotes: [Footnote]
    /// One for each `.heading` of the tree, in the order of the text; those in footnotes come last.
    package var headings: [Heading]
    /// In the order of the text. A number may come twice; a check says so.
    package var clauses: [Clause]
    /// In the order of the text; those in footnotes come last.
    package var links: [LinkReference]
    /// The places of raw HTML, which no writer lets through.
    package var rawHTML: [SourceSpan]
    /// Definitions that nothing uses, of link references and footnotes: they are hashed, and no reader sees them.
    package var unusedDefinitions: [SourceSpan]
    /// Cells of a row behind the last column of its table's header: they are hashed, and no reader sees them.
    package var droppedCells: [SourceSpan]
    /// What else is hashed, and no reader sees it.
    package var hiddenWords: [HiddenWords]
    /// Of each list that counts otherwise than it is written, the first item that does.
    package var misnumbered: [Misnumbering]
    /// The lines of code that is code for its indentation alone, in bytes of the text.
    package var indentedCode: [Range<Int>]

    /// What the text was put together of, in its order; empty for one that was not read from a source.
    package var pieces: [PlacedPiece]

    /// A text that says nothing.
    package init() {
        blocks = []
        footnotes = []
        headings = []
        clauses = []
        links = []
        rawHTML = []
        unusedDefinitions = []
        droppedCells = []
        hiddenWords = []
        misnumbered = []
        indentedCode = []
        pieces = []
    }

    /// The bytes of what it was put together of.
    package var size: Int { pieces.last.map { $0.start + $0.piece.bytes.count } ?? 0 }

    /// Every anchor in the text that a link can lead to.
    package var anchors: Set<String> {
        var anchors = Set<String>(minimumCapacity: headings.count + clauses.count)
        // The anchor of a heading that is a clause is one of the clause's.
        for heading in headings where heading.number == nil { anchors.insert(heading.anchor) }
        for clause in clauses { anchors.formUnion(clause.anchors) }
        return anchors
    }

    /// The words of the first heading, and their place.
    package var title: Sourced<String>? { headings.first.map { Sourced($0.text, at: $0.span) } }

    /// Whether it begins with a heading of level 1.
    package var beginsWithTitle: Bool { if case .heading(level: 1, _) = blocks.first { true } else { false } }

    package var isEmpty: Bool { blocks.isEmpty && footnotes.isEmpty }
}

/// Two texts are equal when they say the same, wherever it is written.
extension MarkdownText: Hashable {
    package static func == (one: Self, other: Self) -> Bool {
        one.blocks == other.blocks && one.footnotes == other.footnotes
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(blocks)
        hasher.combine(footnotes)
    }
}

extension MarkdownText {
    /// Parses the Markdown in a stretch of a file that starts at a line's start, such as an edition below its front
    /// matter. The only findings are `too-complex`, and then the text is empty.
    package static func parse(_ span: SourceSpan) -> (MarkdownText, [Diagnostic]) {
        parse(span.text, at: .file(span))
    }

    /// Parses the Markdown in a YAML scalar, such as `summary`. A scalar's text is not where its source is, so every
    /// place is the whole scalar.
    package static func parse(_ scalar: Sourced<String>) -> (MarkdownText, [Diagnostic]) {
        parse(scalar.value[...], at: .scalar(scalar.span))
    }

    private static func parse(_ text: Substring, at origin: TextOrigin) -> (MarkdownText, [Diagnostic]) {
        do throws(MarkdownBounds.Excess) {
            let piece = try TextPiece(text.utf8Bytes)
            return (MarkdownText([PlacedPiece(piece: piece, start: 0)], at: origin), [])
        } catch {
            return refused(error, at: origin)
        }
    }

    /// An empty text, with why it is not read.
    static func refused(_ excess: MarkdownBounds.Excess, at origin: TextOrigin) -> TextMemory.Parsed {
        (Self(), [excess.diagnostic(at: origin.span(excess.range))])
    }

    /// The text of a stretch of a file that consists of these pieces, of which only one alone may have footnotes and
    /// definitions (`TextCuts`); nil where all of them together exceed a bound.
    init?(_ pieces: [PlacedPiece], of span: SourceSpan) {
        var work = MarkdownBounds.Work()
        for placed in pieces { work += placed.piece.tree.work }
        guard work.isBounded else { return nil }
        self.init(pieces, at: .file(span))
    }

    private init(_ pieces: [PlacedPiece], at origin: TextOrigin) {
        self.init()
        self.pieces = pieces
        (headings, clauses) = ClauseList.read(pieces, at: origin)
        blocks.reserveCapacity(pieces.reduce(0) { $0 + $1.piece.tree.blocks.count })
        links.reserveCapacity(pieces.reduce(0) { $0 + $1.piece.tree.links.count })
        for placed in pieces { add(placed.piece, from: placed.start, at: origin) }
    }

    private mutating func add(_ piece: TextPiece, from start: Int, at origin: TextOrigin) {
        func span(_ range: Range<Int>) -> SourceSpan { origin.span(range.shifted(by: start)) }
        blocks += piece.tree.blocks
        footnotes += piece.tree.footnotes
        for link in piece.tree.links {
            links.append(
                LinkReference(
                    destination: link.destination, target: link.target, text: link.text, isImage: link.isImage,
                    span: span(link.range), textSpan: span(link.textRange)))
        }
        for range in piece.tree.rawHTML { rawHTML.append(span(range)) }
        for range in piece.tree.unusedDefinitions { unusedDefinitions.append(span(range)) }
        for range in piece.tree.droppedCells { droppedCells.append(span(range)) }
        for (kind, range) in piece.tree.hiddenWords { hiddenWords.append(HiddenWords(kind: kind, span: span(range))) }
        for var list in piece.tree.misnumbered {
            list.range = list.range.shifted(by: start)
            misnumbered.append(list)
        }
        for range in piece.tree.indentedCode { indentedCode.append(range.shifted(by: start)) }
    }
}

/// Where a text was written.
enum TextOrigin {
    case file(SourceSpan)
    case scalar(SourceSpan)

    /// The place of a byte range of the text.
    func span(_ range: Range<Int>) -> SourceSpan {
        switch self {
        case .file(let text):
            SourceSpan(text.file, range.shifted(by: text.range.lowerBound))
        case .scalar(let span): span
        }
    }
}
