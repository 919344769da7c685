import Diagnostics
import Markdown

extension Check {
    /// `list-number`: a list whose items are shown with other numbers than they are written with.
    ///
    /// Markdown counts from the first number on, whatever the others say. A text that cites "rule 4" then cites another
    /// one. Items that all bear one number leave the counting to it.
    package static let listNumber = Check { context in
        context.published.flatMap { text -> [Finding] in
            text.findings(text.markdown?.misnumbered ?? []) { item in
                Diagnostic(
                    .listNumber, at: text.place(of: item.range),
                    "this item is written as \(item.written) and shown as \(item.shown): a list counts by itself",
                    help: item.help)
            }
        }
    }
}

extension MarkdownText.Misnumbering {
    fileprivate var help: String {
        guard written > shown else { return "write \(shown), or begin a new list below a sentence of its own" }
        let gap = written == shown + 1 ? "\(shown). (left out)" : "the numbers \(shown) to \(written - 1)"
        return "write \(shown); to keep \(written), write \(gap) before it, or make it a paragraph that begins with "
            + "\(written)\\."
    }
}
