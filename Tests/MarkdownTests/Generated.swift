import TestSupport

/// Texts made up for tests that compare two ways of reading them.
enum Generated {
    /// A text as people write policies: headings, paragraphs with addresses and emphasis, lists, quotes, tables.
    static func policy(_ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 3...12, using: &random)).map { _ in block(&random) }.joined(separator: "\n\n") + "\n"
    }

    private static func block(_ random: inout SeededRandom) -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return String(repeating: "#", count: Int.random(in: 1...4, using: &random)) + " " + sentence(&random)
        case 1: return (1...3).map { _ in random.pick(["- ", "* "]) + sentence(&random) }.joined(separator: "\n")
        case 2: return (1...3).map { "\($0). " + sentence(&random) }.joined(separator: "\n")
        case 3: return "> " + paragraph(&random).split(separator: "\n").joined(separator: "\n> ")
        case 4:
            let rows = (0..<3).map { _ in "| \(sentence(&random)) | \(word(&random)) |" }
            return "| a | b |\n|:--|--:|\n" + rows.joined(separator: "\n")
        case 5: return "- a\n\n  " + paragraph(&random).split(separator: "\n").joined(separator: "\n  ") + "\n- b"
        default: return paragraph(&random)
        }
    }

    private static func paragraph(_ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 1...4, using: &random)).map { _ in sentence(&random) }
            .joined(separator: random.pick(["\n", "\n", "  \n", " "]))
    }

    private static func sentence(_ random: inout SeededRandom) -> String {
        let words = (0..<Int.random(in: 2...9, using: &random)).map { _ in phrase(&random) }
        return words.joined(separator: " ") + random.pick([".", "", ",", ";", ":", "?", ")."])
    }

    private static func phrase(_ random: inout SeededRandom) -> String {
        switch Int.random(in: 0..<14, using: &random) {
        case 0: "*\(word(&random)) \(word(&random))*"
        case 1: "**\(word(&random))**"
        case 2: "~~\(word(&random)) \(word(&random))~~"
        case 3: "`\(word(&random))`"
        case 4: "[\(word(&random)) *\(word(&random))*](/\(word(&random))/#4)"
        case 5: "(\(address(&random)))"
        case 6: "**\(address(&random))**"
        case 7, 8: address(&random)
        case 9: "<\(random.pick(["https://example.com/a", "legal@example.com"]))>"
        default: word(&random)
        }
    }

    private static func address(_ random: inout SeededRandom) -> String {
        random.pick([
            "https://example.com", "http://www.example.com/a_b/c?d=e&f=g", "www.example.com/a(b)", "www.example.org",
            "legal@example.com", "first.last+tag@mail.example.co.uk", "https://example.com/_a_/*b*",
            "https://ex_ample.com/a",
            "www.a_b.example/", "ftp://example.com/x~y~z", "HTTPS://EXAMPLE.COM/ü", "x@y", "a@b.c1",
            "mailto:a@example.com",
            "https://example.com/a;", "https://example.com/&amp;x", "wwww.example.com", "httpx://example.com",
            "https://example.com/a))", "https://example.com/(a)", "a/b@example.com", "https://",
        ])
    }

    private static func word(_ random: inout SeededRandom) -> String {
        random.pick(["data", "the", "we", "Größe", "§ 4", "retention", "10.2", "AI", "snake_case", "it's", "a-b", "x"])
    }

    /// Lines of marks, blanks and words in any order: every rule of Markdown meets every other.
    static func soup(_ random: inout SeededRandom, lines: Int) -> String {
        let marks = [
            "- ", "* ", "+ ", "1. ", "2) ", "> ", ">", "  ", "    ", "\t", "# ", "```", "~~~", "---", "===",
            "| a | b |",
            "|-|-|", "|", "[a]: /x", "[a]", "[^a]: ", "[^a]", "<b>", "</b>", "<!--", "-->", "a", "b c", "**", "*", "_",
            "~~", "~",
            "`", "[", "](", ")", "!", "<", ">", "&amp;", "&#0;", "&", "\\", "http://a.b/c", "www.a.b", "a@b.c", "\"t\"",
            "{", "}",
            "- [ ] ", "\u{1}", "ü", "1234567890. ", "<div>", "[x](/y \"z\")", "![i](/j)", ":-:|", "\u{FEFF}",
        ]
        return (0..<lines).map { _ in
            (0..<Int.random(in: 0...5, using: &random)).map { _ in random.pick(marks) }.joined()
        }.joined(separator: "\n")
    }
}
