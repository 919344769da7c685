extension Article {
    /// Where two articles first differ for who takes a redline apart (docs/redline.md), with what stands before and behind it in both; nil where
    /// they are equal.
    func firstDifference(from other: Article) -> String? {
        let (mine, others) = (steps, other.steps)
        // Equal to the byte: two strings are equal in Swift when they only look the same.
        let same = zip(mine, others).prefix { $0.utf8.elementsEqual($1.utf8) }.count
        guard same < max(mine.count, others.count) else { return nil }
        return """
            after   \(mine[max(0, same - 8)..<same].joined(separator: " "))
            is      \(mine[same...].prefix(6).joined(separator: " "))
            must be \(others[same...].prefix(6).joined(separator: " "))
            """
    }

    /// The article as a reader goes through it: start tags with the attributes that count, texts with their white
    /// space folded, end tags. A text of white space between blocks is no step.
    private var steps: [String] {
        var steps = Steps()
        steps.append(nodes)
        steps.endRun()
        return steps.steps
    }
}

private struct Steps {
    var steps: [String] = []
    /// The text that has been gone through since the last tag.
    private var text = ""
    /// Whether the last step but the text was the edge of a block, where white space is not seen.
    private var isAtEdge = true
    private var depthOfCode = 0

    private static let blocks: Set<String> = [
        "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "table", "tbody",
        "td",
        "th", "thead", "tr", "ul",
    ]
    private static let uncounted: Set<String> = ["class", "id", "role", "title", "aria-label"]

    mutating func append(_ nodes: [Article.Node]) {
        for node in nodes {
            switch node {
            case .text(let text): self.text += text
            case .element(let element): append(element)
            }
        }
    }

    private mutating func append(_ element: Article.Element) {
        let isBlock = Self.blocks.contains(element.name)
        let attributes = element.attributes
            .filter { !Self.uncounted.contains($0.name) && !$0.name.hasPrefix("data-") }
            .map { " \($0.name)=\($0.value.debugDescription)" }.sorted()
        endRun(atEdge: isBlock)
        steps.append("<\(element.name)\(attributes.joined())>")
        if element.name == "pre" { depthOfCode += 1 }
        append(element.children)
        endRun(atEdge: isBlock)
        if element.name == "pre" { depthOfCode -= 1 }
        steps.append("</\(element.name)>")
    }

    /// Ends a run of text at a tag, which is the edge of a block or stands between words.
    mutating func endRun(atEdge: Bool = true) {
        defer {
            text = ""
            isAtEdge = atEdge
        }
        guard !text.isEmpty else { return }
        if depthOfCode == 0 {
            text = text.foldingWhiteSpace()
            if isAtEdge, text.hasPrefix(" ") { text.removeFirst() }
            if atEdge, text.hasSuffix(" ") { text.removeLast() }
        }
        if !text.isEmpty { steps.append(text.debugDescription) }
    }
}

extension String {
    /// Each run of HTML's white space as one space. A no-break space is none.
    func foldingWhiteSpace() -> String {
        var folded = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if [" ", "\n", "\t", "\r", "\u{C}"].contains(scalar) {
                if folded.last != " " { folded.append(" ") }
            } else {
                folded.append(scalar)
            }
        }
        return String(folded)
    }
}
