import CMarkGFM
import Synchronization

/// cmark-gfm behind one function that is safe to call from any thread.
///
/// The library itself is not, once extensions for inlines are attached. While a text's inlines are parsed, each such
/// extension enters its characters into two tables of the process (`SPECIAL_CHARS` and `SKIP_CHARS` in cmark's
/// inlines.c) and clears the entries when it is done, even if another text still needs them. That text then silently
/// loses its strikethroughs or addresses. What follows from it here:
///
/// - The autolink extension is never attached. `BareAddress` finds bare addresses in the finished tree.
/// - The strikethrough extension is attached only to texts that hold a `~`, and these are parsed one at a time, under
///   `strikethrough`. The only entry it writes is the one for `~`, which the parsing of a text without a `~` never
///   looks at. So all other texts need no lock, and are right while such a text is parsed.
/// - Tables and tasks are found while blocks are parsed, and enter nothing anywhere.
package enum CMark {
    /// The version of the library that this program was linked with, as the library itself says it: `0.29.0.gfm.6`.
    package static var version: String { cmark_version_string().map { String(cString: $0) } ?? "unknown" }

    private static let strikethrough = Mutex<Void>(())

    /// What is made once, before the first text is parsed.
    private static let library = Library()

    /// Parses UTF-8 text with LF line ends and hands the root of its tree to `body`; the tree is freed afterwards.
    ///
    /// - Parameter hasFootnotes: whether the text may have some. The library's footnotes are its least tried part, so a
    ///   text without them is parsed without them.
    static func parse<Result>(
        _ text: [UInt8], hasFootnotes: Bool, body: (OpaquePointer, NodeTypes) throws -> Result
    ) rethrows -> Result? {
        let library = library
        let hasTilde = text.contains(UInt8(ascii: "~"))
        let parser = cmark_parser_new(hasFootnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT)
        defer { cmark_parser_free(parser) }
        for found in library.blockExtensions + (hasTilde ? library.strikethrough : []) {
            cmark_parser_attach_syntax_extension(parser, found.pointer)
        }
        text.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress {
                cmark_parser_feed(parser, start.assumingMemoryBound(to: CChar.self), bytes.count)
            }
        }
        guard let root = hasTilde ? exclusively({ finish(parser) }) : finish(parser) else { return nil }
        defer { cmark_node_free(root.pointer) }
        return try body(root.pointer, library.types)
    }

    /// Runs `body` while no text with a `~` is parsed elsewhere.
    static func exclusively<Result: Sendable>(_ body: () -> sending Result) -> Result {
        strikethrough.withLock { _ in body() }
    }

    private static func finish(_ parser: OpaquePointer?) -> Handle? { cmark_parser_finish(parser).map(Handle.init) }

    /// The node types that extensions add, whose numbers are handed out when they are registered.
    struct NodeTypes: Sendable {
        var table: cmark_node_type = CMARK_NODE_NONE
        var row: cmark_node_type = CMARK_NODE_NONE
        var cell: cmark_node_type = CMARK_NODE_NONE
        var strikethrough: cmark_node_type = CMARK_NODE_NONE
    }

    private struct Library: Sendable {
        let blockExtensions: [Handle]
        let strikethrough: [Handle]
        let types: NodeTypes

        init() {
            cmark_gfm_core_extensions_ensure_registered()
            blockExtensions = ["table", "tasklist"].compactMap(Self.find)
            strikethrough = ["strikethrough"].compactMap(Self.find)
            types = Self.types(blockExtensions + strikethrough)
        }

        private static func find(_ name: String) -> Handle? { cmark_find_syntax_extension(name).map(Handle.init) }

        /// Learns the types from a text that has one node of each.
        private static func types(_ extensions: [Handle]) -> NodeTypes {
            var types = NodeTypes()
            let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
            defer { cmark_parser_free(parser) }
            for found in extensions { cmark_parser_attach_syntax_extension(parser, found.pointer) }
            let sample = "~~a~~\n\n|a|\n|-|\n|a|\n"
            cmark_parser_feed(parser, sample, sample.utf8.count)
            guard let root = cmark_parser_finish(parser), let nodes = cmark_iter_new(root) else { return types }
            defer {
                cmark_iter_free(nodes)
                cmark_node_free(root)
            }
            while cmark_iter_next(nodes) != CMARK_EVENT_DONE {
                let node = cmark_iter_get_node(nodes)
                switch cmark_node_get_type_string(node).map({ String(cString: $0) }) {
                case "table": types.table = cmark_node_get_type(node)
                case "table_row": types.row = cmark_node_get_type(node)
                case "table_cell": types.cell = cmark_node_get_type(node)
                case "strikethrough": types.strikethrough = cmark_node_get_type(node)
                default: break
                }
            }
            return types
        }
    }

    /// A pointer into the library. Extensions never change after they are registered, and a tree belongs to the one
    /// thread that parsed it.
    private struct Handle: @unchecked Sendable {
        let pointer: OpaquePointer

        init(_ pointer: OpaquePointer) { self.pointer = pointer }
    }
}

extension OpaquePointer {
    /// Where a node begins and ends in the text, as cmark has it: lines and columns from 1, a column in bytes.
    var startLine: Int { Int(cmark_node_get_start_line(self)) }
    var startColumn: Int { Int(cmark_node_get_start_column(self)) }
    var endLine: Int { Int(cmark_node_get_end_line(self)) }
}
