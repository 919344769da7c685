import Diagnostics

@testable import Markdown

/// A text as if it stood alone in a file.
func parse(_ markdown: String) -> (text: MarkdownText, findings: [Diagnostic]) {
    let file = SourceFile(path: "Content/faq.md", text: markdown)
    return MarkdownText.parse(SourceSpan(file, 0..<file.utf8Count))
}

func html(_ markdown: String) -> String {
    parse(markdown).text.html(HTMLOptions { $0 })
}

/// Where two texts first differ, with some letters around it; nil where they are equal.
func firstDifference(_ one: String, _ other: String) -> String? {
    guard one != other else { return nil }
    let same = zip(one, other).prefix { $0 == $1 }.count
    let start = max(0, same - 30)
    return "…\(one.dropFirst(start).prefix(70)) / …\(other.dropFirst(start).prefix(70))".replacing("\n", with: "⏎")
}
