import Diagnostics

/// The headings and the clauses of a text, with their anchors.
///
/// What a heading's own anchor is depends on the headings before it alone. Other anchors are given after those of all
/// headings, so that none of these ever changes.
struct ClauseList {
    static func read(_ tree: TreeReader.Tree, at origin: TextOrigin) -> ([Heading], [Clause]) {
        var list = ClauseList(tree, origin)
        list.find()
        list.giveAnchors()
        return (list.headings, list.clauses)
    }

    private let tree: TreeReader.Tree
    private let origin: TextOrigin
    private var anchors = AnchorMaker()
    private var headings: [Heading] = []
    private var clauses: [Clause] = []
    /// Of each clause what may stand for its number too, where nothing else is called so.
    private var shortForms: [(clause: Int, anchor: String)] = []

    private init(_ tree: TreeReader.Tree, _ origin: TextOrigin) {
        self.tree = tree
        self.origin = origin
        headings = tree.headings.map { heading in
            let number = heading.mark.flatMap { $0.isPlace ? $0.component : nil }
            return Heading(
                level: heading.level, text: heading.text, anchor: anchors.anchor(for: number ?? heading.slug),
                slug: heading.slug, span: origin.span(heading.range))
        }
    }

    // MARK: Numbers

    private enum Item {
        case heading(Int)
        case opening(TreeReader.Tree.Opening)
    }

    /// Headings and paragraphs in the order of the text.
    private var items: [Item] {
        var items: [Item] = []
        var next = 0
        for opening in tree.openings {
            while next < opening.headings {
                items.append(.heading(next))
                next += 1
            }
            items.append(.opening(opening))
        }
        return items + (next..<max(next, headings.count)).map { .heading($0) }
    }

    private mutating func find() {
        let items = items
        let entries = items.compactMap { item -> ClauseReader.Entry? in
            switch item {
            case .heading(let index):
                ClauseReader.Entry(
                    level: headings[index].level, mark: tree.headings[index].mark, anchor: headings[index].anchor)
            case .opening(let opening):
                if case .number(let mark) = opening.mark {
                    ClauseReader.Entry(level: ClauseReader.Entry.paragraphLevel, mark: mark, anchor: "")
                } else {
                    nil
                }
            }
        }
        var places = zip(entries, ClauseReader.places(of: entries)).makeIterator()
        var subclauses = Subclauses()
        for item in items {
            if case .opening(let opening) = item, case .label(let label) = opening.mark {
                guard let number = subclauses.address(of: label, depth: opening.depth) else { continue }
                clauses.append(clause(number, label.words, .subclause(opening.paragraph), opening))
                continue
            }
            guard let (entry, place) = places.next() else { continue }
            subclauses.enter(place.base)
            guard let number = place.address, let mark = entry.mark else { continue }
            switch item {
            case .heading(let index): add(mark, number, place, index)
            case .opening(let opening):
                clauses.append(clause(number, mark.words, .paragraph(opening.paragraph), opening))
            }
        }
    }

    private mutating func add(_ mark: ClauseMark, _ number: String, _ place: ClauseReader.Place, _ index: Int) {
        headings[index].number = number
        headings[index].label = mark.words
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
                place: .heading(index), number: number, label: mark.words, heading: headings[index].text, anchors: [],
                span: headings[index].span))
    }

    private func clause(
        _ number: String, _ label: String, _ place: Clause.Place, _ opening: TreeReader.Tree.Opening
    ) -> Clause {
        Clause(
            place: place, number: number, label: label, heading: opening.words, anchors: [],
            span: origin.span(opening.range))
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
