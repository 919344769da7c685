/// The ids of one text's headings, clauses and footnotes, given out in the order in which they are written.
package struct HTMLIDs: Sendable {
    /// Of the headings, in order; nil where one is to have none. Further headings have none.
    private var headings: [String?]
    /// Further ids of headings, and those of paragraphs, by their place among these.
    private var headingPlaces: [Int: [String]] = [:]
    private var paragraphPlaces: [Int: [String]] = [:]
    /// The links to headings, in order; nil for one that has none.
    private var headingLinks: [ClauseLink?] = []
    /// The links to paragraphs with a bold number, by their place among these.
    private var paragraphLinks: [Int: ClauseLink] = [:]
    /// How many headings and paragraphs have been written.
    private var written = BlockCount()
    /// The number of each footnote, by its label.
    private let numbers: [String: Int]
    /// How often each footnote has been referred to so far, by its number.
    package var references: [Int: Int] = [:]
    /// How many references to a footnote have an id, by its number; nil where all have.
    package var limits: [Int: Int]?

    /// - Parameters:
    ///   - linksClauses: links headings, and paragraphs with a bold number, to themselves.
    ///   - hasTitle: the first heading is the title of the page, which has no link.
    ///   - heading: the id of a heading's own anchor.
    ///   - place: the id of any other anchor; nil where it is to have none.
    package init(
        _ text: MarkdownText, linksClauses: Bool = false, hasTitle: Bool = false, heading: (String) -> String? = { $0 },
        place: (String) -> String? = { $0 }
    ) {
        headings = text.headings.map { heading($0.anchor) }
        for clause in text.clauses {
            switch clause.place {
            case .heading(let index):
                guard clause.anchors.count > 1 else { continue }
                let own = text.headings.indices.contains(index) ? text.headings[index].anchor : ""
                let others = clause.anchors.filter { $0 != own }.compactMap(place)
                if !others.isEmpty { headingPlaces[index] = others }
            case .paragraph(let index), .subclause(let index):
                let places = clause.anchors.compactMap(place)
                if !places.isEmpty { paragraphPlaces[index] = places }
            }
        }
        numbers = Dictionary(
            text.footnotes.enumerated().map { ($1.label, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        if linksClauses { link(text, hasTitle: hasTitle) }
    }

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
        let title = hasTitle ? text.headings.firstIndex { !$0.text.isEmpty } : nil
        headingLinks = text.headings.enumerated().map { index, heading in
            index == title || heading.anchor.isEmpty
                ? nil : ClauseLink(heading.anchor, label: heading.label, words: heading.text)
        }
        for clause in text.clauses {
            guard case .paragraph(let index) = clause.place, let anchor = clause.anchors.first else { continue }
            paragraphLinks[index] = ClauseLink(anchor, label: clause.label, words: clause.label)
        }
    }

    /// The link to the heading that was told last; nil where it has none.
    var linkOfLastHeading: ClauseLink? {
        headingLinks.indices.contains(written.headings - 1) ? headingLinks[written.headings - 1] : nil
    }

    var linkOfLastParagraph: ClauseLink? {
        paragraphLinks.isEmpty ? nil : paragraphLinks[written.paragraphs - 1]
    }

    /// The anchor of the next heading, and its further ids.
    package mutating func nextHeading() -> (anchor: String?, others: [String]) {
        defer { written.headings += 1 }
        let anchor = headings.indices.contains(written.headings) ? headings[written.headings] : nil
        return (anchor, headingPlaces.ids(at: written.headings))
    }

    /// The ids of the next paragraph.
    package mutating func nextParagraph() -> [String] {
        defer { written.paragraphs += 1 }
        return paragraphPlaces.ids(at: written.paragraphs)
    }

    /// Passes over what is written with the ids of another text.
    package mutating func skip(_ count: BlockCount) { written += count }

    /// Leaves all ids of headings and paragraphs out from here on.
    package mutating func leaveOut() {
        headings = []
        headingPlaces = [:]
        paragraphPlaces = [:]
    }

    package func number(ofFootnote label: String) -> Int? { numbers[label] }

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

extension [Int: [String]] {
    /// Most texts have no further ids, and then none is looked for.
    fileprivate func ids(at place: Int) -> [String] { isEmpty ? [] : self[place] ?? [] }
}

/// How many headings and paragraphs some blocks hold.
package struct BlockCount: Sendable {
    package var headings = 0
    package var paragraphs = 0

    package init() {}

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
