import CMarkGFM
import Formats

/// Turns cmark's tree into Swift values, in one walk without recursion.
struct TreeReader {
    /// What one text holds. All places are byte ranges of the text itself, so a part of a text that was read once can
    /// stand anywhere.
    struct Tree: Sendable {
        var blocks: [Block] = []
        var footnotes: [Footnote] = []
        var headings: [Heading] = []
        var openings: [Opening] = []
        var links: [Link] = []
        var rawHTML: [Range<Int>] = []
        var unusedDefinitions: [Range<Int>] = []
        var droppedCells: [Range<Int>] = []
        var hiddenWords: [(kind: HiddenWords.Kind, range: Range<Int>)] = []
        var leaves: [MarkdownText.Leaf] = []
        var misnumbered: [MarkdownText.Misnumbering] = []
        var indentedCode: [Range<Int>] = []
        /// How many paragraphs it has.
        var paragraphs = 0
        var work = MarkdownBounds.Work()

        /// One object, as each text that has its piece hands it on.
        final class Heading: Sendable {
            let level: Int
            let text: String
            /// Nil where its words begin with no clause's number.
            let mark: ClauseMark?
            let slug: String
            let range: Range<Int>

            init(level: Int, text: String, range: Range<Int>) {
                self.level = level
                self.text = text
                self.range = range
                mark = ClauseMark(heading: text)
                slug = Markdown.slug(text)
            }
        }

        /// A paragraph, outside quotes and footnotes, that may begin a clause or a part of one.
        struct Opening: Sendable {
            enum Mark: Sendable {
                case number(ClauseMark)
                case label(ClauseLabel)
            }

            var mark: Mark
            /// Its place among all paragraphs of the text.
            var paragraph: Int
            /// How many headings stand before it.
            var headings: Int
            /// In how many lists it stands.
            var depth: Int
            var words: String
            var range: Range<Int>
        }

        struct Link: Sendable {
            var destination: String
            var target: LinkTarget
            var text: String
            var isImage: Bool
            var range: Range<Int>
            var textRange: Range<Int>

            init(destination: String, text: String, isImage: Bool, range: Range<Int>, textRange: Range<Int>) {
                self.destination = destination
                target = LinkTarget(destination)
                self.text = text
                self.isImage = isImage
                self.range = range
                self.textRange = textRange
            }
        }
    }

    /// - Parameter signs: the bytes that stand in the text.
    static func read(_ source: [UInt8], _ signs: ByteSet) throws(MarkdownBounds.Excess) -> Tree {
        guard source.count <= MarkdownBounds.size else { throw MarkdownBounds.Excess(.size, 0..<0) }
        let scan = try BlockScan.read(source)
        try MarkdownBounds.checkReferences(scan)
        let prepared = PreparedText(source, signs, scan)
        let result = CMark.parse(prepared.text, hasFootnotes: prepared.hasFootnotes) { root, types in
            Result { () throws(MarkdownBounds.Excess) in
                var reader = TreeReader(scan, prepared, types, root)
                try reader.read(root)
                reader.findUnseen(in: scan)
                reader.tree.work = scan.work
                return reader.tree
            }
        }
        return try result?.get() ?? Tree()
    }

    let prepared: PreparedText
    let types: CMark.NodeTypes
    var places: SourcePlaces
    var tree = Tree()
    /// The labels of the footnotes, in the order of their numbers.
    var footnoteLabels: [String] = []

    /// The children read so far of every open block, the document first.
    var blocks: [[Block]] = []
    /// The items read so far of every open list.
    var items: [[Block.List.Item]] = []
    /// Of every open list the numbers of its items, as they are written.
    var numbers: [[(written: Int, range: Range<Int>)?]] = []
    /// The children read so far of every open inline, the paragraph, heading or cell first.
    var inlines: [[Inline]] = []
    /// The table being read; tables do not nest.
    var table = Block.Table(alignments: [], header: [], rows: [])
    var row: [Block.Table.Cell] = []
    var isInHeader = false
    /// How many of the open blocks are lists, quotes or footnotes.
    var nesting = 0
    /// How many of these are no lists.
    var quotes = 0
    /// The links and images that are open, by their index in `tree.links`.
    var openLinks: [Int] = []

    /// The destinations that definitions gave so far.
    var destinations: [Int: String] = [:]
    /// The definitions whose label some link has as its words.
    var shownLabels: Set<Int> = []
    /// Which definitions of link references some link was made with, or turned out to be words of the text.
    var seenDefinitions: Set<Int> = []
    /// The start lines of the footnotes that are used.
    var footnoteLines: Set<Int> = []
    /// The lines of what is in blocks of code and raw HTML.
    var literalLines: [Range<Int>] = []

    private init(_ scan: BlockScan, _ prepared: PreparedText, _ types: CMark.NodeTypes, _ root: OpaquePointer) {
        self.prepared = prepared
        self.types = types
        places = SourcePlaces(scan)
        // cmark puts the footnotes that are used behind everything else.
        var definition = cmark_node_last_child(root)
        while let node = definition, cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
            footnoteLabels.append(places.footnoteLabel(atLine: node.startLine, column: node.startColumn))
            definition = cmark_node_previous(node)
        }
        footnoteLabels.reverse()
    }

    private mutating func read(_ root: OpaquePointer) throws(MarkdownBounds.Excess) {
        guard let nodes = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(nodes) }
        while true {
            let event = cmark_iter_next(nodes)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(nodes) else { break }
            let type = cmark_node_get_type(node)
            let isInline = type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_INLINE)
            switch (event, isInline) {
            case (CMARK_EVENT_ENTER, true): try enterInline(node, type)
            case (CMARK_EVENT_ENTER, false): try enterBlock(node, type)
            case (_, true): exitInline(node, type)
            case (_, false): exitBlock(node, type)
            }
        }
    }

    /// A string of cmark's, as the author wrote it.
    mutating func string(_ literal: UnsafePointer<CChar>?) -> String {
        guard let literal else { return "" }
        return restored(String(cString: literal))
    }

    mutating func restored(_ string: String) -> String { prepared.restored(string) { seenDefinitions.insert($0) } }

    /// What the scan found and no reader sees anything of.
    private mutating func findUnseen(in scan: BlockScan) {
        tree.droppedCells = scan.droppedCells
        for (index, definition) in scan.definitions.enumerated() where !seenDefinitions.contains(index) {
            tree.unusedDefinitions.append(definition.range)
        }
        findHiddenLabels(in: scan)
        let labels = Set(footnoteLabels)
        literalLines.sort { $0.lowerBound < $1.lowerBound }
        for footnote in scan.footnotes {
            let line = places.line(at: footnote.range.lowerBound)
            if footnoteLines.contains(line), labels.contains(String(decoding: scan.text[footnote.label], as: UTF8.self))
            {
                continue
            }
            if !isLiteral(line) { tree.unusedDefinitions.append(footnote.range) }
        }
        tree.unusedDefinitions.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    private func isLiteral(_ line: Int) -> Bool {
        let next = literalLines.firstPlace { $0.lowerBound > line }
        return next > 0 && literalLines[next - 1].contains(line)
    }
}
