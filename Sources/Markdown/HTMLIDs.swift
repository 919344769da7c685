import Formats

/// The ids of one text's headings, clauses and footnotes, given out in the order in which they are written.
package struct HTMLIDs: Sendable {
    /// Of the text: the id of each is its anchor. Further headings have none.
    private var headings: [Heading] = []
    /// Further ids of headings, and those of paragraphs, by their place among these.
    private var headingPlaces: [Int: [String]] = [:]
    private var paragraphPlaces: [Int: [String]] = [:]
    /// The anchors of another text on the page, which are the ids of what stands in that one.
    private var taken: Once<Set<String>>?
    /// Whether headings are linked to, and which of them is not, as it is the title of the page.
    private var linksHeadings = false
    private var title: Int?
    /// The links to paragraphs with a bold number, by their place among these.
    private var paragraphLinks: [Int: ClauseLink] = [:]
    /// How many headings and paragraphs have been written.
    private var written = BlockCount()
    /// The number of each footnote, by its label.
    private var numbers: [String: Int] = [:]
    /// How often each footnote has been referred to so far, by its number.
    package var references: [Int: Int] = [:]
    /// How many references to a footnote have an id, by its number; nil where all have.
    package var limits: [Int: Int]?

    /// Of nothing.
    init() {}

    /// - Parameters:
    ///   - linksClauses: links headings, and paragraphs with a bold number, to themselves.
    ///   - hasTitle: the first heading is the title of the page, which has no link.
    package init(_ text: MarkdownText, linksClauses: Bool = false, hasTitle: Bool = false) {
        headings = text.headings
        for clause in text.clauses {
            switch clause.place {
            case .heading(let index):
                guard clause.anchors.count > 1 else { continue }
                let own = headings.indices.contains(index) ? headings[index].anchor : ""
                headingPlaces[index] = clause.anchors.filter { $0 != own }
            case .paragraph(let index), .subclause(let index):
                if !clause.anchors.isEmpty { paragraphPlaces[index] = clause.anchors }
            }
        }
        for (index, footnote) in text.footnotes.enumerated() where numbers[footnote.label] == nil {
            numbers[footnote.label] = index + 1
        }
        if linksClauses { link(text, hasTitle: hasTitle) }
    }

    /// The ids of a text of which another one is what a page shows: what only this one has is told apart from what that
    /// one calls the same.
    ///
    /// - Parameter anchors: of the other text.
    package func beside(_ anchors: Once<Set<String>>) -> HTMLIDs {
        var ids = self
        ids.taken = anchors
        return ids
    }

    /// The id of a heading that is gone from a text in which another one has its anchor. No heading's anchor holds a colon.
    package static func removed(_ anchor: String) -> String { "removed:\(anchor)" }

    /// A link to a heading or a paragraph: where it leads, and what it is by its number or in words.
    struct ClauseLink: Sendable {
        var anchor: String
        var number: String?
        var words: String

        /// - Parameter label: a number, or what says itself what it is: `Article 5`.
        init(_ anchor: String, label: String?, words: String) {
            self.anchor = anchor
            number = label.flatMap { $0.first?.isNumber == true ? $0 : nil }
            self.words = words
        }
    }

    private mutating func link(_ text: MarkdownText, hasTitle: Bool) {
        linksHeadings = true
        title = hasTitle ? headings.firstIndex { !$0.text.isEmpty } : nil
        for clause in text.clauses {
            guard case .paragraph(let index) = clause.place, let anchor = clause.anchors.first else { continue }
            paragraphLinks[index] = ClauseLink(anchor, label: clause.label, words: clause.label)
        }
    }

    /// What has ids.
    enum Element { case heading, paragraph }

    /// The link to the heading or the paragraph that was told last; nil where it has none.
    func link(to element: Element?) -> ClauseLink? {
        switch element {
        case nil: nil
        case .heading: linkOfLastHeading
        case .paragraph: paragraphLinks.isEmpty ? nil : paragraphLinks[written.paragraphs - 1]
        }
    }

    private var linkOfLastHeading: ClauseLink? {
        let index = written.headings - 1
        guard linksHeadings, index != title, headings.indices.contains(index), !headings[index].anchor.isEmpty
        else { return nil }
        return ClauseLink(headings[index].anchor, label: headings[index].label, words: headings[index].text)
    }

    /// The id of the next heading, and its further ids.
    mutating func nextHeading() -> (id: String?, others: [String]) {
        let index = written.headings
        written.headings += 1
        guard index < headings.count else { return (nil, []) }
        let anchor = headings[index].anchor
        let isTaken = taken.map { $0.value.contains(anchor) } ?? false
        return (isTaken ? Self.removed(anchor) : anchor, Self.own(headingPlaces, index, taken))
    }

    /// The ids of the next paragraph.
    mutating func nextParagraph() -> [String] {
        defer { written.paragraphs += 1 }
        return Self.own(paragraphPlaces, written.paragraphs, taken)
    }

    /// Most texts have no further ids, and then none is looked for.
    private static func own(_ places: [Int: [String]], _ index: Int, _ taken: Once<Set<String>>?) -> [String] {
        guard !places.isEmpty, let ids = places[index] else { return [] }
        return taken.map { taken in ids.filter { !taken.value.contains($0) } } ?? ids
    }

    /// Passes over what is written with the ids of another text.
    mutating func skip(_ count: BlockCount) { written += count }

    /// Leaves all ids of headings and paragraphs out from here on.
    mutating func leaveOut() {
        headings = []
        headingPlaces = [:]
        paragraphPlaces = [:]
    }

    func number(ofFootnote label: String) -> Int? { numbers[label] }

    /// The id of the next reference to a footnote.
    mutating func nextReference(to number: Int) -> String? {
        let count = references[number, default: 0] + 1
        references[number] = count
        if let limits, count > limits[number, default: 0] { return nil }
        return Self.reference(number, count)
    }

    /// No heading's anchor holds a colon.
    static func reference(_ number: Int, _ count: Int) -> String {
        count == 1 ? "fnref:\(number)" : "fnref:\(number):\(count)"
    }
}

/// How many headings and paragraphs some blocks hold.
package struct BlockCount: Sendable {
    private var counts: (headings: Int32, paragraphs: Int32) = (0, 0)

    package init() {}

    package var headings: Int {
        get { Int(counts.headings) }
        set { counts.headings = Int32(newValue) }
    }

    package var paragraphs: Int {
        get { Int(counts.paragraphs) }
        set { counts.paragraphs = Int32(newValue) }
    }

    package init(_ blocks: [Block]) {
        for block in blocks { self += BlockCount(block) }
    }

    package init(_ block: Block) {
        self.init()
        switch block {
        case .heading: headings = 1
        case .paragraph: paragraphs = 1
        case .list(let list): for item in list.items { self += BlockCount(item.blocks) }
        case .quote(let blocks): self += BlockCount(blocks)
        case .code, .table, .thematicBreak, .html, .seam: break
        }
    }

    package static func += (one: inout Self, other: Self) {
        one.headings += other.headings
        one.paragraphs += other.paragraphs
    }
}
