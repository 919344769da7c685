import CMarkGFM

@testable import Markdown

/// cmark-gfm's own HTML with all its extensions, and a tree of ours in the same form: to compare the two.
enum CMarkReference {
    /// The HTML of the library's writer, under the lock that keeps its extensions apart.
    static func html(_ markdown: String) -> String {
        CMark.exclusively {
            cmark_gfm_core_extensions_ensure_registered()
            let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
            defer { cmark_parser_free(parser) }
            for name in ["table", "strikethrough", "autolink", "tasklist"] {
                cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
            }
            cmark_parser_feed(parser, markdown, markdown.utf8.count)
            let root = cmark_parser_finish(parser)
            defer { cmark_node_free(root) }
            guard let html = cmark_render_html(root, CMARK_OPT_UNSAFE, nil) else { return "" }
            defer { cmark_get_default_mem_allocator().pointee.free(html) }
            return String(cString: html)
        }
    }

    /// A text of ours as the library would write it, less what no test of this needs.
    static func html(_ text: MarkdownText) -> String {
        text.blocks.map { html($0) }.joined()
    }

    private static func html(_ block: Block, isTight: Bool = false) -> String {
        switch block {
        case .paragraph(let words): return isTight ? html(words) : "<p>\(html(words))</p>\n"
        case .heading(let level, let words): return "<h\(level)>\(html(words))</h\(level)>\n"
        case .list(let list):
            let name = list.kind == .bullet ? "ul" : "ol"
            var start = ""
            if case .ordered(let number, _) = list.kind, number != 1 { start = " start=\"\(number)\"" }
            let items = list.items.map { item in
                let blocks = item.blocks.map { block -> String in
                    if list.isTight, case .paragraph = block { return html(block, isTight: true) }
                    return "\n" + html(block)
                }
                return "<li>" + blocks.joined().replacing("\n\n", with: "\n") + "</li>\n"
            }
            return "<\(name)\(start)>\n\(items.joined())</\(name)>\n"
        case .quote(let blocks): return "<blockquote>\n\(blocks.map { html($0) }.joined())</blockquote>\n"
        case .code(_, let text): return "<pre><code>\(escaped(text))</code></pre>\n"
        case .table(let table): return html(table)
        case .thematicBreak: return "<hr />\n"
        case .html(let html): return html
        case .seam: return ""
        }
    }

    private static func html(_ table: Block.Table) -> String {
        func row(_ cells: [Block.Table.Cell], _ name: String) -> String {
            let cells = zip(cells, table.alignments).map { cell, alignment in
                "<\(name)\(alignment == .none ? "" : " align=\"\(alignment)\"")>\(html(cell))</\(name)>\n"
            }
            return "<tr>\n\(cells.joined())</tr>\n"
        }
        let body = table.rows.isEmpty ? "" : "<tbody>\n\(table.rows.map { row($0, "td") }.joined())</tbody>\n"
        return "<table>\n<thead>\n\(row(table.header, "th"))</thead>\n\(body)</table>\n"
    }

    private static func html(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): escaped(text)
            case .softBreak: "\n"
            case .hardBreak: "<br />\n"
            case .code(let text): "<code>\(escaped(text))</code>"
            case .emphasis(let children): "<em>\(html(children))</em>"
            case .strong(let children): "<strong>\(html(children))</strong>"
            case .strikethrough(let children): "<del>\(html(children))</del>"
            case .link(let destination, _, let children): "<a href=\"\(address(destination))\">\(html(children))</a>"
            case .image, .footnote: ""
            case .html(let html): html
            case .seam: ""
            }
        }.joined()
    }

    private static func escaped(_ text: String) -> String { text.escapedHTML }

    private static func address(_ text: String) -> String {
        var html = HTMLBuffer()
        html.appendAddress(text)
        return String(decoding: html.bytes, as: UTF8.self).replacing("'", with: "&#x27;")
    }
}
