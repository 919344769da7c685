import Markdown

/// One of a row of things that are aligned with another row: a text's blocks, a list's items, a table's rows.
struct Piece: Sendable, Hashable {
    let content: Content
    /// Taken once: a text's pieces are compared with those of many others.
    private let hash: Int
    /// The words in it, for similarity.
    let words: WordBag

    enum Content: Sendable, Hashable {
        case block(Block)
        case item(Block.List.Item)
        case row([Block.Table.Cell])
    }

    init(_ content: Content) {
        self.content = content
        hash = content.hashValue
        words = WordBag(content)
    }

    static func == (one: Self, other: Self) -> Bool {
        one.hash == other.hash && one.content.isWritten(as: other.content)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    /// What kind of thing it is: only alike ones are compared word by word.
    var kind: Int {
        switch content {
        case .block(.paragraph): 0
        case .block(.heading): 1
        case .block(.list): 2
        case .block(.quote): 3
        case .block(.code): 4
        case .block(.table): 5
        case .block(.thematicBreak): 6
        case .block(.html): 7
        case .item: 8
        case .row: 9
        }
    }

    /// How like two pieces must be to be one and the same: a list stays itself when most of its items go.
    var threshold: Double {
        switch content {
        case .block(.list), .block(.quote), .block(.table): 0.2
        case .block(.heading): 0.5
        case .row: 0.34
        default: 0.4
        }
    }

    var isHeading: Bool { kind == 1 }
    var isParagraph: Bool { kind == 0 }

    /// Of a paragraph, heading or row of words.
    var inlines: [Inline]? {
        switch content {
        case .block(.paragraph(let words)), .block(.heading(_, let words)): words
        default: nil
        }
    }
}
