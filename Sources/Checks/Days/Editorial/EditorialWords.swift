import Diagnostics
import Markdown
import Model

/// What an edition says as an editorial change may not alter it: everything that a reader reads as words, in order.
///
/// White space, punctuation, small and capital letters, emphasis, levels of headings and marks of lists are not part of
/// it. Numbers with their signs, currencies, where links and pictures lead and what is shown above them, what is struck
/// out, footnotes, code, boxes of tasks, where a list begins to count, and the cells and rows of tables are.
struct EditorialWords {
    var tokens: [EditorialToken] = []
    /// Footnotes as readers count them.
    private var footnotes: [String: Int] = [:]
    /// The number after the last one of the list before.
    private var nextInList: Int?

    /// - Parameter text: what stands below the front matter; nil where it could not be read.
    static func of(_ edition: Edition, _ text: MarkdownText?) -> [EditorialToken] {
        var words = EditorialWords()
        words.addText(edition.title.value)
        words.add(version: edition.version?.value ?? "")
        for footnote in text?.footnotes ?? [] { words.footnotes[footnote.label] = words.footnotes.count + 1 }
        words.add(text?.blocks ?? [])
        for footnote in text?.footnotes ?? [] {
            words.add(footnote: footnote.label)
            words.add(footnote.blocks)
        }
        words.tokens.placeNumbers()
        return words.tokens
    }

    /// Of a label its words: it may count on, as `Version 3.2` after `Version 3.1`, and say nothing beside.
    private mutating func add(version: String) {
        var label = EditorialWords()
        label.addText(version)
        tokens += label.tokens.filter { $0.text.count > 2 && $0.text.allSatisfy(\.isLetter) }
    }

    private mutating func add(_ blocks: [Block]) {
        for block in blocks {
            switch block {
            case .paragraph(let inlines): add(inlines, from: ClauseNumber.form(ofParagraph: inlines))
            case .heading(_, let inlines): add(inlines, from: ClauseNumber.form(ofHeading: inlines.plainText))
            case .list(let list): add(list)
            case .quote(let blocks): add(blocks)
            case .code(_, let text): add(code: text)
            case .table(let table):
                for row in [table.header] + table.rows {
                    for cell in row {
                        tokens.append(.exact("|"))
                        add(cell)
                    }
                    tokens.append(.exact("||"))
                }
            case .thematicBreak, .html, .seam: break
            }
        }
    }

    private mutating func add(_ list: Block.List) {
        if case .ordered(let start, _) = list.kind {
            // A list that begins with 1 or goes on counting says what bullets say.
            if start != 1, start != nextInList { tokens.append(.exact("\(start).")) }
            nextInList = start + list.items.count
        }
        let next = nextInList
        for item in list.items {
            if let isDone = item.task { tokens.append(.exact(isDone ? "[x]" : "[ ]")) }
            add(item.blocks)
        }
        nextInList = next
    }

    /// - Parameter form: what the words start with, if it has the form of a clause's number.
    private mutating func add(_ inlines: [Inline], from form: ClauseNumber.Form?) {
        let start = tokens.count
        add(inlines)
        guard let form else { return }
        let place = start + (form.name == nil ? 0 : 1)
        guard place < tokens.count, tokens[place].text == form.shown,
            form.name.map({ $0 == tokens[start].text }) ?? true
        else { return }
        tokens[place].kind = .number(form.number)
        if form.name == "§" { tokens.remove(at: start) }
    }

    mutating func add(footnote label: String) {
        tokens.append(.exact("[^\(footnotes[label] ?? 0)]"))
    }
}
