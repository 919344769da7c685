import Markdown

extension RandomText {
    /// Words with spaces between them, some of them marked up.
    mutating func words(_ count: ClosedRange<Int>, depth: Int = 0) -> [Inline] {
        var inlines: [Inline] = []
        let total = number(count)
        for index in 0..<total {
            inlines.append(phrase(depth: depth))
            guard index + 1 < total else { break }
            switch number(0...30) {
            case 0: inlines.append(.hardBreak)
            case 1, 2: inlines.append(.softBreak)
            case 3: break
            default: inlines.append(.text(" "))
            }
        }
        if depth == 0, chance(1, of: 2) { inlines.append(.text(pick([".", ":", "?", "; and", ", or", ")."]))) }
        return inlines
    }

    private mutating func phrase(depth: Int) -> Inline {
        guard depth < 3, chance(1, of: 6) else { return .text(word()) }
        return marked(depth: depth)
    }

    mutating func marked(depth: Int = 0) -> Inline {
        switch number(0...10) {
        case 0: .emphasis(words(1...3, depth: depth + 1))
        case 1, 2: .strong(words(1...3, depth: depth + 1))
        case 3: .strikethrough(words(1...2, depth: depth + 1))
        case 4, 5: link(depth: depth)
        case 6: address()
        case 7: .image(destination: pick(["/files/a.png", "/files/b.png"]), title: title(), [.text(word())])
        case 8: .code(pick(["POST /v1", "a < b", "x`y", "data", "  two  "]))
        case 9: .html(pick(["<b>", "</b>", "<!-- note -->"]))
        default: .footnote(label: label())
        }
    }

    mutating func label() -> String { pick(["a", "a", "b", "note", "ä", "missing"]) }

    mutating func link(depth: Int = 0) -> Inline {
        .link(destination: destination(), title: title(), words(1...3, depth: depth + 1))
    }

    mutating func destination() -> String {
        pick([
            "/privacy/", "/terms/#10.2", "https://example.com/?a=b&c=d", "/größe/", "nowhere", "mailto:a@example.com",
        ])
    }

    private mutating func title() -> String { chance(1, of: 4) ? pick(["Our \"policy\"", "Größe", "A & B"]) : "" }

    private mutating func address() -> Inline {
        let address = pick(["https://example.com", "https://example.com/a_b/", "https://www.example.org/x?y=z"])
        return .link(destination: address, title: "", [.text(address)])
    }

    /// Few words, so that the same ones stand in many places.
    mutating func word() -> String {
        pick([
            "the", "the", "the", "a", "of", "of", "to", "and", "and", "we", "you", "data", "data", "customer", "days",
            "30",
            "thirty", "30 days", "notice", "fees", "Größe", "naïve", "§ 4", "€1,000.50", "2026-11-23", "10\u{A0}%",
            "it’s",
            "“Services”", "third-party", "数据处理", "🔒", "A&B", "<none>", "1.", "*", "snake_case", "©", "e\u{301}", "(a)",
            "S.A.",
            "processor", "may", "shall", "not", "at least", "within", "\u{5D0}\u{5D1}", "x", "http", "www.", "#", "\\",
        ])
    }
}
