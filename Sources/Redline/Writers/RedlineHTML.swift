import Markdown

/// The words that a redline adds for readers.
package struct RedlineLabels: Sendable, Hashable {
    /// For a screen reader, before words and behind them.
    package var deleted = "[deleted: "
    package var inserted = "[added: "
    package var end = "]"
    /// Shown beside a block.
    package var movedAway = "Moved from here"
    package var moved = "Moved here"
    package var split = "Paragraph split"
    package var merged = "Paragraphs joined"
    package var level = "Level of the heading changed"
    package var numbering = "Numbering changed"
    package var order = "Rows in another order"
    package var columnMoved = "Column moved"
    package var emphasis = "Emphasis changed"
    /// Of a block that says the same in another form.
    package var form = "Set in another form"
    /// Where redlines are text, of a block in which other quotation marks, dashes or blanks are typed.
    package var typography = "Only typography changed"

    /// What words that are the same were before.
    package var wasParagraph = "Was a paragraph"
    package var wereParagraphs = "Was several paragraphs"
    package var wasHeading = "Was a heading"
    package var wasList = "Was a list"
    package var wasQuote = "Was a quotation"
    package var wasCode = "Was code"
    package var levels = "Levels of the list changed"

    package init() {}

    private func note(on former: Restatement.Reason.Former) -> String {
        switch former {
        case .paragraph: wasParagraph
        case .paragraphs: wereParagraphs
        case .heading: wasHeading
        case .list: wasList
        case .quote: wasQuote
        case .code: wasCode
        case .levels: levels
        case .other: form
        }
    }

    func note(on reason: Restatement.Reason) -> String? {
        switch reason {
        case .moved: moved
        case .split: split
        case .merged: merged
        case .level: level
        case .numbering: numbering
        case .spacing: nil
        case .order: order
        case .form(let former): note(on: former)
        }
    }
}

extension Redline {
    /// The content of the redline's article, as HTML in UTF-8.
    ///
    /// Words are in `<ins>` and `<del>`, with words for screen readers of the class `visually-hidden`. An element of
    /// one text alone has `data-change`, `inserted` or `deleted`. Where an element is another one now although its
    /// words are much the same, both stand there with `data-restated`: the old one for whoever rejects the change, not
    /// to be shown, the new one with the words that differ marked in it and `data-note` to say what changed.
    ///
    /// - Parameter buffer: what stands before it.
    package func htmlBytes(
        _ options: HTMLOptions, labels: RedlineLabels, behind buffer: HTMLBuffer = HTMLBuffer()
    ) -> HTMLBuffer {
        var writer = RedlineWriter(self, options, labels)
        writer.html.output = buffer
        // As if the texts had nothing in common: what is reserved and not written costs nothing, what grows is copied.
        writer.html.output.reserve((old.text.size + new.text.size) * 3 / 2)
        writer.write(parts)
        writer.writeFootnotes(footnotes)
        return writer.html.output
    }
}
