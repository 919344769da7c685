import CMarkGFM
import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite("Any text is read without a trap")
struct FuzzTests {
    @Test("Marks in any order", arguments: 0..<40)
    func soup(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<20 { check(Generated.soup(&random, lines: 12), seed) }
    }

    @Test("Mutations of policies", arguments: 0..<30)
    func mutations(seed: UInt64) {
        var random = SeededRandom(seed: seed &+ 1000)
        for _ in 0..<5 {
            var bytes = Array(Generated.policy(&random).utf8)
            for _ in 0..<12 where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 2:
                    bytes.insert(
                        contentsOf: bytes[place...].prefix(9), at: Int.random(in: bytes.indices, using: &random))
                default: bytes.insert(random.pick(Array("[]()<>*_~`|-\n\t &!^:@".utf8)), at: place)
                }
            }
            check(String(decoding: bytes, as: UTF8.self), seed)
        }
    }

    /// Reads a text in every way there is, and holds the scan against what cmark made of the text.
    private func check(_ markdown: String, _ seed: UInt64) {
        let (text, findings) = parse(markdown)
        guard findings.isEmpty else { return }
        let html = text.html(HTMLOptions { LinkTarget($0) == .anchor("") ? nil : $0 })
        #expect(!html.unicodeScalars.contains { $0.isForbidden }, "seed \(seed)")
        _ = text.plainText
        let spans =
            text.links.flatMap { [$0.span, $0.textSpan] } + text.rawHTML + text.headings.map(\.span)
            + text.unusedDefinitions + text.droppedCells + text.hiddenWords.map(\.span)
        for span in spans {
            #expect(0 <= span.range.lowerBound && span.range.upperBound <= span.file.utf8Count, "seed \(seed)")
        }
        #expect(Set(text.headings.map(\.anchor)).count == text.headings.count, "seed \(seed)")
        let source = Array(markdown.utf8)
        guard let scan = try? BlockScan.read(source) else { return }
        let tree = Measures(Array(source[source.countOfMarks...]))
        #expect(scan.depth >= tree.depth, "seed \(seed): \(markdown.debugDescription)")
        #expect(scan.longestParagraph >= tree.longestParagraph, "seed \(seed): \(markdown.debugDescription)")
    }
}

/// What the scan foretells, measured in cmark's tree.
private struct Measures {
    var depth = 0
    /// In bytes, of what is surely in one paragraph: its words.
    var longestParagraph = 0

    init(_ source: [UInt8]) {
        var measures = (depth: 0, longest: 0)
        CMark.parse(source, hasFootnotes: true) { root, _ in
            guard let nodes = cmark_iter_new(root) else { return }
            defer { cmark_iter_free(nodes) }
            var open = 0
            var length = 0
            while true {
                let event = cmark_iter_next(nodes)
                guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(nodes) else { break }
                switch cmark_node_get_type(node) {
                case CMARK_NODE_LIST, CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_FOOTNOTE_DEFINITION:
                    open += event == CMARK_EVENT_ENTER ? 1 : -1
                    measures.depth = max(measures.depth, open)
                case let type where type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK):
                    length = 0
                case CMARK_NODE_TEXT:
                    // A character reference may be shorter than what it gives.
                    let words = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
                    length += words.utf8.count { $0 < 0x80 }
                    measures.longest = max(measures.longest, length)
                default: break
                }
            }
        }
        depth = measures.depth
        longestParagraph = measures.longest
    }
}
