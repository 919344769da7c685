import Diagnostics
import Formats

/// The headings and the clauses of a text, with their anchors.
///
/// What a heading's own anchor is depends on the headings before it alone. Other anchors are given after those of all
/// headings, so that none of these ever changes.
struct ClauseList {
    static func read(_ pieces: [MarkdownText.PlacedPiece], at origin: TextOrigin) -> ([Heading], [Clause]) {
        var list = ClauseList(pieces, origin)
        list.find()
        list.giveAnchors()
        var headings: [Heading] = []
        headings.reserveCapacity(list.headings.count)
        for placed in pieces {
            for heading in placed.piece.tree.headings {
                let named = list.headings[headings.count]
                let span = origin.span(heading.range.shifted(by: placed.start))
                headings.append(Heading(heading, anchor: named.anchor, clause: named.clause, at: span))
            }
        }
        return (headings, list.clauses.copied)
    }

    private let pieces: [MarkdownText.PlacedPiece]
    private let origin: TextOrigin
    private var anchors: AnchorMaker
    /// In their order in the pieces.
    private var headings: [Named] = []
    /// Headings and paragraphs in the order of the text.
    private var items: [Item] = []
    /// The headings, and the paragraphs with a number.
    private var entries: [ClauseReader.Entry] = []
    private var clauses: [Clause] = []
    /// Of each clause what may stand for its number too, where nothing else is called so.
    private var shortForms: [(clause: Int, anchor: String)] = []

    /// A heading by its piece and its place among those of that, with its anchor and, of a clause, its number.
    private struct Named {
        var piece: Int
        var index: Int
        var anchor: String
        var clause: (number: String, label: String)?
    }

    private init(_ pieces: [MarkdownText.PlacedPiece], _ origin: TextOrigin) {
        (self.pieces, self.origin) = (pieces, origin)
        let count = pieces.reduce(0) { $0 + $1.piece.tree.headings.count + $1.piece.tree.openings.count }
        anchors = AnchorMaker(for: count)
        headings.reserveCapacity(count)
        items.reserveCapacity(count)
        entries.reserveCapacity(count)
        var paragraphs = 0
        for (place, placed) in pieces.enumerated() {
            let piece = placed.piece
            var heading = 0
            for (index, opening) in piece.tree.openings.enumerated() {
                addHeadings(heading..<opening.headings, of: place)
                heading = opening.headings
                items.append(.opening(piece: place, index, paragraph: paragraphs + opening.paragraph))
                guard case .number(let mark) = opening.mark else { continue }
                entries.append(
                    ClauseReader.Entry(level: ClauseReader.Entry.paragraphLevel, mark: mark, anchor: ""))
            }
            addHeadings(heading..<piece.tree.headings.count, of: place)
            paragraphs += piece.tree.paragraphs
        }
    }

    private mutating func addHeadings(_ added: Range<Int>, of place: Int) {
        let piece = pieces[place].piece
        for index in added {
            let heading = piece.tree.headings[index]
            let number = heading.mark.flatMap { $0.isPlace ? $0.component : nil }
            let anchor = anchors.anchor(for: number ?? heading.slug)
            items.append(.heading(headings.count))
            entries.append(ClauseReader.Entry(level: heading.level, mark: heading.mark, anchor: anchor))
            headings.append(Named(piece: place, index: index, anchor: anchor))
        }
    }

    // MARK: Numbers

    private enum Item {
        case heading(Int)
        /// By its piece and its place among those of that, with its place among all paragraphs of the text.
        case opening(piece: Int, Int, paragraph: Int)
    }

    private mutating func find() {
        // Where nothing has a number, there is no clause, nor a part of one.
        guard entries.contains(where: { $0.mark != nil }) else { return }
        var places = zip(entries, ClauseReader.places(of: entries)).makeIterator()
        var subclauses = Subclauses()
        for item in items {
            if case .opening(let piece, let index, let paragraph) = item,
                case .label(let label) = pieces[piece].piece.tree.openings[index].mark
            {
                let depth = pieces[piece].piece.tree.openings[index].depth
                guard let number = subclauses.address(of: label, depth: depth) else { continue }
                clauses.append(clause(number, label.words, .subclause(paragraph), piece, index))
                continue
            }
            guard let (entry, place) = places.next() else { continue }
            subclauses.enter(place.base)
            guard let number = place.address, let mark = entry.mark else { continue }
            switch item {
            case .heading(let index): add(mark, number, place, index)
            case .opening(let piece, let index, let paragraph):
                clauses.append(clause(number, mark.words, .paragraph(paragraph), piece, index))
            }
        }
    }

    private mutating func add(_ mark: ClauseMark, _ number: String, _ place: ClauseReader.Place, _ index: Int) {
        headings[index].clause = (number, mark.words)
        let placed = pieces[headings[index].piece]
        let heading = placed.piece.tree.headings[headings[index].index]
        if case .named(let word) = mark.form {
            // "Annex 1" of a schedule is called so where the text has no other.
            if place.isWithin { shortForms.append((clauses.count, mark.component)) }
            let digits = mark.component.drop { $0 != "-" }.dropFirst()
            if !word.countsAnew, !place.isWithin, clauseNumber(digits).map({ $0 == digits }) == true {
                shortForms.append((clauses.count, String(digits)))
            }
        }
        clauses.append(
            Clause(
                place: .heading(index), number: number, label: mark.words, heading: heading.text, anchors: [],
                span: origin.span(heading.range.shifted(by: placed.start))))
    }

    /// - Parameters:
    ///   - piece: in which its paragraph stands.
    ///   - index: of the paragraph among those of the piece.
    private func clause(
        _ number: String, _ label: String, _ place: Clause.Place, _ piece: Int, _ index: Int
    ) -> Clause {
        let (placed, opening) = (pieces[piece], pieces[piece].piece.tree.openings[index])
        return Clause(
            place: place, number: number, label: label, heading: opening.words, anchors: [],
            span: origin.span(opening.range.shifted(by: placed.start)))
    }

    // MARK: Anchors

    private mutating func giveAnchors() {
        for index in clauses.indices where !clauses[index].isSubclause { giveAnchor(to: index) }
        for (clause, anchor) in shortForms where anchors.take(anchor) { clauses[clause].anchors.append(anchor) }
        for index in clauses.indices where clauses[index].isSubclause { giveAnchor(to: index) }
    }

    private mutating func giveAnchor(to index: Int) {
        let wish = clauseAnchor(clauses[index].number)
        if case .heading(let heading) = clauses[index].place {
            let own = headings[heading].anchor
            if own != wish, anchors.take(wish) { clauses[index].anchors.append(wish) }
            clauses[index].anchors.append(own)
        } else if anchors.take(wish) {
            clauses[index].anchors.append(wish)
        }
    }
}
