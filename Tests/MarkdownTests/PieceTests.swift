import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite("A text read in pieces is the text read as a whole")
struct PieceTests {
    @Test("Where a text is cut")
    func cuts() {
        #expect(pieces("# A\n\nOne.\n\n\nTwo\ngoes on.\n") == ["# A\n\n", "One.\n\n\n", "Two\ngoes on.\n"])
        #expect(pieces("One.\n \t\nTwo.") == ["One.\n \t\n", "Two."])
        #expect(pieces("Für\n\nÜber\n\n第二条") == ["Für\n\n", "Über\n\n", "第二条"])
        // Items, quotes, tables and indented lines stay with what stands above them.
        #expect(
            pieces("- a\n\n  b\n\n- c\n\n1. d\n\n> e\n\n| f |\n\n    g\n\nh") == [
                "- a\n\n  b\n\n- c\n\n1. d\n\n> e\n\n| f |\n\n    g\n\n", "h",
            ])
        #expect(pieces("").map(\.count) == [0])
    }

    @Test("A block of code is not cut, however many empty lines it has")
    func fences() {
        #expect(pieces("```\na\n\nb\n```\n\nc") == ["```\na\n\nb\n```\n\n", "c"])
        #expect(pieces("~~~~ x ~\na\n\n~~~\n\nb\n  ~~~~\n\nc") == ["~~~~ x ~\na\n\n~~~\n\nb\n  ~~~~\n\n", "c"])
        #expect(pieces("```\na\n\nb").count == 1)
    }

    @Test(
        "What may have to do with other parts leaves a text whole",
        arguments: [
            "a\n\nb\n\n[c]: /d", "a\n\nb[^1]\n\n[^1]: c", "a\n\n<div>\n\nb\n\n</div>", "a\n\n- <p>\n\nb",
            "- ```\n\na\n\nb",
            " ```\n a\n\nb", "> ~~~\n\na\n\nb", "``` a`b\n\nc\n\nd", "\u{FEFF}```\n\na\n\nb",
        ])
    func whole(text: String) { #expect(pieces(text).count == 1) }

    @Test("Marks in any order", arguments: 0..<40)
    func soup(seed: UInt64) {
        var random = SeededRandom(seed: seed &+ 14)
        var memory = TextMemory()
        for _ in 0..<20 {
            let text = (0..<4).map { _ in Generated.soup(&random, lines: 5) }.joined(
                separator: random.pick(["\n\n", "\n \na", "\n\n#"]))
            expectSame(text, &memory, "seed \(seed)")
        }
    }

    @Test("Policies and mutations of them", arguments: 0..<30)
    func policies(seed: UInt64) {
        var random = SeededRandom(seed: seed &+ 1400)
        var memory = TextMemory()
        for _ in 0..<10 {
            var bytes = Array(Generated.policy(&random).utf8)
            expectSame(String(decoding: bytes, as: UTF8.self), &memory, "seed \(seed)")
            for _ in 0..<8 where !bytes.isEmpty {
                let place = Int.random(in: bytes.indices, using: &random)
                bytes.insert(
                    contentsOf: Array(
                        random.pick(["\n\n", "```\n", "\n- ", "\n> ", "    ", "|", "\n1. ", "\n\nA"]).utf8), at: place)
            }
            expectSame(String(decoding: bytes, as: UTF8.self), &memory, "seed \(seed)")
        }
    }

    @Test("Policies as companies write them, which share most of their pieces")
    func realTexts() {
        var memory = TextMemory()
        for (path, text) in RealTextTests.texts { expectSame(text, &memory, path) }
    }

    @Test("What all pieces together exceed is told as of the whole text")
    func bounds() {
        let table =
            "Rows\n\n|" + String(repeating: "a|", count: 60) + "\n|" + String(repeating: "-|", count: 60) + "\n"
            + String(repeating: "|b|\n", count: 100)
        let text = Array(repeating: table, count: 4).joined(separator: "\n")
        var memory = TextMemory()
        #expect(memory.parse([span(text)]).first?.findings.map(\.id) == [.tooComplex])
        expectSame(text, &memory, "tables")
    }

    @Test("What one piece exceeds is told at its place in the file, be it all of the text or not")
    func excess() {
        let deep = String(repeating: ">", count: 40) + " a"
        var memory = TextMemory()
        for (text, line) in [(deep, 1), ("\n\n" + deep, 3), ("Words.\n\n- b\n\nMore.\n\nc\n" + deep, 8)] {
            expectSame(text, &memory, text)
            #expect(memory.parse([span(text)])[0].findings.map(\.line) == [line])
        }
    }

    @Test("Texts that hold the same bytes share a piece")
    func sharing() {
        var memory = TextMemory()
        let texts = memory.parse([span("One.\n\nTwo.\n\nThree."), span("Zero.\n\nTwo.\n\nThree.")]).map(\.text.pieces)
        #expect(texts[0].map(\.start) == [0, 6, 12] && texts[1].map(\.start) == [0, 7, 13])
        #expect(texts[0][1].piece === texts[1][1].piece && texts[0][2].piece === texts[1][2].piece)
        #expect(texts[0][0].piece !== texts[1][0].piece)
        let later = memory.parse([span("Two.\n\n")])[0].text.pieces
        #expect(later.map { $0.piece === texts[0][1].piece } == [true])
    }

    @Test("A file that was read last is not read again, and what is in none of those that were is forgotten")
    func forgetting() {
        var memory = TextMemory()
        let long = span((0..<2000).map { "Clause \($0)." }.joined(separator: "\n\n"))
        let first = memory.parse([long])[0].text
        let again = memory.parse([long])[0].text
        #expect(again == first && again.pieces.count == 2000)
        #expect(zip(first.pieces, again.pieces).allSatisfy { $0.piece === $1.piece })
        _ = memory.parse([span("Clause 7.\n\nClause 8.\n\n")])
        let later = memory.parse([long])[0].text
        #expect(later == first)
        #expect(
            zip(first.pieces, later.pieces).filter { $0.piece === $1.piece }.map(\.0.piece.bytes) == [
                Array("Clause 7.\n\n".utf8), Array("Clause 8.\n\n".utf8),
            ])
    }

    @Test("A piece of many blocks is written at once, and as it is where the HTML of each of them is kept")
    func manyBlocks() {
        let lists = String(repeating: "- a [b](/c)\n\n1. d[^1]\n\n", count: 800)
        let text = MarkdownText.parse(span("# A\n" + lists + "## A\n\n[^1]: e\n")).0
        var titled = HTMLOptions { $0 }
        (titled.title, titled.linksClauses) = (.repeated, true)
        let written = (HTMLOptions.several + [titled]).map { text.html($0) }
        #expect(text.pieces.map { $0.piece.sharedFragments == nil } == [true])
        #expect(text.pieces[0].piece.fragments.count > 1000)
        #expect((HTMLOptions.several + [titled]).map { text.html($0) } == written)
    }

    private func pieces(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return TextCuts.pieces(of: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    private func span(_ text: String) -> SourceSpan {
        let file = SourceFile(path: "Content/faq.md", text: text)
        return SourceSpan(file, 0..<file.utf8Count)
    }

    /// Holds every value of a text that was read in pieces against the same of the whole.
    private func expectSame(_ text: String, _ memory: inout TextMemory, _ comment: String) {
        let span = span(text)
        let (whole, findings) = MarkdownText.parse(span)
        let (joined, others) = memory.parse([span])[0]
        #expect(findings == others, "\(comment)")
        #expect(Shown(joined) == Shown(whole), "\(comment): \(text.debugDescription)")
        // As fragments, and as one walk over all blocks.
        var unbroken = whole
        unbroken.pieces = []
        for options in HTMLOptions.several {
            #expect(joined.html(options) == unbroken.html(options), "\(comment): \(text.debugDescription)")
        }
        // Of a paragraph above a table cmark does not tell the place: lines around it stand for it, fewer in a piece.
        for (one, other) in zip(joined.leaves, whole.leaves) where one.range != other.range {
            #expect(one.kind == .paragraph && other.range.contains(one.range), "\(comment)")
        }
    }
}

extension HTMLOptions {
    /// Links that lead somewhere, nowhere or elsewhere, and the other values that show in a text.
    fileprivate static var several: [HTMLOptions] {
        let all = HTMLOptions { $0 }
        var some = HTMLOptions { $0.utf8.count.isMultiple(of: 2) ? nil : "/?a=1&b=<\($0)>" }
        some.title = .omitted
        some.idPrefix = "note."
        (some.labels.taskDone, some.labels.attributes, some.labels.textAttributes) = (
            "Erledigt", " lang=\"de\"", " lang=\"en\""
        )
        return [all, some]
    }
}

extension MarkdownText {
    /// Of all pieces, in bytes of the text.
    fileprivate var leaves: [Leaf] {
        pieces.flatMap { placed in
            placed.piece.leaves.map { leaf in
                let range = leaf.range.lowerBound + placed.start..<leaf.range.upperBound + placed.start
                return Leaf(kind: leaf.kind, range: range, words: leaf.words)
            }
        }
    }
}

/// All of a text that can be compared.
private struct Shown: Equatable {
    private let text: MarkdownText
    private let others: [String]

    init(_ text: MarkdownText) {
        self.text = text
        var others = text.headings.map {
            "\($0.level) \($0.text) \($0.anchor) \($0.slug) \($0.number ?? "") \($0.label ?? "") \($0.span.range)"
        }
        others += text.clauses.map {
            "\($0.place) \($0.number) \($0.label) \($0.heading) \($0.anchors) \($0.span.range)"
        }
        others += text.links.map {
            "\($0.destination) \($0.target) \($0.text) \($0.isImage) \($0.span.range) \($0.textSpan.range)"
        }
        others += (text.rawHTML + text.unusedDefinitions + text.droppedCells + text.hiddenWords.map(\.span)).map {
            "\($0.range)"
        }
        others += text.leaves.map { "\($0.kind) \($0.words)" }
        others += text.misnumbered.map { "\($0)" } + text.indentedCode.map { "\($0)" }
        self.others = others
    }
}
