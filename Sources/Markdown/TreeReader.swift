import CMarkGFM

/// Turns cmark's tree into Swift values, in one walk without recursion.
struct TreeReader {
    /// What one text holds. All places are byte ranges of the text itself, so a part of a text that was read once can
    /// stand anywhere.
    struct Tree {
        var blocks: [Block] = []
        var footnotes: [Footnote] = []
        var headings: [Heading] = []
        var links: [Link] = []
        var rawHTML: [Range<Int>] = []
        var unusedDefinitions: [Range<Int>] = []

        struct Heading {
            var level: Int
            var text: String
            var range: Range<Int>
        }

        struct Link {
            var destination: String
            var text: String
            var isImage: Bool
            var range: Range<Int>
            var textRange: Range<Int>
        }
    }

    static func read(_ source: [UInt8]) -> Result<Tree, MarkdownBounds.Excess> {
        let prepared = PreparedText(source)
        let result = CMark.parse(prepared.text) { root, types in
            Result { () throws(MarkdownBounds.Excess) in
                var reader = TreeReader(source: source, prepared: prepared, types: types, root: root)
                return try reader.read(root)
            }
        }
        return result ?? .success(Tree())
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
    /// The children read so far of every open inline, the paragraph, heading or cell first.
    var inlines: [[Inline]] = []
    /// The table being read; tables do not nest.
    var table = Block.Table(alignments: [], header: [], rows: [])
    var row: [Block.Table.Cell] = []
    /// How many of the open blocks are lists or quotes.
    var nesting = 0
    /// The links and images that are open, by their index in `tree.links`.
    var openLinks: [Int] = []
    /// Which definitions of link references some link was made with.
    var usedDefinitions: Set<Int> = []

    private init(source: [UInt8], prepared: PreparedText, types: CMark.NodeTypes, root: OpaquePointer) {
        self.prepared = prepared
        self.types = types
        places = SourcePlaces(source)
        var definition = cmark_node_last_child(root)
        while let node = definition, cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
            footnoteLabels.append(
                places.footnoteLabel(
                    atLine: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node))))
            definition = cmark_node_previous(node)
        }
        footnoteLabels.reverse()
    }

    private mutating func read(_ root: OpaquePointer) throws(MarkdownBounds.Excess) -> Tree {
        guard let nodes = cmark_iter_new(root) else { return tree }
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
        return tree
    }

    func string(_ literal: UnsafePointer<CChar>?) -> String {
        guard let literal else { return "" }
        return prepared.restored(String(cString: literal))
    }
}
