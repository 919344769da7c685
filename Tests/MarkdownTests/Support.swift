import Diagnostics

@testable import Markdown

/// A text as if it stood alone in a file.
func parse(_ markdown: String) -> (text: MarkdownText, findings: [Diagnostic]) {
    let file = SourceFile(path: "Content/faq.md", text: markdown)
    return MarkdownText.parse(SourceSpan(file, 0..<file.utf8Count))
}

func html(_ markdown: String) -> String {
    parse(markdown).text.html(HTMLOptions { $0.text })
}

/// SplitMix64: a sequence of numbers that depends on its seed alone.
struct Random: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &self)]
    }
}

/// Where two texts first differ, with some letters around it; nil where they are equal.
func firstDifference(_ one: String, _ other: String) -> String? {
    guard one != other else { return nil }
    let same = zip(one, other).prefix { $0 == $1 }.count
    let start = max(0, same - 30)
    return "…\(one.dropFirst(start).prefix(70)) / …\(other.dropFirst(start).prefix(70))".replacing("\n", with: "⏎")
}
