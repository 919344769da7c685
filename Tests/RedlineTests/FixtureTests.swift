import Diagnostics
import Foundation
import Markdown
import Redline
import Testing

/// The examples in `docs/redline.md`: a text before, the text after and their redline as text.
private struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var before: String
    var after: String
    var redline: String

    var testDescription: String { name }

    static let all: [Example] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        guard let page = try? String(contentsOf: root.appending(path: "docs/redline.md"), encoding: .utf8),
            let examples = page.range(of: "\n## Examples\n")
        else { return [] }
        var found: [(name: String, blocks: [String])] = []
        var fence: Substring?
        for line in page[examples.upperBound...].split(separator: "\n", omittingEmptySubsequences: false) {
            if let open = fence {
                if line == open { fence = nil } else { found[found.count - 1].blocks[0] += line + "\n" }
            } else if line.hasPrefix("### ") {
                found.append((String(line.dropFirst(4)), []))
            } else if line.hasPrefix("```"), !found.isEmpty {
                fence = line.prefix { $0 == "`" }
                found[found.count - 1].blocks.insert("", at: 0)
            }
        }
        return found.map { name, blocks in
            let blocks = blocks + Array(repeating: "", count: 3)
            return Example(name: name, before: blocks[2], after: blocks[1], redline: blocks[0])
        }
    }()
}

func parse(_ text: String) -> MarkdownText {
    MarkdownText.parse(SourceSpan(SourceFile(path: "text.md", text: text), 0..<text.utf8.count)).0
}

@Suite("The examples in docs/redline.md")
struct FixtureTests {
    @Test func areThere() {
        #expect(Set(Example.all.map(\.name)) == Set(FixtureHTML.byName.keys))
    }

    /// What stands below the title and the list of sections.
    @Test(arguments: Example.all)
    private func asText(_ example: Example) {
        var options = RedlineTextOptions()
        options.isFull = true
        let text = Redline(from: parse(example.before), to: parse(example.after)).text(title: "Example", options)
        let parts = text.split(separator: "\n\n", maxSplits: 2)
        #expect(parts.count == 3)
        #expect(parts.last.map(String.init) == example.redline)
    }

    /// Without the words for a screen reader, for the reader of the test.
    @Test(arguments: Example.all)
    private func asHTML(_ example: Example) {
        var labels = RedlineLabels()
        (labels.deleted, labels.inserted, labels.end) = ("", "", "")
        let redline = Redline(from: parse(example.before), to: parse(example.after))
        let html = redline.html(HTMLOptions { $0 }, labels: labels)
            .replacing("<span class=\"visually-hidden\"></span>", with: "")
        #expect(html.trimmingCharacters(in: .newlines) == FixtureHTML.byName[example.name])
    }
}
